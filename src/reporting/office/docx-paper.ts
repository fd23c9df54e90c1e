import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TextRun,
} from "docx";
import type { Draft, Heading } from "./docx-parts.js";
import { NUMBERING, STYLES } from "./docx-styles.js";
import { coreXml } from "./xlsx-workbook.js";
import { rezipped } from "./zip.js";

/** What stands on the first page, and at the head of every other. */
export interface Paper {
  readonly name: string;
  readonly subtitle: string;
  /** Said before anything else: what this is and how it must be handled. The first sentence is set bold. */
  readonly notice: readonly [bold: string, rest: string];
}

/** Which parts of a draft, counted from 0, stand on a page turned on its side. */
type Wide = ReadonlySet<number>;

/**
 * A draft as the bytes of a .docx: a front page with notice and contents, then each part of the draft in a section of its own. The same draft gives the
 * same bytes.
 */
export async function bytesOf(draft: Draft, paper: Paper, wide: Wide): Promise<Uint8Array> {
  const document = new Document({
    ...{ title: paper.name, creator: "Triangulum", lastModifiedBy: "Triangulum", styles: STYLES, numbering: NUMBERING },
    sections: [
      sectionOf(paper, frontPage(paper, draft.headings), false),
      ...draft.parts.map((part, i) => sectionOf(paper, [...part], wide.has(i))),
    ],
  });
  const packed = await Packer.toBuffer(document);
  // The library writes the time of day into the properties.
  return rezipped(packed, (path, text) =>
    path === "docProps/core.xml"
      ? coreXml(paper.name)
      : path === "word/document.xml"
        ? lowBreaks(markContents(text))
        : text,
  );
}

function frontPage({ name, subtitle, notice }: Paper, headings: readonly Heading[]): (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ style: "Title", children: [new TextRun(name)] }),
    new Paragraph({ style: "Subtitle", children: [new TextRun(subtitle)] }),
    new Paragraph({
      style: "Note",
      children: [new TextRun({ text: `${notice[0]} `, bold: true }), new TextRun(notice[1])],
    }),
    new Paragraph({ style: "ContentsTitle", children: [new TextRun("Contents")] }),
    // Marked as out of date, so that a word processor fills in the page numbers when it opens the report.
    new TableOfContents("Contents", {
      hyperlink: true,
      headingStyleRange: "1-1",
      cachedEntries: headings
        .filter(({ level }) => level === 1)
        .map(({ title, anchor }) => ({ title, level: 1, href: anchor })),
    }),
  ];
}

function sectionOf({ name }: Paper, children: ISectionOptions["children"], wide: boolean): ISectionOptions {
  const quiet = { size: 16, color: "4A5964" };
  const page = wide ? { orientation: PageOrientation.LANDSCAPE } : {};
  return {
    properties: {
      page: {
        size: { width: 11906, height: 16838, ...page },
        margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
      },
    },
    headers: {
      default: new Header({
        children: [new Paragraph({ children: [new TextRun({ text: `${name} · confidential draft`, ...quiet })] })],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: "PageFoot",
            children: [new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
          }),
        ],
      }),
    },
    children,
  };
}

/**
 * Says that the contents are contents, which the library leaves out and without which LibreOffice shows the field's instruction; and takes the dots out that
 * would lead to no page number. The style of the contents has them for a word processor that fills the numbers in.
 */
function markContents(xml: string): string {
  return xml
    .replace(
      '<w:sdtPr><w:alias w:val="Contents"/></w:sdtPr>',
      '<w:sdtPr><w:alias w:val="Contents"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>',
    )
    .replaceAll('<w:tab/><w:t xml:space="default"></w:t></w:r></w:hyperlink>', "</w:r></w:hyperlink>")
    .replace(/(<w:pStyle w:val="TOC1"\/>)<w:tabs>.{0,400}?<\/w:tabs>/g, "$1");
}

/** Makes the empty paragraph that ends a section so low that it never begins a page of its own. */
function lowBreaks(xml: string): string {
  const low = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>';
  return xml.replaceAll("<w:p><w:pPr><w:sectPr>", `<w:p><w:pPr>${low}<w:sectPr>`);
}
