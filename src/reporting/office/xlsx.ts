import type { Concept, ReviewResult } from "../../model/index.js";
import { STANCES } from "../../model/index.js";
import { STANCE_WORDS } from "../labels.js";
import { byId, reviewsInOrder } from "../order.js";
import { reviewName } from "../review-name.js";
import type { Reporter } from "../run-report.js";
import { METHOD, sessionLabels } from "./words.js";
import { evidenceSheet } from "./xlsx-evidence.js";
import { findingsSheet } from "./xlsx-findings.js";
import { HEAT, heatCell, plainCell, stanceCell } from "./xlsx-looks.js";
import { convergenceSheet, themesSheet } from "./xlsx-matrices.js";
import { type Cell, type Sheet, workbook } from "./xlsx-workbook.js";

function methodSheet(name: string, evidence: { rows: number; left: number }): Sheet {
  const line = (head: string, text: string) => ({ cells: [plainCell(head, "term"), plainCell(text, "prose")] });
  const key = (cell: Cell, text: string) => ({ cells: [cell, plainCell(text, "prose")] });
  const left =
    evidence.left === 0 ? "" : ` ${evidence.left.toLocaleString("en-GB")} more did not fit and stand in mentions.csv.`;
  return {
    name: "Method",
    tab: "#c8d2d9",
    columns: [{ width: 26 }, { width: 110 }],
    frozen: { rows: 0, columns: 0 },
    filtered: false,
    rows: [
      { cells: [plainCell(name, "title")], height: 22 },
      ...METHOD.map(([head, text]) => line(head, text)),
      line("Themes", "Evidence mentions of a code in a session. A cell leads to its first row of evidence. Key:"),
      ...HEAT.map(({ least, name: step }) =>
        key(heatCell(least, undefined), `${step} evidence ${step === "1" ? "mention" : "mentions"}`),
      ),
      line("Convergence", "The stance of a session on a code, here and now. Key:"),
      ...STANCES.map((stance) => key(stanceCell(stance, undefined), STANCE_WORDS[stance])),
      line(
        "Findings",
        "Choose a status and write a note in the coloured columns; for `edited`, write your wording over the statement. Then: triangulum decisions import FILE.xlsx --by NAME. Rows that you did not change are passed over, and rows and columns may be sorted, filtered or moved.",
      ),
      line("Evidence", `${evidence.rows.toLocaleString("en-GB")} rows by code, session and place.${left}`),
    ],
  };
}

function workbookOf(review: ReviewResult, concepts: readonly Concept[]): Iterable<Uint8Array> {
  const sessions = byId(review.sessions);
  const labels = sessionLabels(sessions);
  const evidence = evidenceSheet(review, concepts, labels);
  const frame = { review, concepts, sessions, labels, first: evidence.first };
  const name = reviewName(review.meta);
  return workbook(`${name}: matrix`, [
    ...[themesSheet(frame), convergenceSheet(frame), findingsSheet(frame)],
    ...[evidence.sheet, methodSheet(name, evidence)],
  ]);
}

/** reviews/<id>/matrix.xlsx: themes as a heat map, convergence, findings to decide on, evidence and method. */
export const matrixXlsx: Reporter = function* (run) {
  for (const review of reviewsInOrder(run)) {
    // Made when it is read, so that one workbook is in hand at a time.
    const chunks = { [Symbol.iterator]: () => workbookOf(review, run.concepts)[Symbol.iterator]() };
    yield { path: `reviews/${review.meta.id}/matrix.xlsx`, chunks };
  }
};
