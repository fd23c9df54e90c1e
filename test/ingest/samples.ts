import { strToU8, zipSync } from "fflate";
import { type Limits, Pipeline, type Transcript } from "../../src/model/index.js";

/** The pipeline's own limits. */
export const LIMITS: Limits = Pipeline.parse({ name: "test" }).limits;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of which `body` is the inner XML; `w:` is bound. Styles Heading1 and a bullet list (numId 1) exist. */
export function makeDocx(body: string, more: Record<string, string> = {}): Uint8Array {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${relations}/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    "word/styles.xml": strToU8(
      `<?xml version="1.0"?><w:styles ${WORD}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    "word/numbering.xml": strToU8(
      `<?xml version="1.0"?><w:numbering ${WORD}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });
}

/** A Word paragraph: `**bold**` runs, `\n` a line break; `style` a paragraph style, or `bullet`. */
export function wordParagraph(text: string, style = ""): string {
  const properties =
    style === "bullet"
      ? '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
      : style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  const runs = text.split(/(\*\*[^*]+\*\*|\n)/).map((run) => {
    if (run === "\n") return "<w:r><w:br/></w:r>";
    const bold = run.startsWith("**");
    return `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${run.replaceAll("**", "")}</w:t></w:r>`;
  });
  return `<w:p>${properties}${runs.join("")}</w:p>`;
}

/** An OpenDocument text of which `body` is the inner XML of office:text; the automatic style `B` is bold. */
export function makeOdt(body: string, manifest = ""): Uint8Array {
  const names = ["office", "text", "style", "table"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.text"),
    "META-INF/manifest.xml": strToU8(`<manifest>${manifest}</manifest>`),
    "content.xml": strToU8(
      `<?xml version="1.0"?><office:document-content ${names.join(" ")} xmlns:fo="urn:fo"><office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });
}

/** One line of a page: where it stands, in points, and how large its letters are (default 11). */
export interface DrawnLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** A PDF of one page for each list of lines, in Helvetica. */
export function makePdf(pages: readonly (readonly DrawnLine[])[]): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  objects.push("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (const [index, lines] of pages.entries()) {
    const content = lines
      .map(
        ({ text, x = 72, y, size = 11 }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`,
      )
      .join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, "0")} 00000 n \n`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, "latin1"));
}

/** A REFI-QDA project with text sources; `inline` puts the text into the project file. */
export function makeQdpx(
  sources: readonly { name: string; text: string; inline?: boolean; missing?: boolean }[],
): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const xml = sources.map(({ name, text, inline, missing }, index) => {
    if (inline)
      return `<TextSource guid="g${index}" name="${name}"><PlainTextContent>${text}</PlainTextContent></TextSource>`;
    if (!missing) files[`sources/g${index}.txt`] = strToU8(text);
    return `<TextSource guid="g${index}" name="${name}" plainTextPath="internal://g${index}.txt"/>`;
  });
  files["project.qde"] = strToU8(
    `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="p"><Sources>${xml.join("")}</Sources></Project>`,
  );
  return zipSync(files);
}

const MARKS = { heading: "# ", bullet: "- ", attendees: "= ", paragraph: "" } as const;

/** A transcript as people can read it: a line `role speaker time` for each turn, under it its blocks with a mark. */
export function show({ text, blocks, turns }: Transcript): string {
  return turns
    .map((turn, index) => {
      const head = `[${[turn.role, turn.speaker, turn.time].filter((part) => part !== "").join(" | ")}]`;
      const own = blocks.filter((block) => block.turn === index);
      return [head, ...own.map((block) => MARKS[block.kind] + text.slice(block.start, block.end))].join("\n");
    })
    .join("\n");
}
