import type {
  Assessment,
  AssessmentQuote,
  CohortAccount,
  PrincipleAccount,
  RecommendationTally,
  SiftArea,
} from "../../model/index.js";
import { plain } from "../markdown.js";
import { reviewName } from "../review-name.js";
import type { Reporter, RunReport } from "../run-report.js";

/** Where a quote comes from, in words. */
type Source = (quote: AssessmentQuote) => string;

function sources({ reviews }: Pick<RunReport, "reviews">): Source {
  const names = new Map(reviews.map(({ meta }) => [meta.id, reviewName(meta)]));
  const labels = new Map(
    reviews.flatMap(({ meta, sessions }) => sessions.map(({ id, label }) => [JSON.stringify([meta.id, id]), label])),
  );
  return ({ review, session }) =>
    `${labels.get(JSON.stringify([review, session])) ?? session}, ${names.get(review) ?? review}`;
}

function* bullets(sentences: readonly string[]): Iterable<string> {
  for (const sentence of sentences) yield `- ${plain(sentence)}\n`;
}

function* table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): Iterable<string> {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => plain(String(cell))).join(" | ")} |\n`;
  yield `\n${line(heads)}${line(heads.map(() => "---"))}`;
  for (const row of rows) yield line(row);
}

function tallyRow({ cohort, area, total, implemented, fully, partially, not, shares }: RecommendationTally) {
  const share = (count: number, per: number | undefined) => (per === undefined ? `${count}` : `${count} (${per} %)`);
  return [
    ...[cohort, area || "all", total, share(implemented, shares?.implemented), share(fully, shares?.fully)],
    ...[share(partially, shares?.partially), share(not, shares?.not)],
  ];
}

function* recommendations({ recommendations: tallies, implementation }: Assessment): Iterable<string> {
  if (tallies.length === 0) return;
  yield "\n## Recommendations\n\n";
  yield* bullets(implementation);
  yield* table(["Cohort", "Area", "Total", "Implemented", "Fully", "Partially", "Not"], tallies.map(tallyRow));
}

function* survey({ outcome, overview, contradictions }: Assessment): Iterable<string> {
  if (!outcome) return;
  yield "\n## The survey as a whole\n\n";
  yield* bullets(overview);
  yield "- Every item with its figures and its test stands in survey.csv.\n";
  yield `\n### Contradictions in the survey (${contradictions.length})\n\n`;
  if (contradictions.length === 0) yield "None was found.\n";
  for (const { cohort, topic, statement, lines } of contradictions) {
    const where = lines.length === 0 ? "" : `, line ${lines.join(", ")}`;
    yield `- ${plain(`${cohort || "no cohort"}, ${topic}${where}: ${statement}`)}\n`;
  }
}

function* sift({ sift: areas, proposal, principles }: Assessment): Iterable<string> {
  if (areas.length === 0) return;
  yield "\n## Sift matrix\n\nStrong less weak passages of each area under each principle; the passages stand in sift.csv.\n\n";
  yield* bullets(proposal);
  const cells = ({ cells: own }: SiftArea) =>
    own.map(({ score, strong, weak }) => (strong.length + weak.length === 0 ? "–" : `${score}`));
  yield* table(
    ["Area", "Cohort", "Region", ...principles.map(({ title }) => title), "All", "Standing", ""],
    areas.map((area) => [area.area, area.cohort, area.region, ...cells(area), area.standing, area.proposal]),
  );
}

function* quoted(quotes: readonly AssessmentQuote[], source: Source): Iterable<string> {
  for (const quote of quotes) yield `\n> “${plain(quote.quote)}”\n> — ${plain(source(quote))}\n`;
}

function* told(head: string, sentences: readonly string[], quotes: readonly AssessmentQuote[], source: Source) {
  if (sentences.length === 0 && quotes.length === 0) return;
  yield `\n**${head}**\n\n`;
  yield* bullets(sentences);
  yield* quoted(quotes, source);
}

function* cohort(account: CohortAccount, heads: Assessment["heads"], source: Source): Iterable<string> {
  const { improved, remains, notTold, conflicts, strong, weak } = account;
  yield `\n### ${plain(account.name)}\n${account.overview.length > 0 ? "\n" : ""}`;
  yield* bullets(account.overview);
  yield* told(heads.improved, improved, strong, source);
  yield* told(heads.remains, remains, weak, source);
  yield* told(heads.notTold, notTold, [], source);
  if (conflicts.length === 0) return;
  yield `\n**${plain(heads.conflicts)}**\n\n`;
  for (const { statement, quotes } of conflicts) {
    yield `- ${plain(statement)}\n`;
    yield* quoted(quotes, source);
    if (quotes.length > 0) yield "\n";
  }
}

function* principle(
  { title, cohorts }: PrincipleAccount,
  number: number,
  heads: Assessment["heads"],
  source: Source,
): Iterable<string> {
  yield `\n## ${number}. ${plain(title)}\n`;
  for (const account of cohorts) yield* cohort(account, heads, source);
}

function* document(assessment: Assessment, run: RunReport): Iterable<string> {
  const source = sources(run);
  yield `# ${plain(assessment.title)}\n\n`;
  yield* bullets(assessment.method);
  yield* recommendations(assessment);
  yield* survey(assessment);
  yield* sift(assessment);
  for (const [index, account] of assessment.principles.entries())
    yield* principle(account, index + 1, assessment.heads, source);
}

/** assessment/summary.md: what changed between two waves, by cohort, under the principles. */
export const assessmentSummary: Reporter = function* (run) {
  if (run.assessment) yield { path: "assessment/summary.md", chunks: document(run.assessment, run) };
};
