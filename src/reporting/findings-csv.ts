import type { Finding } from "../model/index.js";
import { csv, figure, items, text } from "./csv.js";
import { byTexts } from "./order.js";
import type { Reporter, RunReport } from "./run-report.js";

/** Findings of all reviews by id. */
export function findingsInOrder(run: RunReport): Finding[] {
  return run.reviews
    .flatMap((review) => review.findings)
    .sort(
      byTexts<Finding>(
        (finding) => finding.id,
        (finding) => finding.review,
      ),
    );
}

const COLUMNS = [
  text<Finding>("id", (finding) => finding.id),
  text<Finding>("review", (finding) => finding.review),
  text<Finding>("type", (finding) => finding.type),
  text<Finding>("title", (finding) => finding.title),
  text<Finding>("statement", (finding) => finding.statement),
  items<Finding>("codes", (finding) => finding.codes),
  figure<Finding>("strength", (finding) => finding.strength),
  text<Finding>("verdict", (finding) => finding.verdict),
  items<Finding>("sessions_for", (finding) => finding.sessionsFor),
  items<Finding>("sessions_against", (finding) => finding.sessionsAgainst),
  items<Finding>("sessions_silent", (finding) => finding.sessionsSilent),
  items<Finding>("sectors_for", (finding) => finding.sectorsFor),
  items<Finding>("sectors_against", (finding) => finding.sectorsAgainst),
  text<Finding>("status", (finding) => finding.status),
];

/** findings.csv: one row a finding, without its quotes. */
export const findingsCsv: Reporter = function* (run) {
  yield { path: "findings.csv", chunks: csv(COLUMNS, findingsInOrder(run), run.bom) };
};
