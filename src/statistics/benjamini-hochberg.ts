/**
 * Probabilities of many tests, adjusted so that the share of false ones among those at or below a level stays at that level
 * (Benjamini & Hochberg 1995, step-up). In the order given; the order does not matter to any of them.
 * @throws RangeError for a p that is no number from 0 to 1.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  for (const p of ps) if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability lies from 0 to 1; found ${p}`);
  const order = ps.map((_, at) => at).sort((a, b) => ps[b]! - ps[a]!);
  const adjusted = new Array<number>(ps.length);
  let least = 1;
  for (const [place, at] of order.entries()) {
    least = Math.min(least, (ps[at]! * ps.length) / (ps.length - place));
    adjusted[at] = least;
  }
  return adjusted;
}
