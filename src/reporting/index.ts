import { annotations } from "./annotations.js";
import { recommendations } from "./assessment/recommendations.js";
import { sift } from "./assessment/sift.js";
import { assessmentSummary } from "./assessment/summary.js";
import { survey } from "./assessment/survey.js";
import { convergence } from "./convergence.js";
import { corroboration } from "./corroboration.js";
import { findingsCsv } from "./findings-csv.js";
import { findingsJson } from "./findings-json.js";
import { gexf } from "./gexf.js";
import { graphml } from "./graphml.js";
import { language } from "./language.js";
import { lines } from "./lines.js";
import { mentions } from "./mentions.js";
import { names } from "./names.js";
import { nationalDocx } from "./national/docx.js";
import { nationalHtml } from "./national/html.js";
import { nationalJson } from "./national/json.js";
import { nationalPractice, nationalTrace } from "./national/tables.js";
import { nationalXlsx } from "./national/xlsx.js";
import { reportDocx } from "./office/docx.js";
import { matrixXlsx } from "./office/xlsx.js";
import { page } from "./page/page.js";
import { problems } from "./problems.js";
import { qdc } from "./qdc.js";
import { qdpx } from "./qdpx.js";
import { questions } from "./questions.js";
import type { OutputFile, Reporter, RunReport } from "./run-report.js";
import { saturation } from "./saturation.js";
import { themesMatrix } from "./themes-matrix.js";

/** Rows of a run in, files out. Pure: nothing here reads, writes or knows the time. */
export { codingSheet } from "./coding-sheet.js";
export { codingSheetProject, documentOfSheet } from "./coding-sheet-project.js";
export { correctionsSheet } from "./corrections-sheet.js";
export { csv, figure, text } from "./csv.js";
export { disagreementsSheet } from "./disagreements-sheet.js";
export { FINDING_HEADS, FINDINGS as FINDINGS_SHEET } from "./office/xlsx-findings.js";
export { type Attempt, prometheus } from "./prometheus.js";
export { facetTree } from "./qdpx-facets.js";
export { codeGuid } from "./qdpx-guid.js";
export { reviewName } from "./review-name.js";
export type { ClientAsset, OutputFile, Reporter, RunReport } from "./run-report.js";
export { type PageViews, pageViews } from "./views/index.js";
export type { PageSource } from "./views/source.js";

/** Every format by the name under which it is asked for. */
export const REPORTERS: Readonly<Record<string, Reporter>> = {
  problems,
  mentions,
  "themes-matrix": themesMatrix,
  convergence,
  "findings-csv": findingsCsv,
  "findings-json": findingsJson,
  lines,
  corroboration,
  saturation,
  language,
  questions,
  names,
  page,
  "matrix-xlsx": matrixXlsx,
  "report-docx": reportDocx,
  qdpx,
  qdc,
  graphml,
  gexf,
  annotations,
  recommendations,
  survey,
  sift,
  "assessment-summary": assessmentSummary,
  "national-json": nationalJson,
  "national-html": nationalHtml,
  "national-docx": nationalDocx,
  "national-xlsx": nationalXlsx,
  "national-practice": nationalPractice,
  "national-trace": nationalTrace,
};

/** Formats whose every file is one review's own and made from that review alone. */
const OF_ONE_REVIEW: ReadonlySet<string> = new Set([
  "convergence",
  "questions",
  "names",
  "matrix-xlsx",
  "report-docx",
  "qdpx",
  "graphml",
  "gexf",
  "annotations",
]);

/**
 * Every file of the named formats, or of all of them.
 *
 * @param made whether a review's own files are wanted; those of others are taken over from an earlier run, and their texts are not at hand. Default: all.
 */
export function* reports(
  run: RunReport,
  names: Iterable<string> = Object.keys(REPORTERS),
  made: (review: string) => boolean = () => true,
): Iterable<OutputFile> {
  const own = { ...run, reviews: run.reviews.filter(({ meta }) => made(meta.id)) };
  for (const name of names) {
    const reporter = REPORTERS[name];
    if (reporter === undefined) {
      throw new RangeError(`no report \`${name}\`; there are ${Object.keys(REPORTERS).join(", ")}`);
    }
    for (const file of reporter(OF_ONE_REVIEW.has(name) ? own : run)) {
      const review = /^reviews\/([^/]+)\//.exec(file.path)?.[1];
      if (review === undefined || made(review)) yield file;
    }
  }
}
