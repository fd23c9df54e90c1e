import { neutralise } from "../csv.js";
import { type Look, Styles } from "./xlsx-styles.js";
import { cellText, columnName, sheetRange, xmlText } from "./xlsx-xml.js";
import { type Part, zipped } from "./zip.js";

/** A cell: text or figure, how it looks, and the place in the workbook that it leads to. */
export type Cell = {
  readonly value: string | number;
  readonly look: Look;
  /** A range, as `sheetRange` writes it. */
  readonly to?: string;
};

/** One sheet. Its rows are read once, while it is written. */
export type Sheet = {
  readonly name: string;
  /** Colour of its tab. */
  readonly tab: string;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Whether its first row is a head with filters, repeated on every printed page. */
  readonly filtered: boolean;
  /** Undefined is an empty cell; `height` in points, by default as high as its wrapped texts. */
  readonly rows: Iterable<{ readonly cells: readonly (Cell | undefined)[]; readonly height?: number }>;
  /** A column whose cells below the head hold one of a list. */
  readonly choice?: { readonly column: number; readonly values: readonly string[] };
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Text is handed on in pieces of about this many characters. */
const PIECE = 1 << 16;

function cell({ value, look }: Cell, place: string, styles: Styles): string {
  if (typeof value === "number") return `<c r="${place}" s="${styles.of(look, false)}"><v>${value}</v></c>`;
  const style = styles.of(look, neutralise(value) !== value);
  // A text of its own kind is never run, whatever it begins with.
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

/** Height of a row in points: that of its tallest wrapped text, by the characters that a column's width holds. */
function heightOf(cells: readonly (Cell | undefined)[], columns: Sheet["columns"]): number {
  let lines = 1;
  for (const [i, each] of cells.entries()) {
    const column = columns[i];
    if (each?.look.wrap !== true || typeof each.value === "number" || column === undefined || column.hidden) continue;
    const width = Math.max(4, column.width * (each.look.bold === true ? 1.02 : 1.15) - 1);
    let own = 0;
    for (const line of each.value.split("\n")) own += Math.max(1, Math.ceil(line.length / width));
    lines = Math.max(lines, own);
  }
  return Math.min(409, 13 * lines + 3);
}

function view({ frozen }: Sheet, first: boolean): string {
  const { rows, columns } = frozen;
  const selected = first ? ' tabSelected="1"' : "";
  const panes = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const pane =
    rows + columns === 0
      ? ""
      : `<pane${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${panes}" state="frozen"/><selection pane="${panes}"/>`;
  return `<sheetViews><sheetView showGridLines="0"${selected} workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

/** The XML of a sheet, row by row; only its links are held till the end, since they stand there. */
function* sheetXml(sheet: Sheet, first: boolean, styles: Styles): Iterable<string> {
  const columns = sheet.columns.map(
    ({ width, hidden }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${hidden === true ? ' hidden="1"' : ""}/>`,
  );
  let piece = `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><tabColor rgb="FF${sheet.tab.slice(1).toUpperCase()}"/><pageSetUpPr fitToPage="1"/></sheetPr>${view(sheet, first)}<sheetFormatPr defaultRowHeight="14"/><cols>${columns.join("")}</cols><sheetData>`;
  const links: string[] = [];
  let row = 0;
  for (const { cells, height } of sheet.rows) {
    row++;
    piece += `<row r="${row}" ht="${height ?? heightOf(cells, sheet.columns)}" customHeight="1">`;
    for (const [i, each] of cells.entries()) {
      if (each === undefined) continue;
      const place = columnName(i) + row;
      piece += cell(each, place, styles);
      if (each.to !== undefined) links.push(`<hyperlink ref="${place}" location="${xmlText(each.to)}"/>`);
    }
    piece += "</row>";
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  const last = columnName(sheet.columns.length - 1) + Math.max(row, 1);
  const { choice } = sheet;
  const chosen = choice && `${columnName(choice.column)}2:${columnName(choice.column)}${Math.max(row, 2)}`;
  yield [
    `${piece}</sheetData>`,
    sheet.filtered ? `<autoFilter ref="A1:${last}"/>` : "",
    choice
      ? `<dataValidations count="1"><dataValidation type="list" allowBlank="0" showErrorMessage="1" sqref="${chosen}"><formula1>&quot;${choice.values.join(",")}&quot;</formula1></dataValidation></dataValidations>`
      : "",
    links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>',
  ].join("");
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, filtered }, i) =>
    filtered
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${xmlText(sheetRange(name, "$1:$1"))}</definedName>`,
        ]
      : [],
  );
  const list = sheets.map(({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join("")}</sheets>${names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`}</workbook>`;
}

function relations(rows: readonly (readonly [type: string, target: string])[]): string {
  const list = rows.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

/** The parts of a workbook. Styles come last, since they are numbered while the sheets are written. */
function* parts(title: string, sheets: readonly Sheet[]): Iterable<Part> {
  const one = (path: string, text: string): Part => ({ path, text: [text] });
  const overrides = sheets.map(
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  yield one(
    "[Content_Types].xml",
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides.join("")}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  );
  yield one(
    "_rels/.rels",
    relations([
      [`${RELATION}/officeDocument`, "xl/workbook.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
  );
  yield one("docProps/core.xml", coreXml(title));
  yield one("xl/workbook.xml", workbookXml(sheets));
  yield one(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...sheets.map((_, i) => [`${RELATION}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
      [`${RELATION}/styles`, "styles.xml"],
    ]),
  );
  const styles = new Styles();
  for (const [i, sheet] of sheets.entries()) {
    yield { path: `xl/worksheets/sheet${i + 1}.xml`, text: sheetXml(sheet, i === 0, styles) };
  }
  yield one("xl/styles.xml", styles.xml());
}

/** docProps/core.xml: a title, a program and a fixed date; nobody's name. */
export function coreXml(title: string): string {
  const date = "1980-01-01T00:00:00Z";
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Triangulum</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`;
}

/**
 * A workbook in Office Open XML (ECMA-376), written row by row, so that a sheet of any length costs little memory. Texts
 * stand in their cells and never run; the same sheets give the same bytes.
 */
export function workbook(title: string, sheets: readonly Sheet[]): Iterable<Uint8Array> {
  return zipped(parts(title, sheets));
}
