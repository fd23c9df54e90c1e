import {
  type Concept,
  type Mention,
  type ReviewResult,
  type Session,
  type Stance,
  SUPPORT_WEIGHT,
  type Verdict,
} from "../../model/index.js";
import { byId, byText, reviewsInOrder } from "../order.js";
import { reviewName } from "../review-name.js";
import type { RunReport } from "../run-report.js";

/** A review made ready for the page: looked up by code and session, with short ids for its anchors. */
export type ReviewView = {
  readonly result: ReviewResult;
  readonly name: string;
  /** `r1`, `r2` … in the order of review ids. */
  readonly anchor: string;
  readonly sessions: readonly Session[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  stance(session: string, code: string): Stance | undefined;
  /** Distinct quotes of evidence of a code in a session: the best first, then by weight. */
  quotes(session: string, code: string): readonly Mention[];
  /** Anchor of a code's quotes, and of one session's among them. */
  codeAnchor(code: string): string;
  cellAnchor(session: string, code: string): string;
};

const key = (session: string, code: string) => `${session}\u0000${code}`;

function viewReview(result: ReviewResult, place: number, concepts: readonly Concept[]): ReviewView {
  const sessions = byId(result.sessions);
  const anchor = `r${place + 1}`;
  const codes = new Map(concepts.map((concept, i) => [concept.id, i + 1]));
  const columns = new Map(sessions.map((session, i) => [session.id, i + 1]));
  const stances = new Map(result.stances.map((stance) => [key(stance.session, stance.code), stance]));
  const cells = new Map<string, Mention[]>();
  for (const mention of result.mentions) {
    if (!mention.evidence) continue;
    const own = cells.get(key(mention.session, mention.code));
    if (own === undefined) cells.set(key(mention.session, mention.code), [mention]);
    else own.push(mention);
  }
  for (const [cell, mentions] of cells) cells.set(cell, distinct(mentions, stances.get(cell)?.best ?? ""));
  return {
    ...{ result, anchor, sessions, name: reviewName(result.meta) },
    verdicts: new Map(result.verdicts.map((verdict) => [verdict.code, verdict])),
    stance: (session, code) => stances.get(key(session, code)),
    quotes: (session, code) => cells.get(key(session, code)) ?? [],
    codeAnchor: (code) => `${anchor}c${codes.get(code) ?? 0}`,
    cellAnchor: (session, code) => `${anchor}c${codes.get(code) ?? 0}s${columns.get(session) ?? 0}`,
  };
}

/** One mention a quote: the best of the cell first, then by weight, then by id. */
function distinct(mentions: readonly Mention[], best: string): Mention[] {
  const ordered = [...mentions].sort(
    (a, b) =>
      Number(b.id === best) - Number(a.id === best) ||
      SUPPORT_WEIGHT[b.support] - SUPPORT_WEIGHT[a.support] ||
      byText(a.id, b.id),
  );
  const said = new Set<string>();
  return ordered.filter((mention) => !said.has(mention.quote) && said.add(mention.quote));
}

/** The reviews of a run in the order of their ids. */
export function viewReviews(run: RunReport): ReviewView[] {
  return reviewsInOrder(run).map((result, place) => viewReview(result, place, run.concepts));
}

/** Codes in codebook order under their themes. */
export function byTheme(concepts: readonly Concept[]): Map<string, Concept[]> {
  const themes = new Map<string, Concept[]>();
  for (const concept of concepts) themes.set(concept.theme, [...(themes.get(concept.theme) ?? []), concept]);
  return themes;
}
