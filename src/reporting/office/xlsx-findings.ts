import { FINDING_STATUSES, type Finding } from "../../model/index.js";
import { byText } from "../order.js";
import { plainCell } from "./xlsx-looks.js";
import type { Frame } from "./xlsx-matrices.js";
import type { Sheet } from "./xlsx-workbook.js";

/**
 * Heads of the findings sheet that `decisions import` reads. `before` columns hold what the sheet said when it was written:
 * a row is changed when it differs from them, whatever happened to the finding since.
 */
export const FINDING_HEADS = {
  id: "Finding",
  statement: "Statement",
  status: "Status",
  note: "Note",
  statementBefore: "statement before",
  statusBefore: "status before",
  noteBefore: "note before",
  evidence: "evidence hash",
} as const;
export const FINDINGS = "Findings";

type Column = {
  readonly head: string;
  readonly width: number;
  readonly look: Parameters<typeof plainCell>[1];
  readonly value: (finding: Finding) => string | number;
  readonly hidden?: boolean;
};

/** The findings, strongest first, with the columns that an analyst fills in and `decisions import` takes back. */
export function findingsSheet({ review, concepts, labels, first }: Frame): Sheet {
  const codes = new Map(concepts.map((concept) => [concept.id, concept.prefLabel]));
  const named = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? id).join("; ");
  const column = (
    head: string,
    width: number,
    look: Column["look"],
    value: Column["value"],
    hidden = false,
  ): Column => ({ head, width, look, value, hidden });
  const columns: Column[] = [
    column("Finding", 19, "quiet", ({ id }) => id),
    column("Status", 12, "change", ({ status }) => status),
    column("Title", 34, "strong", ({ title }) => title),
    column("Statement", 70, "text", ({ statement }) => statement),
    column("Note", 36, "change", ({ note }) => note),
    column("Strength", 9, "figure", ({ strength }) => strength),
    column("Type", 16, "text", ({ type }) => type),
    column("Verdict", 16, "text", ({ verdict }) => verdict),
    column("Codes", 24, "text", (finding) => finding.codes.map((code) => codes.get(code) ?? code).join("; ")),
    column("Sessions for", 34, "text", ({ sessionsFor }) => named(sessionsFor)),
    column("Sessions against", 30, "text", ({ sessionsAgainst }) => named(sessionsAgainst)),
    column("Sessions uncertain", 26, "text", ({ sessionsUncertain }) => named(sessionsUncertain)),
    column("Sessions silent", 30, "text", ({ sessionsSilent }) => named(sessionsSilent)),
    column("Counted data", 30, "text", ({ indicators }) =>
      indicators.map(({ measure, result }) => `${measure}: ${result}`).join("; "),
    ),
    column("Questions", 11, "text", ({ questions }) => questions.join("; ")),
    column(FINDING_HEADS.statementBefore, 20, "text", ({ statement }) => statement, true),
    column(FINDING_HEADS.statusBefore, 12, "text", ({ status }) => status, true),
    column(FINDING_HEADS.noteBefore, 20, "text", ({ note }) => note, true),
    column(FINDING_HEADS.evidence, 20, "text", ({ evidenceHash }) => evidenceHash, true),
  ];
  const codeOf = new Map(review.mentions.map(({ id, code }) => [id, code]));
  /** The first row of the code and session that the finding's first quote stands in. */
  const evidenceOf = ({ evidence: [quote] }: Finding): string | undefined =>
    quote && first(codeOf.get(quote.mention) ?? "", quote.session);
  const findings = [...review.findings].sort((a, b) => b.strength - a.strength || byText(a.id, b.id));
  return {
    name: FINDINGS,
    tab: "#b35900",
    columns: columns.map(({ width, hidden }) => ({ width, hidden })),
    frozen: { rows: 1, columns: 3 },
    filtered: true,
    choice: { column: 1, values: FINDING_STATUSES },
    rows: (function* () {
      yield { cells: columns.map(({ head }) => plainCell(head, "head")), height: 20 };
      for (const finding of findings) {
        const to = evidenceOf(finding);
        yield {
          cells: columns.map(({ look, value }, i) => ({
            ...plainCell(value(finding), look),
            ...(i === 0 && to !== undefined && { to }),
          })),
        };
      }
    })(),
  };
}
