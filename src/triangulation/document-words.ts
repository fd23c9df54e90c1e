import type { MachineSentence } from "./coding-rows.js";

/** Longest run of words by which a place is found. */
export const LONGEST_RUN = 3;

/** A document's words in order, with where each stands and where every run of one to three words begins. */
export class DocumentWords {
  readonly words: string[] = [];
  readonly #starts: number[] = [];
  readonly #sentences: number[] = [];
  readonly #runs = new Map<string, number[]>();

  constructor(sentences: readonly MachineSentence[]) {
    for (const { start, text } of [...sentences].sort((a, b) => a.start - b.start)) {
      for (const [word, at] of wordsOf(text)) {
        this.words.push(word);
        this.#starts.push(start + at);
        this.#sentences.push(start);
      }
    }
    for (let i = 0; i < this.words.length; i++) {
      for (let length = 1; length <= LONGEST_RUN && i + length <= this.words.length; length++) {
        const run = runAt(this.words, i, length);
        const places = this.#runs.get(run);
        if (places) places.push(i);
        else this.#runs.set(run, [i]);
      }
    }
  }

  /** Places of a run, ascending. */
  placesOf(run: string): readonly number[] {
    return this.#runs.get(run) ?? [];
  }

  areInOneSentence(word: number, other: number): boolean {
    return this.#sentences[word] === this.#sentences[other];
  }

  /** Index of the first word that starts at or after an offset. */
  wordFrom(offset: number): number {
    return firstFrom(this.#starts, offset);
  }
}

/**
 * Lower-case words with their offsets: runs of letters and digits, so that quotes, dashes and hyphens cannot differ.
 * Placeholders of masked details are no words.
 */
export function wordsOf(text: string): [string, number][] {
  const found: [string, number][] = [];
  for (const match of text.matchAll(/\[[A-Z]+-\d+\]|[\p{L}\p{N}\p{M}]+/gu)) {
    if (!match[0].startsWith("[")) found.push([match[0].normalize("NFC").toLowerCase(), match.index]);
  }
  return found;
}

/** A run of words as a key. */
export function runAt(words: readonly string[], at: number, length: number): string {
  return words.slice(at, at + length).join(" ");
}

/** Index of the first value not under `least` in an ascending list. */
export function firstFrom(values: readonly number[], least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
