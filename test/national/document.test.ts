import { beforeAll, describe, expect, it } from "vitest";
import type { NationalSummary } from "../../src/model/index.js";
import { nationalDocx } from "../../src/reporting/national/docx.js";
import { nationalPractice } from "../../src/reporting/national/tables.js";
import { all, bytesOf, type Element, tree, unpacked, words } from "../reporting/office-parts.js";
import { draftRun } from "../reporting/run.js";
import { sowArchive } from "./archive.js";
import { lexicon, rowsOf, rules, told } from "./rows.js";

const textOf = (element: Element) => all(element, "w:t").map(words).join("");

/** summary.docx as blocks in their order: headings and paragraphs as text, tables as rows of cells. */
async function read(summary: NationalSummary) {
  const run = draftRun({ concepts: lexicon.concepts, national: { summary, text: rules.text, trace: () => [] } });
  const { parts } = await unpacked(await bytesOf([...nationalDocx(run)][0]!));
  const body = all(tree(parts.get("word/document.xml")!), "w:body")[0]!;
  let heading = "";
  return body.children.map((block) => {
    const style = all(block, "w:pStyle")[0]?.attributes["w:val"] ?? "";
    if (block.name === "w:p" && style === "Heading1") heading = textOf(block);
    const rows = block.name === "w:tbl" ? all(block, "w:tr").map((row) => all(row, "w:tc").map(textOf)) : [];
    return { heading, style: block.name === "w:tbl" ? "table" : style, text: textOf(block), rows };
  });
}

const summary = told(rowsOf(sowArchive(7, 64))).summary;
let blocks: Awaited<ReturnType<typeof read>>;
const rowsUnder = (title: string) =>
  blocks.filter(({ heading, style }) => heading === title && style === "table").flatMap(({ rows }) => rows.slice(1));
const { headings } = rules.text;
beforeAll(async () => {
  blocks = await read(summary);
});

describe("summary.docx of 64 reviews", () => {
  it("says in one row a review what it could visit, by numbers that the directory explains", () => {
    const rows = rowsUnder(headings.visits);
    const wanting = summary.links.filter(({ visits, from, to }) => visits.length + from.length + to.length > 0);
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.map(([review]) => review)).toEqual(wanting.map(({ area, quarter }) => `${area}, ${quarter}`));
    const numbered = rowsUnder(headings.practice)
      .map(([, place]) => place)
      .join(", ")
      .split(", ");
    const sentTo = rows.flatMap(([, where]) => where!.match(/P\d+ [^,;]+/g) ?? []);
    expect(sentTo.length).toBeGreaterThan(40);
    for (const one of sentTo) expect(numbered).toContain(one);
  });

  it("tells practices in the same words once, with all their places, and no more of a theme than are read", () => {
    const rows = rowsUnder(headings.practice);
    const said = rows.map(([practice, , quote, status]) => `${practice} ${quote} ${status}`);
    expect(new Set(said).size).toBe(said.length);
    expect(rows.some(([, places]) => places!.includes(", P"))).toBe(true);
    const held = rows.flatMap(([, places]) => places!.split(", "));
    expect(held.length).toBeLessThan(summary.practices.length);
    const captions = blocks.filter(({ heading, style }) => heading === headings.practice && style === "Caption");
    expect(captions.map(({ text }) => text).join("\n")).toMatch(/\d+ of \d+ practices, .*practice\.csv holds them all/);
  });

  it("numbers practices as practice.csv does", async () => {
    const run = draftRun({ national: { summary, text: rules.text, trace: () => [] } });
    const csv = Buffer.from(await bytesOf([...nationalPractice(run)][0]!)).toString("utf8");
    const [head, ...rows] = csv.trimEnd().split("\n");
    expect(head).toBe("heading,place,practice,status,claim,description,because,number");
    expect(rows.map((row) => row.split(",").at(-1))).toEqual(summary.practices.map((_, i) => `P${i + 1}`));
    const [, place] = rowsUnder(headings.practice)[0]!;
    const [number, ...area] = place!.split(", ")[0]!.split(" ");
    expect(summary.practices[Number(number!.slice(1)) - 1]!.place).toBe(area.join(" "));
  });

  it("asks agencies only what there is to ask", () => {
    const rows = rowsUnder(headings.unknown);
    expect(rows.length).toBe(summary.unknown.filter(({ ask }) => ask !== "").length);
    expect(rows.length).toBeLessThan(summary.unknown.length);
    for (const row of rows) expect(row.at(-1)).not.toBe("");
  });
});

describe("summary.docx in which little was said", () => {
  it("names headings under which nothing can be claimed in one sentence", async () => {
    const kept = summary.headings.filter(({ frame }) => frame === summary.headings[0]!.frame).slice(0, 1);
    const few = {
      ...summary,
      headings: summary.headings.map((one) => (kept.includes(one) ? one : { ...one, claims: [] })),
    };
    blocks = await read(few);
    const own = blocks.filter(({ heading }) => heading === headings.findings);
    expect(own.filter(({ style }) => style === "Heading2").map(({ text }) => text)).toEqual([kept[0]!.title]);
    const silent = summary.headings.filter(({ frame, id }) => frame === kept[0]!.frame && id !== kept[0]!.id);
    expect(own.at(-1)!.text).toBe(
      `Nothing can be claimed under these headings: ${silent.map(({ title }) => title).join("; ")}.`,
    );
  });
});
