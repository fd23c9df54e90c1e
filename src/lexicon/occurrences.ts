import type { Found, Occurrence } from "./found.js";
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

const NOWHERE: readonly Occurrence[] = [];

/** Places where a pattern stands in a sentence, given the fragments found in it. Sorted, without repeats. `broken`: not 0 where a mark stands before a word. */
export function occurrences(pattern: Pattern, found: Found, broken: (word: number) => boolean): readonly Occurrence[] {
  const { chains } = pattern;
  if (chains.length === 1) {
    const { links } = chains[0]!;
    for (const link of links) if (!found.has(link.fragment)) return NOWHERE;
    if (links.length === 1) {
      const places = found.places(links[0]!.fragment);
      return places.length > 1 ? distinct(places as Occurrence[]) : places;
    }
  }
  const places: Occurrence[] = [];
  for (const chain of chains) {
    if (chain.links.some((link) => !found.has(link.fragment))) continue;
    const anchors = found.places(chain.links[chain.anchor]!.fragment);
    if (chain.links.length === 1) {
      places.push(...anchors);
      continue;
    }
    for (const anchor of anchors) {
      const right = extend(anchor, chain, chain.anchor + 1, found, broken);
      if (!right) continue;
      const whole = extendLeft(right, chain, chain.anchor - 1, found, broken);
      if (whole) places.push(whole);
    }
  }
  return distinct(places);
}

/** Sorts the places and drops repeats. */
function distinct(places: Occurrence[]): readonly Occurrence[] {
  if (places.length < 2) return places;
  places.sort((a, b) => a.from - b.from || a.to - b.to);
  return places.filter((p, i) => i === 0 || p.from !== places[i - 1]!.from || p.to !== places[i - 1]!.to);
}

/** Joins the links from `k` on to the right of (or, where allowed, to the left of) what is joined so far; nearest first. */
function extend(
  so: Occurrence,
  chain: Chain,
  k: number,
  found: Found,
  broken: (word: number) => boolean,
): Occurrence | undefined {
  if (k >= chain.links.length) return so;
  const link = chain.links[k]!;
  for (const next of nearest(so, found.places(link.fragment), link.join, "right", broken)) {
    const whole = extend(
      { from: Math.min(so.from, next.from), to: Math.max(so.to, next.to) },
      chain,
      k + 1,
      found,
      broken,
    );
    if (whole) return whole;
  }
  return undefined;
}

function extendLeft(
  so: Occurrence,
  chain: Chain,
  k: number,
  found: Found,
  broken: (word: number) => boolean,
): Occurrence | undefined {
  if (k < 0) return so;
  const join = chain.links[k + 1]!.join;
  for (const next of nearest(so, found.places(chain.links[k]!.fragment), join, "left", broken)) {
    const whole = extendLeft(
      { from: Math.min(so.from, next.from), to: Math.max(so.to, next.to) },
      chain,
      k - 1,
      found,
      broken,
    );
    if (whole) return whole;
  }
  return undefined;
}

function nearest(
  so: Occurrence,
  candidates: readonly Occurrence[],
  join: Join,
  side: "left" | "right",
  broken: (word: number) => boolean,
): Occurrence[] {
  const gap = (o: Occurrence): number => {
    const after = o.from - so.to;
    const before = so.from - o.to;
    if (join.eitherWay) return after >= 0 ? after : before;
    return side === "right" ? after : before;
  };
  return candidates
    .filter((o) => {
      const words = gap(o);
      if (words < 0 || words > join.words) return false;
      return join.words > 0 || !broken(o.from >= so.to ? o.from : so.from);
    })
    .sort((a, b) => gap(a) - gap(b) || b.to - b.from - (a.to - a.from) || a.from - b.from);
}
