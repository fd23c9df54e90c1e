import nlp from "compromise/two";
import { English } from "./english.js";
import type { NameLists } from "./name-lists.js";

/** What a lower-case form can be, as bits; a form can be several at once. `listed`: from our lists, not from compromise alone. */
export const IS = { first: 1, surname: 2, ordinary: 4, mass: 8, male: 16, female: 32, listed: 64 } as const;

/** Feasts, creatures and jokes that compromise counts among first names. */
const NO_NAMES = new Set(
  "jesus sinbad superman homer barbie bambi batman dracula godzilla tarzan zeus hercules santa christian roma jihad islam google siri alexa mount saint hi hey ok".split(
    " ",
  ),
);

const NAME_TAGS = [
  "MaleName",
  "FemaleName",
  "FirstName",
  "LastName",
  "Person",
  "City",
  "Place",
  "Region",
  "Organization",
  "SportsTeam",
  "ProperNoun",
];

/** All that is known of a single form, from the lists, compromise's lexicon and wink's vocabulary. Built once a worker. */
export class NameKnowledge {
  private readonly bits = new Map<string, number>();
  private readonly english: English;
  /** Countries, cities and regions of compromise's lexicon; of the smaller ones only those that are nobody's name. */
  readonly places: readonly string[];

  constructor(lists: NameLists) {
    const add = (word: string, bit: number): void => {
      const form = fold(word);
      this.bits.set(form, (this.bits.get(form) ?? 0) | bit);
      // "Mary-Jane" is read as two words.
      if (form.includes("-"))
        for (const part of form.split("-")) if (part.length > 2) this.bits.set(part, (this.bits.get(part) ?? 0) | bit);
    };
    const ordinary = new Set(lists.ordinary.map(fold));
    for (const word of lists.firstNames) add(word, IS.first | IS.listed);
    for (const word of lists.surnames) add(word, IS.surname | IS.listed);
    const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;
    const words = new Set<string>();
    const places: string[] = [];
    const forms = Object.keys(lexicon).map((form) => {
      const tags = lexicon[form]!;
      return { form, has: (tag: string): boolean => (typeof tags === "string" ? tags === tag : tags.includes(tag)) };
    });
    for (const { form, has } of forms) {
      if (has("Country") || ((has("City") || has("Region")) && !this.bits.has(form) && !has("LastName")))
        places.push(form);
      else if (!form.includes(" ") && !NAME_TAGS.some(has)) words.add(form);
    }
    this.places = places;
    this.english = new English(words);
    for (const { form, has } of forms) {
      if (form.includes(" ") || form.length < 3 || NO_NAMES.has(form)) continue;
      const male = has("MaleName");
      const female = has("FemaleName");
      const listed = this.bits.has(form);
      if (male) add(form, IS.first | IS.male);
      if (female) add(form, IS.first | IS.female);
      if (has("FirstName")) add(form, IS.first);
      if (has("LastName")) add(form, IS.surname);
      // What only compromise calls a name and wink calls a word is taken with care.
      if (!listed && this.bits.has(form) && this.english.has(form)) add(form, IS.ordinary);
    }
    for (const word of ordinary) add(word, IS.ordinary);
    for (const word of lists.massWords) add(word, IS.mass | IS.ordinary);
  }

  /** Bits of a lower-case form; 0 when it is in no list. */
  of(lower: string): number {
    return this.bits.get(lower) ?? (PLAIN.test(lower) ? 0 : (this.bits.get(fold(lower)) ?? 0));
  }

  /** A first name that is no ordinary word. */
  isClearFirst(lower: string): boolean {
    const b = this.of(lower);
    return (b & IS.first) !== 0 && (b & IS.ordinary) === 0;
  }

  /** A surname, and neither a first name nor an ordinary word. */
  isClearSurname(lower: string): boolean {
    const b = this.of(lower);
    return (b & IS.surname) !== 0 && (b & IS.ordinary) === 0;
  }

  isName(lower: string): boolean {
    return (this.of(lower) & (IS.first | IS.surname)) !== 0;
  }

  /** Ordinary English, or its plural or possessive; also what the lists call ordinary. */
  isOrdinary(lower: string): boolean {
    const b = this.of(lower);
    if ((b & IS.ordinary) !== 0) return true;
    if ((b & (IS.first | IS.surname)) !== 0) return false;
    return this.isEnglish(lower);
  }

  /** In wink's vocabulary, names or not. */
  isEnglish(lower: string): boolean {
    return this.english.has(lower) || (lower.length > 4 && lower.endsWith("s") && this.english.has(lower.slice(0, -1)));
  }
}

const PLAIN = /^[ -~]*$/;

/** Lower case, plain apostrophes, no accents: "Siân" and "Sian" are one. */
export function fold(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o");
}
