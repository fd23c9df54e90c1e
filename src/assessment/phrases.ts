import { counted, fill, list, number, type Phrase, share } from "../findings/index.js";
import type { SurveyReading } from "../model/index.js";
import type { Wording } from "./rules.js";

/** Texts as slots of a template. A number gives its word and decides the form of the verb; zero and one are one. */
export function say(template: string, slots: Readonly<Record<string, string | number>>): string {
  return fill([template], phrases(slots));
}

/** The same, as part of a sentence: without a capital. */
export function clause(template: string, slots: Readonly<Record<string, string | number>>): string {
  return fill([template], phrases(slots), "clause");
}

function phrases(slots: Readonly<Record<string, string | number>>): Record<string, Phrase> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, value]) => [
      name,
      typeof value === "number"
        ? { text: value === 0 ? "none" : number(value), many: value !== 1 && value !== 0 }
        : { text: value, many: false },
    ]),
  );
}

/** "two of nine areas"; "all nine areas"; "four areas, no base". */
export function readingPhrase({ count, outOf }: SurveyReading): string {
  return outOf === undefined ? `${counted(count, "area")}, no base` : share(count, outOf, "area");
}

/** How a cohort is called in running text. */
export function cohortName(cohort: string, wording: Wording): string {
  return cohort === "" ? wording.noCohort : clause(wording.cohort, { cohort });
}

/** The first `most` items, and how many more there are. Items hold commas, so semicolons part them. */
export function itemList(items: readonly string[], most: number): string {
  const shown = items.slice(0, most);
  return [...shown, ...(items.length > shown.length ? [`${number(items.length - shown.length)} more`] : [])].join("; ");
}

export { counted, list };
