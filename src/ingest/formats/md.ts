import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { ParagraphCollector } from "../collect-paragraphs.js";
import { decodeBytes } from "../decode-bytes.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";

/** Markdown: headings, bullets, bold leads and tables are kept, the marks themselves are not. */
export function readMd(bytes: Uint8Array, limits: Limits): Parsed {
  const text = decodeBytes(bytes);
  new Bounds(limits).text(text.length);
  return { paragraphs: markdownToParagraphs(text.replace(/\r\n?|[\u2028\u2029\u0085\f]/g, "\n")), problems: [] };
}

/** Whether plain text was written with Markdown marks: a `#` heading, or bold between double asterisks. */
export function looksLikeMarkdown(text: string): boolean {
  return /^#{1,6} \S/m.test(text) || /\*\*\w[^*\n]{0,300}\*\*/.test(text);
}

const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-{3,}) *$/;
const RULE = /^ {0,3}(?:[-*_] ?){3,}$/;
const BULLET = /^\s*[-*+][ \t]+(?=\S)/;
const TABLE_RULE = /^[|:\- \t]+$/;

/** Paragraphs of Markdown text whose lines end in a line feed. */
export function markdownToParagraphs(text: string): ParsedParagraph[] {
  const collector = new ParagraphCollector();
  const lines = dropFrontMatter(dropComments(text).split("\n"));
  let kind: ParsedParagraph["kind"] = "paragraph";
  let fenced = false;
  let inTable = false;
  let open = false;
  const end = () => {
    collector.end(kind);
    kind = "paragraph";
    open = false;
  };
  for (const [index, raw] of lines.entries()) {
    const line = raw.length > 100_000 ? raw.trim() : raw.replace(/^(?: {0,3}> ?){1,20}/, "");
    if (/^\s*(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      end();
      continue;
    }
    if (inTable && !isTableRow(line)) {
      collector.closeTable();
      inTable = false;
    }
    if (line.trim() === "" || (!open && !fenced && RULE.test(line))) {
      end();
    } else if (!fenced && HEADING.test(line)) {
      end();
      writeInline(collector, stripClosingMarks(line.replace(HEADING, "")));
      collector.end("heading");
    } else if (open && kind === "paragraph" && UNDERLINE.test(line)) {
      kind = "heading";
      end();
    } else if (isTableRow(line) && (inTable || TABLE_RULE.test(lines[index + 1]?.trim() || "x"))) {
      if (!inTable) {
        end();
        collector.openTable();
        inTable = true;
      }
      if (!TABLE_RULE.test(line.trim())) writeRow(collector, line);
    } else {
      const bullet = BULLET.exec(line)?.[0];
      if (bullet) {
        end();
        kind = "bullet";
      } else if (open) collector.write("\n");
      writeInline(collector, (bullet ? line.slice(bullet.length) : line).trim());
      open = true;
    }
  }
  end();
  return collector.finish();
}

function isTableRow(line: string): boolean {
  return line.trimStart().startsWith("|") && line.length < 100_000;
}

function writeRow(collector: ParagraphCollector, line: string): void {
  collector.openRow();
  for (const cell of line.trim().replace(/^\|/, "").replace(/\|$/, "").split("|")) {
    collector.openCell();
    writeInline(collector, cell.trim());
    collector.end();
  }
}

/** Writes a line with its bold runs told apart and all other marks taken off. */
function writeInline(collector: ParagraphCollector, line: string): void {
  const parts = line.split(/(\*\*[^*\n]{1,400}\*\*|__[^_\n]{1,400}__)/);
  for (const part of parts) {
    const bold = part.length > 4 && /^(?:\*\*|__)/.test(part) && part.endsWith(part.slice(0, 2));
    if (part !== "") collector.write(stripMarks(bold ? part.slice(2, -2) : part), bold);
  }
}

function stripMarks(text: string): string {
  return text
    .replace(/!?\[([^[\]\n]{0,500})\]\([^()\n]{0,1000}\)/g, "$1")
    .replace(/<(https?:[^<>\s]{1,1000})>/g, "$1")
    .replace(/(^|[\s("'\u2018\u201c])([*_])([^*_\s](?:[^*_\n]{0,400}))\2(?![\w*])/g, "$1$3")
    .replace(/<\/?(?:u|b|i|em|strong|sub|sup|span|mark|small|center|font|div|p|br)\b[^<>\n]{0,200}>/gi, "")
    .replace(/`([^`\n]{1,400})`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|>])/g, "$1");
}

function stripClosingMarks(heading: string): string {
  const text = heading.trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === "#") end -= 1;
  return end < text.length && (end === 0 || text[end - 1] === " ") ? text.slice(0, end) : text;
}

function dropComments(text: string): string {
  let out = "";
  let from = 0;
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", from)) {
    const close = text.indexOf("-->", at);
    if (close < 0) break;
    out += text.slice(from, at);
    from = close + 3;
  }
  return out + text.slice(from);
}

function dropFrontMatter(lines: string[]): string[] {
  if (lines[0]?.trim() !== "---") return lines;
  const close = lines.slice(1, 60).findIndex((line) => line.trim() === "---");
  const inside = lines.slice(1, close + 1);
  return close >= 0 && inside.every((line) => line.trim() === "" || /^[\w-]+:|^\s+|^- /.test(line))
    ? lines.slice(close + 2)
    : lines;
}
