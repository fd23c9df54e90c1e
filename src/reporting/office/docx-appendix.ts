import { type Concept, type Evidence, type Finding, STANCES } from "../../model/index.js";
import { STANCE_SIGNS, STANCE_WORDS } from "../labels.js";
import { LIGHT } from "../palette.js";
import type { Draft, TableText } from "./docx-parts.js";
import { findingAnchor, MATRIX_ANCHOR, numbered, type ReportView } from "./docx-view.js";

/** Most quotes for a finding, and most against it; matrix.xlsx holds the rest. */
const FOR = 5;
const AGAINST = 3;
/** Most sessions that one table sets side by side. */
const COLUMNS = 16;

/** Appendix A: stance and evidence mentions of every session on every code that was raised. */
export function matrixAppendix(draft: Draft, view: ReportView): void {
  draft.heading(1, "Appendix A: the matrix", MATRIX_ANCHOR);
  const key = STANCES.map((stance) => `${STANCE_SIGNS[stance]} ${stance} (${STANCE_WORDS[stance]})`).join("; ");
  draft.text(`Sign of the stance and number of evidence mentions, by session. ${key}.`);
  const stances = new Map(view.review.stances.map((row) => [JSON.stringify([row.code, row.session]), row]));
  const raised = view.concepts.filter(({ id }) => (view.verdicts.get(id)?.verdict ?? "not raised") !== "not raised");
  for (let from = 0; from === 0 || from < view.sessions.length; from += COLUMNS) {
    const sessions = view.sessions.slice(from, from + COLUMNS);
    const row = ({ id, prefLabel }: Concept): TableText[] => {
      const cells = sessions.map((session): TableText => {
        const own = stances.get(JSON.stringify([id, session.id]));
        const stance = own?.stance ?? "silent";
        const count = own?.mentions ?? 0;
        const pieces = [count === 0 ? STANCE_SIGNS[stance] : `${STANCE_SIGNS[stance]} ${count}`];
        const { ink, ground } = LIGHT.stances[stance];
        return { pieces, ink, center: true, ...(stance !== "silent" && { ground }) };
      });
      return [prefLabel, ...cells, view.verdicts.get(id)?.verdict ?? ""];
    };
    draft.table(
      from === 0 ? "Convergence coding matrix" : "Convergence coding matrix, further sessions",
      ["Code", ...sessions.map(({ id }) => view.number(id)), "Verdict"],
      [30, ...sessions.map(() => 7), 17],
      raised.map(row),
      true,
    );
  }
}

function quotes(draft: Draft, view: ReportView, name: string, evidence: readonly Evidence[], most: number): void {
  if (evidence.length === 0) return;
  draft.styled("Source", name);
  for (const each of evidence.slice(0, most)) draft.quote(each.quote, ...view.source(each));
  const rest = evidence.length - most;
  if (rest > 0) draft.styled("Source", `and ${rest} more in findings.json`);
}

function finding(draft: Draft, view: ReportView, each: Finding): void {
  draft.heading(2, each.title, findingAnchor(each.id));
  const sides = [
    { name: "for", ids: each.sessionsFor },
    { name: "against", ids: each.sessionsAgainst },
    { name: "uncertain", ids: each.sessionsUncertain },
  ].filter(({ ids }) => ids.length > 0);
  const who = sides.map(({ name, ids }) => `${name} ${numbered(view, ids)}`).join(", ");
  draft.styled(
    "Source",
    `Finding ${each.id} · ${each.type} · ${each.status} · strength ${each.strength}${who === "" ? "" : ` · ${who}`}`,
  );
  draft.text(each.statement);
  for (const { measure, perceived, periods, result } of each.indicators) {
    draft.bullet(`Counted data: ${measure}, ${periods} periods, perceived as ${perceived}: ${result}.`);
  }
  if (each.note !== "") draft.styled("Note", `Analyst's note: ${each.note}`);
  quotes(draft, view, "For", each.evidence, FOR);
  quotes(draft, view, "Against", each.counterEvidence, AGAINST);
}

/** Appendix B: every finding that nobody rejected, with quotes for and against it. */
export function evidenceAppendix(draft: Draft, view: ReportView): void {
  draft.heading(1, "Appendix B: findings and their evidence");
  draft.text(
    `Strongest first, with at most ${FOR} quotes for and ${AGAINST} against each. matrix.xlsx holds every mention, and \`triangulum explain\` followed by the first digits of a finding or a mention says how it was made.`,
  );
  if (view.findings.length === 0) draft.text("No rule found anything to claim.");
  for (const each of view.findings) finding(draft, view, each);
}
