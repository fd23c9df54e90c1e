import { parseString } from "fast-csv";
import type { Limits, Problem } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { decodeBytes } from "../decode-bytes.js";
import { columnsOfTranscript, type Row, rowToParagraph, type TranscriptColumns } from "../find-transcript-columns.js";
import type { Parsed } from "../parsed.js";
import { problem, Unreadable } from "../unreadable.js";

/** CSV with columns for speaker, text and time (aliases in find-transcript-columns), parted by comma, semicolon or tab. */
export async function readCsv(bytes: Uint8Array, limits: Limits): Promise<Parsed> {
  const text = decodeBytes(bytes);
  const bounds = new Bounds(limits);
  bounds.text(text.length);
  const delimiter = findDelimiter(text);
  const problems: Problem[] = [];
  let rows: Row[];
  try {
    if (quotesAreBroken(text)) throw new Error("a quotation mark is never closed");
    rows = await parseRows(text, delimiter, bounds);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    rows = splitRows(text, delimiter, bounds);
    problems.push(
      problem(
        "broken-quotes",
        "The quotation marks of the CSV do not match; its rows were read line by line, as well as they can be.",
        "Export the CSV again with quoted fields and doubled inner quotation marks.",
      ),
    );
  }
  const columns = columnsOfTranscript(rows) ?? guessColumns(rows, problems);
  const paragraphs = rows.slice(columns.header ? 1 : 0).flatMap((row) => rowToParagraph(row, columns) ?? []);
  return { paragraphs, problems };
}

/** Of the first line that holds text, the delimiter that comes most. */
function findDelimiter(text: string): string {
  const line =
    text
      .slice(0, 10_000)
      .split(/\r?\n/)
      .find((candidate) => candidate.trim() !== "") ?? "";
  const counted = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

/** An odd number of marks leaves a field open to the end of the file: the parser would swallow all rows after it. */
function quotesAreBroken(text: string): boolean {
  let marks = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) marks += 1;
  return marks % 2 === 1;
}

function parseRows(text: string, delimiter: string, bounds: Bounds): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const rows: Row[] = [];
    const stream = parseString<string[], string[]>(text, { headers: false, delimiter, ignoreEmpty: true });
    stream.on("error", reject);
    stream.on("data", (row: string[]) => {
      try {
        for (const _ of row) bounds.node();
        rows.push(row);
      } catch (limit) {
        stream.destroy();
        reject(limit);
      }
    });
    stream.on("end", () => resolve(rows));
  });
}

/** The fall-back: a line is a row; the surplus of delimiters belongs to the last column, where the text mostly stands. */
function splitRows(text: string, delimiter: string, bounds: Bounds): Row[] {
  const rows: Row[] = [];
  let width = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    if (line.trim() === "") continue;
    bounds.node();
    const cells = line.split(delimiter);
    if (width === 0) width = cells.length;
    const fixed = cells.length > width ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)] : cells;
    rows.push(fixed.map((cell) => cell.trim().replace(/^"|"$/g, "").replaceAll('""', '"')));
  }
  return rows;
}

/** No names and no clear look: one column is text, two are speaker and text, else the longest is text. */
function guessColumns(rows: readonly Row[], problems: Problem[]): TranscriptColumns {
  problems.push(
    problem(
      "columns-guessed",
      "No column of the CSV is named as text, so its columns were guessed.",
      "Name the columns speaker, text and time in the first line.",
    ),
  );
  const width = rows[0]?.length ?? 1;
  const total = Array.from({ length: width }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column] ?? "").length, 0),
  );
  const text = total.indexOf(Math.max(...total));
  return { speaker: width === 2 ? 1 - text : -1, text, time: -1, header: false };
}
