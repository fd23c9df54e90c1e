import { type LanguageUse, SECTORS } from "../model/index.js";
import { csv, figure, text } from "./csv.js";
import { byText, codeOrder } from "./order.js";
import type { Reporter } from "./run-report.js";

const COLUMNS = [
  text<LanguageUse>("code", (row) => row.code),
  text<LanguageUse>("sector", (row) => row.sector),
  text<LanguageUse>("term", (row) => row.term),
  figure<LanguageUse>("count", (row) => row.count),
  figure<LanguageUse>("g2", (row) => row.g2),
  text<LanguageUse>("divergence", (row) => row.divergence),
];

/** language.csv: the words that sectors use for codes; by codebook, then sector, then term. */
export const language: Reporter = function* (run) {
  const place = codeOrder(run);
  const rows = [...run.language].sort(
    (a, b) =>
      place(a.code) - place(b.code) ||
      SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) ||
      byText(a.term, b.term) ||
      byText(a.divergence, b.divergence),
  );
  yield { path: "language.csv", chunks: csv(COLUMNS, rows, run.bom) };
};
