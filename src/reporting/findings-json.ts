import type { Finding } from "../model/index.js";
import { findingsInOrder } from "./findings-csv.js";
import type { Reporter } from "./run-report.js";

/** A finding in its published names; a figure that was not reckoned is null. */
function published(finding: Finding) {
  return {
    id: finding.id,
    review: finding.review,
    type: finding.type,
    title: finding.title,
    statement: finding.statement,
    codes: finding.codes,
    strength: finding.strength,
    verdict: finding.verdict,
    sessions_for: finding.sessionsFor,
    sessions_against: finding.sessionsAgainst,
    sessions_uncertain: finding.sessionsUncertain,
    sessions_silent: finding.sessionsSilent,
    sessions_asked: finding.sessionsAsked,
    sectors_for: finding.sectorsFor,
    sectors_against: finding.sectorsAgainst,
    questions: finding.questions,
    frames: finding.frames,
    indicators: finding.indicators.map(({ measure, perceived, periods, s, z, p, slope, result }) => ({
      ...{ measure, perceived, periods, s: s ?? null, z: z ?? null, p: p ?? null, slope: slope ?? null, result },
    })),
    evidence: finding.evidence,
    counter_evidence: finding.counterEvidence,
    status: finding.status,
    decided_by: finding.decidedBy,
    decided_at: finding.decidedAt,
    note: finding.note,
  };
}

function* array(rows: Iterable<unknown>): Iterable<string> {
  let before = "[\n";
  for (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** findings.json: findings with their evidence for and against, one to a line. */
export const findingsJson: Reporter = function* (run) {
  yield { path: "findings.json", chunks: array(findingsInOrder(run).map(published)) };
};
