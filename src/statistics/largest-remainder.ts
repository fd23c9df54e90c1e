/**
 * Whole shares of counts that add up to `whole` exactly: every share is rounded down, and what is left goes, one each, to the largest
 * remainders (Hamilton's method); of equal remainders the larger count comes first, then the earlier.
 * @returns zeros where all counts are 0.
 * @throws RangeError for a count that is negative or not finite.
 */
export function largestRemainder(counts: readonly number[], whole = 100): number[] {
  for (const count of counts)
    if (!(count >= 0 && Number.isFinite(count))) throw new RangeError(`a count is 0 or more; found ${count}`);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * whole) / total);
  const shares = exact.map(Math.floor);
  const left = whole - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (at: number): number => exact[at]! - shares[at]!;
  const order = counts.map((_, at) => at);
  order.sort((a, b) => remainder(b) - remainder(a) || counts[b]! - counts[a]! || a - b);
  for (const at of order.slice(0, left)) shares[at]!++;
  return shares;
}
