import type { SurveyReading, SurveyRow } from "../model/index.js";
import { byText, plain } from "./names.js";
import type { AssessmentRules } from "./rules.js";

/** A survey as the archive holds it: its rows, and the review whose folder it stands in. */
export type Survey = { readonly review: string; readonly rows: readonly SurveyRow[] };

/** All that surveys state of one item: by wave, each different statement once, with the places that state it. */
export type SurveyItem = {
  readonly cohort: string;
  readonly topic: string;
  readonly item: string;
  readonly measure: string;
  /** Review whose survey names it first, in order of id; for messages. */
  readonly review: string;
  readonly waves: ReadonlyMap<string, readonly SurveyReading[]>;
};

/**
 * The rows of all surveys as facts: rows that are equal but for `line` are one fact that is stated in several places, whatever review's
 * folder they stand in. Where two statements of a wave give the same count and one gives no base, the base of the other is taken for both.
 * Sorted; the order of rows does not matter.
 */
export function surveyItems(surveys: readonly Survey[]): SurveyItem[] {
  type Draft = Omit<SurveyItem, "waves"> & { waves: Map<string, Map<string, SurveyReading>> };
  const items = new Map<string, Draft>();
  for (const { review, rows } of [...surveys].sort((a, b) => byText(a.review, b.review)))
    for (const row of [...rows].sort(
      (a, b) => byText(keyOf(a), keyOf(b)) || byText(spelled(a), spelled(b)) || byText(a.line, b.line),
    )) {
      const { cohort, topic, item, measure, wave, count, outOf, line } = row;
      const key = keyOf(row);
      const known = items.get(key) ?? { cohort, topic, item, measure, review, waves: new Map() };
      items.set(key, known);
      const statements = known.waves.get(plain(wave)) ?? new Map<string, SurveyReading>();
      known.waves.set(plain(wave), statements);
      const same = `${count}/${outOf ?? ""}`;
      const lines = statements.get(same)?.lines ?? [];
      statements.set(same, {
        wave,
        count,
        outOf,
        lines: line === "" || lines.includes(line) ? lines : [...lines, line],
      });
    }
  return [...items.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, { waves, ...item }]) => ({
      ...item,
      waves: new Map([...waves].sort(([a], [b]) => byText(a, b)).map(([wave, of]) => [wave, based([...of.values()])])),
    }));
}

function keyOf({ cohort, topic, item, measure }: SurveyRow): string {
  return JSON.stringify([cohort, topic, item, measure].map(plain));
}

/** The row as written, so that of two spellings the same one is shown whatever the order. */
function spelled({ cohort, topic, item, measure, wave, count, outOf }: SurveyRow): string {
  return JSON.stringify([cohort, topic, item, measure, wave, count, outOf ?? null]);
}

/** Joins the statements of one wave that differ only in that one leaves the base out. */
function based(statements: SurveyReading[]): SurveyReading[] {
  const open = statements.filter(({ outOf }) => outOf === undefined);
  let joined = statements.filter(({ outOf }) => outOf !== undefined);
  for (const one of open) {
    const same = joined.filter(({ count }) => count === one.count);
    if (same.length !== 1) joined = [...joined, one];
    else
      joined = joined.map((other) => (other === same[0] ? { ...other, lines: [...other.lines, ...one.lines] } : other));
  }
  const byLine = (a: string, b: string): number => Number(a) - Number(b) || byText(a, b);
  return joined
    .map((one) => ({ ...one, lines: [...new Set(one.lines)].sort(byLine) }))
    .sort((a, b) => a.count - b.count || (a.outOf ?? -1) - (b.outOf ?? -1));
}

/** The one statement of a wave, where there is one and it can hold: a count of whole areas, not over its base. */
export function settled(statements: readonly SurveyReading[] | undefined): SurveyReading | undefined {
  const [only, other] = statements ?? [];
  return only !== undefined && other === undefined && isCount(only) ? only : undefined;
}

/** Most that a base may be: over it a count is taken for a slip, and no test is worth its time. */
export const MOST = 100_000;

/** Whether a reading is a count at all, and not over its base. */
export function isCount({ count, outOf }: SurveyReading): boolean {
  const whole = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= MOST;
  return whole(count) && (outOf === undefined || (whole(outOf) && count <= outOf));
}

/** The waves of surveys in order: the wave on entry first, the later ones by name. Empty where only one wave is known. */
export function waveOrder(items: readonly SurveyItem[], { waves }: Pick<AssessmentRules, "waves">): string[] {
  const names = new Set(items.flatMap((item) => [...item.waves.keys()]));
  const entry = waves.entry.map(plain).filter((name) => names.has(name));
  const later = [...names].filter((name) => !entry.includes(name)).sort(byText);
  const [first = later.shift()] = entry;
  return first === undefined ? [] : [first, ...later];
}
