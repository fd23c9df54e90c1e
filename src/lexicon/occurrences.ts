import type { Occurrence } from "./found.js";
import type { Scene } from "./scene.js";

const NOWHERE: readonly Occurrence[] = [];

/**
 * Places where a pattern stands in a sentence: from each place of its first stretch, the nearest of the others; a whole that
 * begins anew inside another is kept and the other dropped (minimal intervals: Clarke, Cormack & Burkowski 1995). The anchor only tells whether it is worth looking.
 * Sorted, without repeats.
 */
export function occurrences(pattern: number, scene: Scene): readonly Occurrence[] {
  const { chain, link, fragment } = scene.chains;
  const first = chain[pattern]!;
  const end = chain[pattern + 1]!;
  if (end - first === 1 && link[end]! - link[first]! === 1) {
    return distinct(scene.places(fragment[link[first]!]!));
  }
  let places: Occurrence[] | undefined;
  let joined: Whole[] | undefined;
  for (let c = first; c < end; c++) {
    if (link[c + 1]! - link[c]! === 1) {
      const alone = scene.places(fragment[link[c]!]!);
      if (alone.length > 0) {
        places ??= [];
        places.push(...alone);
      }
    } else if (isPromising(c, scene)) {
      joined ??= [];
      joinFrom(c, scene, joined);
    }
  }
  if (joined && joined.length > 0) {
    places ??= [];
    for (const place of joined) if (!joined.some((other) => inside(other, place))) places.push(place);
  }
  return places ? distinct(places) : NOWHERE;
}

/**
 * Whether a chain of several links is worth a match: every stretch has a word to begin with in the sentence, and those next to some place
 * of the anchor have one near enough. Most anchors lack it.
 */
export function isPromising(chain: number, scene: Scene): boolean {
  const { found, chains } = scene;
  const middle = chains.center[chain]!;
  const sought = scene.isSought(middle);
  const head = sought ? found.head(middle) : -1;
  if ((sought && head < 0) || !scene.mayHold(chain)) return false;
  if (!sought) return scene.mayBegin(middle, 0, scene.length);
  const { link, anchor, fragment } = chains;
  const center = anchor[chain]!;
  const first = link[chain]!;
  const end = link[chain + 1]!;
  for (let place = head; place >= 0; place = found.after(place)) {
    const from = found.fromOf(place);
    const to = found.toOf(place);
    if (
      (center === first || hasNeighbour(fragment[center - 1]!, center, from, to, -1, scene)) &&
      (center + 1 === end || hasNeighbour(fragment[center + 1]!, center + 1, from, to, 1, scene))
    )
      return true;
  }
  return false;
}

/**
 * Whether a word with which a fragment can begin stands near enough before (side -1) or behind (1) some words, or on either side, as a link's
 * gap asks.
 */
function hasNeighbour(fragment: number, link: number, from: number, to: number, side: -1 | 1, scene: Scene): boolean {
  const { reach, eitherWay, longest } = scene.chains;
  const far = reach[link]!;
  const either = eitherWay[link] !== 0;
  const first = side < 0 || either ? from - far - longest[fragment]! : to;
  const end = side > 0 || either ? to + far + 1 : from;
  return scene.mayBegin(fragment, first, end);
}

/** Adds the wholes of a chain, one from each place of its first stretch. */
function joinFrom(chain: number, scene: Scene, joined: Whole[]): void {
  const { link, anchor, fragment } = scene.chains;
  const first = link[chain]!;
  const opening = fragment[first]!;
  for (const place of anchor[chain] === first ? scene.places(opening) : scene.match(opening)) {
    const whole = extend(place, first + 1, link[chain + 1]!, scene);
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

/** The places in order, without repeats. */
export function distinct(places: readonly Occurrence[]): readonly Occurrence[] {
  if (places.length < 2) return places;
  const sorted = [...places].sort((a, b) => a.from - b.from || a.to - b.to);
  return sorted.filter((p, i) => i === 0 || p.from !== sorted[i - 1]!.from || p.to !== sorted[i - 1]!.to);
}

/** Joins the links from `k` on to what is joined so far; nearest first. */
function extend(so: Occurrence, k: number, end: number, scene: Scene): Occurrence | undefined {
  if (k >= end) return so;
  for (const next of nearest(so, k, scene)) {
    const whole = extend({ from: Math.min(so.from, next.from), to: Math.max(so.to, next.to) }, k + 1, end, scene);
    if (whole) return whole;
  }
  return undefined;
}

/** Where the fragment of a link stands beside what is joined so far, within its gap; nearest first, then longest. */
function nearest(so: Occurrence, link: number, scene: Scene): readonly Occurrence[] {
  const { words, chains } = scene;
  const wanted = chains.fragment[link]!;
  const reach = chains.reach[link]!;
  let places = scene.match(wanted, so.to, so.to + reach + 1);
  if (chains.eitherWay[link] !== 0) {
    const before = scene
      .match(wanted, so.from - reach - chains.longest[wanted]!, so.from)
      .filter((place) => place.to <= so.from && so.from - place.to <= reach);
    if (before.length > 0) places = [...places, ...before];
  }
  // Words that follow one another directly are parted by a comma; a gap reaches across.
  const joined =
    reach > 0
      ? places
      : places.filter((place) => words.broken[words.from + (place.from >= so.to ? place.from : so.from)] === 0);
  if (joined.length < 2) return joined;
  const gap = (place: Occurrence): number => (place.from >= so.to ? place.from - so.to : so.from - place.to);
  return (joined as Occurrence[]).sort((a, b) => gap(a) - gap(b) || b.to - b.from - (a.to - a.from) || a.from - b.from);
}
