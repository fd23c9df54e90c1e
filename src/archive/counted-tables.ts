import type { Indicator, Recommendation, ReviewMeta, SurveyRow } from "../model/index.js";
import { badValue, codesOfCell, numberOf } from "./cells.js";
import { isYearSpan, readPeriod } from "./periods.js";
import type { Report } from "./report.js";
import { plain } from "./synonyms.js";
import { readTable } from "./table.js";

const MORE = new Set(["", "more", "up", "positive", "higher", "higher is more", "increase", "rising", "1", "same"]);
const LESS = new Set([
  "less",
  "down",
  "negative",
  "lower",
  "higher is less",
  "inverse",
  "decrease",
  "falling",
  "opposite",
]);

/**
 * Reads indicators.csv. A row without measure, codes the lexicon has, a period and a number is left out and named; figures that the source
 * itself suppressed are left out and counted once. An empty area is the review's; an empty direction is `more`.
 */
export async function readIndicators(
  bytes: Uint8Array,
  meta: ReviewMeta,
  known: ReadonlySet<string>,
  report: Report,
): Promise<Indicator[]> {
  const rows = await readTable("indicators", bytes, ["measure", "codes", "period", "value"], report);
  const yearsAhead = new Set(rows.filter((r) => isYearSpan(r.cell("period"))).map((r) => r.cell("measure")));
  const suppressed: number[] = [];
  const out: Indicator[] = [];
  for (const row of rows) {
    const place = (column: string) => `line ${row.line}, ${column}`;
    const measure = row.cell("measure");
    const codes = codesOfCell(row.cell("codes"), known, place("codes"), report);
    const period = readPeriod(row.cell("period"), yearsAhead.has(measure));
    const value = numberOf(row.cell("value"));
    const direction = plain(row.cell("direction"));
    if (measure === "" || codes.length === 0) {
      const column = measure === "" ? "measure" : "codes";
      const expected = measure === "" ? "the name of a series" : "at least one code of the lexicon";
      badValue(report, place(column), row.cell(column), `${expected}; the line is left out`, "Fill it in.");
    } else if (period === undefined)
      badValue(
        report,
        place("period"),
        row.cell("period"),
        "2019, 2019-Q2, 2019-05 or 2018/19; the line is left out",
        "Write the period in one of these ways.",
      );
    else if (value === undefined)
      badValue(report, place("value"), row.cell("value"), "a number; the line is left out", "Write the figure alone.");
    else if (value === "suppressed") suppressed.push(row.line);
    else {
      if (!MORE.has(direction) && !LESS.has(direction))
        badValue(
          report,
          place("direction"),
          row.cell("direction"),
          "more or less; more was taken",
          "Write less where a higher figure means less of the code.",
        );
      out.push({
        measure,
        codes,
        area: sameArea(row.cell("area"), meta.area),
        period,
        value,
        unit: row.cell("unit"),
        source: row.cell("source"),
        direction: LESS.has(direction) ? "less" : "more",
      });
    }
  }
  if (suppressed.length > 0)
    report({
      rule: "archive/no-figure",
      severity: "info",
      place: `line ${suppressed[0]}`,
      message: `${suppressed.length} ${suppressed.length === 1 ? "line gives" : "lines give"} no figure (empty or suppressed), the first at this place; left out.`,
      wayOut: "Nothing, unless the figure is known.",
    });
  return out;
}

/** The review's own spelling where a table's differs in case, spaces or punctuation only, or says nothing. */
function sameArea(written: string, area: string): string {
  return written === "" || plain(written) === plain(area) ? area : written;
}

const STATUS: ReadonlyMap<string, Recommendation["status"]> = new Map([
  ...[
    "fully",
    "fully implemented",
    "full",
    "complete",
    "completed",
    "implemented",
    "yes",
    "done",
    "in full",
    "met",
  ].map((word) => [word, "fully"] as const),
  ...[
    "partially",
    "partially implemented",
    "partial",
    "partly",
    "in part",
    "part",
    "in progress",
    "ongoing",
    "partly met",
  ].map((word) => [word, "partially"] as const),
  ...["not", "not implemented", "no", "none", "not started", "rejected", "not met", "not done", "outstanding"].map(
    (word) => [word, "not"] as const,
  ),
]);

/** Reads recommendations.csv. Cohort and area default to the review's; a row without a status that is known is left out and named. */
export async function readRecommendations(
  bytes: Uint8Array,
  meta: ReviewMeta,
  known: ReadonlySet<string>,
  report: Report,
): Promise<Recommendation[]> {
  const out: Recommendation[] = [];
  for (const row of await readTable("recommendations", bytes, ["text", "status"], report)) {
    const status = STATUS.get(plain(row.cell("status")));
    if (status === undefined) {
      badValue(
        report,
        `line ${row.line}, status`,
        row.cell("status"),
        "fully, partially or not; the line is left out",
        "Write how far it was implemented.",
      );
      continue;
    }
    out.push({
      cohort: row.cell("cohort") || meta.cohort,
      area: sameArea(row.cell("area"), meta.area),
      id: row.cell("id") || `${row.line}`,
      text: row.cell("text"),
      codes: codesOfCell(row.cell("codes"), known, `line ${row.line}, codes`, report),
      status,
      reason: row.cell("reason"),
    });
  }
  return out;
}

/** Reads survey.csv. A row without a count is left out and named; without `out_of` it stays, and no rate can be formed from it. */
export async function readSurvey(bytes: Uint8Array, meta: ReviewMeta, report: Report): Promise<SurveyRow[]> {
  const out: SurveyRow[] = [];
  for (const row of await readTable("survey", bytes, ["measure", "count"], report)) {
    const count = numberOf(row.cell("count"));
    const outOf = numberOf(row.cell("outOf"));
    if (typeof count !== "number") {
      badValue(
        report,
        `line ${row.line}, count`,
        row.cell("count"),
        "a number; the line is left out",
        "Write the count in figures.",
      );
      continue;
    }
    if (outOf === undefined)
      badValue(
        report,
        `line ${row.line}, out_of`,
        row.cell("outOf"),
        "a number or nothing",
        "Write how many answered, in figures.",
      );
    out.push({
      cohort: row.cell("cohort") || meta.cohort,
      topic: row.cell("topic"),
      item: row.cell("item"),
      measure: row.cell("measure"),
      wave: row.cell("wave"),
      count,
      outOf: typeof outOf === "number" ? outOf : undefined,
      line: row.cell("line"),
    });
  }
  return out;
}
