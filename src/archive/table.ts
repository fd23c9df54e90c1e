import { parseString } from "fast-csv";
import { type Column, columnNames, headerIndex, headersOf, plainHeader, type TableName } from "./columns.js";
import { decode } from "./decode.js";
import { quoted, type Report } from "./report.js";

/** One row of a metadata table. */
export interface Row<T extends TableName> {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  /** The trimmed cell of a column; empty where the column or the cell is missing. */
  cell(column: Column<T>): string;
}

interface RawRow {
  line: number;
  cells: string[];
}

/**
 * Reads a table: byte-order mark, encoding and delimiter (comma, semicolon or tab, whichever knows most headers) are found out, headers are
 * taken by their aliases in `columns.ts`. Columns may be missing or more; without one of `required` the table is ignored. A line whose quotes
 * are broken is left out and named; the rest is read. A cell that a spreadsheet guard prefixed with ' (before = + - @) loses the prefix.
 */
export async function readTable<T extends TableName>(
  table: T,
  bytes: Uint8Array,
  required: readonly Column<T>[],
  report: Report,
): Promise<Row<T>[]> {
  const { text, encoding } = decode(bytes);
  if (encoding === "windows-1252")
    report({
      rule: "archive/encoding",
      severity: "info",
      message: "The file is not UTF-8; it was read as Windows-1252.",
      wayOut: "Save it as UTF-8 if accents or quotation marks look wrong.",
    });
  const index = headerIndex(table);
  const delimiter = delimiterOf(text, index);
  const [header, ...raw] = (await records(text, delimiter, report)).filter((row) =>
    row.cells.some((c) => c.trim() !== ""),
  );
  if (header === undefined) {
    report({
      rule: "archive/empty-table",
      severity: "warning",
      message: `The file holds no line; expected a header line with ${columnNames(table).join(",")}.`,
      wayOut: "Fill it in or delete it.",
    });
    return [];
  }
  const place = placeColumns(table, header, index, report);
  const missing = required.filter((column) => !place.has(column));
  if (missing.length > 0) {
    report({
      rule: "archive/missing-column",
      severity: "error",
      place: `line ${header.line}`,
      message: `The header has no column ${missing.join(", ")}; the file is ignored. Expected ${columnNames(table).join(",")}.`,
      wayOut: `Put it into the header line; read as ${missing[0]} are: ${headersOf(table, missing[0]!).join(", ")}.`,
    });
    return [];
  }
  return raw.map((row) => {
    if (row.cells.slice(header.cells.length).some((c) => c.trim() !== ""))
      report({
        rule: "archive/row-too-long",
        severity: "warning",
        place: `line ${row.line}`,
        message: `The line has ${row.cells.length} cells, the header ${header.cells.length}; what is over is ignored.`,
        wayOut: "Put cells that hold the delimiter in double quotes.",
      });
    return {
      line: row.line,
      cell(column) {
        const at = place.get(column);
        return at === undefined ? "" : unguarded((row.cells[at] ?? "").trim());
      },
    };
  });
}

/** Column -> index of its cell. */
function placeColumns(
  table: TableName,
  header: RawRow,
  index: ReadonlyMap<string, string>,
  report: Report,
): Map<string, number> {
  const place = new Map<string, number>();
  header.cells.forEach((name, at) => {
    if (name.trim() === "") return;
    const column = index.get(plainHeader(name));
    if (column === undefined)
      report({
        rule: "archive/unknown-column",
        severity: "info",
        place: `line ${header.line}, column ${at + 1}`,
        message: `The column ${quoted(name)} is not known and not read. Known are ${columnNames(table).join(",")}.`,
        wayOut: "Rename it if it was meant to be one of these; otherwise it may stay.",
      });
    else if (place.has(column))
      report({
        rule: "archive/column-twice",
        severity: "warning",
        place: `line ${header.line}, column ${at + 1}`,
        message: `The column ${quoted(name)} means ${column}, which stands in the header already; the first one is read.`,
        wayOut: "Keep one of the two columns.",
      });
    else place.set(column, at);
  });
  return place;
}

/** Spreadsheets of other countries save "CSV" with semicolons or tabs: the header tells which. */
function delimiterOf(text: string, index: ReadonlyMap<string, string>): string {
  const header = text.split(/\r\n|\n|\r/u, 20).find((line) => line.trim() !== "") ?? "";
  let best = ",";
  let most = 0;
  for (const delimiter of [",", ";", "\t"]) {
    const known = header.split(delimiter).filter((name) => index.has(plainHeader(name))).length;
    if (known > most) {
      most = known;
      best = delimiter;
    }
  }
  return best;
}

/** All rows of the file with their lines. One broken quote makes the parser give up on the file, so then it is read line by line. */
async function records(text: string, delimiter: string, report: Report): Promise<RawRow[]> {
  const whole = await parse(text, delimiter);
  if (whole !== undefined) {
    let line = 1;
    return whole.map((cells) => {
      const row = { line, cells };
      line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0);
      return row;
    });
  }
  const rows: RawRow[] = [];
  for (const [at, line] of text.split(/\r\n|\n|\r/u).entries()) {
    const parsed = await parse(line, delimiter);
    if (parsed === undefined)
      report({
        rule: "archive/broken-quotes",
        severity: "error",
        place: `line ${at + 1}`,
        message: "The quotation marks of the line do not close; the line is left out.",
        wayOut: 'Double a quotation mark inside a quoted cell ("") and close each cell; keep a cell on one line.',
      });
    else if (parsed[0] !== undefined) rows.push({ line: at + 1, cells: parsed[0] });
  }
  return rows;
}

/** Undefined when the parser refuses. Headers and trimming are ours, so that lines can be counted. */
function parse(text: string, delimiter: string): Promise<string[][] | undefined> {
  return new Promise((resolve) => {
    const rows: string[][] = [];
    parseString(text, { headers: false, ignoreEmpty: false, delimiter })
      .on("data", (row: string[]) => rows.push(row))
      .on("error", () => resolve(undefined))
      .on("end", () => resolve(rows));
  });
}

/** Takes off the one ' that `guarded` puts before what a spreadsheet would run as a formula. */
export function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/u.test(cell) ? cell.slice(1) : cell;
}

/** A cell that no spreadsheet runs as a formula; `unguarded` takes the prefix off again, whatever the cell began with. */
export function guarded(cell: string): string {
  return /^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
}
