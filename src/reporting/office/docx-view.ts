import type { Concept, Evidence, Finding, ReviewResult, Session, Verdict } from "../../model/index.js";
import { byId, byText } from "../order.js";
import { reviewName } from "../review-name.js";
import type { Piece } from "./docx-parts.js";
import { listed, sessionLabels } from "./words.js";

/** A review made ready for its report: sessions numbered, findings in order, and the references that every claim ends with. */
export type ReportView = {
  readonly review: ReviewResult;
  readonly name: string;
  readonly concepts: readonly Concept[];
  readonly sessions: readonly Session[];
  /** Findings that nobody rejected, strongest first. */
  readonly findings: readonly Finding[];
  readonly rejected: number;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  label(session: string): string;
  /** `S1`, `S2` … */
  number(session: string): string;
  concept(code: string): string;
  /** ` [87630f00, accepted]` for each finding, leading to its evidence; nothing where there is none. */
  references(findings: readonly Finding[], most?: number): Piece[];
  /** Findings whose codes hold this one. */
  on(code: string): Finding[];
  /** Source of a quote: its session, and the mention by which `explain` finds it. */
  source(evidence: Pick<Evidence, "session" | "mention">): Piece[];
};

/** Digits of an id that a reference shows; `explain` takes the first digits. */
const SHOWN = 8;
export const MATRIX_ANCHOR = "matrix";

/** Bookmark of a finding's evidence. */
export function findingAnchor(id: string): string {
  return `f_${id.replace(/[^A-Za-z0-9_]/g, "_")}`.slice(0, 40);
}

export function viewReport(review: ReviewResult, concepts: readonly Concept[]): ReportView {
  const sessions = byId(review.sessions).sort((a, b) => a.order - b.order);
  const labels = sessionLabels(sessions);
  const numbers = new Map(sessions.map(({ id }, i) => [id, `S${i + 1}`]));
  const names = new Map(concepts.map(({ id, prefLabel }) => [id, prefLabel]));
  const findings = review.findings.filter(({ status }) => status !== "rejected");
  findings.sort((a, b) => b.strength - a.strength || byText(a.id, b.id));
  return {
    ...{ review, concepts, sessions, findings, name: reviewName(review.meta) },
    rejected: review.findings.length - findings.length,
    verdicts: new Map(review.verdicts.map((verdict) => [verdict.code, verdict])),
    label: (session) => labels.get(session) ?? session,
    number: (session) => numbers.get(session) ?? session,
    concept: (code) => names.get(code) ?? code,
    references: (some, most = 4) => {
      const shown = some.slice(0, most).map(({ id, status }) => ({
        text: `[${id.slice(0, SHOWN)}${status === "candidate" ? "" : `, ${status}`}]`,
        to: findingAnchor(id),
      }));
      return shown.flatMap((reference) => [" ", reference]);
    },
    on: (code) => findings.filter(({ codes }) => codes.includes(code)),
    source: ({ session, mention }) => [`${labels.get(session) ?? session}, mention ${mention.slice(0, SHOWN)}`],
  };
}

/** "S1, S3 and S4". */
export function numbered(view: ReportView, ids: readonly string[]): string {
  const place = (id: string) => Number(view.number(id).slice(1));
  return listed([...ids].sort((a, b) => place(a) - place(b)).map((id) => view.number(id)));
}
