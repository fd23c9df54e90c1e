import type { Share } from "../model/index.js";
import type { ReviewDigest } from "./digest.js";
import { add } from "./order.js";
import type { SlotDigest, Status } from "./slot.js";

/** What each of some reviews says for one claim. The unit is the review: each weighs the same, however long. */
export interface Tally {
  /** The reviews that were looked at, in the order of their ids. */
  readonly among: readonly ReviewDigest[];
  /** By review id, of those that could have said it; a review that is not here is not known. */
  readonly status: ReadonlyMap<string, Status | "silent">;
  /** What each review says that says anything. */
  readonly slots: ReadonlyMap<string, SlotDigest>;
  /** Reviews that back it though they were not counted on. */
  readonly volunteered: number;
  /** Hits and trials among reviews that could have said it whatever they said; the base of a strength, never chosen by outcome. */
  readonly wide: readonly [hits: number, of: number];
}

export const isFor = (status: Status | "silent" | undefined): boolean => status === "for" || status === "contested";

/**
 * @param slotOf what a review says, if anything
 * @param could whether a review could have said it: by the rule (`able`), and by the same rule without what was said of it (`wide`)
 */
export function tallyOf(
  among: readonly ReviewDigest[],
  slotOf: (review: ReviewDigest) => SlotDigest | undefined,
  could: { able: (review: ReviewDigest) => boolean; wide: (review: ReviewDigest) => boolean },
): Tally {
  const status = new Map<string, Status | "silent">();
  const slots = new Map<string, SlotDigest>();
  let volunteered = 0;
  let hits = 0;
  let of = 0;
  for (const review of among) {
    const slot = slotOf(review);
    const able = could.able(review);
    if (slot !== undefined) slots.set(review.id, slot);
    if (slot !== undefined || able) status.set(review.id, slot?.status ?? "silent");
    if (slot !== undefined && !able && isFor(slot.status)) volunteered++;
    if (!could.wide(review)) continue;
    of++;
    if (isFor(slot?.status)) hits++;
  }
  return { among, status, slots, volunteered, wide: [hits, of] };
}

/** The same tally over fewer reviews. */
export function tallyAmong(
  tally: Tally,
  among: readonly ReviewDigest[],
  wide: (review: ReviewDigest) => boolean,
): Tally {
  const status = new Map<string, Status | "silent">();
  const slots = new Map<string, SlotDigest>();
  let hits = 0;
  let of = 0;
  for (const review of among) {
    const own = tally.status.get(review.id);
    const slot = tally.slots.get(review.id);
    if (own !== undefined) status.set(review.id, own);
    if (slot !== undefined) slots.set(review.id, slot);
    if (!wide(review)) continue;
    of++;
    if (isFor(own)) hits++;
  }
  return { among, status, slots, volunteered: 0, wide: [hits, of] };
}

/** How many reviews have a status. */
export function count(tally: Tally, ...wanted: (Status | "silent")[]): number {
  let n = 0;
  for (const status of tally.status.values()) if (wanted.includes(status)) n++;
  return n;
}

/** The reviews that back the claim. */
export function backing({ among, status }: Tally): ReviewDigest[] {
  return among.filter(({ id }) => isFor(status.get(id)));
}

/** Numerator and denominator by a property of reviews, in the order in which `names` lists its values. */
export function sharesBy(
  tally: Tally,
  names: readonly string[],
  nameOf: (review: ReviewDigest) => string,
): (Share & { numerator: number; denominator: number })[] {
  const hits = new Map<string, number>();
  const trials = new Map<string, number>();
  for (const review of tally.among) {
    const status = tally.status.get(review.id);
    if (status === undefined) continue;
    add(trials, nameOf(review));
    if (isFor(status)) add(hits, nameOf(review));
  }
  return names
    .filter((name) => trials.has(name))
    .map((name) => ({ name, numerator: hits.get(name) ?? 0, denominator: trials.get(name) ?? 0 }));
}
