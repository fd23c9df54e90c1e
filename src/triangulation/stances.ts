import { type Mention, type Session, type Stance, SUPPORT_WEIGHT } from "../model/index.js";
import { bestMention, isUncertain } from "./best-mention.js";
import { evidenceBySessionAndCode, heaviest, isCounted, weighFacet } from "./evidence.js";
import { byCodeUnits, groupBy } from "./order.js";

/**
 * What every session says of every code, silence included: one stance for each pair, by review, then in the order of
 * `codes`, then by session id. Mentions of a session or code that is not asked for are left out.
 */
export function stances(
  sessions: readonly Session[],
  mentions: readonly Mention[],
  codes: readonly string[],
): Stance[] {
  const evidenceOf = evidenceBySessionAndCode(mentions);
  const ordered = [...sessions].sort((a, b) => byCodeUnits(a.review, b.review) || byCodeUnits(a.id, b.id));
  const reviews = groupBy(ordered, (session) => session.review);
  return [...reviews.values()].flatMap((ofReview) =>
    codes.flatMap((code) => ofReview.map((session) => stanceOf(session, code, evidenceOf(session, code)))),
  );
}

function stanceOf(session: Session, code: string, evidence: readonly Mention[]): Stance {
  const p = weightOf("present", evidence);
  const a = weightOf("absent", evidence);
  const stance = name(p, a, evidence);
  return {
    review: session.review,
    session: session.id,
    code,
    stance,
    p,
    a,
    mentions: evidence.length,
    trend: heaviest(weighFacet("trend", evidence)),
    appraisal: heaviest(weighFacet("appraisal", evidence)),
    // Own keys only: a code named like a property of every object was asked by nobody.
    asked: Object.hasOwn(session.asked, code) ? (session.asked[code] ?? "not known") : "not known",
    best: bestMention({ stance, p, a }, evidence)?.id ?? "",
  };
}

function weightOf(assertion: "present" | "absent", evidence: readonly Mention[]): number {
  let sum = 0;
  for (const mention of evidence) {
    if (isCounted(mention) && mention.assertion === assertion) sum += SUPPORT_WEIGHT[mention.support];
  }
  return sum;
}

function name(p: number, a: number, evidence: readonly Mention[]): Stance["stance"] {
  if (p === 0 && a === 0) return evidence.some(isUncertain) ? "uncertain" : "silent";
  if (p >= 2 * a) return "affirms";
  if (a >= 2 * p) return "denies";
  return "mixed";
}
