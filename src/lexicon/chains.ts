import type { Fragment } from "./fragment.js";
import type { Join } from "./pattern.js";

/** A wording with gaps: fragments of the automaton and how each is joined to the one before. */
export interface Chain {
  readonly links: readonly { readonly fragment: number; readonly join: Join }[];
  /** Index of the link from which the chain is looked up. */
  readonly anchor: number;
}

/** A term, cue or piece of company, compiled. */
export interface Pattern {
  readonly source: string;
  readonly chains: readonly Chain[];
}

/**
 * Every pattern in columns: thousands are asked about in every document, and a look at one must not wander from object to object.
 * The chains of pattern p are `chain[p]` up to `chain[p + 1]`, the links of chain c `link[c]` up to `link[c + 1]`.
 */
export interface Chains {
  readonly chain: Int32Array;
  readonly link: Int32Array;
  /** By chain, the link from which it is looked up, and that link's fragment. */
  readonly anchor: Int32Array;
  readonly center: Int32Array;
  /** By link. */
  readonly fragment: Int32Array;
  readonly reach: Int32Array;
  readonly eitherWay: Uint8Array;
  /** By fragment, words of its longest wording, coordination included. */
  readonly longest: Int32Array;
}

/** Lays patterns and fragments out in columns. */
export function chainsOf(patterns: readonly Pattern[], fragments: readonly Fragment[]): Chains {
  const chains = patterns.flatMap((pattern) => pattern.chains);
  const links = chains.flatMap((chain) => chain.links);
  const link = sums(chains.map((chain) => chain.links.length));
  return {
    chain: sums(patterns.map((pattern) => pattern.chains.length)),
    link,
    anchor: Int32Array.from(chains, ({ anchor }, c) => link[c]! + anchor),
    center: Int32Array.from(chains, ({ links, anchor }) => links[anchor]!.fragment),
    fragment: Int32Array.from(links, ({ fragment }) => fragment),
    reach: Int32Array.from(links, ({ join }) => join.words),
    eitherWay: Uint8Array.from(links, ({ join }) => (join.eitherWay ? 1 : 0)),
    longest: Int32Array.from(fragments, ({ longest }) => longest),
  };
}

/** Where each of some stretches begins when they stand one behind the other, and where the last ends. */
function sums(lengths: readonly number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  for (const [k, length] of lengths.entries()) starts[k + 1] = starts[k]! + length;
  return starts;
}
