import { format } from "fast-csv";

/** One column of a table. `number` columns hold figures only and are left as they are. */
export type Column<Row> = {
  readonly name: string;
  readonly kind: "text" | "number";
  /** Undefined becomes an empty cell. */
  readonly value: (row: Row) => string | number | undefined;
};

export function text<Row>(name: string, value: (row: Row) => string): Column<Row> {
  return { name, kind: "text", value };
}

/** A figure: whole numbers as they are, others to seven significant digits, past which only rounding would show. */
export function figure<Row>(name: string, value: (row: Row) => number | undefined): Column<Row> {
  return { name, kind: "number", value };
}

/** A list in one cell. Items hold no semicolons: they are ids and words of closed lists. */
export function items<Row>(name: string, value: (row: Row) => readonly string[]): Column<Row> {
  return { name, kind: "text", value: (row) => value(row).join(";") };
}

const BOM = "\uFEFF";
/** Text is handed on in pieces of about this many characters, so that a long table costs few writes and little memory. */
const PIECE = 1 << 16;

/**
 * Prefixes a cell with ' when it begins, after white space, with = + - @, a tab or a carriage return, which a spreadsheet
 * could run as a formula. Readers strip one.
 */
export function neutralise(cell: string): string {
  return /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function cell(value: string | number | undefined, kind: Column<unknown>["kind"]): string {
  if (value === undefined) return "";
  if (kind === "text") return neutralise(String(value));
  return Number.isInteger(value) ? String(value) : String(Number(Number(value).toPrecision(7)));
}

/**
 * A table as CSV: RFC 4180 with LF, a header line, text cells neutralised, numbers with a point. The only CSV writer.
 *
 * fast-csv quotes the cells. Its formatter is a stream, but it turns each row at once; it is read back after every row, so
 * that nothing waits for an event loop and a report stays a plain iterable.
 */
export function* csv<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>, bom: boolean): Iterable<string> {
  const stream = format({ headers: false, rowDelimiter: "\n", includeEndRowDelimiter: false });
  stream.setEncoding("utf8");
  const line = (cells: string[]): string => {
    stream.write(cells);
    const written: unknown = stream.read();
    if (typeof written !== "string") throw new Error("fast-csv did not give back the row it was given");
    return written;
  };
  let piece = (bom ? BOM : "") + line(columns.map((column) => neutralise(column.name)));
  for (const row of rows) {
    piece += line(columns.map((column) => cell(column.value(row), column.kind)));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n`;
}
