import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import type { Parsed } from "../parsed.js";
import { problem, Unreadable } from "../unreadable.js";
import { unzip } from "../unzip.js";
import { walkXml } from "../walk-xml.js";
import { htmlToParagraphs } from "./html.js";

/**
 * Word documents, through HTML so that headings, lists, bold leads and tables live. The archive is unpacked and its
 * XML walked under the limits first: the converter itself has none.
 */
export async function readDocx(bytes: Uint8Array, limits: Limits): Promise<Parsed> {
  const parts = await unzip(bytes, (name) => /\.(?:xml|rels)$/i.test(name), new Bounds(limits));
  if (![...parts.keys()].some((name) => /^word\/document\d*\.xml$/i.test(name))) {
    throw new Unreadable(
      "not-docx",
      "The archive holds no Word document.",
      "Give the file the extension of its real format, or save it as .docx.",
    );
  }
  for (const [name, part] of parts) {
    if (/^word\/[^/]+\.xml$/i.test(name)) walkXml(part, { open() {}, close() {} }, new Bounds(limits));
  }
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"],
    },
  );
  const { paragraphs, footnotes } = htmlToParagraphs(value, new Bounds(limits));
  const problems =
    footnotes === 0
      ? []
      : [
          problem(
            "footnotes-left-out",
            `${footnotes} footnotes or endnotes were left out.`,
            "Write into the text what they say of the session.",
            { severity: "info" },
          ),
        ];
  return { paragraphs, problems };
}
