import type { Wording as CodeWording } from "../findings/index.js";
import { codePhrase } from "../findings/index.js";
import type { Assessment, Concept, Frame, Problem, RecommendationTally, SiftArea } from "../model/index.js";
import { byText, groupBy, plain, principleOf, within } from "./names.js";
import { narrative } from "./narrative.js";
import { type AssessedReview, passagesOf } from "./passages.js";
import { clause, cohortName, list, say } from "./phrases.js";
import { propose } from "./propose.js";
import { Quotes } from "./quotes.js";
import { type Recommended, tallyRecommendations } from "./recommendations.js";
import type { AssessmentRules } from "./rules.js";
import { overall, siftMatrix } from "./sift.js";
import { points, surveyChanges } from "./survey-changes.js";
import { surveyContradictions } from "./survey-contradictions.js";
import { type Survey, surveyItems } from "./survey-facts.js";

/** Everything that an assessment is made from. Rows may come in any order. */
export type AssessmentRows = {
  readonly reviews: readonly AssessedReview[];
  readonly recommended: readonly Recommended[];
  readonly surveys: readonly Survey[];
  readonly concepts: readonly Pick<Concept, "id" | "prefLabel">[];
  /** The frame that the rules name. */
  readonly frame: Frame;
  /** How codes are called in running text. */
  readonly codeWording: CodeWording;
};

/** The assessment of a programme with what is wrong in its data. Pure; the same rows and rules give the same assessment. */
export function assess(rows: AssessmentRows, rules: AssessmentRules): { assessment: Assessment; problems: Problem[] } {
  const { reviews, frame, concepts, codeWording } = rows;
  const { wording } = rules;
  const labels = new Map(concepts.map(({ id, prefLabel }) => [id, prefLabel]));
  const codeName = (code: string): string => codePhrase(code, labels.get(code), codeWording).text;
  const items = surveyItems(rows.surveys);
  const { changes, outcome } = surveyChanges(items, rules);
  const contradictions = surveyContradictions(items, rules);
  const { tallies, problems } = tallyRecommendations(rows.recommended, items, rules);
  const passages = passagesOf(reviews, frame, rules);
  const sift = propose(siftMatrix(reviews, passages, frame), rules.sift.areas, rules.sift.seed);
  const verbatim = new Set(
    reviews.flatMap(({ meta, sessions }) =>
      sessions.filter(({ record }) => record === "verbatim").map(({ id }) => JSON.stringify([meta.id, id])),
    ),
  );
  const quotes = new Quotes(rules, (review, session) => verbatim.has(JSON.stringify([review, session])));
  const assessment: Assessment = {
    title: wording.title,
    heads: wording.heads,
    method: wording.method,
    recommendations: tallies,
    implementation: tallies
      .filter(({ area }) => area === "")
      .flatMap((tally) => implementation(tally, codeName, rules)),
    changes,
    outcome: rows.surveys.some((survey) => survey.rows.length > 0) ? outcome : undefined,
    overview: surveyOverview(changes, outcome, rules),
    contradictions,
    sift,
    proposal: proposalSentences(sift, rules),
    principles: narrative({ frame, changes, passages, quotes, codeName, rules }),
  };
  const unplaced = [...groupBy(items, ({ topic }) => plain(topic)).values()].filter(
    ([one]) => !rules.notAreas.some((topic) => within(one!.topic, topic)) && principleOf(one!.topic, rules) === "",
  );
  return {
    assessment,
    problems: [
      ...problems,
      ...contradictions.map(
        ({ kind, review, lines, statement }): Problem => ({
          rule: `assessment/${kind.replaceAll(" ", "-")}`,
          ...{ review, document: "survey.csv", place: lines.length === 0 ? "" : `line ${lines.join(", ")}` },
          severity: "warning",
          message: statement,
          wayOut: "Look it up at the survey's source; correct the figure, or say in the report that it is not known.",
        }),
      ),
      ...unplaced.map(
        ([one]): Problem => ({
          ...{ rule: "assessment/unknown-topic", review: one!.review, document: "survey.csv", place: "" },
          severity: "info",
          message: `The topic ${one!.topic} stands under no principle; its items are in survey.csv and in no narrative.`,
          wayOut: "Name it under `topics` of the assessment rules.",
        }),
      ),
    ],
  };
}

function implementation(
  tally: RecommendationTally,
  codeName: (code: string) => string,
  { wording }: AssessmentRules,
): string[] {
  const words = wording.recommendations;
  const cohort = cohortName(tally.cohort, wording);
  const share = (count: number, per: number | undefined): string =>
    per === undefined ? `${count}` : `${count} (${per} per cent)`;
  const { implemented, fully, partially, not, total, shares } = tally;
  const reasons = tally.reasons.map(({ code, recommendations }) =>
    code === ""
      ? clause(words.uncoded, { count: String(recommendations) })
      : clause(words.reason, { code: codeName(code), count: String(recommendations) }),
  );
  return [
    say(words.overall, {
      ...{ cohort, total: String(total), implemented: share(implemented, shares?.implemented) },
      ...{
        fully: share(fully, shares?.fully),
        partially: share(partially, shares?.partially),
        not: share(not, shares?.not),
      },
    }),
    ...(reasons.length > 0 ? [say(words.reasons, { cohort, reasons: list(reasons) })] : []),
    ...(tally.source === "tally" ? [say(words.tally, { cohort })] : []),
  ];
}

function surveyOverview(
  changes: Assessment["changes"],
  outcome: NonNullable<Assessment["outcome"]>,
  { wording, level }: AssessmentRules,
): string[] {
  const { survey: words } = wording;
  const { compared, nominal, expected, couldTell, standing } = outcome;
  if (compared === 0) return [];
  return [
    say(words.compared, { compared: String(compared), level: String(level) }),
    say(words.chance, { nominal, expected: expected.toFixed(1), couldTell: String(couldTell) }),
    standing > 0 ? say(words.standing, { standing }) : say(words.noneStanding, { nominal }),
    words.dependent,
    ...[
      ...groupBy(
        changes.filter(({ p }) => p !== undefined),
        ({ cohort }) => plain(cohort),
      ).values(),
    ].map((own) => {
      const of = (way: "better" | "worse"): number => own.filter((change) => points(change) === way).length;
      const cohort = cohortName(own[0]!.cohort, wording);
      const counts = { better: of("better"), worse: of("worse") };
      const told = say(words.overview, {
        ...{ compared: own.length, ...counts, same: own.length - counts.better - counts.worse },
      });
      return `${cohort}: ${told.charAt(0).toLowerCase()}${told.slice(1)}`;
    }),
  ];
}

function proposalSentences(sift: readonly SiftArea[], { wording, sift: { seed } }: AssessmentRules): string[] {
  const { sift: words } = wording;
  const proposed = sift.filter(({ proposal }) => proposal === "proposed");
  const unscored = sift.filter(({ standing }) => standing === "");
  const said: string[] = [];
  if (proposed.length > 0)
    said.push(
      say(words.proposed, {
        count: proposed.length,
        areas: list(proposed.map(({ area }) => area)),
        seed: String(seed),
      }),
      ...proposed.map((area) => {
        const { strong, weak, score } = overall(area);
        return say(words.area, {
          ...{ area: area.area, cohort: cohortName(area.cohort, wording), region: area.region || "region not known" },
          standing: area.standing === "" ? "" : wording.standings[area.standing],
          ...{ score: String(score), strong: String(strong.length), weak: String(weak.length) },
        });
      }),
      ...sift
        .filter(({ proposal }) => proposal === "substitute")
        .map(({ area, insteadOf }) => say(words.substitute, { area, insteadOf })),
    );
  if (unscored.length > 0) said.push(say(words.left, { areas: list(unscored.map(({ area }) => area).sort(byText)) }));
  return said;
}
