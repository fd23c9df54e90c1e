import type { Problem } from "../model/index.js";
import { csv, text } from "./csv.js";
import { problemsInOrder } from "./order.js";
import type { Reporter } from "./run-report.js";

const COLUMNS = [
  text<Problem>("review", (problem) => problem.review),
  text<Problem>("document", (problem) => problem.document),
  text<Problem>("place", (problem) => problem.place),
  text<Problem>("rule", (problem) => problem.rule),
  text<Problem>("severity", (problem) => problem.severity),
  text<Problem>("message", (problem) => problem.message),
  text<Problem>("way_out", (problem) => problem.wayOut),
];

/** problems.csv: what a person should know of the input, with the way out. */
export const problems: Reporter = function* (run) {
  yield { path: "problems.csv", chunks: csv(COLUMNS, problemsInOrder(run), run.bom) };
};
