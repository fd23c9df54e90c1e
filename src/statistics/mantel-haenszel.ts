import { twoSidedNormal } from "./normal.js";

/** A two-by-two table of one stratum: hits and trials of two groups. */
export interface Stratum {
  readonly hits: number;
  readonly of: number;
  readonly otherHits: number;
  readonly otherOf: number;
}

/**
 * Whether one group hits more often than another inside strata (Mantel & Haenszel 1959; Cochran 1954), with the continuity correction: strata with
 * unequal groups do not make a difference by their sizes alone. Strata without contrast (an empty group, all hits or none) say nothing.
 * @returns z, positive where the first group hits more, and its two-sided normal probability; 0 and 1 without contrast.
 */
export function mantelHaenszel(strata: Iterable<Stratum>): { readonly z: number; readonly p: number } {
  let over = 0;
  let variance = 0;
  for (const { hits, of, otherHits, otherOf } of strata) {
    const all = of + otherOf;
    const allHits = hits + otherHits;
    if (of === 0 || otherOf === 0 || allHits === 0 || allHits === all) continue;
    over += hits - (of * allHits) / all;
    variance += (of * otherOf * allHits * (all - allHits)) / (all ** 2 * (all - 1));
  }
  if (variance === 0) return { z: 0, p: 1 };
  const z = (Math.sign(over) * Math.max(0, Math.abs(over) - 0.5)) / Math.sqrt(variance);
  return { z, p: twoSidedNormal(z) };
}
