import { Parser } from "htmlparser2";
import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { ParagraphCollector } from "../collect-paragraphs.js";
import { decodeBytes } from "../decode-bytes.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";

/** HTML, however broken: headings, lists, bold leads, tables; no scripts, styles or hidden matter. */
export function readHtml(bytes: Uint8Array, limits: Limits): Parsed {
  return { paragraphs: htmlToParagraphs(decodeBytes(bytes), new Bounds(limits)).paragraphs, problems: [] };
}

const SILENT = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "head",
  "svg",
  "math",
  "iframe",
  "object",
  "select",
  "button",
  "nav",
  "textarea",
]);
const BLOCKS = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hr html legend main ol p pre section summary ul caption".split(
    " ",
  ),
);
const BOLD = new Set(["b", "strong"]);
const VOID = new Set([
  "br",
  "hr",
  "img",
  "input",
  "meta",
  "link",
  "area",
  "base",
  "col",
  "embed",
  "source",
  "track",
  "wbr",
  "param",
]);
const HEADING = /^h[1-6]$/;

/**
 * Paragraphs of HTML text, and how many footnotes stood under it: notes (`id` beginning `footnote` or `endnote`, as the
 * Word converter writes them) and their raised numbers are no speech and are left out.
 */
export function htmlToParagraphs(html: string, bounds: Bounds): { paragraphs: ParsedParagraph[]; footnotes: number } {
  const collector = new ParagraphCollector();
  let silent = 0;
  let bold = 0;
  let pre = 0;
  let items = 0;
  let heading = false;
  let footnotes = 0;
  let raised: string | undefined;
  /** Whether each open element began a silence, so that its close ends that one. */
  const silences: boolean[] = [];
  const kind = (): ParsedParagraph["kind"] => (heading ? "heading" : items > 0 ? "bullet" : "paragraph");
  const parser = new Parser({
    onopentag(name, attributes) {
      if (VOID.has(name)) bounds.node();
      else bounds.enter();
      const footnote = name === "li" && /^(?:footnote|endnote)/.test(attributes.id ?? "");
      if (footnote) footnotes += 1;
      const hushed =
        SILENT.has(name) || footnote || "hidden" in attributes || /display:\s?none/.test(attributes.style ?? "");
      if (!VOID.has(name)) silences.push(hushed);
      if (hushed) silent += 1;
      if (silent > 0) return;
      if (name === "br") collector.write("\n");
      else if (HEADING.test(name)) {
        collector.end(kind());
        heading = true;
      } else if (name === "li") {
        collector.end(kind());
        items += 1;
      } else if (name === "table") collector.openTable();
      else if (name === "tr") collector.openRow();
      else if (name === "td" || name === "th") collector.openCell();
      else if (BLOCKS.has(name)) {
        collector.end(kind());
        if (name === "pre") pre += 1;
      } else if (BOLD.has(name)) bold += 1;
      else if (name === "sup") raised = "";
    },
    ontext(text) {
      bounds.text(text.length);
      if (silent > 0) return;
      if (raised !== undefined) raised += text;
      else collector.write(pre > 0 ? text : text.replace(/\s+/g, " "), bold > 0);
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      bounds.leave();
      if (silences.pop()) {
        silent -= 1;
        return;
      }
      if (silent > 0) return;
      if (HEADING.test(name)) {
        collector.end(kind());
        heading = false;
      } else if (name === "li") {
        collector.end(kind());
        items = Math.max(0, items - 1);
      } else if (name === "td" || name === "th") collector.end(kind());
      else if (name === "table") collector.closeTable();
      else if (BLOCKS.has(name)) {
        collector.end(kind());
        if (name === "pre") pre = Math.max(0, pre - 1);
      } else if (BOLD.has(name)) bold = Math.max(0, bold - 1);
      else if (name === "sup" && raised !== undefined) {
        if (!/^\s*\[?\d{1,3}\]?\s*$/.test(raised)) collector.write(raised, bold > 0);
        raised = undefined;
      }
    },
  });
  parser.write(html);
  parser.end();
  return { paragraphs: collector.finish(), footnotes };
}
