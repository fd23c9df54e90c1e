import { columnsOfTranscript, type Row, rowToParagraph } from "./find-transcript-columns.js";
import type { ParsedParagraph } from "./parsed.js";

/**
 * Gathers the paragraphs of a marked-up document (HTML, ODT, RTF): runs of text with or without bold, line breaks, and
 * tables, of which those that look like a transcript (speaker beside speech) become paragraphs with a speaker.
 */
export class ParagraphCollector {
  readonly paragraphs: ParsedParagraph[] = [];
  private text = "";
  private bold = "";
  /** False once plain text has been met: the bold lead is over. */
  private leading = true;
  /** Cells of the rows of the outermost table; undefined outside tables. */
  private rows: ParsedParagraph[][][] | undefined;
  private tables = 0;

  write(text: string, bold = false): void {
    this.text += text;
    if (!this.leading) return;
    if (bold || text.trim() === "") this.bold += text;
    else this.leading = false;
  }

  /** Ends the paragraph in hand, if it holds anything, as `kind`. */
  end(kind: ParsedParagraph["kind"] = "paragraph"): void {
    const text = this.text.trim();
    const boldLead = this.bold.trim();
    this.text = "";
    this.bold = "";
    this.leading = true;
    if (text === "") return;
    const paragraph: ParsedParagraph = { text, kind };
    if (boldLead !== "" && kind === "paragraph") paragraph.boldLead = boldLead;
    const cell = this.rows?.at(-1)?.at(-1);
    if (cell) cell.push(paragraph);
    else this.paragraphs.push(paragraph);
  }

  openTable(): void {
    this.end();
    this.tables += 1;
    if (this.tables === 1) this.rows = [];
  }

  openRow(): void {
    this.end();
    if (this.tables === 1) this.rows?.push([]);
  }

  openCell(): void {
    this.end();
    if (this.tables !== 1 || !this.rows) return;
    if (this.rows.length === 0) this.rows.push([]);
    this.rows.at(-1)?.push([]);
  }

  closeTable(): void {
    this.end();
    if (this.tables === 0) return;
    this.tables -= 1;
    if (this.tables > 0 || !this.rows) return;
    const rows = this.rows;
    this.rows = undefined;
    const cells: Row[] = rows.map((row) => row.map((cell) => cell.map((paragraph) => paragraph.text).join("\n")));
    const columns = columnsOfTranscript(cells);
    if (!columns) {
      this.paragraphs.push(...rows.flat(2));
      return;
    }
    for (const row of cells.slice(columns.header ? 1 : 0)) {
      const paragraph = rowToParagraph(row, columns);
      if (paragraph) this.paragraphs.push(paragraph);
    }
  }

  /** Ends what is open at the end of a document that may be cut off, and gives the paragraphs. */
  finish(): ParsedParagraph[] {
    this.end();
    this.tables = Math.min(this.tables, 1);
    this.closeTable();
    return this.paragraphs;
  }
}
