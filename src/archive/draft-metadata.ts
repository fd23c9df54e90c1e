import { writeToString } from "fast-csv";
import { stringify } from "yaml";
import type { ReviewFolder, SessionRow } from "../model/index.js";
import { columnNames } from "./columns.js";
import { guarded } from "./table.js";

/**
 * review.yaml and sessions.csv as text, filled with what was found and guessed, ready for a person to correct; the caller writes them.
 * Files that no guess speaks of get a line of their own, so that the list is complete. Reading the drafts back gives the same metadata.
 *
 * @param guesses rows as they were guessed from names, headings and text, in the order in which they shall stand
 */
export async function draftMetadata(
  review: ReviewFolder,
  guesses: readonly Partial<SessionRow>[],
): Promise<{ reviewYaml: string; sessionsCsv: string }> {
  const named = new Set(guesses.map((row) => row.file));
  const forgotten = review.documents
    .filter((document) => !named.has(document.path))
    .map(({ path }) => ({ file: path }));
  return { reviewYaml: reviewYaml(review), sessionsCsv: await sessionsCsv([...guesses, ...forgotten]) };
}

function reviewYaml({ meta }: ReviewFolder): string {
  const line = (key: string, value: string | string[], comment: string) =>
    `${stringify(
      { [key]: value },
      { lineWidth: 0, flowCollectionPadding: false, collectionStyle: "flow", blockQuote: false },
    )
      .trim()
      .replace(/^\{|\}$/gu, "")}  # ${comment}\n`;
  return [
    "# What is known of this review. Drafted from the folder's name and its files: correct it.\n",
    line("id", meta.id, "small letters, digits, hyphens; names the folders of the results"),
    line("area", meta.area, "as it stands in indicators.csv and in the report"),
    line("date", meta.date, "first day, YYYY-MM-DD"),
    line("title", meta.title, "as it shall stand over the report"),
    line("cohort", meta.cohort, "programme year, where reviews are compared by it"),
    line("region", meta.region, "for the national picture"),
    line("topic_guide", meta.topicGuide, "codes that every session was asked about, such as county-lines"),
  ].join("");
}

function sessionsCsv(rows: readonly Partial<SessionRow>[]): Promise<string> {
  const list = (entries: readonly string[] | undefined) => (entries ?? []).join("; ");
  const cells = rows.map((row) => [
    row.file ?? "",
    row.session ?? "",
    row.label ?? "",
    row.kind ?? "",
    list(row.sectors),
    row.level ?? "",
    row.date ?? "",
    row.record ?? "",
    row.startsAt ?? "",
    row.endsAt ?? "",
    list(row.interviewers),
    list(row.participants),
    row.members === undefined ? "" : String(row.members),
    list(row.asked),
    row.exclude ?? "",
  ]);
  return writeToString([columnNames("sessions"), ...cells.map((line) => line.map(guarded))], {
    rowDelimiter: "\n",
    includeEndRowDelimiter: true,
  });
}
