import type { Interval } from "./bootstrap.js";

/** Two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share (Wilson 1927), 95 %: it stays inside 0 and 1 and is honest for small numbers and for none or all.
 * @returns 0 to 1 where there is nothing to divide by.
 * @throws RangeError for counts that are no whole numbers, or for more hits than trials.
 */
export function wilson(hits: number, of: number): Interval {
  if (!Number.isSafeInteger(hits) || !Number.isSafeInteger(of) || hits < 0 || hits > of)
    throw new RangeError(`a share needs 0 <= hits <= trials, whole; found ${hits} of ${of}`);
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const square = Z ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  return { low: hits === 0 ? 0 : middle - half, high: hits === of ? 1 : middle + half };
}

/**
 * Newcombe's interval of a difference of two independent shares, first less second, 95 % (Newcombe 1998, method 10), made of their Wilson intervals.
 * @throws RangeError as `wilson`.
 */
export function differenceOfShares(
  [hits, of]: readonly [number, number],
  [otherHits, otherOf]: readonly [number, number],
): Interval {
  const [one, other] = [wilson(hits, of), wilson(otherHits, otherOf)];
  if (of === 0 || otherOf === 0) return { low: -1, high: 1 };
  const [p, q] = [hits / of, otherHits / otherOf];
  return {
    low: p - q - Math.hypot(p - one.low, other.high - q),
    high: p - q + Math.hypot(one.high - p, q - other.low),
  };
}
