import {
  AlignmentType,
  BookmarkEnd,
  BookmarkStart,
  BorderStyle,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { LIGHT } from "../palette.js";

/** A piece of running text: words, or a reference that leads to a place in the document. */
export type Piece = string | { readonly text: string; readonly to?: string; readonly bold?: boolean };

const hex = (colour: string) => colour.slice(1);
/** XML forbids these, and the library lets them through. */
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, "\ufffd");

export function runs(pieces: readonly Piece[], look: { readonly color?: string } = {}): ParagraphChild[] {
  return pieces.map((piece) => {
    if (typeof piece === "string") return new TextRun({ text: clean(piece), ...look });
    const { text, to, bold } = piece;
    if (to === undefined) return new TextRun({ text: clean(text), bold, ...look });
    return new InternalHyperlink({ anchor: to, children: [new TextRun({ text: clean(text), style: "Reference" })] });
  });
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
export type Heading = { readonly level: 1 | 2 | 3; readonly title: string; readonly anchor: string };

/** A document in the making: its blocks in order, its headings for the table of contents, its captions counted. */
export class Draft {
  private readonly sections: (Paragraph | Table)[][] = [[]];
  readonly headings: Heading[] = [];
  private tables = 0;
  private marks = 0;

  /** The blocks of each part between `newPart` calls. */
  get parts(): readonly (readonly (Paragraph | Table)[])[] {
    return this.sections;
  }

  /** What follows goes into a section of its own, with its own page. */
  newPart(): void {
    this.sections.push([]);
  }

  private add(block: Paragraph | Table): void {
    this.sections.at(-1)?.push(block);
  }

  heading(level: Heading["level"], title: string, anchor = `h${this.headings.length + 1}`): void {
    this.headings.push({ level, title: clean(title), anchor });
    this.marks++;
    this.add(
      new Paragraph({
        heading: HEADINGS[level],
        // Bookmarks are counted here: those of the library all bear the same number.
        children: [new BookmarkStart(anchor, this.marks), ...runs([title]), new BookmarkEnd(this.marks)],
      }),
    );
  }

  text(...pieces: readonly Piece[]): void {
    this.add(new Paragraph({ style: "BodyText", children: runs(pieces) }));
  }

  styled(style: string, ...pieces: readonly Piece[]): void {
    this.add(new Paragraph({ style, children: runs(pieces) }));
  }

  bullet(...pieces: readonly Piece[]): void {
    this.add(
      new Paragraph({ style: "ListBullet", numbering: { reference: "bullets", level: 0 }, children: runs(pieces) }),
    );
  }

  /** Words of a session with who said them and where they stand. */
  quote(quote: string, ...source: readonly Piece[]): void {
    this.add(
      new Paragraph({
        style: "Quote",
        children: runs([`“${quote}”`, ...(source.length > 0 ? [" — "] : []), ...source]),
      }),
    );
  }

  /**
   * A table with a counted caption above it, and a head that is repeated on every page. Widths are shares of the page.
   *
   * @param dense rows stand close, for matrices of single figures
   */
  table(
    caption: string,
    head: readonly string[],
    widths: readonly number[],
    rows: readonly (readonly TableText[])[],
    dense = false,
  ): void {
    this.tables++;
    this.add(
      new Paragraph({
        style: "Caption",
        keepNext: true,
        children: [
          ...runs(["Table "]),
          new SimpleField("SEQ Table \\* ARABIC", String(this.tables)),
          ...runs([`. ${caption}`]),
        ],
      }),
    );
    const total = widths.reduce((sum, width) => sum + width, 0);
    const columnWidths = widths.map((width) => Math.round((width / total) * TEXT_WIDTH));
    const row = (cells: readonly TableText[], isHead: boolean) =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: cells.map((each, i) => tableCell(each, columnWidths[i] ?? 500, isHead, dense)),
      });
    this.add(
      new Table({
        layout: TableLayoutType.FIXED,
        width: { size: 100, type: WidthType.PERCENTAGE },
        columnWidths,
        borders: { ...BORDERS, insideHorizontal: LINE, insideVertical: LINE },
        rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
      }),
    );
    this.add(new Paragraph({ style: "AfterTable", children: [] }));
  }
}

/** Width of the text of an upright page in twentieths of a point; tables of a wide page grow by their share. */
const TEXT_WIDTH = 9638;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: hex(LIGHT.line) };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE };

export type TableText =
  | string
  | { readonly pieces: readonly Piece[]; readonly ground?: string; readonly ink?: string; readonly center?: boolean };

function tableCell(each: TableText, width: number, isHead: boolean, dense: boolean): TableCell {
  const { pieces, ground, ink, center } = typeof each === "string" ? { pieces: [each] } : each;
  const pad = dense && !isHead ? 8 : 40;
  const fill = isHead ? LIGHT.heat[4].ground : ground;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: pad, bottom: pad, left: 70, right: 70 },
    ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, color: "auto", fill: hex(fill) } }),
    children: [
      new Paragraph({
        style: isHead ? "TableHead" : "TableText",
        ...(center === true && { alignment: AlignmentType.CENTER }),
        children: runs(pieces, ink === undefined ? {} : { color: hex(ink) }),
      }),
    ],
  });
}
