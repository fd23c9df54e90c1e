import { twoSidedNormal } from "./normal.js";

/** Longest series without ties whose distribution is counted out rather than approximated. */
export const LONGEST_EXACT = 10;

/** Whether a series in order of time goes up or down. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** S in standard deviations, after the continuity correction; 0 when all values are the same. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** Whether p was counted out over all orders of the series. */
  readonly exact: boolean;
}

/**
 * Mann-Kendall test for a monotonic trend (Mann 1945, Kendall 1975). Up to ten values without ties p comes from the
 * exact distribution of S; otherwise from the normal approximation with the variance corrected for ties and S moved one
 * step towards 0 (continuity). `z` is always the approximation's, so that series of any length can be laid side by side.
 * @param values in order of time; steps of time are taken as equal. Fewer than two give S 0 and p 1.
 * @throws RangeError for a value that is not a finite number.
 */
export function mannKendall(values: readonly number[]): MannKendall {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) {
    const early = values[i] as number;
    if (!Number.isFinite(early)) throw new RangeError(`a series must hold finite numbers; found ${early}`);
    for (let j = i + 1; j < n; j++) s += Math.sign((values[j] as number) - early);
  }
  const ties = tieSizes(values);
  const variance = (spread(n) - ties.reduce((sum, t) => sum + spread(t), 0)) / 18;
  const z = variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const exact = n <= LONGEST_EXACT && ties.length === 0;
  return { s, z, p: exact ? exactTwoSided(s, n) : twoSidedNormal(z), exact };
}

function spread(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}

function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

/** Twice the share of all n! orders whose S is at least |s|, at most 1 (Kendall 1975, table 1). */
function exactTwoSided(s: number, n: number): number {
  const orders = ordersByInversions(n);
  const pairs = (n * (n - 1)) / 2;
  // S = pairs - 2 x inversions, so S >= |s| where there are at most this many inversions.
  const most = (pairs - Math.abs(s)) / 2;
  let tail = 0;
  let all = 0;
  for (const [inversions, count] of orders.entries()) {
    all += count;
    if (inversions <= most) tail += count;
  }
  return Math.min(1, (2 * tail) / all);
}

/** How many orders of n different values have 0, 1, 2 ... inversions (Mahonian numbers). */
function ordersByInversions(n: number): number[] {
  let counts = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(counts.length + size - 1).fill(0);
    for (const [inversions, count] of counts.entries()) {
      for (let more = 0; more < size; more++) next[inversions + more] = (next[inversions + more] as number) + count;
    }
    counts = next;
  }
  return counts;
}
