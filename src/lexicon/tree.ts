import type { Element } from "./pattern.js";
import type { Symbols } from "./symbols.js";

/** A node of a tree of wordings: its branches by symbol, and the fragments that end here. */
export interface Node {
  readonly next: Map<number, Node>;
  readonly ends: number[];
  /** Fragments that end here and whose last word may stand behind a coordination ("drug and alcohol services"). */
  readonly heads: number[];
}

export const newNode = (): Node => ({ next: new Map(), ends: [], heads: [] });

/** Adds a wording of a fragment. `coordinates`: its last word may stand behind "… and …". */
export function addWording(
  root: Node,
  symbols: Symbols,
  wording: readonly Element[],
  fragment: number,
  coordinates: boolean,
): void {
  let node = root;
  let before = root;
  for (const element of wording) {
    const symbol = symbols.symbol(element);
    let next = node.next.get(symbol);
    if (!next) {
      next = newNode();
      node.next.set(symbol, next);
    }
    before = node;
    node = next;
  }
  if (!node.ends.includes(fragment)) node.ends.push(fragment);
  if (coordinates && before !== root && !node.heads.includes(fragment)) node.heads.push(fragment);
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
