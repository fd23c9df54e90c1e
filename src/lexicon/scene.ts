import type { Chains } from "./chains.js";
import type { Found, Occurrence } from "./found.js";
import type { Fragment } from "./fragment.js";
import type { Symbols } from "./symbols.js";
import { eachHead, type SentenceWords } from "./tree.js";
import { ENDS, HEADS, NODE, type Trees } from "./trees.js";

/** What of a compiled lexicon a sentence is read with. */
interface Reader {
  readonly symbols: Symbols;
  readonly fragments: readonly Fragment[];
  readonly chains: Chains;
  readonly trees: Trees;
  /** Of each fragment, whether an automaton finds it; the rest is matched where it is asked for. */
  readonly sought: Uint8Array;
}

/** Beginnings from which on the words of the sentence are asked rather than the beginnings. */
const MANY = 96;
const WIDEST = 32;

/**
 * A sentence in which patterns are looked up: its words, what the automata found in it, and where each symbol is answered to. Words are
 * bits of one number, in a sentence of over 32 words several words to a bit: most questions are answered by one look at such numbers.
 */
export class Scene {
  readonly words: SentenceWords;
  readonly found: Found;
  readonly chains: Chains;
  /** Words of the sentence. */
  readonly length: number;
  private readonly reader: Reader;
  /** By how many places a word's position is shifted to give its bit; below 0 as long as nothing is marked. */
  private shift = -1;

  constructor(reader: Reader, words: SentenceWords, found: Found) {
    this.reader = reader;
    this.chains = reader.chains;
    this.words = words;
    this.length = words.to - words.from;
    this.found = found;
  }

  /** Whether an automaton finds a fragment. */
  isSought(id: number): boolean {
    return this.reader.sought[id] !== 0;
  }

  /** Where a fragment stands, in order of start. */
  places(id: number): readonly Occurrence[] {
    return this.isSought(id) ? this.found.places(id) : this.match(id);
  }

  /** Where a fragment stands that begins at a word of `[first, end)`, in order of start, without asking the automata. */
  match(id: number, first = 0, end = this.length): readonly Occurrence[] {
    let bits = this.beginsWithin(id, first, end);
    if (bits === 0) return NOWHERE;
    const places: Occurrence[] = [];
    const { shift } = this;
    while (bits !== 0) {
      const bit = 31 - Math.clz32(bits & -bits);
      bits &= bits - 1;
      if (shift === 0) this.matchAt(id, bit, places);
      else {
        const stop = Math.min(end, (bit + 1) << shift);
        for (let at = Math.max(first, bit << shift); at < stop; at++)
          if (this.beginsAt(id, at)) this.matchAt(id, at, places);
      }
    }
    return places;
  }

  /** At which words of the sentence a fragment can begin, as bits. What cannot begin cannot stand. */
  begins(id: number): number {
    if (this.shift < 0) this.mark();
    const { beginning, symbol } = this.chains;
    const { now, symbols, beginnings } = this.found;
    const from = beginning[id]!;
    const to = beginning[id + 1]!;
    if (to - from === 1) {
      const cell = symbol[from]! * 2;
      return symbols[cell] === now ? symbols[cell + 1]! : 0;
    }
    if (beginnings[id * 2] === now) return beginnings[id * 2 + 1]!;
    let bits = 0;
    if (to - from > MANY) bits = this.askWords(id);
    else
      for (let k = from; k < to; k++) {
        const cell = symbol[k]! * 2;
        if (symbols[cell] === now) bits |= symbols[cell + 1]!;
      }
    beginnings[id * 2] = now;
    beginnings[id * 2 + 1] = bits;
    return bits;
  }

  /** As `begins`, of the words `[first, end)` alone. In a long sentence the bits at either end may be of words outside. */
  beginsWithin(id: number, first: number, end: number): number {
    const bits = this.begins(id);
    if (bits === 0) return 0;
    const from = first < 0 ? 0 : first;
    const last = (end > this.length ? this.length : end) - 1;
    if (from > last) return 0;
    const [low, high] = [from >> this.shift, last >> this.shift];
    return bits & (-1 << low) & (-1 >>> (WIDEST - 1 - high));
  }

  /** Whether a fragment can begin at a word of `[first, end)`. */
  mayBegin(id: number, first: number, end: number): boolean {
    if (this.beginsWithin(id, first, end) === 0) return false;
    if (this.shift === 0) return true;
    const stop = Math.min(end, this.length);
    for (let at = Math.max(0, first); at < stop; at++) if (this.beginsAt(id, at)) return true;
    return false;
  }

  private beginsAt(id: number, word: number): boolean {
    return this.reader.fragments[id]!.beginsWith(this.words.kind[this.words.from + word]!);
  }

  private matchAt(id: number, word: number, places: Occurrence[]): void {
    if (this.chains.single[id] !== 0) places.push({ from: word, to: word + 1 });
    else {
      const { coordinates } = this.reader.fragments[id]!;
      this.walk(this.reader.trees.rootOf(id), coordinates, this.words.from + word, this.words.from + word, places);
    }
  }

  /** Follows a tree from a node on, at the word `at` of a stretch that begins at the word `from`. */
  private walk(node: number, coordinates: boolean, from: number, at: number, places: Occurrence[]): void {
    const { words } = this;
    const { nodes, branches } = this.reader.trees;
    const cell = node * NODE.cells;
    if ((nodes[cell + NODE.marks]! & ENDS) !== 0) note(places, from - words.from, at - words.from);
    const count = nodes[cell + NODE.branches]!;
    if (at >= words.to || count === 0) return;
    const cut = at > from && words.broken[at] !== 0;
    const first = nodes[cell + NODE.branch]!;
    if (at > from && coordinates && (cut || this.reader.symbols.joins(words.kind[at]!)))
      eachHead(this.reader.symbols, words, at, (k) => {
        for (let b = first; b < first + count; b++)
          if (this.answers(k, branches[b * 2]!) && this.isHead(branches[b * 2 + 1]!))
            note(places, from - words.from, k + 1 - words.from);
      });
    if (cut) return;
    for (let b = first; b < first + count; b++)
      if (this.answers(at, branches[b * 2]!)) this.walk(branches[b * 2 + 1]!, coordinates, from, at + 1, places);
  }

  private isHead(node: number): boolean {
    return (this.reader.trees.nodes[node * NODE.cells + NODE.marks]! & HEADS) !== 0;
  }

  /** Whether a word of the document answers to a symbol. */
  private answers(at: number, symbol: number): boolean {
    const { symbols, now } = this.found;
    if (symbols[symbol * 2] !== now) return false;
    const word = at - this.words.from;
    if (((symbols[symbol * 2 + 1]! >>> (word >> this.shift)) & 1) === 0) return false;
    return this.shift === 0 || this.reader.symbols.answersOf(this.words.kind[at]!).includes(symbol);
  }

  private askWords(id: number): number {
    const fragment = this.reader.fragments[id]!;
    const { kind, from } = this.words;
    let bits = 0;
    for (let at = 0; at < this.length; at++) if (fragment.isBegunBy(kind[from + at]!)) bits |= 1 << (at >> this.shift);
    return bits;
  }

  private mark(): void {
    let shift = 0;
    while ((this.length - 1) >> shift >= WIDEST) shift++;
    this.shift = shift;
    const { kind, from } = this.words;
    const { symbols: all } = this.reader;
    const { now, symbols } = this.found;
    for (let at = 0; at < this.length; at++) {
      const bit = 1 << (at >> shift);
      const answers = all.answersOf(kind[from + at]!);
      for (let k = 0; k < answers.length; k++) {
        const cell = answers[k]! * 2;
        if (symbols[cell] === now) symbols[cell + 1]! |= bit;
        else {
          symbols[cell] = now;
          symbols[cell + 1] = bit;
        }
      }
    }
  }
}

const NOWHERE: readonly Occurrence[] = [];

function note(places: Occurrence[], from: number, to: number): void {
  for (let k = places.length - 1; k >= 0; k--) {
    const place = places[k]!;
    if (place.from !== from) break;
    if (place.to === to) return;
  }
  places.push({ from, to });
}
