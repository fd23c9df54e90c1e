import type { Element } from "./pattern.js";
import { expected, expectedOpening } from "./rarity.js";
import type { Symbols } from "./symbols.js";
import type { Forest } from "./tree.js";

/**
 * The wordings of one stretch of a term or cue. It is found by the automaton where a pattern is looked up from it, and matched on the
 * spot, beside an anchor, where it is only joined to one: "not" need not be found in every sentence for the sake of what it denies.
 */
export class Fragment {
  /** Words of its longest wording, coordination included. */
  readonly longest: number;
  /** How often it is to be expected, per million words. */
  readonly expected: number;
  /** How often a word is to be expected with which it begins, per million words. */
  readonly opensOn: number;
  readonly coordinates: boolean;
  /** The symbols with which its wordings begin, each once. */
  readonly beginnings: Int32Array;
  /** Its wordings one behind the other: twice how many words, and one more where its last may stand behind a coordination; then a symbol a word. */
  private readonly wordings: Int32Array;

  constructor(symbols: Symbols, wordings: readonly (readonly Element[])[], coordinates: boolean) {
    this.coordinates = coordinates;
    let size = 0;
    for (const wording of wordings) size += wording.length + 1;
    this.wordings = new Int32Array(size);
    let at = 0;
    for (const wording of wordings) {
      // Only plain words are coordinated.
      const coordinated = coordinates && wording.every(({ kind }) => kind === "lemma");
      this.wordings[at++] = wording.length * 2 + (coordinated ? 1 : 0);
      for (const element of wording) this.wordings[at++] = symbols.symbol(element);
    }
    const openings = new Map(wordings.map(([first]) => [symbols.symbol(first!), first!]));
    this.beginnings = Int32Array.from(openings.keys());
    this.opensOn = expectedOpening(openings.values());
    this.expected = expected(wordings);
    this.longest = Math.max(...wordings.map(({ length }) => length)) + (coordinates ? SHARED : 0);
  }

  /** Adds its wordings to a tree, under a number. */
  addTo(forest: Forest, root: number, number: number): void {
    const { wordings } = this;
    for (let at = 0; at < wordings.length; ) {
      const head = wordings[at++]!;
      const end = at + (head >> 1);
      forest.add(root, wordings, at, end, number, (head & 1) !== 0);
      at = end;
    }
  }
}

/** Words that a coordination can put between the words of a wording. */
const SHARED = 7;
