import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { ParagraphCollector } from "../collect-paragraphs.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";
import { Unreadable } from "../unreadable.js";
import { encrypted, unzip } from "../unzip.js";
import { walkXml } from "../walk-xml.js";

/** Matter beside the speech: notes, comments, deleted text, list numbers, drawn pictures' descriptions. */
const SILENT = new Set([
  "text:note",
  "office:annotation",
  "text:tracked-changes",
  "text:number",
  "svg:title",
  "svg:desc",
  "office:forms",
]);

/** OpenDocument text: content.xml with its headings, lists, bold styles and tables. */
export async function readOdt(bytes: Uint8Array, limits: Limits): Promise<Parsed> {
  const parts = await unzip(
    bytes,
    (name) => name === "content.xml" || name === "META-INF/manifest.xml",
    new Bounds(limits),
  );
  const manifest = parts.get("META-INF/manifest.xml");
  if (manifest && Buffer.from(manifest).includes("encryption-data")) throw encrypted();
  const content = parts.get("content.xml");
  if (!content) {
    throw new Unreadable(
      "not-odt",
      "The archive holds no OpenDocument text.",
      "Give the file the extension of its real format, or save it as .odt.",
    );
  }
  return { paragraphs: contentToParagraphs(content, new Bounds(limits)), problems: [] };
}

function contentToParagraphs(content: Uint8Array, bounds: Bounds): ParsedParagraph[] {
  const collector = new ParagraphCollector();
  const boldStyles = new Set<string>();
  const headingStyles = new Set<string>();
  let style = "";
  let silent = 0;
  let items = 0;
  let inText = 0;
  /** Of each open paragraph and span: whether its text is bold. */
  const bold: boolean[] = [];
  let kind: ParsedParagraph["kind"] = "paragraph";
  walkXml(
    content,
    {
      open(name, attributes) {
        if (SILENT.has(name)) silent += 1;
        if (silent > 0) return;
        if (name === "style:style") {
          style = attributes["style:name"] ?? "";
          if (/^(?:Heading|Title)/.test(attributes["style:parent-style-name"] ?? "")) headingStyles.add(style);
        } else if (name === "style:text-properties") {
          if (attributes["fo:font-weight"] === "bold") boldStyles.add(style);
        } else if (name === "text:p" || name === "text:h") {
          const used = attributes["text:style-name"] ?? "";
          const isHeading = name === "text:h" || headingStyles.has(used) || /^(?:Heading|Title)/.test(used);
          if (inText === 0) kind = isHeading ? "heading" : items > 0 ? "bullet" : "paragraph";
          else collector.write("\n");
          inText += 1;
          bold.push(boldStyles.has(used));
        } else if (name === "text:span")
          bold.push(boldStyles.has(attributes["text:style-name"] ?? "") || bold.at(-1) === true);
        else if (name === "text:list-item") items += 1;
        else if (name === "text:s") collector.write(" ");
        else if (name === "text:tab") collector.write("\t");
        else if (name === "text:line-break") collector.write("\n");
        else if (name === "table:table") collector.openTable();
        else if (name === "table:table-row") collector.openRow();
        else if (name === "table:table-cell") collector.openCell();
      },
      text(text) {
        if (silent === 0 && inText > 0) collector.write(text.replace(/\s+/g, " "), bold.at(-1) === true);
      },
      close(name) {
        if (SILENT.has(name)) {
          silent -= 1;
          return;
        }
        if (silent > 0) return;
        if (name === "text:p" || name === "text:h") {
          bold.pop();
          inText -= 1;
          if (inText === 0) collector.end(kind);
        } else if (name === "text:span") bold.pop();
        else if (name === "text:list-item") items -= 1;
        else if (name === "table:table") collector.closeTable();
      },
    },
    bounds,
  );
  return collector.finish();
}
