import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { draftOverlay, formatOf, importLexicon, loadLexicon } from "../../../src/lexicon/index.js";
import type { Concept } from "../../../src/model/index.js";
import { qdc } from "../../../src/reporting/qdc.js";
import type { RunReport } from "../../../src/reporting/run-report.js";
import { read, SHIPPED, smallLexicon } from "./check.js";

const book = (codes: string, after = "") =>
  `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Else"><Codes>${codes}</Codes>${after}</CodeBook>`;
const G = (n: number) => `{0000000${n}-AAAA-4000-8000-00000000000${n}}`;
const NESTED = book(
  `<Code guid="${G(1)}" name="Fear" isCodable="true" color="#FF0000"><Description>People are afraid
   of talking</Description><Code guid="${G(2)}" name="Fear of police" isCodable="true"><Code guid="${G(3)}" name="Stop &amp; search" isCodable="true"/></Code></Code>`,
);
const project = (codebook: string) =>
  `<Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook>${codebook}</CodeBook><Sources><TextSource guid="x"><Description>Jo</Description></TextSource></Sources></Project>`;
const codesOf = (concepts: readonly Concept[]) =>
  concepts.map(({ id, broader, theme }) => [id, broader ?? "", theme].join(" < "));

describe("a REFI-QDA codebook", () => {
  const shapes: [string, string, string[]][] = [
    [
      "nested codes",
      NESTED,
      ["fear <  < settings", "fear-of-police < fear < settings", "stop-search < fear-of-police < settings"],
    ],
    [
      "a heading that is named like a theme",
      book('<Code name="Drugs" isCodable="false"><Code name="Spice" isCodable="true"/></Code>'),
      ["spice <  < drugs"],
    ],
    [
      "a codable code above others, named like a theme, as programs without headings write it",
      book('<Code name="drugs" isCodable="true"><Code name="Spice" isCodable="true"/></Code>'),
      ["spice <  < drugs"],
    ],
    ["a code named like a theme with none below", book('<Code name="Violence"/>'), ["violence <  < settings"]],
    [
      "a heading of no theme between codes",
      book('<Code name="A1"><Code name="Mid" isCodable="0"><Code name="B1"/></Code></Code>'),
      ["a1 <  < settings", "b1 < a1 < settings"],
    ],
    [
      "a new code below one of ours, which has its theme",
      book('<Code name="Cuckooing"><Code name="By friends"/></Code>'),
      ["cuckooing <  < exploitation", "by-friends < cuckooing < exploitation"],
    ],
    [
      "a code that was renamed and still tells its id",
      book('<Code name="Home takeover"><Description>Taken over. Code cuckooing.</Description></Code>'),
      ["cuckooing <  < exploitation"],
    ],
    [
      "an id of nobody's in a description",
      book('<Code name="Dawn"><Description>See Code nobody.</Description></Code>'),
      ["dawn <  < settings"],
    ],
    [
      "codes that are named like facets and are none",
      book('<Code name="Facets"><Code name="Trend"><Code name="trend: green"/><Code name="rising"/></Code></Code>'),
      [
        "facets <  < settings",
        "trend < facets < settings",
        "trend-green < trend < settings",
        "rising < trend < settings",
      ],
    ],
    [
      "prefixed elements",
      '<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0"><q:Codes><q:Code name="One"/></q:Codes></q:CodeBook>',
      ["one <  < settings"],
    ],
    [
      "the codebook of a project",
      project(`<Codes><Code name="One"><Description>D</Description></Code></Codes>`),
      ["one <  < settings"],
    ],
    [
      "names in other scripts and without letters",
      book('<Code name="麻薬"/><Code name=""/>'),
      ["code <  < settings", "code-2 <  < settings"],
    ],
  ];
  it.each(shapes)("gives its codes: %s", async (_name, text, wanted) => {
    const { concepts } = await read("refi-qda", text, smallLexicon().concepts);
    expect(codesOf(concepts)).toEqual(wanted);
    expect(concepts.every(({ terms }) => terms.length === 0)).toBe(true);
  });

  it("keeps names and descriptions", async () => {
    const { concepts } = await read("refi-qda", NESTED);
    expect(concepts[0]).toMatchObject({ prefLabel: "Fear", definition: "People are afraid of talking" });
    expect(concepts[2]).toMatchObject({ prefLabel: "Stop & search" });
    const [renamed] = (
      await read(
        "refi-qda",
        book('<Code name="Home takeover"><Description>Taken over. Code cuckooing.</Description></Code>'),
        smallLexicon().concepts,
      )
    ).concepts;
    expect(renamed).toMatchObject({ id: "cuckooing", prefLabel: "Home takeover", definition: "Taken over." });
  });

  const encodings: [string, Uint8Array][] = [
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${NESTED}`)],
    ["UTF-16 with a mark", iconv.encode(NESTED, "utf-16le", { addBOM: true })],
    ["UTF-16 big-endian without a mark", iconv.encode(NESTED, "utf-16be", { addBOM: false })],
    ["Windows-1252", iconv.encode(NESTED.replace("Fear of police", "Fear – of police"), "windows-1252")],
    [
      "a project",
      zipSync({
        "project.qde": strToU8(
          project(NESTED.replace(/^.*?<Codes>|<\/CodeBook>/gs, "<Codes>").replace(/<Codes>$/, "")),
        ),
      }),
    ],
  ];
  it.each(encodings)("is read as %s", async (_name, bytes) => {
    const { codes } = await read("refi-qda", bytes);
    expect(Object.keys(codes)).toEqual(["fear", "fear-of-police", "stop-search"]);
  });

  it.each(["notes", "codes"])("of our own comes back as it went, facets as %s", async (qdaFacets) => {
    const lexicon = loadLexicon(SHIPPED);
    const text = [...qdc({ concepts: lexicon.concepts, qdaFacets } as unknown as RunReport)].flatMap(({ chunks }) => [
      ...(chunks as Iterable<string>),
    ]);
    const { concepts, problems } = await importLexicon(
      Buffer.from(text.join("")),
      "refi-qda",
      lexicon.concepts,
      "settings",
    );
    const plain = ({ id, prefLabel, theme, definition, scopeNote, broader }: Concept) => ({
      id,
      prefLabel,
      theme,
      definition,
      scopeNote,
      broader,
    });
    const inOrder = (list: readonly Concept[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1)).map(plain);
    expect(inOrder(concepts)).toEqual(inOrder(lexicon.concepts));
    expect(problems.map(({ rule }) => rule).sort()).toEqual([
      "lexicon-exchange/colours",
      ...(qdaFacets === "codes" ? ["lexicon-exchange/facets"] : []),
      "lexicon-exchange/no-wordings",
    ]);
    expect(draftOverlay("x", concepts, lexicon)).toMatchObject({ added: 0, newCodes: [] });
  });

  /** What a lexicon's codebook says after it was taken in as a draft, the draft laid over the lexicon, and written again. */
  async function again(text: string): Promise<string> {
    const lexicon = loadLexicon(SHIPPED);
    const { concepts } = await importLexicon(Buffer.from(text), "refi-qda", lexicon.concepts, "settings");
    const folder = await mkdtemp(join(tmpdir(), "triangulum-codebook-"));
    try {
      for (const { path, text: file } of draftOverlay("x", concepts, lexicon).files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), file);
      }
      return bookOf(loadLexicon(SHIPPED, [folder]).concepts);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const bookOf = (concepts: readonly Concept[]) =>
    [...qdc({ concepts } as unknown as RunReport)].flatMap(({ chunks }) => [...(chunks as Iterable<string>)]).join("");

  const shipped = bookOf(loadLexicon(SHIPPED).concepts);
  it.each<[string, (text: string) => string]>([
    ["as it was", (text) => text],
    [
      "with braced GUIDs, other colours and no headings",
      (text) =>
        text
          .replace(/guid="([^"]*)"/g, (_, id) => `guid="{${id.toUpperCase()}}"`)
          .replace(/color="[^"]*"/g, 'color="#123456"'),
    ],
  ])("of our own, %s, gives the same bytes after it was a draft", async (_, change) => {
    expect(await again(change(shipped))).toBe(shipped);
  });
  it.each<[string, string]>([
    ["new codes, nested", NESTED],
    ["a definition of ours that was changed", shipped.replace("Taking over the home", "Taking over a home")],
    [
      "a definition of ours with a scope note, both changed",
      shipped.replace(/Include: prison; [^.]*\./, "Prisons alone."),
    ],
    [
      "a definition in front of a scope note that stayed",
      shipped.replace(/<Description>[^<]*(?=Include: prison)/, "<Description>All of custody. "),
    ],
    ["a code of ours under another name", shipped.replace('name="Cuckooing"', 'name="Home takeover"')],
  ])("reaches a codebook that stays as it is: %s", async (_, text) => {
    const once = await again(text);
    expect(once).not.toBe(shipped);
    expect(await again(once)).toBe(once);
  });

  it("is told by its name", () => {
    expect(["a.QDC", "b.qdpx", "project.qde"].map(formatOf)).toEqual(["refi-qda", "refi-qda", "refi-qda"]);
  });
});

describe("what a codebook holds and a lexicon does not", () => {
  const deep = `${'<Code name="A">'.repeat(200)}${"</Code>".repeat(200)}`;
  const cases: [string, string | Uint8Array, string][] = [
    ["colours", NESTED, "info colours"],
    ["codes without words", NESTED, "warning no-wordings"],
    [
      "sets, in one another",
      book('<Code name="A"/>', '<Sets><Set name="S"><Set name="T"><MemberCode targetGUID="x"/></Set></Set></Sets>'),
      "info sets",
    ],
    ["notes on codes", book('<Code name="A"><NoteRef targetGUID="x"/></Code>'), "info notes"],
    ["the rest of a project", project('<Codes><Code name="A"/></Codes>'), "info codebook-only"],
    [
      "facets as codes",
      book(
        '<Code name="A"/><Code name="Facets" isCodable="false"><Code name="Trend" isCodable="false"><Code name="trend: rising"/></Code></Code>',
      ),
      "info facets",
    ],
    ["headings of nothing", book('<Code name="A"/><Code name="B" isCodable="false"/>'), "info empty-heading"],
    [
      "a GUID twice, with braces and without",
      book(`<Code guid="${G(1)}" name="A"/><Code guid="${G(1).slice(1, -1).toLowerCase()}" name="B"/>`),
      "warning same-code",
    ],
    ["a name twice below one code", book('<Code name="A"/><Code name="A"/>'), "warning same-code"],
    [
      "a definition as long as a book",
      book(`<Code name="A"><Description>${"word ".repeat(5000)}</Description></Code>`),
      "warning long-definition",
    ],
    ["codes deeper than anybody's", book(deep), "error too-deep"],
    ["more codes than are read", book('<Code name="A"/>'.repeat(5_003)), "error too-many"],
    ["XML that breaks off", NESTED.slice(0, -30), "error malformed"],
    ["XML of another kind", "<html><body/></html>", "error malformed"],
    ["no XML", "name,code\n", "error malformed"],
    [
      "an entity of another file",
      `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${book('<Code name="&x;"/>').replace(/<\?.*?\?>/, "")}`,
      "error malformed",
    ],
    ["an archive without a project", zipSync({ "a.txt": strToU8("x") }), "error malformed"],
    ["an archive cut off", zipSync({ "project.qde": strToU8(project("")) }).slice(0, 90), "error malformed"],
    [
      "a project that swells past the bound",
      zipSync({ "project.qde": new Uint8Array(17 * 1024 * 1024).fill(32) }),
      "error malformed",
    ],
    ["an archive larger than the bound", new Uint8Array(65 * 1024 * 1024), "error too-large"],
    ["a codebook larger than the bound", new Uint8Array(17 * 1024 * 1024).fill(32), "error too-large"],
  ];
  it.each(cases)("is said: %s", async (_name, file, wanted) => {
    expect((await read("refi-qda", file)).rules).toContain(wanted);
  });

  it("counts sets, and takes no description of theirs for a code's", async () => {
    const text = book(
      '<Code name="A"/>',
      '<Sets><Set name="S"><Description>Not of A</Description></Set><Set name="T"/></Sets>',
    );
    const { concepts, problems } = await importLexicon(Buffer.from(text), "refi-qda", [], "settings");
    expect(problems.find(({ rule }) => rule.endsWith("/sets"))?.message).toMatch(/^2 sets/);
    expect(concepts[0]?.definition).not.toContain("Not of A");
  });

  it("survives any bytes", async () => {
    const pieces = fc.constantFrom(
      "<CodeBook>",
      "<Codes>",
      "<Code name='a'>",
      "<Code",
      "</Code>",
      "</Codes>",
      "<Sets>",
      "<Description>",
      "</Description>",
      "&",
      "]]>",
      "<![CDATA[",
      "__proto__",
      "\0",
      "PK\u0003\u0004",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.array(pieces, { maxLength: 40 }).map((all) => Buffer.from(all.join(""))),
        ),
        async (bytes) => {
          await read("refi-qda", bytes);
        },
      ),
      { numRuns: 200 },
    );
  });
});
