import type { Corroboration } from "../model/index.js";
import { csv, figure, text } from "./csv.js";
import { byText, codeOrder } from "./order.js";
import type { Reporter } from "./run-report.js";

const COLUMNS = [
  text<Corroboration>("review", (row) => row.review),
  text<Corroboration>("code", (row) => row.code),
  text<Corroboration>("measure", (row) => row.measure),
  text<Corroboration>("perceived", (row) => row.perceived),
  figure<Corroboration>("periods", (row) => row.periods),
  figure<Corroboration>("s", (row) => row.s),
  figure<Corroboration>("z", (row) => row.z),
  figure<Corroboration>("p", (row) => row.p),
  figure<Corroboration>("slope", (row) => row.slope),
  text<Corroboration>("result", (row) => row.result),
];

/** corroboration.csv: perceived trends against counted series; by review, then codebook, then measure. */
export const corroboration: Reporter = function* (run) {
  const place = codeOrder(run);
  const rows = run.reviews
    .flatMap((review) => review.corroborations)
    .sort((a, b) => byText(a.review, b.review) || place(a.code) - place(b.code) || byText(a.measure, b.measure));
  yield { path: "corroboration.csv", chunks: csv(COLUMNS, rows, run.bom) };
};
