import type { Occurrence } from "./found.js";
import type { Fragment } from "./fragment.js";
import type { Join } from "./pattern.js";
import type { Scene } from "./scene.js";
import type { SentenceWords } from "./tree.js";

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

/**
 * Places where a pattern stands in a sentence: from each place of its first stretch, the nearest of the others; a whole that
 * begins anew inside another is kept and the other dropped (minimal intervals: Clarke, Cormack & Burkowski 1995). The anchor only tells whether it is worth looking.
 * Sorted, without repeats.
 */
export function occurrences({ chains }: Pattern, scene: Scene): readonly Occurrence[] {
  if (chains.length === 1 && chains[0]!.links.length === 1) {
    const anchors = scene.places(chains[0]!.links[0]!.fragment);
    return anchors.length > 1 ? distinct(anchors as Occurrence[]) : anchors;
  }
  let places: Occurrence[] | undefined;
  let joined: Whole[] | undefined;
  for (let c = 0; c < chains.length; c++) {
    const chain = chains[c]!;
    if (chain.links.length === 1) {
      for (const place of scene.places(chain.links[0]!.fragment)) {
        places ??= [];
        places.push(place);
      }
    } else if (isPromising(chain, scene)) {
      joined ??= [];
      joinFrom(chain, scene, joined);
    }
  }
  if (joined) {
    places ??= [];
    for (const place of joined) if (!joined.some((other) => inside(other, place))) places.push(place);
  }
  return places ? distinct(places) : NOWHERE;
}

/**
 * Whether a chain is worth a match: every stretch has a word to begin with in the sentence, and those next to some place of the anchor
 * have one near enough. Most anchors lack it.
 */
export function isPromising({ links, anchor }: Chain, scene: Scene): boolean {
  const { words, found } = scene;
  const center = links[anchor]!;
  if (scene.isSought(center.fragment) && found.head(center.fragment) < 0) return false;
  for (let k = 0; k < links.length; k++) if (k !== anchor && !scene.mayStand(links[k]!.fragment)) return false;
  if (!scene.isSought(center.fragment)) return scene.mayStand(center.fragment);
  const before = anchor > 0 ? scene.fragment(links[anchor - 1]!.fragment) : undefined;
  const behind = links[anchor + 1];
  const after = behind && scene.fragment(behind.fragment);
  for (let place = found.head(center.fragment); place >= 0; place = found.after(place)) {
    const from = found.fromOf(place);
    const to = found.toOf(place);
    if (
      (!before || hasNeighbour(before, center.join, from, to, -1, words)) &&
      (!after || hasNeighbour(after, behind.join, from, to, 1, words))
    )
      return true;
  }
  return false;
}

/** Whether a word with which a fragment can begin stands near enough before (side -1) or behind (1) some words, or on either side. */
function hasNeighbour(
  fragment: Fragment,
  { words: reach, eitherWay }: Join,
  from: number,
  to: number,
  side: -1 | 1,
  words: SentenceWords,
): boolean {
  const first = side < 0 || eitherWay ? from - reach - fragment.longest : to;
  const end = side > 0 || eitherWay ? to + reach + 1 : from;
  return fragment.mayBegin(words, first, end);
}

/** Adds the wholes of a chain, one from each place of its first stretch. */
function joinFrom({ links, anchor }: Chain, scene: Scene, joined: Whole[]): void {
  const first = links[0]!.fragment;
  for (const place of anchor === 0 ? scene.places(first) : scene.match(first)) {
    const whole = extend(place, links, 1, scene);
    if (whole) joined.push({ from: whole.from, to: whole.to, opening: place.to });
  }
}

/** A place of a chain, and where its first stretch ends. */
interface Whole extends Occurrence {
  readonly opening: number;
}

/** Whether a place begins behind the first stretch of another and lies inside it: "the boy … the lad is fourteen". */
function inside(inner: Whole, outer: Whole): boolean {
  return inner.from >= outer.opening && inner.to <= outer.to;
}

/** Sorts the places and drops repeats. */
function distinct(places: Occurrence[]): readonly Occurrence[] {
  if (places.length < 2) return places;
  places.sort((a, b) => a.from - b.from || a.to - b.to);
  return places.filter((p, i) => i === 0 || p.from !== places[i - 1]!.from || p.to !== places[i - 1]!.to);
}

/** Joins the links from `k` on to what is joined so far; nearest first. */
function extend(so: Occurrence, links: Chain["links"], k: number, scene: Scene): Occurrence | undefined {
  if (k >= links.length) return so;
  for (const next of nearest(so, links[k]!, scene)) {
    const whole = extend({ from: Math.min(so.from, next.from), to: Math.max(so.to, next.to) }, links, k + 1, scene);
    if (whole) return whole;
  }
  return undefined;
}

/** Where a fragment stands beside what is joined so far, within its gap; nearest first, then longest. */
function nearest(
  so: Occurrence,
  { fragment, join: { words: reach, eitherWay } }: Chain["links"][number],
  scene: Scene,
): readonly Occurrence[] {
  const { words } = scene;
  const wanted = scene.fragment(fragment);
  const places: Occurrence[] = [];
  const last = Math.min(words.to - words.from - 1, so.to + reach);
  for (let at = so.to; at <= last; at++) wanted.standsAt(words, at, places);
  if (eitherWay) {
    const before: Occurrence[] = [];
    for (let at = Math.max(0, so.from - reach - wanted.longest); at < so.from; at++) wanted.standsAt(words, at, before);
    for (const place of before) if (place.to <= so.from && so.from - place.to <= reach) places.push(place);
  }
  // Words that follow one another directly are parted by a comma; a gap reaches across.
  const joined =
    reach > 0
      ? places
      : places.filter((place) => words.broken[words.from + (place.from >= so.to ? place.from : so.from)] === 0);
  if (joined.length < 2) return joined;
  const gap = (place: Occurrence): number => (place.from >= so.to ? place.from - so.to : so.from - place.to);
  return joined.sort((a, b) => gap(a) - gap(b) || b.to - b.from - (a.to - a.from) || a.from - b.from);
}
