/** A run of text with its place on the page, in points from the lower left corner. */
export interface PdfPiece {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Height of the letters. */
  size: number;
}

/** A line of a page: its text, and where it begins, ends and stands. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** A gap wider than this share of the letters' height is a space that was drawn rather than written. */
const SPACE = 0.18;
/** A piece smaller than this share of its line, holding digits alone and raised, is the number of a footnote. */
const RAISED = 0.8;

/**
 * Pieces in the order in which the page draws them, to lines. The order is kept: sorting by height would mix columns.
 * Raised small digits (footnote numbers) are left out.
 */
export function piecesToLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfPiece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && isSameLine(line, last, piece)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.flatMap((line) => toLine(line) ?? []);
}

function isSameLine(line: readonly PdfPiece[], last: PdfPiece, piece: PdfPiece): boolean {
  const base = line[0] ?? last;
  const size = Math.max(base.size, piece.size, 1);
  const goesBack = piece.x < last.x - size && piece.text.trim() !== "";
  return Math.abs(piece.y - base.y) < size * 0.5 && !goesBack;
}

function toLine(pieces: readonly PdfPiece[]): PdfLine | undefined {
  const filled = pieces.filter((piece) => piece.text.trim() !== "");
  const first = filled[0];
  if (!first) return undefined;
  const size = Math.max(...filled.slice(0, 500).map((piece) => piece.size));
  const base = filled.find((piece) => piece.size > size * RAISED)?.y ?? first.y;
  let text = "";
  let end = Number.NaN;
  let right = first.x;
  for (const piece of pieces) {
    const footnote = /^\s*\d{1,3}\s*$/.test(piece.text) && piece.size < size * RAISED && piece.y > base + size * 0.1;
    const gap = piece.x - end;
    if (!footnote) {
      if (gap > size * SPACE && !text.endsWith(" ") && !piece.text.startsWith(" ")) text += " ";
      text += piece.text;
    }
    end = piece.x + piece.width;
    if (piece.text.trim() !== "") right = Math.max(right, end);
  }
  const trimmed = text.trim();
  return trimmed === "" ? undefined : { text: trimmed, left: first.x, right, y: base, size };
}
