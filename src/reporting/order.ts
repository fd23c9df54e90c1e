import { type Problem, SEVERITIES } from "../model/index.js";
import type { RunReport } from "./run-report.js";

/** Order by code units, the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order by the texts of several keys, the first that differs. */
export function byTexts<T>(...keys: ((row: T) => string)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const order = byText(key(a), key(b));
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** A sorted copy by id. */
export function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => byText(a.id, b.id));
}

/** The reviews of a run in the order of their ids. */
export function reviewsInOrder(run: Pick<RunReport, "reviews">) {
  return [...run.reviews].sort((a, b) => byText(a.meta.id, b.meta.id));
}

/** Place of every code in the codebook; a code that the codebook lacks comes last. */
export function codeOrder(run: Pick<RunReport, "concepts">): (code: string) => number {
  const places = new Map(run.concepts.map((concept, place) => [concept.id, place]));
  return (code) => places.get(code) ?? places.size;
}

/** Every problem of the run and of its reviews once: by review, document, place and rule. */
export function problemsInOrder(run: Pick<RunReport, "problems" | "reviews">): Problem[] {
  const known = new Map<string, Problem>();
  for (const problem of [...run.problems, ...run.reviews.flatMap((review) => review.problems)]) {
    const { rule, review, document, place, severity, message, wayOut } = problem;
    known.set(JSON.stringify([review, document, place, rule, severity, message, wayOut]), problem);
  }
  return [...known.values()].sort(
    byTexts<Problem>(
      (problem) => problem.review,
      (problem) => problem.document,
      (problem) => problem.place,
      (problem) => problem.rule,
      (problem) => String(SEVERITIES.indexOf(problem.severity)),
      (problem) => problem.message,
    ),
  );
}
