import type { Practice, TraceRow } from "../../model/index.js";
import { csv, text } from "../csv.js";
import type { Reporter } from "../run-report.js";
import { practiceNumbers } from "./view.js";

const practiceColumns = (numbers: ReadonlyMap<string, string>) => [
  text<Practice>("heading", ({ heading }) => heading.split("/").at(-1) ?? ""),
  text<Practice>("place", ({ place, region }) => (place === "" ? region : place)),
  text<Practice>("practice", ({ practice }) => practice),
  text<Practice>("status", ({ status }) => status),
  text<Practice>("claim", ({ id }) => id),
  text<Practice>("description", ({ description }) => description),
  text<Practice>("because", ({ because }) => because),
  text<Practice>("number", ({ id }) => numbers.get(id) ?? ""),
];

/** national/practice.csv: the best practice directory. A place that must not be named is its region. */
export const nationalPractice: Reporter = function* ({ national, bom }) {
  if (national === undefined) return;
  yield {
    path: "national/practice.csv",
    chunks: csv(practiceColumns(practiceNumbers(national.summary)), national.summary.practices, bom),
  };
};

const TRACE = [
  text<TraceRow>("claim", ({ claim }) => claim),
  text<TraceRow>("review", ({ review }) => review),
  text<TraceRow>("session", ({ session }) => session),
  text<TraceRow>("mention", ({ mention }) => mention),
  text<TraceRow>("side", ({ side }) => side),
];

/** national/trace.csv: every mention behind every claim, for and against. It names sessions and stays in the house. */
export const nationalTrace: Reporter = function* ({ national, bom }) {
  if (national === undefined) return;
  yield { path: "national/trace.csv", chunks: csv(TRACE, national.trace(), bom) };
};
