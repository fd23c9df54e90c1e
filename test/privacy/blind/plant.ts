import { type DetailKind, SPELLINGS } from "./details.js";

/** Names and sentences of one planted archive. Sentences hold slots: `{first}`, `{first:lower}`, `{phone}`. */
export interface PlantingSet {
  readonly english: readonly string[];
  readonly notEnglish: readonly string[];
  /** First name and surname are words of the language. */
  readonly alsoWords: readonly string[];
  readonly nicknames: readonly string[];
  /** Said in capitals and small letters; in small letters throughout; written by a note-taker; with structured details. */
  readonly speech: readonly string[];
  readonly subtitles: readonly string[];
  readonly notes: readonly string[];
  readonly details: readonly string[];
  /** Sentences that hold nothing personal: they must come out as they went in. */
  readonly plain: readonly string[];
}

/** A seeded source of choices. */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
  shuffled<T>(list: readonly T[]): T[] {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [copy[i], copy[j]] = [copy[j]!, copy[i]!];
    }
    return copy;
  }
}

/** What is planted: a person's name by the way it is said, or a structured detail. */
export type PlantKind =
  | "label"
  | "full"
  | "first"
  | "surname"
  | "nickname"
  | "initials"
  | "lower"
  | "file name"
  | DetailKind;

/** One planted detail, by its place in the sentence that carries it. */
export interface Plant {
  readonly kind: PlantKind;
  readonly text: string;
  /** Half-open, UTF-16 code units, in `Sentence.text`. */
  readonly start: number;
  readonly end: number;
  /** Which bank a name is of; empty for details. */
  readonly bank: "english" | "not English" | "also a word" | "";
}

/** A sentence with what is planted in it, and who says it. */
export interface Sentence {
  readonly speaker: string;
  readonly text: string;
  readonly plants: readonly Plant[];
}

export type Format = "txt" | "docx" | "vtt" | "csv";
export const FORMATS: readonly Format[] = ["txt", "docx", "vtt", "csv"];

/** One planted file. */
export interface PlantedDocument {
  readonly review: string;
  readonly name: string;
  readonly format: Format;
  /** Names that label turns: a planted detail each. */
  readonly cast: readonly string[];
  /** The person whose name the file's name holds, or empty. */
  readonly namedFor: string;
  readonly sentences: readonly Sentence[];
}

const TITLES = ["Mr", "Mrs", "Ms", "Dr", "PC", "Sgt", "Cllr", "Miss", "DI", "Inspector", "Reverend"];

/**
 * Plants a set: four documents a review, one a format. Every name of the banks and every sentence is used in turn, in an order drawn from
 * the seed; two plain sentences follow each planted one.
 */
export function plant(set: PlantingSet, seed: number, reviews: readonly string[]): PlantedDocument[] {
  const random = new Random(seed);
  const endless = <T>(list: readonly T[]): (() => T) => {
    let left: T[] = [];
    return () => {
      if (left.length === 0) left = random.shuffled(list);
      return left.pop()!;
    };
  };
  const everybody = [
    ...set.english.map((name) => ({ name, bank: "english" as const })),
    ...set.notEnglish.map((name) => ({ name, bank: "not English" as const })),
    ...set.alsoWords.map((name) => ({ name, bank: "also a word" as const })),
  ];
  const person = endless(everybody);
  const nickname = endless(set.nicknames);
  const next = {
    speech: endless(set.speech),
    subtitles: endless(set.subtitles),
    notes: endless(set.notes),
    details: endless(set.details),
    plain: endless(set.plain),
  };

  const fill = (template: string, speaker: string): Sentence => {
    let text = "";
    const plants: Plant[] = [];
    let somebody = person();
    let used = new Set<string>();
    for (const part of template.split(/(\{[^}]*\})/)) {
      const slot = /^\{(\w+)(:lower)?\}$/.exec(part);
      if (!slot) {
        text += part;
        continue;
      }
      const [, what = "", lower] = slot;
      // {first} {last} is one person; a slot said again is another.
      if (["first", "full", "last"].includes(what)) {
        if (used.has(what)) {
          somebody = person();
          used = new Set();
        }
        used.add(what);
      }
      const [first, last, all] = spellingsOf(somebody.name);
      let said: string;
      let kind: PlantKind;
      let bank: Plant["bank"] = "";
      if (what === "title") [said, kind] = [random.pick(TITLES), "surname"];
      else if (what === "nick") [said, kind] = [nickname(), "nickname"];
      else if (what === "initials")
        [said, kind] = [
          random.pick([initialsOf(somebody.name), initialsOf(somebody.name).replaceAll(".", "")]),
          "initials",
        ];
      else if (what in SPELLINGS) [said, kind] = [SPELLINGS[what as DetailKind](random), what as DetailKind];
      else {
        said = what === "first" ? first : what === "last" ? last : all;
        kind = what === "first" ? "first" : what === "last" ? "surname" : "full";
        bank = somebody.bank;
      }
      if (lower) [said, kind] = [said.toLowerCase(), "lower"];
      if (what !== "title") plants.push({ kind, text: said, start: text.length, end: text.length + said.length, bank });
      text += said;
    }
    return { speaker, text, plants };
  };

  return reviews.flatMap((review) =>
    FORMATS.map((format, number) => {
      const cast = Array.from({ length: 5 }, () => person().name);
      const namedFor = number === 0 || number === 3 ? person().name : "";
      const sentences: Sentence[] = [];
      const say = (template: string): void => {
        sentences.push(fill(template, random.pick(cast)));
      };
      for (let i = 0; i < 48; i++) {
        say(
          format === "vtt" && i % 2 === 0
            ? next.subtitles()
            : format === "docx" && i % 3 === 0
              ? next.notes()
              : next.speech(),
        );
        say(next.plain());
        if (i % 2 === 0) say(next.details());
        say(next.plain());
      }
      const [first = "", last = ""] = [namedFor.split(" ")[0], namedFor.split(" ").slice(1).join(" ")];
      const named = [`Interview with ${first} ${last}`, "", "", `${first}_${last}_focus_group`.replaceAll(" ", "_")][
        number
      ];
      return { review, name: `${named || `Session ${number + 1}`}.${format}`, format, cast, namedFor, sentences };
    }),
  );
}

function spellingsOf(name: string): [first: string, last: string, all: string] {
  const [first = "", ...last] = name.split(" ");
  return [first, last.join(" "), name];
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((part) => `${part[0]!.toUpperCase()}.`)
    .join("");
