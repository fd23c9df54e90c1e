import type { Concept, ReviewResult } from "../model/index.js";
import { csv, figure, text } from "./csv.js";
import { byId, reviewsInOrder } from "./order.js";
import type { Reporter } from "./run-report.js";

const CODE = [
  text<Concept>("code", (concept) => concept.id),
  text<Concept>("label", (concept) => concept.prefLabel),
  text<Concept>("theme", (concept) => concept.theme),
];

/** Sessions of a review that take a stance (affirm, deny or mixed), by code. */
function stancesTaken(review: ReviewResult): Map<string, number> {
  return new Map(
    review.verdicts.map(({ code, affirms, denies, mixed }) => [code, affirms.length + denies.length + mixed.length]),
  );
}

/** Evidence mentions of a review by code and session. */
function evidenceCounts(review: ReviewResult): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { code, session, evidence } of review.mentions) {
    if (!evidence) continue;
    const own = counts.get(code) ?? new Map<string, number>();
    counts.set(code, own.set(session, (own.get(session) ?? 0) + 1));
  }
  return counts;
}

/**
 * themes-matrix.csv of the run (sessions that take a stance by review, and in all) and of every review (evidence mentions
 * by session, then how many sessions and independent sectors speak). A row a code of the codebook, raised or not.
 */
export const themesMatrix: Reporter = function* (run) {
  const reviews = reviewsInOrder(run).map((review) => ({ id: review.meta.id, taken: stancesTaken(review) }));
  const columns = [
    ...CODE,
    ...reviews.map(({ id, taken }) => figure<Concept>(id, (concept) => taken.get(concept.id) ?? 0)),
    figure<Concept>("total", (concept) => reviews.reduce((sum, { taken }) => sum + (taken.get(concept.id) ?? 0), 0)),
  ];
  yield { path: "themes-matrix.csv", chunks: csv(columns, run.concepts, run.bom) };

  for (const review of reviewsInOrder(run)) {
    const counts = evidenceCounts(review);
    const verdicts = new Map(review.verdicts.map((verdict) => [verdict.code, verdict]));
    const bySession = [
      ...CODE,
      ...byId(review.sessions).map(({ id }) => figure<Concept>(id, ({ id: code }) => counts.get(code)?.get(id) ?? 0)),
      figure<Concept>("sessions", (concept) => verdicts.get(concept.id)?.sessions ?? 0),
      figure<Concept>("sectors", (concept) => verdicts.get(concept.id)?.independent ?? 0),
    ];
    yield { path: `reviews/${review.meta.id}/themes-matrix.csv`, chunks: csv(bySession, run.concepts, run.bom) };
  }
};
