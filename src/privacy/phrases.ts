import { joins, readWords, type Word } from "./words.js";

/** Phrases of one or more words, found at a place among the words of a text; longest first. Case matters only in that the text must use a capital. */
export class Phrases<Kind> {
  private readonly byFirst = new Map<string, { rest: string[]; kind: Kind }[]>();

  /** Adds a phrase; blank ones are passed over. The first kind given to a phrase stays. */
  add(phrase: string, kind: Kind): void {
    const [first, ...rest] = readWords(phrase, [], []).map((w) => w.lower);
    if (first === undefined) return;
    const entries = this.byFirst.get(first) ?? [];
    if (entries.some((e) => e.rest.join(" ") === rest.join(" "))) return;
    entries.push({ rest, kind });
    entries.sort((a, b) => b.rest.length - a.rest.length);
    this.byFirst.set(first, entries);
  }

  get isEmpty(): boolean {
    return this.byFirst.size === 0;
  }

  /** The longest phrase that begins at word `at`: how many words it has, and its kind. */
  at(words: readonly Word[], at: number): { length: number; kind: Kind } | undefined {
    const entries = this.byFirst.get(words[at]!.lower);
    if (!entries) return undefined;
    for (const { rest, kind } of entries) {
      let k = 0;
      while (k < rest.length) {
        const word = words[at + 1 + k];
        if (!word || word.lower !== rest[k] || !(joins(word.gap) || word.gap === "comma")) break;
        k++;
      }
      if (k === rest.length) return { length: rest.length + 1, kind };
    }
    return undefined;
  }
}
