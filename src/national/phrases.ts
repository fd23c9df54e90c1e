import { counted, type Phrase } from "../findings/index.js";
import type { Share } from "../model/index.js";
import { SUPPRESSED } from "../privacy/index.js";

/** Fewest units from which a share is also told in per cent; below, a per cent would claim a precision that they do not have. */
const PER_CENT_FROM = 10;

/** "41 of 58 reviews (71 per cent)"; held-back counts as `[c]`. */
export function ofPhrase(hits: number | null, of: number | null, unit = "review"): Phrase {
  const units = of === 1 ? unit : `${unit}s`;
  const share =
    hits !== null && of !== null && of >= PER_CENT_FROM ? ` (${Math.round((100 * hits) / of)} per cent)` : "";
  return { text: `${hits ?? SUPPRESSED} of ${of ?? SUPPRESSED} ${units}${share}`, many: hits !== 1 };
}

/** "three reviews"; nothing for none, so that the part that names it is left out. */
export function someReviews(n: number | null): Phrase | undefined {
  if (n === 0) return undefined;
  return n === null ? { text: `${SUPPRESSED} reviews`, many: true } : { text: counted(n, "review"), many: n !== 1 };
}

/** "South East (6 of 7)". */
export function sharePhrase({ name, numerator, denominator }: Share): string {
  return `${name} (${numerator ?? SUPPRESSED} of ${denominator ?? SUPPRESSED})`;
}

/** "the second quarter of 2019". */
export function quarterPhrase(quarter: string): string {
  const [year, number] = quarter.split("-Q");
  const ordinal = ["first", "second", "third", "fourth"][Number(number) - 1];
  return ordinal === undefined ? quarter : `the ${ordinal} quarter of ${year}`;
}
