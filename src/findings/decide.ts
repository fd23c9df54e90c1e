import type { Decision, Finding } from "../model/index.js";

/** Put before the analyst's note where the evidence is no longer what was decided on. */
export const EVIDENCE_CHANGED = "The evidence has changed since this decision.";

/**
 * Findings with the analysts' decisions laid over them. The last line about a finding wins, whatever its time says: the log
 * is in the order in which it was written. A decision on other evidence still holds and is flagged in the note. A decision
 * `candidate` takes earlier ones back, and with them a wording that a run was published with. Decisions about findings that are not there are left alone.
 */
export function applyDecisions(findings: readonly Finding[], decisions: readonly Decision[]): Finding[] {
  const last = new Map(decisions.map((decision) => [decision.finding, decision]));
  const edits = new Map(decisions.filter(({ drafted }) => drafted !== undefined).map((one) => [one.finding, one]));
  return findings.map((finding) => {
    const decision = last.get(finding.id);
    if (decision === undefined) return finding;
    const changed = decision.status !== "candidate" && decision.evidenceHash !== finding.evidenceHash;
    return {
      ...finding,
      status: decision.status,
      decidedBy: decision.by,
      decidedAt: decision.at,
      note: [...(changed ? [EVIDENCE_CHANGED] : []), ...(decision.note === "" ? [] : [decision.note])].join(" "),
      statement: decision.status === "edited" ? (decision.statement ?? finding.statement) : drafted(finding, edits),
    };
  });
}

/** What the rules say: the wording that an edit replaced, where the finding was saved with that edit laid over it. */
function drafted({ id, statement }: Finding, edits: ReadonlyMap<string, Decision>): string {
  const edit = edits.get(id);
  return edit?.drafted !== undefined && edit.statement === statement ? edit.drafted : statement;
}
