import { getDocumentProxy } from "unpdf";
import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { dropRunningHeads } from "../mend/drop-running-heads.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";
import { encrypted } from "../unzip.js";
import { type PdfLine, type PdfPiece, piecesToLines } from "./pdf-lines.js";
import { linesToParagraphs } from "./pdf-paragraphs.js";

/**
 * PDF: positioned pieces of text to lines, lines to paragraphs, without running heads, feet and page numbers. What a
 * page break cuts stays in two paragraphs with different pages, and is joined when lines are mended.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Parsed> {
  const bounds = new Bounds(limits);
  const pages = await readPages(bytes, bounds);
  const kept = dropRunningHeads(pages.map((lines) => lines.map((line) => line.text)));
  const body = pages.map((lines, index) => keepLines(lines, kept[index] ?? []));
  const paragraphs: ParsedParagraph[] = linesToParagraphs(body);
  return { paragraphs, problems: [] };
}

async function readPages(bytes: Uint8Array, bounds: Bounds): Promise<PdfLine[][]> {
  const document = await open(bytes);
  try {
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      bounds.node();
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces: PdfPiece[] = [];
      for (const item of items) {
        bounds.node();
        if (!("str" in item) || item.str === "") continue;
        bounds.text(item.str.length);
        const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform as number[];
        pieces.push({ text: item.str, x, y, width: item.width, size: item.height || Math.hypot(skew, scale) });
      }
      pages.push(piecesToLines(pieces));
      page.cleanup();
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

async function open(bytes: Uint8Array) {
  try {
    // A copy, because the library takes the buffer away from its caller.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw encrypted();
    throw error;
  }
}

/** The lines whose texts are kept, in order; both lists run in step. */
function keepLines(lines: readonly PdfLine[], kept: readonly string[]): PdfLine[] {
  let next = 0;
  return lines.filter((line) => {
    if (line.text !== kept[next]) return false;
    next += 1;
    return true;
  });
}
