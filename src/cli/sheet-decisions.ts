import { EVIDENCE_CHANGED } from "../findings/index.js";
import { type Decision, FINDING_STATUSES, type Finding, type Problem } from "../model/index.js";
import { FINDING_HEADS } from "../reporting/index.js";
import type { SheetRow } from "./read-sheet.js";

/** What a findings sheet asks for. `same` counts rows that nobody changed, `known` those whose change is in the log already. */
export type SheetDecisions = { decisions: Decision[]; problems: Problem[]; same: number; known: number };

const one = (text: string) => text.replace(/\s+/g, " ").trim();
/** A note without what the program put before it. */
const noteOf = (text: string) => one(text.replace(EVIDENCE_CHANGED, ""));

/**
 * Decisions from the rows of a findings sheet. A row counts as changed when its status, note or statement differs from what
 * the sheet itself said when it was written (its `before` columns, else the finding as it stands). A finding that somebody
 * else decided since is a problem and stays as it is. The evidence hash is that of the sheet, so that evidence which changed
 * since the analyst looked is flagged as for every decision.
 *
 * @param findings the findings as they stand now, by id
 */
export function sheetDecisions(
  rows: readonly SheetRow[],
  findings: ReadonlyMap<string, Finding>,
  by: string,
  at: string,
): SheetDecisions {
  const made: SheetDecisions = { decisions: [], problems: [], same: 0, known: 0 };
  const seen = new Set<string>();
  for (const { row, cells } of rows) {
    const cell = (head: string) => cells.get(head) ?? "";
    const id = cell(FINDING_HEADS.id).trim();
    const refuse = (rule: string, message: string, wayOut: string) =>
      made.problems.push({
        ...{ rule: `decisions/${rule}`, review: finding?.review ?? "", document: "", place: `row ${row}` },
        ...{ severity: "warning", message, wayOut },
      });
    const finding = findings.get(id);
    if (id === "") continue;
    if (finding === undefined) {
      refuse(
        "unknown-finding",
        `No finding has the id ${id.slice(0, 40)}.`,
        "Export the sheet again from the latest run.",
      );
      continue;
    }
    if (seen.has(id)) {
      refuse("finding-twice", `The finding ${id} stands in an earlier row too.`, "Keep one row a finding.");
      continue;
    }
    seen.add(id);
    const status = FINDING_STATUSES.find((known) => known === cell(FINDING_HEADS.status).trim().toLowerCase());
    if (status === undefined) {
      refuse("unknown-status", `The status of ${id} is none of ${FINDING_STATUSES.join(", ")}.`, "Choose one of them.");
      continue;
    }
    const [note, statement] = [noteOf(cell(FINDING_HEADS.note)), one(cell(FINDING_HEADS.statement))];
    const whole = cells.has(FINDING_HEADS.statusBefore);
    const before = {
      status: whole ? cell(FINDING_HEADS.statusBefore) : finding.status,
      note: noteOf(whole ? cell(FINDING_HEADS.noteBefore) : finding.note),
      statement: one(whole ? cell(FINDING_HEADS.statementBefore) : finding.statement),
    };
    const reworded = statement !== before.statement;
    if (status === before.status && note === before.note && !reworded) {
      made.same++;
    } else if (reworded && status !== "edited") {
      refuse(
        "reworded",
        `The statement of ${id} was changed, but its status is ${status}.`,
        "Set its status to edited.",
      );
    } else if (
      status === finding.status &&
      note === noteOf(finding.note) &&
      (!reworded || statement === one(finding.statement))
    ) {
      made.known++;
    } else if (finding.status !== before.status) {
      refuse(
        "decided-meanwhile",
        `The finding ${id} was decided meanwhile: it was ${before.status} in the sheet and is ${finding.status} now.`,
        "Export the sheet again and decide on what stands there.",
      );
    } else {
      const evidenceHash = cell(FINDING_HEADS.evidence).trim() || finding.evidenceHash;
      made.decisions.push({
        ...{ finding: id, status, by, at, note, evidenceHash },
        ...(status === "edited" && { statement }),
      });
    }
  }
  return made;
}
