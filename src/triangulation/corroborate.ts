import type { Corroboration, Indicator, ReviewMeta, Verdict } from "../model/index.js";
import { type MannKendall, mannKendall, senSlope } from "../statistics/index.js";
import { type Series, seriesOf } from "./indicator-series.js";

/** Fewest periods that are tested; with fewer hardly any course could show. */
const FEWEST_PERIODS = 8;
/** Two-sided level of the test. */
const SIGNIFICANT = 0.05;

/**
 * Holds what sessions perceive against what is counted: a row for every code of the review that an indicator of its
 * area bears on, and for every series, in the order of the verdicts and then by measure. A code without a series has
 * no row; read that as `not tested`.
 *
 * `s`, `z`, `p` and `slope` are those of the series as counted, whatever its direction, and are left out where the
 * test was not made (under eight periods, or two values for one period).
 */
export function corroborate(
  meta: Pick<ReviewMeta, "id" | "area">,
  verdicts: readonly Verdict[],
  indicators: readonly Indicator[],
): Corroboration[] {
  const counted = seriesOf(meta, indicators).map((series) => ({ series, ...testOf(series) }));
  return verdicts
    .filter(({ review }) => review === meta.id)
    .flatMap(({ code, trend }) =>
      counted
        .filter(({ series }) => series.codes.has(code))
        .map(({ series, test, slope }) => ({
          review: meta.id,
          code,
          measure: series.measure,
          perceived: trend,
          periods: new Set(series.points.map(({ period }) => period)).size,
          ...(test && { s: test.s, z: test.z, p: test.p, slope }),
          result: test ? compare(trend, test, series.direction) : "not tested",
          series: series.points.map((point) => ({ ...point })),
        })),
    );
}

function testOf({ points, clash }: Series): { test?: MannKendall; slope?: number } {
  if (points.length < FEWEST_PERIODS || clash !== undefined) return {};
  const values = points.map(({ value }) => value);
  return { test: mannKendall(values), slope: senSlope(values) };
}

/**
 * A perceived course against a counted one. Where nobody names a course there is nothing to test, whatever the count
 * does; and a course that sessions disagree on, or that moves elsewhere, is neither borne out nor opposed by a count
 * that goes up or down.
 */
function compare(
  perceived: Verdict["trend"],
  { s, p }: MannKendall,
  direction: Indicator["direction"],
): Corroboration["result"] {
  if (perceived === "none") return "not tested";
  if (p >= SIGNIFICANT) return "not shown";
  const goesUp = s > 0 === (direction === "more");
  switch (perceived) {
    case "rising":
    case "emerging":
      return goesUp ? "corroborated" : "contradicted";
    case "falling":
      return goesUp ? "contradicted" : "corroborated";
    case "stable":
      return "contradicted";
    case "displaced":
    case "mixed":
      return "not tested";
  }
}
