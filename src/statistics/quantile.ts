/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).
 * @param q 0 to 1. Undefined for an empty list. The list need not be sorted and is left as it is.
 */
export function quantile(values: readonly number[], q: number): number | undefined {
  return quantileOfSorted([...values].sort(ascending), q);
}

/** The middle value, or the mean of the two in the middle; undefined for an empty list. */
export function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5);
}

/** As `quantile`, for a list that is sorted already. */
export function quantileOfSorted(sorted: readonly number[], q: number): number | undefined {
  if (sorted.length === 0) return undefined;
  const at = (sorted.length - 1) * Math.min(1, Math.max(0, q));
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below === above ? below : below + (at - Math.floor(at)) * (above - below);
}

function ascending(a: number, b: number): number {
  return a - b;
}
