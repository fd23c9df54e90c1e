import type { Fragment } from "./fragment.js";
import type { Symbols } from "./symbols.js";

const BITS = 2048;
/** Numbers that hold the bits of a word. */
const CELLS = BITS / 32;
/** Numbers that hold the bits of a sentence: those of what patterns need beside their anchor. */
export const SENTENCE_CELLS = CELLS / 2;
/** Bits of a sentence. */
const NEEDED = BITS / 2;

/**
 * Which stretches a word may begin, as bits by its class. Several stretches share a bit (Bloom 1970): a bit that is not set is a no, one
 * that is set is worth a look. Stretches that are as frequent as one another share one, so that no rare stretch is looked at for a common one's sake.
 */
export class Sketch {
  /** The bit of each fragment; 0, which every word has, for those that were not named. */
  readonly bit: Uint16Array;
  private readonly symbols: Symbols;
  /** The bits of symbol s are `bits[first[s]]` up to `bits[first[s + 1]]`. */
  private readonly first: Int32Array;
  private readonly bits: Uint16Array;
  /** Those of the first `SENTENCE_CELLS` numbers of each class that are not 0: which it is, and the number. Most words begin few stretches. */
  private filled: Int32Array<ArrayBuffer> = new Int32Array(4096);
  private filledFrom: Int32Array<ArrayBuffer> = new Int32Array(257);
  /** By class, `CELLS` numbers, and for how many classes they were worked out. */
  private rows: Int32Array<ArrayBuffer> = new Int32Array(256 * CELLS);
  private known = 0;

  /**
   * @param needed fragments that a sentence as a whole will be asked about, each once
   * @param other fragments that only single words will be asked about, each once and none of `needed`
   */
  constructor(symbols: Symbols, fragments: readonly Fragment[], needed: readonly number[], other: readonly number[]) {
    this.symbols = symbols;
    this.bit = new Uint16Array(fragments.length);
    const spread = (named: readonly number[], from: number, to: number): void => {
      const rarestFirst = [...named].sort((a, b) => fragments[a]!.opensOn - fragments[b]!.opensOn || a - b);
      for (let k = 0; k < rarestFirst.length; k++)
        this.bit[rarestFirst[k]!] = from + Math.floor((k * (to - from)) / rarestFirst.length);
    };
    spread(needed, 1, NEEDED);
    spread(other, NEEDED, BITS);
    const all = [...needed, ...other];
    this.first = new Int32Array(symbols.size + 1);
    for (const id of all) for (const symbol of fragments[id]!.beginnings) this.first[symbol + 1]!++;
    for (let s = 0; s < symbols.size; s++) this.first[s + 1]! += this.first[s]!;
    this.bits = new Uint16Array(this.first[symbols.size]!);
    const filled = this.first.slice();
    for (const id of all) for (const symbol of fragments[id]!.beginnings) this.bits[filled[symbol]!++] = this.bit[id]!;
  }

  /** Works out the bits of the classes that came up since; to be called before words of new classes are asked about. */
  ready(): void {
    const { symbols } = this;
    while (this.rows.length < symbols.classes * CELLS) {
      const rows = new Int32Array(this.rows.length * 2);
      rows.set(this.rows);
      this.rows = rows;
      const from = new Int32Array(this.rows.length / CELLS + 1);
      from.set(this.filledFrom);
      this.filledFrom = from;
    }
    for (; this.known < symbols.classes; this.known++) {
      const row = this.known * CELLS;
      this.rows[row] = 1;
      for (let a = symbols.firstAnswer(this.known); a < symbols.lastAnswer(this.known); a++) {
        const symbol = symbols.answers[a]!;
        for (let k = this.first[symbol]!; k < this.first[symbol + 1]!; k++) {
          const bit = this.bits[k]!;
          this.rows[row + (bit >> 5)]! |= 1 << (bit & 31);
        }
      }
      this.fill(this.known);
    }
  }

  private fill(kind: number): void {
    let at = this.filledFrom[kind]!;
    if (at + SENTENCE_CELLS * 2 > this.filled.length) {
      const filled = new Int32Array(this.filled.length * 2);
      filled.set(this.filled);
      this.filled = filled;
    }
    for (let k = 0; k < SENTENCE_CELLS; k++) {
      const number = this.rows[kind * CELLS + k]!;
      if (number === 0) continue;
      this.filled[at++] = k;
      this.filled[at++] = number;
    }
    this.filledFrom[kind + 1] = at;
  }

  /** Adds the bits of a word to those of a sentence. */
  addTo(sentence: Int32Array, kind: number): void {
    const { filled } = this;
    const end = this.filledFrom[kind + 1]!;
    for (let at = this.filledFrom[kind]!; at < end; at += 2) sentence[filled[at]!]! |= filled[at + 1]!;
  }

  /** Whether a word of a class may begin a stretch with a bit. */
  has(kind: number, bit: number): boolean {
    return ((this.rows[kind * CELLS + (bit >> 5)]! >>> (bit & 31)) & 1) !== 0;
  }
}
