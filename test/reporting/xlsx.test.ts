import { beforeAll, describe, expect, it } from "vitest";
import type { ReviewResult } from "../../src/model/index.js";
import { matrixXlsx } from "../../src/reporting/office/xlsx.js";
import { workbook } from "../../src/reporting/office/xlsx-workbook.js";
import { CONCEPTS } from "../findings/review.js";
import { all, bytesOf, type Element, tree, unpacked, words } from "./office-parts.js";
import { draftResult, draftRun, REVIEWS } from "./run.js";

const FORMULA = '=HYPERLINK("http://example.org","press")';
const ODD = "a \u0001 b \ud800 <c> & _x0041_ \u{1f600}";

type Book = { sheets: Map<string, Element>; styles: Element; parts: Map<string, string>; dates: Set<string> };

async function book(review: ReviewResult): Promise<Book> {
  const [file] = [...matrixXlsx(draftRun({ reviews: [review] }))];
  const { parts, dates } = await unpacked(await bytesOf(file!));
  const names = all(tree(parts.get("xl/workbook.xml")!), "sheet").map((sheet) => sheet.attributes.name!);
  const sheets = new Map(names.map((name, i) => [name, tree(parts.get(`xl/worksheets/sheet${i + 1}.xml`)!)]));
  return { sheets, parts, dates, styles: tree(parts.get("xl/styles.xml")!) };
}
const cells = (sheet: Element) => new Map(all(sheet, "c").map((cell) => [cell.attributes.r!, cell]));
const column = (sheet: Element, head: string) =>
  all(all(sheet, "row")[0]!, "c")
    .find((cell) => words(cell) === head)!
    .attributes.r!.replace(/\d+/, "");

let hallam: Book;
let odd: Book;
beforeAll(async () => {
  hallam = await book(REVIEWS[0]!);
  const says = [
    `s1 cuckooing affirms | ${FORMULA}`,
    `s1 knife-crime affirms | ${ODD}`,
    `s1 county-lines affirms | ${"x".repeat(40_000)}`,
  ];
  odd = await book(draftResult({ sessions: { s1: "police" }, labels: { s1: "+44 line" }, says }));
});

describe("matrix.xlsx", () => {
  it("has its sheets in their order", () => {
    expect([...hallam.sheets.keys()]).toEqual(["Themes", "Convergence", "Findings", "Evidence", "Method"]);
  });
  it.each([
    ["Themes", "2", "1"],
    ["Convergence", "2", "1"],
    ["Findings", "3", "1"],
    ["Evidence", "2", "1"],
  ])("keeps the head and first columns of %s in sight, with filters", (name, x, y) => {
    const sheet = hallam.sheets.get(name)!;
    expect(all(sheet, "pane")[0]!.attributes).toMatchObject({ state: "frozen", xSplit: x, ySplit: y });
    const rows = all(sheet, "row").length;
    expect(all(sheet, "autoFilter")[0]!.attributes.ref).toMatch(new RegExp(`^A1:[A-Z]+${rows}$`));
  });
  it("gives every code a row and every count its warmth, none the ground of nothing", () => {
    const themes = hallam.sheets.get("Themes")!;
    expect(all(themes, "row")).toHaveLength(CONCEPTS.length + 1);
    const ground = (cell: Element) => {
      const look = all(all(hallam.styles, "cellXfs")[0]!, "xf")[Number(cell.attributes.s)]!;
      const fill = all(hallam.styles, "fill")[Number(look.attributes.fillId)]!;
      return all(fill, "fgColor")[0]?.attributes.rgb ?? "none";
    };
    const counts = all(themes, "c").filter(({ attributes }) => /^[C-I]\d+$/.test(attributes.r!) && !attributes.t);
    expect(counts).toHaveLength(CONCEPTS.length * 7);
    const grounds = new Map(counts.map((cell) => [words(cell), ground(cell)]));
    expect(grounds.get("0")).toBe("none");
    expect(new Set(grounds.values()).size).toBe(3);
    expect([...grounds.keys()].sort()).toEqual(["0", "1", "2"]);
  });
  it.each(["Themes", "Convergence"])(
    "leads from each filled cell of %s to the first evidence of its code and session",
    (name) => {
      const sheet = hallam.sheets.get(name)!;
      const evidence = cells(hallam.sheets.get("Evidence")!);
      const [code, session] = ["code id", "session id"].map((head) => column(hallam.sheets.get("Evidence")!, head));
      const here = cells(sheet);
      const links = all(sheet, "hyperlink");
      const filled = new Set(
        REVIEWS[0]!.mentions.filter(({ evidence }) => evidence).map((m) => `${m.code} ${m.session}`),
      );
      expect(links).toHaveLength(filled.size);
      for (const { attributes } of links) {
        const row = Number(/^'Evidence'!A(\d+)$/.exec(attributes.location!)![1]);
        const [, at, line] = /^([A-Z]+)(\d+)$/.exec(attributes.ref!)!;
        const ids = REVIEWS[0]!.sessions.map(({ id }) => id).sort();
        expect(words(evidence.get(`${code}${row}`)!)).toBe(words(here.get(`${column(sheet, "code id")}${line}`)!));
        expect(words(evidence.get(`${session}${row}`)!)).toBe(ids[at!.charCodeAt(0) - 67]);
        const above = `${words(evidence.get(`${code}${row - 1}`)!)} ${words(evidence.get(`${session}${row - 1}`)!)}`;
        expect(above).not.toBe(`${words(evidence.get(`${code}${row}`)!)} ${words(evidence.get(`${session}${row}`)!)}`);
      }
    },
  );
  it("names every stance in words", () => {
    const text = words(hallam.sheets.get("Convergence")!);
    for (const stance of ["affirms", "denies", "uncertain", "silent", "dissonance"]) expect(text).toContain(stance);
  });
  it("offers the four statuses for every finding and hides what the sheet said before", () => {
    const findings = hallam.sheets.get("Findings")!;
    const rows = REVIEWS[0]!.findings.length + 1;
    expect(all(findings, "row")).toHaveLength(rows);
    expect(all(findings, "dataValidation")[0]!.attributes.sqref).toBe(
      `${column(findings, "Status")}2:${column(findings, "Status")}${rows}`,
    );
    expect(words(all(findings, "formula1")[0]!)).toBe('"candidate,accepted,edited,rejected"');
    expect(all(findings, "col").filter(({ attributes }) => attributes.hidden === "1")).toHaveLength(4);
  });
  it("runs nothing: what looks like a formula is a text, and stays one when it is edited", () => {
    for (const sheet of odd.sheets.values()) expect(all(sheet, "f")).toEqual([]);
    const cell = all(odd.sheets.get("Evidence")!, "c").find((each) => words(each) === FORMULA)!;
    expect(cell.attributes.t).toBe("inlineStr");
    const look = all(all(odd.styles, "cellXfs")[0]!, "xf")[Number(cell.attributes.s)]!;
    expect(look.attributes.quotePrefix).toBe("1");
  });
  it("survives characters that XML forbids, escapes of Excel and texts longer than a cell", () => {
    const texts = all(odd.sheets.get("Evidence")!, "t").map(words);
    expect(texts).toContain("a \ufffd b \ufffd <c> & _x005F_x0041_ \u{1f600}");
    expect(Math.max(...texts.map((text) => text.length))).toBe(32_767);
  });
  it("names nobody and no day in its properties and entries", () => {
    const core = hallam.parts.get("docProps/core.xml")!;
    expect(words(all(tree(core), "dc:creator")[0]!)).toBe("Triangulum");
    expect(core.match(/\d{4}-\d\d-\d\d/g)).toEqual(["1980-01-01", "1980-01-01"]);
    expect([...hallam.parts.keys()].filter((path) => path.startsWith("docProps"))).toEqual(["docProps/core.xml"]);
    expect(hallam.dates.size).toBe(1);
  });
  it("gives the same bytes again, from mentions in any order", async () => {
    const bytes = async (review: ReviewResult) => bytesOf([...matrixXlsx(draftRun({ reviews: [review] }))][0]!);
    const [review] = REVIEWS;
    const other = { ...review!, mentions: review!.mentions.toReversed(), findings: review!.findings.toReversed() };
    expect((await bytes(review!)).equals(await bytes(other))).toBe(true);
  });
  it("writes a review without sessions, mentions or findings", async () => {
    const empty = await book(draftResult({ sessions: {}, says: [] }));
    expect(all(empty.sheets.get("Themes")!, "row")).toHaveLength(CONCEPTS.length + 1);
  });
  it("is written while its rows are read, so that a long sheet needs little memory", () => {
    const total = process.env.TRIANGULUM_LONG ? 200_000 : 20_000;
    let read = 0;
    const rows = (function* () {
      for (; read < total; read++) yield { cells: [{ value: `row ${read} ${"word ".repeat(30)}`, look: {} }] };
    })();
    const sheet = {
      name: "Long",
      tab: "#000000",
      columns: [{ width: 20 }],
      frozen: { rows: 1, columns: 0 },
      filtered: true,
      rows,
    };
    let [early, bytes] = [0, 0];
    for (const piece of workbook("long", [sheet])) {
      bytes += piece.length;
      if (read < total) early = bytes;
    }
    expect(read).toBe(total);
    expect(early).toBeGreaterThan(bytes / 2);
  });
});
