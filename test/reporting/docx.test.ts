import { beforeAll, describe, expect, it } from "vitest";
import type { Finding, ReviewResult } from "../../src/model/index.js";
import { reportDocx } from "../../src/reporting/office/docx.js";
import { all, bytesOf, type Element, tree, unpacked, words } from "./office-parts.js";
import { draftResult, draftRun, REVIEWS } from "./run.js";

const bytes = (review: ReviewResult) => bytesOf([...reportDocx(draftRun({ reviews: [review] }))][0]!);
async function read(review: ReviewResult) {
  const { parts, dates } = await unpacked(await bytes(review));
  const document = tree(parts.get("word/document.xml")!);
  const paragraphs = all(document, "w:p").map((paragraph) => ({
    style: all(paragraph, "w:pStyle")[0]?.attributes["w:val"] ?? "",
    text: all(paragraph, "w:t").map(words).join(""),
    links: all(paragraph, "w:hyperlink").map(({ attributes }) => attributes["w:anchor"]!),
  }));
  return { parts, dates, document, paragraphs };
}
/** Paragraphs of a part of the report, from its heading to the next of the same level. */
function part(report: Awaited<ReturnType<typeof read>>, title: string) {
  const from = report.paragraphs.findIndex(({ style, text }) => style === "Heading1" && text === title);
  const to = report.paragraphs.findIndex(({ style }, i) => i > from && style === "Heading1");
  return report.paragraphs.slice(from, to === -1 ? undefined : to);
}

const [HALLAM] = REVIEWS as [ReviewResult];
const strength = HALLAM.findings.find(({ type }) => type === "strength")!;
const decide = (change: (finding: Finding) => Partial<Finding>): ReviewResult => ({
  ...HALLAM,
  findings: HALLAM.findings.map((finding) => ({ ...finding, ...change(finding) })),
});
let report: Awaited<ReturnType<typeof read>>;
beforeAll(async () => {
  report = await read(HALLAM);
});

describe("report.docx", () => {
  it("has the parts that a locality review has, under real headings", () => {
    expect(report.paragraphs.filter(({ style }) => style === "Heading1").map(({ text }) => text)).toEqual([
      ...["Introduction and method", "Summary of each session", "Summary across sessions", "The eight questions"],
      ...["Good practice", "Recommendations", "Visits and links with other areas"],
      ...["Appendix A: the matrix", "Appendix B: findings and their evidence"],
    ]);
    const styles = tree(report.parts.get("word/styles.xml")!);
    const known = new Set(all(styles, "w:style").map(({ attributes }) => attributes["w:styleId"]));
    for (const { style } of report.paragraphs) if (style !== "") expect(known).toContain(style);
  });
  it("has a summary for each session and an answer for each question", () => {
    const second = (title: string) => part(report, title).filter(({ style }) => style === "Heading2");
    expect(second("Summary of each session")).toHaveLength(HALLAM.sessions.length);
    expect(second("The eight questions")).toHaveLength(8);
  });
  it("counts its pages, captions and contents with fields", () => {
    const fields = [...all(report.document, "w:instrText"), ...all(report.document, "w:fldSimple")].map(
      (field) => field.attributes["w:instr"] ?? words(field),
    );
    expect(fields.some((field) => field.startsWith("TOC "))).toBe(true);
    expect(all(report.document, "w:docPartGallery")[0]?.attributes["w:val"]).toBe("Table of Contents");
    expect(fields.filter((field) => field.startsWith("SEQ Table"))).toHaveLength(2);
    const footers = [...report.parts].filter(([path]) => path.startsWith("word/footer")).map(([, xml]) => xml);
    for (const footer of footers) expect(footer).toMatch(/PAGE.*NUMPAGES/s);
  });
  it("leads by no dots to page numbers that only a word processor knows, and ends no part with a page of nothing", () => {
    const contents = all(report.document, "w:p").filter((one) =>
      all(one, "w:pStyle").some(({ attributes }) => attributes["w:val"] === "TOC1"),
    );
    expect(contents.length).toBeGreaterThan(8);
    for (const entry of contents) expect(all(entry, "w:tab")).toEqual([]);
    const ends = all(report.document, "w:p").filter((one) => all(one, "w:sectPr").length > 0);
    expect(ends.length).toBeGreaterThan(0);
    for (const end of ends)
      expect(all(end, "w:spacing")[0]?.attributes).toMatchObject({ "w:line": "20", "w:lineRule": "exact" });
  });
  it("leads nowhere that is not there, with bookmarks of their own numbers", () => {
    const marks = all(report.document, "w:bookmarkStart").map(({ attributes }) => attributes);
    expect(new Set(marks.map((mark) => mark["w:id"])).size).toBe(marks.length);
    const names = new Set(marks.map((mark) => mark["w:name"]));
    expect(names.size).toBe(marks.length);
    for (const anchor of report.paragraphs.flatMap(({ links }) => links)) expect(names).toContain(anchor);
  });
  it.each(["Summary across sessions", "Good practice", "Recommendations"])(
    "gives every claim of %s a reference",
    (title) => {
      const claims = part(report, title).filter(({ style }) => style === "ListBullet");
      expect(claims.length).toBeGreaterThan(0);
      for (const { text, links } of claims) expect([text, links.length > 0]).toEqual([text, true]);
    },
  );
  it("recommends nothing that does not rest on a need", () => {
    const needs = HALLAM.findings.filter(({ type }) => type === "need");
    const headings = part(report, "Recommendations").filter(({ style }) => style === "Heading2");
    expect(headings).toHaveLength(needs.length);
    const rests = part(report, "Recommendations").filter(({ text }) => text.startsWith("Rests on: "));
    expect(rests.map(({ text }) => text.replace(/^Rests on: | \[.*/g, "")).sort()).toEqual(
      needs.map(({ statement }) => statement).sort(),
    );
  });
  it("quotes only what was said, masked, in each session's summary", () => {
    const said = new Set(HALLAM.mentions.map(({ quote }) => quote));
    const quotes = part(report, "Summary of each session").filter(({ style }) => style === "Quote");
    expect(quotes.length).toBeGreaterThan(HALLAM.sessions.length - 1);
    for (const { text } of quotes) expect(said).toContain(/^“(.*)” — /s.exec(text)![1]);
  });
  it("says how it must be read and kept", () => {
    const text = part(report, "Introduction and method")
      .map((paragraph) => paragraph.text)
      .join("\n");
    for (const words of ["perception, not fact", "Silence is not absence", "Confidentiality", "Limits"])
      expect(text).toContain(words);
  });
  it("leaves out what an analyst rejected, everywhere", async () => {
    const rejected = await read(decide(({ id }) => (id === strength.id ? { status: "rejected" } : {})));
    const text = rejected.paragraphs.map((paragraph) => paragraph.text).join("\n");
    expect(text).not.toContain(strength.id.slice(0, 8));
    expect(text).toContain("one rejected finding left out");
  });
  it("prints an analyst's wording, status and note", async () => {
    const edited = await read(
      decide(({ id }) => (id === strength.id ? { status: "edited", statement: "In our words.", note: "Seen." } : {})),
    );
    const texts = edited.paragraphs.map((paragraph) => paragraph.text);
    expect(texts).toContain("In our words.");
    expect(texts).toContain("Analyst's note: Seen.");
    expect(texts.join("\n")).toContain(`[${strength.id.slice(0, 8)}, edited]`);
  });
  it("names nobody and no day in its properties", () => {
    const props = [...report.parts]
      .filter(([path]) => path.startsWith("docProps"))
      .map(([, xml]) => xml)
      .join("");
    expect(props.match(/\d{4}-\d\d-\d\dT/g)).toEqual(["1980-01-01T", "1980-01-01T"]);
    expect(props).toContain("<dc:creator>Triangulum</dc:creator>");
    expect(props).not.toContain("lastModifiedBy>Un-named");
    expect(report.dates.size).toBe(1);
  });
  it("gives the same bytes again, from rows in any order", async () => {
    const other = { ...HALLAM, mentions: HALLAM.mentions.toReversed(), findings: HALLAM.findings.toReversed() };
    expect((await bytes(HALLAM)).equals(await bytes(other))).toBe(true);
  });
  it("is well formed whatever was said, and for a review where nothing was", async () => {
    const says = ['s1 cuckooing affirms | a \u0001 b \ud800 <c> & "d" ]]> \u{1f600}'];
    const odd = await read(draftResult({ sessions: { s1: "police" }, says }));
    expect(odd.paragraphs.some(({ text }) => text.includes('a \ufffd b \ufffd <c> & "d" ]]> \u{1f600}'))).toBe(true);
    const empty: Element = (await read(draftResult({ sessions: {}, says: [] }))).document;
    expect(words(empty)).toContain("No need was named");
  });
});
