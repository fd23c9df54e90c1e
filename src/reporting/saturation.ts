import type { Saturation } from "../model/index.js";
import { csv, figure, text } from "./csv.js";
import { reviewsInOrder } from "./order.js";
import type { Reporter } from "./run-report.js";

const COLUMNS = [
  text<Saturation>("review", (row) => row.review),
  figure<Saturation>("sessions", (row) => row.sessions),
  figure<Saturation>("codes", (row) => row.codes),
  text<Saturation>("reached_at", (row) => row.reachedAt),
  figure<Saturation>("ratio", (row) => row.ratio),
  figure<Saturation>("median_reached_at", (row) => row.medianReachedAt),
  text<Saturation>("note", (row) => row.note),
];

/** saturation.csv: where each review's sessions stopped bringing new codes. */
export const saturation: Reporter = function* (run) {
  const rows = reviewsInOrder(run).map((review) => review.saturation);
  yield { path: "saturation.csv", chunks: csv(COLUMNS, rows, run.bom) };
};
