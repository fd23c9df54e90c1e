import type { Line } from "../model/index.js";
import { csv, figure, items, text } from "./csv.js";
import { byText, byTexts } from "./order.js";
import type { Reporter } from "./run-report.js";

const COLUMNS = [
  text<Line>("exporter", (line) => line.exporter),
  text<Line>("importer", (line) => line.importer),
  items<Line>("reviews", (line) => [...line.reviews].sort(byText)),
  figure<Line>("sessions", (line) => line.sessions),
  figure<Line>("mentions", (line) => line.mentions),
];

/** lines.csv: who is said to export to whom, counted by session and review, never by person. */
export const lines: Reporter = function* (run) {
  const rows = [...run.lines].sort(
    byTexts<Line>(
      (line) => line.exporter,
      (line) => line.importer,
    ),
  );
  yield { path: "lines.csv", chunks: csv(COLUMNS, rows, run.bom) };
};
