import type { Element } from "./pattern.js";
import { expected } from "./rarity.js";
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
  readonly wordings: readonly (readonly Element[])[];
  readonly coordinates: boolean;
  /** The symbols with which its wordings begin, each once. */
  readonly beginnings: Int32Array;
  private readonly symbols: Symbols;
  private begun: Set<number> | undefined;
  /** By class of words, whether one of the class begins it; 0 where that was not asked yet. */
  private known: Uint8Array<ArrayBuffer> = new Uint8Array(0);

  constructor(symbols: Symbols, wordings: readonly (readonly Element[])[], coordinates: boolean) {
    this.symbols = symbols;
    this.wordings = wordings;
    this.coordinates = coordinates;
    for (const wording of wordings) for (const element of wording) symbols.symbol(element);
    this.beginnings = Int32Array.from(new Set(wordings.map((wording) => symbols.symbol(wording[0]!))));
    this.expected = expected(wordings);
    this.longest = Math.max(...wordings.map(({ length }) => length)) + (coordinates ? SHARED : 0);
  }

  /** Whether a wording's last word may stand behind a coordination: only where it is plain words. */
  coordinated(wording: readonly Element[]): boolean {
    return this.coordinates && wording.every(({ kind }) => kind === "lemma");
  }

  /** Whether a word of a class can begin it. */
  beginsWith(kind: number): boolean {
    const answers = this.symbols.answersOf(kind);
    const { beginnings } = this;
    for (let k = 0; k < answers.length; k++) {
      const symbol = answers[k]!;
      for (let b = 0; b < beginnings.length; b++) if (beginnings[b] === symbol) return true;
    }
    return false;
  }

  /** As `beginsWith`, remembered by class: for fragments with very many beginnings. */
  isBegunBy(kind: number): boolean {
    if (kind >= this.known.length) {
      const grown = new Uint8Array(Math.max(kind + 1, this.known.length * 2, 1024));
      grown.set(this.known);
      this.known = grown;
    }
    if (this.known[kind] === 0) {
      this.begun ??= new Set(this.beginnings);
      this.known[kind] = this.symbols.answersOf(kind).some((symbol) => this.begun!.has(symbol)) ? YES : NO;
    }
    return this.known[kind] === YES;
  }

  /** Its wordings as a tree. */
  tree(): Node {
    const tree = newNode();
    for (const wording of this.wordings) addWording(tree, this.symbols, wording, ITSELF, this.coordinated(wording));
    return tree;
  }
}

const YES = 1;
const NO = 2;

/** Words that a coordination can put between the words of a wording. */
const SHARED = 7;
