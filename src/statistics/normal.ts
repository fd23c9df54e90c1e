/** Probability that a standard normal value lies at least as far from 0 as `z`, on either side. */
export function twoSidedNormal(z: number): number {
  return complementaryError(Math.abs(z) / Math.SQRT2);
}

/** erfc for x >= 0: power series near 0, continued fraction beyond (Abramowitz & Stegun 1964, 7.1.6 and 7.1.14). */
function complementaryError(x: number): number {
  return x < 2 ? 1 - errorBySeries(x) : complementByFraction(x);
}

function errorBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function complementByFraction(x: number): number {
  // From the inside out; 120 levels leave an error under 1e-15 at x = 2, where convergence is slowest.
  let fraction = x;
  for (let n = 120; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
