import {
  type Concept,
  LEVELS,
  type Mention,
  SECTORS,
  type Session,
  type Stance,
  type Verdict,
} from "../model/index.js";
import { evidenceBySessionAndCode, heaviest, weighFacet } from "./evidence.js";
import { largestIndependent } from "./independence.js";
import { byCodeUnits, groupBy, inListOrder, keyOf } from "./order.js";
import { judge, type Voice } from "./verdict-rules.js";

/**
 * The convergence coding matrix: a verdict for every review and every code, in the order of `concepts`. A review is
 * known by its sessions, so one without sessions has no verdicts.
 * @param stances as `stances()` gives them for the same sessions, in any order; a missing one counts as silent.
 */
export function verdicts(
  sessions: readonly Session[],
  stances: readonly Stance[],
  mentions: readonly Mention[],
  concepts: readonly Pick<Concept, "id" | "expectedSectors">[],
): Verdict[] {
  const stanceAt = new Map(stances.map((stance) => [keyOf(stance.review, stance.session, stance.code), stance]));
  const evidenceOf = evidenceBySessionAndCode(mentions);
  const totals = evidenceTotals(sessions, mentions);
  const ordered = [...sessions].sort((a, b) => byCodeUnits(a.review, b.review) || byCodeUnits(a.id, b.id));
  const rows: Verdict[] = [];
  for (const [review, ofReview] of groupBy(ordered, (session) => session.review)) {
    const independentTotal = largestIndependent(ofReview);
    for (const { id: code, expectedSectors } of concepts) {
      const voices = ofReview.map((session) => ({
        session,
        stance: stanceAt.get(keyOf(review, session.id, code)) ?? silent(session, code),
      }));
      const trends = new Map<Mention["trend"], number>();
      for (const session of ofReview) weighFacet("trend", evidenceOf(session, code), trends);
      rows.push({
        review,
        code,
        ...judge(voices),
        ...byStance(voices),
        ...byAsked(voices),
        ...prevalence(voices),
        mentionsTotal: totals.get(review) ?? 0,
        independentTotal,
        silentExpected: silentExpected(voices, expectedSectors),
        trend: heaviest(trends),
        levelFlag: levelFlag(voices),
      });
    }
  }
  return rows;
}

function evidenceTotals(sessions: readonly Session[], mentions: readonly Mention[]): Map<string, number> {
  const known = new Set(sessions.map((session) => keyOf(session.review, session.id)));
  const totals = new Map<string, number>();
  for (const { evidence, review, session } of mentions) {
    if (evidence && known.has(keyOf(review, session))) totals.set(review, (totals.get(review) ?? 0) + 1);
  }
  return totals;
}

function silent(session: Session, code: string): Stance {
  return {
    review: session.review,
    session: session.id,
    code,
    stance: "silent",
    p: 0,
    a: 0,
    mentions: 0,
    trend: "none",
    appraisal: "none",
    asked: "not known",
    best: "",
  };
}

function byStance(voices: readonly Voice[]) {
  const having = (stance: Stance["stance"]) => voices.filter((voice) => voice.stance.stance === stance);
  const affirming = having("affirms");
  const denying = having("denies");
  return {
    affirms: ids(affirming),
    denies: ids(denying),
    mixed: ids(having("mixed")),
    uncertain: ids(having("uncertain")),
    silent: ids(having("silent")),
    sectorsFor: sectorsOf(affirming),
    sectorsAgainst: sectorsOf(denying),
    levels: inListOrder(
      LEVELS,
      affirming.map(({ session }) => session.level),
    ),
    independentFor: largestIndependent(affirming.map(({ session }) => session)),
  };
}

function byAsked(voices: readonly Voice[]) {
  const having = (asked: Stance["asked"]) => ids(voices.filter(({ stance }) => stance.asked === asked));
  return { asked: having("yes"), notAsked: having("no"), askedNotKnown: having("not known") };
}

/** Three ways of counting, each with its total, never mixed. */
function prevalence(voices: readonly Voice[]) {
  const speaking = voices.filter(speaks).map(({ session }) => session);
  return {
    mentions: voices.reduce((sum, { stance }) => sum + stance.mentions, 0),
    sessions: speaking.length,
    sessionsTotal: voices.length,
    independent: largestIndependent(speaking),
  };
}

/** Sectors that the codebook expects to speak, that take part in the review, and of which no session speaks. */
function silentExpected(voices: readonly Voice[], expected: Concept["expectedSectors"]): Session["sectors"] {
  const present = new Set(sectorsOf(voices));
  const heard = new Set(sectorsOf(voices.filter(speaks)));
  return inListOrder(
    SECTORS,
    expected.filter((sector) => present.has(sector) && !heard.has(sector)),
  );
}

/**
 * A code that only strategic or only practitioner sessions raise. Levels can only be compared where the review also
 * heard another one, so a review of practitioners alone is not flagged throughout.
 */
function levelFlag(voices: readonly Voice[]): string {
  const heard = new Set(voices.filter(speaks).map(({ session }) => session.level));
  const [only, ...others] = heard;
  if (others.length > 0 || (only !== "strategic" && only !== "practitioner")) return "";
  const comparable = voices.some(({ session: { level } }) => level !== only && level !== "unknown");
  return comparable ? `${only} only` : "";
}

function speaks({ stance }: Voice): boolean {
  return stance.stance !== "silent";
}

function sectorsOf(voices: readonly Voice[]): Session["sectors"] {
  return inListOrder(
    SECTORS,
    voices.flatMap(({ session }) => session.sectors),
  );
}

function ids(voices: readonly Voice[]): string[] {
  return voices.map(({ session }) => session.id);
}
