/**
 * Holm's step-down correction (Holm 1979): probabilities adjusted so that, over all of them together, a false positive at 0.05 comes up in at
 * most one family in twenty, whatever their dependence. In the order of the input.
 */
export function holm(probabilities: readonly number[]): number[] {
  const order = probabilities.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p || a.i - b.i);
  const adjusted = new Array<number>(probabilities.length);
  let least = 0;
  for (const [rank, { p, i }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (probabilities.length - rank)));
    adjusted[i] = least;
  }
  return adjusted;
}
