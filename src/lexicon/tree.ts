import { firstMask, type Symbols, secondMask } from "./symbols.js";
import { Transitions } from "./transitions.js";

/** What is known of a node: whether a fragment ends there, whether one does whose last word may stand behind a coordination ("drug and alcohol services"), and whether a branch leads to such a node. */
export const NODE = { ends: 1, heads: 2, leadsToHead: 4 } as const;
const NONE = -1;
/** Cells of an ending: its fragment, whether it may be coordinated, and the node's next ending or -1. */
const ENDING = { fragment: 0, head: 1, next: 2, cells: 3 } as const;

/** Trees of wordings in columns: tens of thousands of nodes, which as objects with a map each would fill the memory that every collection of garbage walks over. */
export class Forest {
  /** By node, bits of `NODE`. */
  marks: Uint8Array<ArrayBuffer> = new Uint8Array(1024);
  /** By node, two masks of the symbols of its branches (`Symbols.masks`). */
  masks: Int32Array<ArrayBuffer> = new Int32Array(2048);
  private readonly branches = new Transitions();
  /** By node, its first ending or -1. */
  private endings: Int32Array<ArrayBuffer> = new Int32Array(1024).fill(NONE);
  private ending: Int32Array<ArrayBuffer> = new Int32Array(1024);
  private endingCount = 0;
  private nodes = 0;

  /** A node from which nothing branches off yet. */
  node(): number {
    const node = this.nodes++;
    if (node >= this.marks.length) {
      const size = this.marks.length * 2;
      const marks = new Uint8Array(size);
      marks.set(this.marks);
      this.marks = marks;
      const masks = new Int32Array(size * 2);
      masks.set(this.masks);
      this.masks = masks;
      const endings = new Int32Array(size).fill(NONE);
      endings.set(this.endings);
      this.endings = endings;
    }
    return node;
  }

  /** Adds the wording `words[from, to)`, symbols, of a fragment. `coordinates`: its last word may stand behind "… and …". */
  add(root: number, words: Int32Array, from: number, to: number, fragment: number, coordinates: boolean): void {
    let node = root;
    let before = root;
    for (let at = from; at < to; at++) {
      const symbol = words[at]!;
      let next = this.branches.get(node, symbol);
      if (next === NONE) {
        next = this.node();
        this.branches.set(node, symbol, next);
        this.masks[node * 2]! |= firstMask(symbol);
        this.masks[node * 2 + 1]! |= secondMask(symbol);
      }
      before = node;
      node = next;
    }
    const head = coordinates && before !== root;
    this.end(node, fragment, head);
    this.marks[node]! |= head ? NODE.ends | NODE.heads : NODE.ends;
    if (head) this.marks[before]! |= NODE.leadsToHead;
  }

  /** The node to which a symbol leads from a node, or -1. */
  next(node: number, symbol: number): number {
    return this.branches.get(node, symbol);
  }

  /** Whether a node may go on by a word of a class. */
  mayGoOn(node: number, masks: Int32Array, kind: number): boolean {
    return (this.masks[node * 2]! & masks[kind * 2]!) !== 0 && (this.masks[node * 2 + 1]! & masks[kind * 2 + 1]!) !== 0;
  }

  /** The fragments that end at a node, in the order in which they were added; of those that may be coordinated alone where that is asked. */
  endsOf(node: number, headsAlone: boolean): number[] {
    const found: number[] = [];
    for (let at = this.endings[node]!; at !== NONE; at = this.ending[at + ENDING.next]!)
      if (!headsAlone || this.ending[at + ENDING.head] !== 0) found.push(this.ending[at + ENDING.fragment]!);
    return found;
  }

  private end(node: number, fragment: number, head: boolean): void {
    let last = NONE;
    for (let at = this.endings[node]!; at !== NONE; at = this.ending[at + ENDING.next]!) {
      if (this.ending[at + ENDING.fragment] === fragment) {
        if (head) this.ending[at + ENDING.head] = 1;
        return;
      }
      last = at;
    }
    const at = this.endingCount++ * ENDING.cells;
    if (at + ENDING.cells > this.ending.length) {
      const ending = new Int32Array(this.ending.length * 2);
      ending.set(this.ending);
      this.ending = ending;
    }
    this.ending[at + ENDING.fragment] = fragment;
    this.ending[at + ENDING.head] = head ? 1 : 0;
    this.ending[at + ENDING.next] = NONE;
    if (last === NONE) this.endings[node] = at;
    else this.ending[last + ENDING.next] = at;
  }
}

/** The words of one sentence, without the marks that words reach across: columns of a document, read from `from` to `to`. */
export interface SentenceWords {
  /** Class of each word (`Symbols`). */
  readonly kind: ArrayLike<number>;
  /** Not 0 where a comma, colon, bracket or dash stands before the word. */
  readonly broken: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** Most words from a conjunction's place to the head that a coordination shares. */
const COORDINATED = 7;

/**
 * Behind "and X", "or X Y", ", X and Y": tells of each word that may be the head which the words before `at` share. At most two words
 * stand between the conjunction and the head.
 */
export function eachHead(symbols: Symbols, { kind, to }: SentenceWords, at: number, head: (at: number) => void): void {
  let joined = symbols.joins(kind[at]!);
  const stop = Math.min(to, at + COORDINATED);
  for (let k = at + (joined ? 1 : 0); k < stop; k++) {
    if (symbols.joins(kind[k]!)) joined = true;
    else if (joined && k > at + 1) {
      head(k);
      if (!symbols.joins(kind[k - 1]!) && !symbols.joins(kind[k - 2]!)) return;
    }
  }
}
