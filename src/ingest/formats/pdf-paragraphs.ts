import { isPageNumber } from "../mend/drop-running-heads.js";
import { endsHyphenated } from "../mend/join-hyphenated-line-end.js";
import { endsSentence } from "../mend/join-wrapped-lines.js";
import type { ParsedParagraph } from "../parsed.js";
import type { PdfLine } from "./pdf-lines.js";

/** A gap between lines wider than this many usual gaps parts paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** Letters larger than the body by this factor are a heading's. */
const HEADING_SIZE = 1.15;
/** Longest heading, in characters. */
const HEADING_LENGTH = 140;

/** What is usual in the document: gap between lines, height of letters, right edge of full lines. */
interface Body {
  gap: number;
  size: number;
  right: number;
}

/** Pages of lines to paragraphs. Lines that fill the measure go on; a line feed stands where a break may be meant. */
export function linesToParagraphs(pages: readonly (readonly PdfLine[])[]): ParsedParagraph[] {
  const body = describeBody(pages);
  return pages.flatMap((lines, index) => pageToParagraphs(lines, index + 1, body));
}

function describeBody(pages: readonly (readonly PdfLine[])[]): Body {
  const gaps: number[] = [];
  const sizes: number[] = [];
  const rights: number[] = [];
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      // Each line counts by its length, so that headings do not outweigh the body.
      for (let i = 0; i < Math.min(8, 1 + line.text.length / 20); i++) sizes.push(line.size);
      rights.push(line.right);
      const next = lines[index + 1];
      if (next && line.y - next.y > 0 && line.y - next.y < line.size * 4) gaps.push(line.y - next.y);
    }
  }
  const size = quantile(sizes, 0.5) || 10;
  return { size, gap: quantile(gaps, 0.4) || size * 1.2, right: quantile(rights, 0.9) };
}

function quantile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

function pageToParagraphs(lines: readonly PdfLine[], page: number, body: Body): ParsedParagraph[] {
  const paragraphs: ParsedParagraph[] = [];
  let last: PdfLine | undefined;
  for (const line of lines) {
    const current = paragraphs.at(-1);
    const heading = isHeading(line, body);
    const goesDown =
      last !== undefined &&
      last.y - line.y > 0 &&
      last.y - line.y <= Math.max(body.gap, line.size * 1.05) * PARAGRAPH_GAP;
    const sameSize = last !== undefined && Math.abs(last.size - line.size) <= body.size * 0.12;
    if (current && last && goesDown && sameSize && (current.kind === "heading") === heading) {
      current.text += separator(current.text, last, line, body) + line.text;
    } else if (!isPageNumber(line.text) || lines.length > 2) {
      paragraphs.push({ text: line.text, kind: heading ? "heading" : "paragraph", page });
    }
    last = line;
  }
  return paragraphs;
}

function isHeading(line: PdfLine, body: Body): boolean {
  return line.size >= body.size * HEADING_SIZE && line.text.length <= HEADING_LENGTH && !/^[\d\W]+$/.test(line.text);
}

/** A space where the line was full, so its break is not meant; a line feed where it may be. */
function separator(text: string, last: PdfLine, line: PdfLine, body: Body): string {
  if (endsHyphenated(text, line.text)) return "\n";
  const space = line.text.indexOf(" ");
  const firstWord = space < 0 ? line.text.length : space;
  const perCharacter = (line.right - line.left) / Math.max(1, line.text.length);
  const full = last.right + perCharacter * (firstWord + 1) > body.right - body.size;
  const bullet = /^(?:[-*\u2022\u2023\u25AA\u25CF\uF0B7–]|\(?[a-z0-9]{1,3}[.)])\s/i.test(line.text);
  const label = /^[^:\n]{1,60}:(?:\s|$)/.test(line.text) && endsSentence(text);
  return full && !bullet && !label ? " " : "\n";
}
