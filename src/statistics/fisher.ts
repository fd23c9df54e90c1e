/**
 * Fisher's exact test of a two-by-two table, two-sided: the probability, with all margins held fixed, of a table as
 * unlikely as this one or more so (Fisher 1935; the two-sided rule of Freeman & Halton 1951, as in R).
 * @returns 1 where a margin is 0, since then only one table is possible.
 * @throws RangeError for a cell that is no whole number from 0.
 */
export function fisherExact([[a, b], [c, d]]: readonly [readonly [number, number], readonly [number, number]]): number {
  for (const cell of [a, b, c, d]) {
    if (!Number.isSafeInteger(cell) || cell < 0) throw new RangeError(`a cell must be a count; found ${cell}`);
  }
  const row = a + b;
  const column = a + c;
  const total = row + c + d;
  const ways = logChoose(total, column);
  const logProbability = (x: number) => logChoose(row, x) + logChoose(total - row, column - x) - ways;
  // Tables that are equally likely must count as such in spite of rounding.
  const limit = logProbability(a) + 1e-7;
  let p = 0;
  for (let x = Math.max(0, column - (total - row)); x <= Math.min(row, column); x++) {
    const log = logProbability(x);
    if (log <= limit) p += Math.exp(log);
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const SMALL_FACTORIALS = 64;
const smallLogFactorials: readonly number[] = (() => {
  const logs = [0];
  for (let n = 1; n < SMALL_FACTORIALS; n++) logs.push((logs[n - 1] as number) + Math.log(n));
  return logs;
})();

/** ln n!: added up while small, then Stirling's series, whose error from 64 on is under 1e-15. */
function logFactorial(n: number): number {
  const small = smallLogFactorials[n];
  if (small !== undefined) return small;
  const inverse = 1 / n;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}
