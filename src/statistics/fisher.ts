/** A two-by-two table of counts: rows are groups, columns are outcomes. */
export type TwoByTwo = readonly [readonly [number, number], readonly [number, number]];

/**
 * Fisher's exact test of a two-by-two table, two-sided: the probability, with all margins held fixed, of a table as
 * unlikely as this one or more so (Fisher 1935; the two-sided rule of Freeman & Halton 1951, as in R).
 * @returns 1 where a margin is 0, since then only one table is possible.
 * @throws RangeError for a cell that is no whole number from 0.
 */
export function fisherExact(table: TwoByTwo): number {
  const { logs, own } = possibleTables(table);
  return tail(logs, own);
}

/** What Fisher's test of a table could have said at all, its margins being what they are. */
export type Reach = {
  /** The smallest p that any table with these margins gives. */
  readonly least: number;
  /** The probability, where nothing differs, of a p at or below the level: for small tables well under the level itself. */
  readonly size: number;
};

/**
 * The reach of Fisher's exact test for a table's margins. A table whose `least` is over the level cannot be told from chance
 * whatever it holds (Tarone 1990); the sum of `size` over many tables is how many would be told by chance alone.
 * @throws RangeError for a cell that is no whole number from 0.
 */
export function fisherReach(table: TwoByTwo, level: number): Reach {
  const { logs } = possibleTables(table);
  const order = [...logs].sort((a, b) => a - b);
  let least = 1;
  let size = 0;
  let below = 0;
  for (let from = 0; from < order.length; ) {
    // Tables that are equally likely share one p.
    let to = from;
    while (to < order.length && order[to]! <= order[from]! + EQUAL) below += Math.exp(order[to++]!);
    const p = Math.min(1, below);
    if (from === 0) least = p;
    if (p > level) break;
    size = p;
    from = to;
  }
  return { least, size };
}

/** Tables that are equally likely must count as such in spite of rounding. */
const EQUAL = 1e-7;

function tail(logs: readonly number[], own: number): number {
  let p = 0;
  for (const log of logs) if (log <= own + EQUAL) p += Math.exp(log);
  return Math.min(1, p);
}

/** Logarithms of the probability of every table with the same margins, and of the table itself. */
function possibleTables([[a, b], [c, d]]: TwoByTwo): { logs: number[]; own: number } {
  for (const cell of [a, b, c, d]) {
    if (!Number.isSafeInteger(cell) || cell < 0) throw new RangeError(`a cell must be a count; found ${cell}`);
  }
  const row = a + b;
  const column = a + c;
  const total = row + c + d;
  const ways = logChoose(total, column);
  const logProbability = (x: number) => logChoose(row, x) + logChoose(total - row, column - x) - ways;
  const logs: number[] = [];
  for (let x = Math.max(0, column - (total - row)); x <= Math.min(row, column); x++) logs.push(logProbability(x));
  return { logs, own: logProbability(a) };
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
