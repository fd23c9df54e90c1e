/** What stands for the quarter of a review without a date. */
export const NO_QUARTER = "";

/** `2019-Q2` of an ISO date, or of its first part (`2019-05`); `NO_QUARTER` where there is no month. */
export function quarterOf(date: string): string {
  const [, year, month] = /^(\d{4})-(\d{2})/.exec(date) ?? [];
  const number = Number(month);
  return year === undefined || number < 1 || number > 12 ? NO_QUARTER : `${year}-Q${Math.ceil(number / 3)}`;
}

/**
 * The first quarter of the later half: the split between two quarters that parts the reviews most evenly, the earlier of equals. It looks at dates
 * alone, never at what was said. Undefined with fewer than two quarters.
 */
export function halfway(quarters: readonly { readonly name: string; readonly reviews: number }[]): string | undefined {
  const total = quarters.reduce((sum, { reviews }) => sum + reviews, 0);
  let before = 0;
  let best: { name: string; gap: number } | undefined;
  for (const [i, { name, reviews }] of quarters.entries()) {
    const gap = Math.abs(total - 2 * before);
    if (i > 0 && (best === undefined || gap < best.gap)) best = { name, gap };
    before += reviews;
  }
  return best?.name;
}
