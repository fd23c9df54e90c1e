import type { Element } from "./pattern.js";
import { expected, expectedOpening } from "./rarity.js";
import type { Symbols } from "./symbols.js";
import { addWording, type Node, newNode } from "./tree.js";

/** Fragments have a number in the automaton; in a tree of its own a fragment is number 0. */
const ITSELF = 0;

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
  readonly wordings: readonly (readonly Element[])[];
  readonly coordinates: boolean;
  /** The symbols with which its wordings begin, each once. */
  readonly beginnings: Int32Array;
  private readonly symbols: Symbols;

  constructor(symbols: Symbols, wordings: readonly (readonly Element[])[], coordinates: boolean) {
    this.symbols = symbols;
    this.wordings = wordings;
    this.coordinates = coordinates;
    for (const wording of wordings) for (const element of wording) symbols.symbol(element);
    const openings = new Map(wordings.map(([first]) => [symbols.symbol(first!), first!]));
    this.beginnings = Int32Array.from(openings.keys());
    this.opensOn = expectedOpening(openings.values());
    this.expected = expected(wordings);
    this.longest = Math.max(...wordings.map(({ length }) => length)) + (coordinates ? SHARED : 0);
  }

  /** Whether a wording's last word may stand behind a coordination: only where it is plain words. */
  coordinated(wording: readonly Element[]): boolean {
    return this.coordinates && wording.every(({ kind }) => kind === "lemma");
  }

  /** Its wordings as a tree. */
  tree(): Node {
    const tree = newNode();
    for (const wording of this.wordings) addWording(tree, this.symbols, wording, ITSELF, this.coordinated(wording));
    return tree;
  }
}

/** Words that a coordination can put between the words of a wording. */
const SHARED = 7;
