import type { SurveyChange, SurveyReading } from "../../model/index.js";
import { csv, figure, items, text } from "../csv.js";
import type { Reporter } from "../run-report.js";

const rate = (reading: SurveyReading | undefined): number | undefined =>
  reading?.outOf ? reading.count / reading.outOf : undefined;

const reading = (name: string, of: (row: SurveyChange) => SurveyReading | undefined) => [
  text<SurveyChange>(`${name}_wave`, (row) => of(row)?.wave ?? ""),
  figure<SurveyChange>(`${name}_count`, (row) => of(row)?.count),
  figure<SurveyChange>(`${name}_out_of`, (row) => of(row)?.outOf),
  figure<SurveyChange>(`${name}_rate`, (row) => rate(of(row))),
];

const COLUMNS = [
  text<SurveyChange>("cohort", (row) => row.cohort),
  text<SurveyChange>("principle", (row) => row.principle),
  text<SurveyChange>("topic", (row) => row.topic),
  text<SurveyChange>("item", (row) => row.item),
  text<SurveyChange>("measure", (row) => row.measure),
  text<SurveyChange>("better", (row) => row.favours),
  ...reading("entry", (row) => row.entry),
  ...reading("follow_up", (row) => row.followUp),
  text<SurveyChange>("direction", (row) => row.direction),
  figure<SurveyChange>("p", (row) => row.p),
  figure<SurveyChange>("least_p", (row) => row.least),
  figure<SurveyChange>("adjusted_p", (row) => row.adjusted),
  text<SurveyChange>("answer", (row) => row.answer),
  items<SurveyChange>("lines", (row) => row.lines),
];

/** assessment/survey.csv: a row for every item and measure of a cohort, with its rate in both waves and what can be said of the two. */
export const survey: Reporter = function* ({ assessment, bom }) {
  if (!assessment || assessment.changes.length === 0) return;
  yield { path: "assessment/survey.csv", chunks: csv(COLUMNS, assessment.changes, bom) };
};
