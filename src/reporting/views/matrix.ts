import type { Concept, Corroboration, Matrix, MatrixSession, MatrixVerdict, Session } from "../../model/index.js";
import { markOf } from "./marks.js";
import type { PageIndex, ReviewIndex } from "./source.js";

/** Codes by sessions of every review, or of those that are named. */
export function matrixView(index: PageIndex, reviews: readonly ReviewIndex[] = index.reviews): Matrix {
  const { concepts } = index.source;
  return {
    reviews: reviews.map((review) => ({
      id: review.result.meta.id,
      sessions: review.sessions.map((session) => column(review, session, concepts)),
      verdicts: concepts.flatMap(({ id }) => verdictView(review, id) ?? []),
    })),
  };
}

const LETTERS = { affirms: "a", denies: "d", mixed: "m", uncertain: "u", silent: "s" } as const;
const ASKED = { yes: "y", no: "n", "not known": "?" } as const;

function column(review: ReviewIndex, session: Session, concepts: readonly Concept[]): MatrixSession {
  const { id, label, sectors, level, kind, record, date } = session;
  const marks: MatrixSession["marks"] = {};
  for (const [place, concept] of concepts.entries()) {
    const own = review.cell(id, concept.id).map(markOf);
    if (own.length > 0) marks[place] = own.sort((a, b) => a - b);
  }
  return {
    ...{ id, label, sectors, level, kind, record, date },
    stances: concepts.map((concept) => LETTERS[review.stance(id, concept.id)?.stance ?? "silent"]).join(""),
    asked: concepts
      .map((concept) => ASKED[review.stance(id, concept.id)?.asked ?? session.asked[concept.id] ?? "not known"])
      .join(""),
    marks,
  };
}

/** The verdict on a code as a row shows it; undefined where there is nothing to say. */
export function verdictView(review: ReviewIndex, code: string): MatrixVerdict | undefined {
  const own = review.verdicts.get(code);
  if (own === undefined || (own.verdict === "not raised" && own.silentExpected.length === 0)) return undefined;
  const { verdict, rule, independent, independentTotal, independentFor, trend, levelFlag, silentExpected } = own;
  return {
    ...{ code, verdict, rule },
    affirms: own.affirms.length,
    denies: own.denies.length,
    mixed: own.mixed.length,
    uncertain: own.uncertain.length,
    silent: own.silent.length,
    asked: own.asked.length,
    ...{ independent, independentTotal, independentFor, trend, levelFlag, silentExpected },
    corroboration: strongestWord(review.result.corroborations.filter((row) => row.code === code)),
  };
}

/** Of several series the one that an analyst must not miss: a contradiction first, a test that was not made last. */
export function strongestWord(rows: readonly Pick<Corroboration, "result">[]): Corroboration["result"] | "" {
  const order = ["contradicted", "corroborated", "not shown", "not tested"] as const;
  return order.find((result) => rows.some((row) => row.result === result)) ?? "";
}
