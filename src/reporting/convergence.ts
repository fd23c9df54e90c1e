import type { Concept, Verdict } from "../model/index.js";
import { csv, items, text } from "./csv.js";
import { byId, reviewsInOrder } from "./order.js";
import type { Reporter } from "./run-report.js";

/** reviews/<id>/convergence.csv: the convergence coding matrix, a row a code, a column a session, then the verdict and who stands where. */
export const convergence: Reporter = function* (run) {
  for (const review of reviewsInOrder(run)) {
    const verdicts = new Map(review.verdicts.map((verdict) => [verdict.code, verdict]));
    const stances = new Map(review.stances.map((row) => [JSON.stringify([row.session, row.code]), row.stance]));
    const ids = byId(review.sessions).map((session) => session.id);
    const of = (name: string, value: (verdict: Verdict) => readonly string[]) =>
      items<Concept>(name, (concept) => {
        const verdict = verdicts.get(concept.id);
        return verdict === undefined ? [] : value(verdict);
      });
    const columns = [
      text<Concept>("code", (concept) => concept.id),
      text<Concept>("label", (concept) => concept.prefLabel),
      text<Concept>("theme", (concept) => concept.theme),
      ...ids.map((id) => text<Concept>(id, (concept) => stances.get(JSON.stringify([id, concept.id])) ?? "silent")),
      text<Concept>("verdict", (concept) => verdicts.get(concept.id)?.verdict ?? "not raised"),
      of("sessions_for", (verdict) => verdict.affirms),
      of("sessions_against", (verdict) => verdict.denies),
      of("sessions_uncertain", (verdict) => verdict.uncertain),
      // Where a code has no verdict nobody spoke of it.
      items<Concept>("sessions_silent", (concept) => verdicts.get(concept.id)?.silent ?? ids),
      of("sessions_asked", (verdict) => verdict.asked),
      of("sectors_for", (verdict) => verdict.sectorsFor),
      of("levels", (verdict) => verdict.levels),
      of("silent_expected", (verdict) => verdict.silentExpected),
    ];
    yield { path: `reviews/${review.meta.id}/convergence.csv`, chunks: csv(columns, run.concepts, run.bom) };
  }
};
