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
import type { Concept, ReviewResult } from "../../model/index.js";
import { reviewsInOrder } from "../order.js";
import { monthOf } from "../review-name.js";
import type { Reporter } from "../run-report.js";
import { evidenceAppendix, matrixAppendix } from "./docx-appendix.js";
import { Draft, type Heading } from "./docx-parts.js";
import {
  acrossSessions,
  goodPractice,
  introduction,
  questionsSection,
  recommendations,
  sessionSummaries,
  visitsAndLinks,
} from "./docx-sections.js";
import { NUMBERING, STYLES } from "./docx-styles.js";
import { type ReportView, viewReport } from "./docx-view.js";
import { coreXml } from "./xlsx-workbook.js";
import { rezipped } from "./zip.js";

function frontPage({ name, review }: ReportView, headings: readonly Heading[]): (Paragraph | TableOfContents)[] {
  const { area, date, region } = review.meta;
  const about = [area, region, monthOf(date)].filter((part) => part !== "").join(" · ");
  return [
    new Paragraph({ style: "Title", children: [new TextRun(name)] }),
    new Paragraph({ style: "Subtitle", children: [new TextRun(about)] }),
    new Paragraph({
      style: "Note",
      children: [
        new TextRun({ text: "Confidential draft. ", bold: true }),
        new TextRun(
          "What practitioners said, sorted and counted. It is perception, not fact; silence is not absence; findings are candidates until an analyst decides. Personal details were masked, and quotes must be read again before they are shared.",
        ),
      ],
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

function sectionOf(view: ReportView, children: ISectionOptions["children"], wide: boolean): ISectionOptions {
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
        children: [new Paragraph({ children: [new TextRun({ text: `${view.name} · confidential draft`, ...quiet })] })],
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

/** Says that the contents are contents, which the library leaves out and without which LibreOffice shows the field's instruction. */
function markContents(xml: string): string {
  return xml.replace(
    '<w:sdtPr><w:alias w:val="Contents"/></w:sdtPr>',
    '<w:sdtPr><w:alias w:val="Contents"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>',
  );
}

/** The report of one review as the bytes of a .docx. */
async function bytesOf(review: ReviewResult, concepts: readonly Concept[]): Promise<Uint8Array> {
  const view = viewReport(review, concepts);
  const draft = new Draft();
  for (const section of [introduction, sessionSummaries, acrossSessions, questionsSection, goodPractice]) {
    section(draft, view);
  }
  recommendations(draft, view);
  visitsAndLinks(draft, view);
  draft.newPart();
  matrixAppendix(draft, view);
  draft.newPart();
  evidenceAppendix(draft, view);
  const [body = [], matrix = [], evidence = []] = draft.parts;
  const document = new Document({
    ...{ title: view.name, creator: "Triangulum", lastModifiedBy: "Triangulum", styles: STYLES, numbering: NUMBERING },
    sections: [
      sectionOf(view, frontPage(view, draft.headings), false),
      sectionOf(view, body, false),
      sectionOf(view, matrix, true),
      sectionOf(view, evidence, false),
    ],
  });
  const packed = await Packer.toBuffer(document);
  // The library writes the time of day into the properties.
  return rezipped(packed, (path, text) =>
    path === "docProps/core.xml" ? coreXml(view.name) : path === "word/document.xml" ? markContents(text) : text,
  );
}

/** reviews/<id>/report.docx: the review in the shape that locality reviews have, every claim with the id of its finding. */
export const reportDocx: Reporter = function* (run) {
  for (const review of reviewsInOrder(run)) {
    const chunks = {
      async *[Symbol.asyncIterator]() {
        yield await bytesOf(review, run.concepts);
      },
    };
    yield { path: `reviews/${review.meta.id}/report.docx`, chunks };
  }
};
