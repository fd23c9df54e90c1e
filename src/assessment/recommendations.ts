import type { Problem, Recommendation, RecommendationTally } from "../model/index.js";
import { largestRemainder } from "../statistics/index.js";
import { byText, groupBy, plain, within } from "./names.js";
import type { AssessmentRules } from "./rules.js";
import { type SurveyItem, settled, waveOrder } from "./survey-facts.js";

/** Recommendations as the archive holds them: those of a review's folder, and the codes that the coder found in each reason. */
export type Recommended = { readonly review: string; readonly rows: readonly CodedRecommendation[] };
export type CodedRecommendation = Recommendation & { readonly reasonCodes: readonly string[] };

type Counts = Pick<RecommendationTally, "fully" | "partially" | "not">;
const STATUSES = ["not", "partially", "fully"] as const;

/** Fewest recommendations of which a share is given in per cent; under ten it would claim a precision that they do not have. */
const FEWEST = 10;

/**
 * Recommendations by cohort, and by area in it: from rows where a cohort has any, else from what a survey states. Rows that say the same
 * twice count once; the same recommendation with two statuses counts once, as the lesser, and is a problem. A tally that differs from
 * the rows, or whose parts do not add up, is a problem too.
 */
export function tallyRecommendations(
  recommended: readonly Recommended[],
  items: readonly SurveyItem[],
  rules: AssessmentRules,
): { tallies: RecommendationTally[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const rows = onceEach(recommended, problems);
  const counted = new Map<string, RecommendationTally>();
  const byCohort = groupBy(rows, ({ cohort }) => plain(cohort));
  for (const [cohort, own] of byCohort) counted.set(cohort, countRows(own[0]!.cohort, "", own));
  const stated = statedTallies(items, rules, problems);
  for (const { tally, review, lines } of stated) {
    const own = counted.get(plain(tally.cohort));
    if (own === undefined || STATUSES.every((status) => own[status] === tally[status])) continue;
    const figures = (of: Counts) => `${of.fully} fully, ${of.partially} partially, ${of.not} not`;
    problems.push({
      ...{
        rule: "assessment/tally-differs",
        review,
        document: "survey.csv",
        place: placeOf(lines),
        severity: "warning",
      },
      message: `Cohort ${tally.cohort}: the survey states ${figures(tally)}, recommendations.csv has ${figures(own)}; the rows are counted.`,
      wayOut: "Correct the tally, or add the recommendations that recommendations.csv lacks.",
    });
  }
  const whole = [
    ...counted.values(),
    ...stated.map(({ tally }) => tally).filter(({ cohort }) => !counted.has(plain(cohort))),
  ].sort((a, b) => byText(a.cohort, b.cohort));
  const tallies = whole.flatMap((one) =>
    one.source === "tally" ? [one] : [one, ...areasOf(one.cohort, byCohort.get(plain(one.cohort)) ?? [])],
  );
  return { tallies, problems };
}

const placeOf = (lines: readonly string[]): string => (lines.length === 0 ? "" : `line ${lines.join(", ")}`);

function areasOf(cohort: string, rows: readonly CodedRecommendation[]): RecommendationTally[] {
  return [...groupBy(rows, ({ area }) => plain(area))]
    .sort(([a], [b]) => byText(a, b))
    .map(([, of]) => countRows(cohort, of[0]!.area, of));
}

/** Each recommendation once. Two rows are one when cohort, area, id and text are equal. */
function onceEach(recommended: readonly Recommended[], problems: Problem[]): CodedRecommendation[] {
  const known = new Map<string, CodedRecommendation>();
  const all = recommended.flatMap(({ review, rows }) => rows.map((row) => ({ review, row })));
  // Of two statuses the lesser comes first, and stays.
  const keyOf = ({ cohort, area, id, text }: Recommendation) => JSON.stringify([cohort, area, id, text].map(plain));
  all.sort((a, b) => byText(keyOf(a.row), keyOf(b.row)) || rank(a.row) - rank(b.row) || byText(a.review, b.review));
  for (const { review, row } of all) {
    const before = known.get(keyOf(row));
    if (before !== undefined && before.status !== row.status)
      problems.push({
        ...{
          rule: "assessment/two-statuses",
          review,
          document: "recommendations.csv",
          place: `recommendation ${row.id}`,
        },
        severity: "warning",
        message: `The recommendation stands there as ${before.status} and as ${row.status}; it is counted once, as the lesser.`,
        wayOut: "Keep one of the rows, or give them ids of their own.",
      });
    if (before === undefined) known.set(keyOf(row), row);
  }
  return [...known.values()];
}

const rank = ({ status }: Pick<Recommendation, "status">): number => STATUSES.indexOf(status);

function countRows(cohort: string, area: string, rows: readonly CodedRecommendation[]): RecommendationTally {
  const of = (status: Recommendation["status"]): number => rows.filter((row) => row.status === status).length;
  const reasons = new Map<string, number>();
  for (const { status, reason, reasonCodes } of rows) {
    if (status === "fully" || reason.trim() === "") continue;
    for (const code of reasonCodes.length > 0 ? new Set(reasonCodes) : [""])
      reasons.set(code, (reasons.get(code) ?? 0) + 1);
  }
  return {
    ...tally(cohort, area, "rows", { fully: of("fully"), partially: of("partially"), not: of("not") }),
    reasons: [...reasons]
      .sort(([a, x], [b, y]) => Number(a === "") - Number(b === "") || y - x || byText(a, b))
      .map(([code, recommendations]) => ({ code, recommendations })),
  };
}

function tally(
  cohort: string,
  area: string,
  source: RecommendationTally["source"],
  { fully, partially, not }: Counts,
): RecommendationTally {
  const total = fully + partially + not;
  const [a = 0, b = 0, c = 0] = largestRemainder([fully, partially, not]);
  const shares = total < FEWEST ? undefined : { implemented: a + b, fully: a, partially: b, not: c };
  return { cohort, area, source, total, implemented: fully + partially, fully, partially, not, shares, reasons: [] };
}

type Stated = { tally: RecommendationTally; review: string; lines: string[] };

/** What surveys state of each cohort, in the last wave that states anything. */
function statedTallies(items: readonly SurveyItem[], rules: AssessmentRules, problems: Problem[]): Stated[] {
  const { topic, ...names } = rules.recommendations;
  const own = items.filter((item) => within(item.topic, topic));
  const order = waveOrder(items, rules);
  return [...groupBy(own, ({ cohort }) => plain(cohort)).values()].flatMap((of) => {
    const wave = order.findLast((name) => of.some(({ waves }) => waves.has(name)));
    const [{ cohort, review } = { cohort: "", review: "" }] = of;
    const read = (wordings: readonly string[]) => {
      const item = of.find((one) => wordings.some((wording) => plain(wording) === plain(one.item)));
      return item && wave !== undefined ? settled(item.waves.get(wave)) : undefined;
    };
    const said = {
      implemented: read(names.implemented),
      fully: read(names.fully),
      partially: read(names.partially),
      not: read(names.not),
    };
    const readings = Object.values(said).filter((one) => one !== undefined);
    const [total, ...totals] = new Set(readings.flatMap(({ outOf }) => outOf ?? []));
    const lines = [...new Set(readings.flatMap((one) => one.lines))];
    const fault = (found: string) => {
      problems.push({
        ...{
          rule: "assessment/tally-unfit",
          review,
          document: "survey.csv",
          place: placeOf(lines),
          severity: "warning",
        },
        message: `Cohort ${cohort}: the tally of recommendations ${found}; expected fully, partially and not that add up to one total.`,
        wayOut: "Correct the tally, or give the recommendations themselves in recommendations.csv.",
      });
      return [];
    };
    if (totals.length > 0) return fault(`has the totals ${[total, ...totals].join(" and ")}`);
    const all = total ?? sum(said.fully?.count, said.partially?.count, said.not?.count);
    const fully = said.fully?.count ?? less(said.implemented?.count, said.partially?.count);
    const partially = said.partially?.count ?? less(said.implemented?.count, said.fully?.count);
    const not = said.not?.count ?? less(all, sum(fully, partially));
    if (all === undefined || fully === undefined || partially === undefined || not === undefined || not < 0)
      return fault("is not complete");
    if (fully + partially + not !== all)
      return fault(`adds ${fully}, ${partially} and ${not} up to ${fully + partially + not}, not ${all}`);
    if (said.implemented !== undefined && said.implemented.count !== fully + partially)
      return fault(`has ${said.implemented.count} implemented, but ${fully} fully and ${partially} partially`);
    return [{ tally: tally(cohort, "", "tally", { fully, partially, not }), review, lines }];
  });
}

function sum(...numbers: (number | undefined)[]): number | undefined {
  return numbers.some((n) => n === undefined) ? undefined : numbers.reduce<number>((total, n) => total + (n ?? 0), 0);
}

function less(from: number | undefined, what: number | undefined): number | undefined {
  return from === undefined || what === undefined ? undefined : from - what;
}
