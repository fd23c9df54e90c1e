import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { decodeBytes } from "../decode-bytes.js";
import { dropRunningHeads } from "../mend/drop-running-heads.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";
import { looksLikeMarkdown, markdownToParagraphs } from "./md.js";

/** Plain text: blank lines part paragraphs, form feeds part pages. Text that uses Markdown marks is read as Markdown. */
export function readTxt(bytes: Uint8Array, limits: Limits): Parsed {
  const text = decodeBytes(bytes);
  new Bounds(limits).text(text.length);
  return { paragraphs: textToParagraphs(text), problems: [] };
}

/** Paragraphs of decoded text; their inner line feeds stay, to be judged when lines are mended. */
export function textToParagraphs(text: string): ParsedParagraph[] {
  const plain = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
  if (looksLikeMarkdown(plain)) return markdownToParagraphs(plain);
  const pages = dropRunningHeads(plain.split("\f").map((page) => page.split("\n")));
  return pages.flatMap((lines, index) => groupLines(lines, pages.length > 1 ? index + 1 : undefined));
}

function groupLines(lines: readonly string[], page: number | undefined): ParsedParagraph[] {
  const paragraphs: ParsedParagraph[] = [];
  let group: string[] = [];
  const end = () => {
    if (group.length > 0) paragraphs.push({ text: group.join("\n"), kind: "paragraph", ...(page && { page }) });
    group = [];
  };
  for (const line of lines) {
    if (line.trim() === "") end();
    else group.push(line.trim());
  }
  end();
  return paragraphs;
}
