import type { Claims } from "./detail.js";
import { fold, IS, type NameKnowledge } from "./name-knowledge.js";
import type { Naming } from "./person-links.js";
import { CALLED, CALLED_THING, PERSON_CALLED, signsAround } from "./signs.js";
import type { Word } from "./words.js";

/** A person's name at a place among the words of a text, half-open. A title before it is not part of it. */
export interface Sighting extends Naming {
  readonly from: number;
  readonly to: number;
}

/** Why a word is passed over: it is part of a place, of a body, or was asked to be kept. */
export type Bar = "place" | "body" | "keep";

/** Words known to name somebody of this document: by a label or in so many words ("label"), or found in the text. */
export type KnownNames = Map<string, "label" | "text">;

/** Words from which on the lack of capitals says something. */
const FEWEST_WORDS = 8;

/** One document while its people are looked for: its words, what is known of them, and what has been found so far. */
export class Scene {
  /** For and against words that are in no list: a vote for each sighting among telling neighbours. */
  readonly votes = new Map<string, number>();
  /** Forms that the document also writes small. */
  readonly inLowerCase = new Set<string>();
  /** Whether the document uses no capitals, as subtitles do. */
  readonly caseless: boolean;
  /** Words taken for names in the sweep under way. */
  readonly masked: Uint8Array;

  constructor(
    readonly words: readonly Word[],
    readonly bars: readonly (Bar | undefined)[],
    /** Length of the barred phrase that a word belongs to. */
    readonly barWords: readonly number[],
    private readonly claims: Claims,
    readonly knowledge: NameKnowledge,
    readonly known: KnownNames,
    /** compromise's view of a word in its sentence: asked only where nothing else decides. */
    readonly secondOpinion: (at: number) => "person" | "thing" | undefined,
  ) {
    let capitals = 0;
    for (const word of words) {
      if (word.shape === "lower") this.inLowerCase.add(word.lower);
      else if (word.shape === "capital") capitals++;
    }
    this.caseless = words.length >= FEWEST_WORDS && capitals < words.length / 200;
    this.masked = new Uint8Array(words.length);
  }

  /** Whether no structured detail or local name has claimed the word. */
  open(at: number): boolean {
    const word = this.words[at]!;
    return this.claims.free(word.start, word.end);
  }

  /** The word before, if it stands close by a space; its form is "" otherwise. */
  before(at: number, back = 1): Word | undefined {
    for (let k = at; k > at - back; k--) if (k <= 0 || this.words[k]!.gap !== "space") return undefined;
    return this.words[at - back];
  }

  signs(from: number, to: number): number {
    return signsAround(this.words, from, to, (at) => this.looksLikePerson(at));
  }

  /** "called Tyrell", "the name is Tyrell", "known as", "goes by", "call him". Not "a place called Harold Park". */
  isCalled(at: number): boolean {
    const one = this.before(at)?.lower ?? "";
    const two = this.before(at, 2)?.lower ?? "";
    if (CALLED.has(one)) return !CALLED_THING.has(two) && !/^(?:what|is|it|so|thing|something)$/.test(two);
    if (one === "initials" || (one === "by" && /^(?:goes|went|go|going)$/.test(two))) return true;
    if (/^(?:him|her|me|them)$/.test(one)) return /^(?:call|calls|calling|called)$/.test(two);
    if (one === "is" || one === "was") return /^(?:name|surname|nickname|initials)$/.test(two);
    if (one === "as" && (two === "knew" || two === "know")) return true;
    return one === "as" && two === "known" && PERSON_CALLED.has(this.before(at, 3)?.lower ?? "");
  }

  looksLikePerson(at: number): boolean {
    const word = this.words[at];
    if (!word) return false;
    return (
      this.masked[at] === 1 ||
      (word.shape !== "lower" &&
        this.bars[at] === undefined &&
        (this.knowledge.isClearFirst(word.lower) || this.known.has(word.lower)))
    );
  }

  isFirst(lower: string): boolean {
    return (this.knowledge.of(lower) & IS.first) !== 0;
  }

  isMass(lower: string): boolean {
    return (this.knowledge.of(lower) & IS.mass) !== 0;
  }

  isSurname(lower: string): boolean {
    return (this.knowledge.of(lower) & IS.surname) !== 0;
  }

  sighting(from: number, to: number, sex: "m" | "f" | "" = ""): Sighting {
    return { from, to, parts: partsOf(this.words, from, to), sex };
  }
}

/** Words of a name folded to lower case without accents, those with a hyphen between them joined. */
export function partsOf(words: readonly Word[], from: number, to: number): string[] {
  const parts: string[] = [];
  for (let k = from; k < to; k++) {
    const { lower, gap } = words[k]!;
    if (k > from && gap === "hyphen") parts[parts.length - 1] += `-${fold(lower)}`;
    else parts.push(fold(lower));
  }
  return parts;
}
