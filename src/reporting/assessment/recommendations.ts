import type { RecommendationTally } from "../../model/index.js";
import { csv, figure, items, text } from "../csv.js";
import type { Reporter } from "../run-report.js";

const COLUMNS = [
  text<RecommendationTally>("cohort", (row) => row.cohort),
  text<RecommendationTally>("area", (row) => row.area),
  text<RecommendationTally>("source", (row) => row.source),
  figure<RecommendationTally>("total", (row) => row.total),
  figure<RecommendationTally>("implemented", (row) => row.implemented),
  figure<RecommendationTally>("fully", (row) => row.fully),
  figure<RecommendationTally>("partially", (row) => row.partially),
  figure<RecommendationTally>("not", (row) => row.not),
  figure<RecommendationTally>("implemented_share", (row) => row.shares?.implemented),
  figure<RecommendationTally>("fully_share", (row) => row.shares?.fully),
  figure<RecommendationTally>("partially_share", (row) => row.shares?.partially),
  figure<RecommendationTally>("not_share", (row) => row.shares?.not),
  items<RecommendationTally>("reasons", (row) =>
    row.reasons.map(({ code, recommendations: count }) => `${code || "no code"}:${count}`),
  ),
];

/** assessment/recommendations.csv: how far they were carried out, a row for a cohort (no area) and one for each of its areas. */
export const recommendations: Reporter = function* ({ assessment, bom }) {
  if (!assessment || assessment.recommendations.length === 0) return;
  yield { path: "assessment/recommendations.csv", chunks: csv(COLUMNS, assessment.recommendations, bom) };
};
