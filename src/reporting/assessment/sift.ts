import type { SiftArea, SiftCell } from "../../model/index.js";
import { csv, figure, items, text } from "../csv.js";
import type { Reporter } from "../run-report.js";

type Row = { readonly area: SiftArea; readonly cell: SiftCell };

const COLUMNS = [
  text<Row>("area", ({ area }) => area.area),
  text<Row>("cohort", ({ area }) => area.cohort),
  text<Row>("region", ({ area }) => area.region),
  items<Row>("reviews", ({ area }) => area.reviews),
  text<Row>("principle", ({ cell }) => cell.principle),
  figure<Row>("strong", ({ cell }) => cell.strong.length),
  figure<Row>("weak", ({ cell }) => cell.weak.length),
  figure<Row>("score", ({ cell }) => cell.score),
  figure<Row>("balance", ({ cell }) => cell.balance),
  text<Row>("standing", ({ area, cell }) => (cell.principle === "all" ? area.standing : "")),
  text<Row>("proposal", ({ area, cell }) => (cell.principle === "all" ? area.proposal : "")),
  text<Row>("instead_of", ({ area, cell }) => (cell.principle === "all" ? area.insteadOf : "")),
  items<Row>("strong_passages", ({ cell }) => cell.strong),
  items<Row>("weak_passages", ({ cell }) => cell.weak),
];

/** assessment/sift.csv: areas by principles, a row a cell, and one for the area as a whole (`all`); passages are mention ids. */
export const sift: Reporter = function* ({ assessment, bom }) {
  if (!assessment || assessment.sift.length === 0) return;
  const rows = assessment.sift.flatMap((area) => area.cells.map((cell): Row => ({ area, cell })));
  yield { path: "assessment/sift.csv", chunks: csv(COLUMNS, rows, bom) };
};
