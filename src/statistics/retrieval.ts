/** What was found against what was there. Counts of units. */
export interface Hits {
  /** Found and there. */
  readonly right: number;
  /** Found, not there. */
  readonly extra: number;
  /** There, not found. */
  readonly missed: number;
}

/** Share of what was found that was there; undefined when nothing was found. */
export function precision({ right, extra }: Hits): number | undefined {
  return share(right, right + extra);
}

/** Share of what was there that was found; undefined when nothing was there. */
export function recall({ right, missed }: Hits): number | undefined {
  return share(right, right + missed);
}

/** Harmonic mean of precision and recall (van Rijsbergen 1979, F with beta 1); undefined when nothing was there and nothing found. */
export function f1({ right, extra, missed }: Hits): number | undefined {
  return share(2 * right, 2 * right + extra + missed);
}

/**
 * Mean of the F1 of several values, each with the same weight, so that a rare value counts as much as a common one.
 * Values that neither side used are left out; undefined when that leaves none.
 */
export function macroF1(values: Iterable<Hits>): number | undefined {
  let sum = 0;
  let counted = 0;
  for (const hits of values) {
    const figure = f1(hits);
    if (figure === undefined) continue;
    sum += figure;
    counted++;
  }
  return share(sum, counted);
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
