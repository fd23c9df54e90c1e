import { wilson } from "../statistics/index.js";
import { NO_REGION } from "./regions.js";
import { backing, count, type Tally } from "./tally.js";

/** Parts of the formula, each 0 to 1. */
export interface StrengthParts {
  /** Lower end of the share that the claim can count on. */
  readonly share: number;
  /** Share of the reviews behind it in which two sessions that share no sector back it. */
  readonly independent: number;
  /** How widely the reviews behind it are spread: half by sectors, half by regions; four of each are all of it. */
  readonly breadth: number;
  /** Share of the reviews that take a side which stand against it, a contested one for half. */
  readonly against: number;
}

/**
 * Strength of a claim on many reviews, 0 to 100: 100 x share x (0.6 + 0.2 x independent + 0.2 x breadth) x (1 - against / 2), rounded.
 *
 * *Share* is the lower end of Wilson's 95 % interval, so that few reviews make a weak claim even when all of them agree. Of two shares the lower is
 * taken: that of the denominator which is shown, and that among all reviews that could have said it whatever they said. (The shown denominator
 * asks that something of the heading was said, and counts a review that speaks unasked; under a heading of one code it is 100 % by construction.)
 */
export function strengthOf({ share, independent, breadth, against }: StrengthParts): number {
  return Math.round(100 * share * (0.6 + 0.2 * independent + 0.2 * breadth) * (1 - against / 2));
}

/** The lower of the two lower ends. */
export function countedOn(hits: number, of: number, wide: readonly [hits: number, of: number]): number {
  return Math.min(lowEnd(hits, of), lowEnd(...wide));
}

/** Nothing can be counted on where there is nothing to divide by. */
function lowEnd(hits: number, of: number): number {
  return of === 0 ? 0 : wilson(Math.min(hits, of), of).low;
}

/** What of a strength does not depend on the kind of claim. */
export function backingParts(tally: Tally, contradicted = 0): Omit<StrengthParts, "share"> {
  const reviews = backing(tally);
  const slots = reviews.flatMap(({ id }) => tally.slots.get(id) ?? []);
  const sectors = new Set(slots.flatMap((slot) => slot.sectors).filter((sector) => sector !== "unknown"));
  const regions = new Set(reviews.map(({ region }) => region).filter((region) => region !== NO_REGION));
  const spread = (n: number) => Math.min(1, Math.max(0, n - 1) / 3);
  const sides = reviews.length + count(tally, "against");
  const opposed = count(tally, "against") + count(tally, "contested") / 2 + contradicted;
  return {
    independent: slots.length === 0 ? 0 : slots.filter((slot) => slot.independent).length / slots.length,
    breadth: (spread(sectors.size) + spread(regions.size)) / 2,
    against: sides === 0 ? 0 : Math.min(1, opposed / sides),
  };
}
