import type { Indicator, Problem, ReviewMeta } from "../model/index.js";
import { byCodeUnits, groupBy, keyOf } from "./order.js";

/** One counted series of a review's area, in order of period. */
export interface Series {
  readonly measure: string;
  readonly direction: Indicator["direction"];
  readonly codes: ReadonlySet<string>;
  readonly points: readonly { readonly period: string; readonly value: number }[];
  /** A period for which the series has two different values; either could be wrong, so the series cannot be tested. */
  readonly clash: string | undefined;
}

/**
 * The series of the review's own area, sorted by measure. Rows are one series where measure, unit and direction are the
 * same; where their periods clash, each source is a series of its own.
 */
export function seriesOf(meta: Pick<ReviewMeta, "area">, indicators: readonly Indicator[]): Series[] {
  const own = indicators.filter(({ area }) => isArea(meta.area, area));
  return grouped(own, ({ measure, unit, direction }) => keyOf(measure, unit, direction)).flatMap((rows) =>
    (clash(rows) === undefined ? [rows] : grouped(rows, ({ source }) => source)).map(inOrder),
  );
}

/** What in the indicators could not be used as it was perhaps meant. */
export function indicatorProblems(meta: Pick<ReviewMeta, "id" | "area">, indicators: readonly Indicator[]): Problem[] {
  const clashing = seriesOf(meta, indicators).filter((series) => series.clash !== undefined);
  return [...otherAreas(meta, indicators), ...clashing.map((series) => twoValues(meta.id, series))];
}

/** Rows of other areas: they bear on nothing here, which is right for a county's table and wrong for a misspelt name. */
function otherAreas(meta: Pick<ReviewMeta, "id" | "area">, indicators: readonly Indicator[]): Problem[] {
  const others = indicators.filter(({ area }) => !isArea(meta.area, area)).length;
  if (others === 0) return [];
  return [
    {
      rule: "triangulation/indicator-of-other-area",
      review: meta.id,
      document: "indicators.csv",
      place: "area",
      severity: "info",
      message: `${others} of ${indicators.length} rows are of another area than the review's and were left out.`,
      wayOut: "If they are of this area, write its name as review.yaml does.",
    },
  ];
}

/** Periods by their numbers where they have some, so that 2019-10 comes after 2019-9. */
export function byPeriod(a: string, b: string): number {
  const ours = pieces(a);
  const theirs = pieces(b);
  for (let i = 0; i < Math.min(ours.length, theirs.length); i++) {
    const one = ours[i] as string;
    const other = theirs[i] as string;
    const order = isNumber(one) && isNumber(other) ? Number(one) - Number(other) : byCodeUnits(one, other);
    if (order !== 0) return order;
  }
  return ours.length - theirs.length || byCodeUnits(a, b);
}

function pieces(period: string): string[] {
  return period.match(/\d+|\D+/g) ?? [];
}

function isNumber(piece: string): boolean {
  return /^\d/.test(piece);
}

function isArea(own: string, area: string): boolean {
  return plain(own) === plain(area);
}

function plain(area: string): string {
  return area.trim().replace(/\s+/g, " ").toLowerCase();
}

function grouped(rows: readonly Indicator[], keyOfRow: (row: Indicator) => string): Indicator[][] {
  return [...groupBy(rows, keyOfRow)].sort(([a], [b]) => byCodeUnits(a, b)).map(([, group]) => group);
}

/** The first period that has two different values; the same value said twice does no harm. */
function clash(rows: readonly Indicator[]): string | undefined {
  const values = new Map<string, number>();
  const clashing: string[] = [];
  for (const { period, value } of rows) {
    if ((values.get(period) ?? value) !== value) clashing.push(period);
    values.set(period, value);
  }
  return clashing.sort(byPeriod)[0];
}

function inOrder(rows: readonly Indicator[]): Series {
  const { measure, direction } = rows[0] as Indicator;
  const points = [...groupBy(rows, ({ period, value }) => keyOf(period, String(value))).values()].map(([row]) => {
    const { period, value } = row as Indicator;
    return { period, value };
  });
  points.sort((a, b) => byPeriod(a.period, b.period) || a.value - b.value);
  return { measure, direction, codes: new Set(rows.flatMap(({ codes }) => codes)), points, clash: clash(rows) };
}

function twoValues(review: string, { measure, clash }: Series): Problem {
  return {
    rule: "triangulation/indicator-twice",
    review,
    document: "indicators.csv",
    place: `measure ${measure}, period ${clash}`,
    severity: "warning",
    message: "Two different values of one measure stand for one period of one source; the series was not tested.",
    wayOut: "Keep one value a period, or tell the series apart by measure, unit or source.",
  };
}
