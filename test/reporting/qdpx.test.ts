import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readHumanCodings } from "../../src/ingest/index.js";
import {
  DEFAULT_FACETS,
  FACET_VALUES,
  Pipeline,
  type QdaCode,
  type QdaProject,
  type ReviewResult,
} from "../../src/model/index.js";
import { REPORTERS, type RunReport } from "../../src/reporting/index.js";
import { facetCodes, facetTree } from "../../src/reporting/qdpx-facets.js";
import { guidOf } from "../../src/reporting/qdpx-guid.js";
import { countable } from "../../src/reporting/qdpx-text.js";
import { writeQdpx } from "../../src/reporting/qdpx-write.js";
import { AWKWARD, bytesOf, type Element, every, opened, tree, withTexts } from "./qda-review.js";
import { draftResult, draftRun, REVIEWS } from "./run.js";

const { limits } = Pipeline.parse({ name: "test" });
async function project(review: ReviewResult, qdaFacets: RunReport["qdaFacets"] = "notes"): Promise<Uint8Array> {
  const [file] = REPORTERS.qdpx!(draftRun({ reviews: [review], qdaFacets }));
  return bytesOf(file!.chunks);
}
const FULL = REVIEWS.map((review) => withTexts(review));
const ONE_FILE = withTexts(REVIEWS[0]!, "", "\n", "all.txt");
const named = (element: Element, name: string) => every(element).filter((one) => one.name === name);

/** What the standard (REFI-QDA 1.0) lets stand in an element, in its order, and which attributes it must have. */
const CONTENT: Record<string, [children: RegExp, attributes?: string]> = {
  Project: [
    /^(Users )?(CodeBook )?(Variables )?(Cases )?(Sources )?(Notes )?(Links )?(Sets )?(Graphs )?(Description )?$/,
    "name",
  ],
  Users: [/^(User )+$/],
  User: [/^$/, "guid"],
  CodeBook: [/^Codes $/],
  Codes: [/^(Code )+$/],
  Code: [/^(Description )?(Code )*$/, "guid name isCodable"],
  Variables: [/^(Variable )+$/],
  Variable: [/^$/, "guid name typeOfVariable"],
  Cases: [/^(Case )+$/],
  Case: [/^(Description )?(VariableValue )*(SourceRef )*(SelectionRef )*$/, "guid"],
  VariableValue: [/^VariableRef (Text|Date)Value $/],
  Sources: [/^(TextSource )+$/],
  TextSource: [/^(Description )?(PlainTextSelection )*$/, "guid plainTextPath"],
  PlainTextSelection: [/^(Description )?(Coding )*$/, "guid startPosition endPosition"],
  Coding: [/^CodeRef (NoteRef )*$/, "guid"],
  Notes: [/^(Note )+$/],
  Note: [/^PlainTextContent $/, "guid"],
};
const REFERENCES = ["VariableRef", "SourceRef", "SelectionRef", "CodeRef", "NoteRef"];

describe("project.qdpx", () => {
  const cases: [string, ReviewResult, RunReport["qdaFacets"]?][] = [
    ["a review without texts", REVIEWS[0]!],
    ["a review without anything", draftResult({ sessions: {}, says: [] })],
    ["a full review", FULL[0]!],
    ["a full review, facets as codes", FULL[0]!, "codes"],
    ["several sessions in one file", ONE_FILE],
    ["awkward characters", AWKWARD],
    ["awkward characters, facets as codes", AWKWARD, "codes"],
  ];
  it.each(cases)("has the elements of the standard in their order: %s", async (_, review, facets) => {
    const { project: root } = opened(await project(review, facets));
    expect(root.attributes.xmlns).toBe("urn:QDA-XML:project:1.0");
    for (const element of every(root)) {
      const [children, attributes = ""] = CONTENT[element.name] ?? [/^$/];
      expect(element.children.map(({ name }) => `${name} `).join(""), element.name).toMatch(children);
      for (const name of attributes.split(" ").filter(Boolean)) expect(element.attributes).toHaveProperty(name);
      if (element.attributes.color) expect(element.attributes.color).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  it.each(cases)(
    "gives every thing one GUID, and every reference leads to one of the right kind: %s",
    async (_, review, facets) => {
      const { project: root } = opened(await project(review, facets));
      const things = new Map(
        every(root).flatMap((one) => (one.attributes.guid ? [[one.attributes.guid, one.name]] : [])),
      );
      expect(things.size).toBe(every(root).filter(({ attributes }) => attributes.guid).length);
      for (const guid of things.keys()) expect(guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      for (const one of every(root).filter(({ name }) => REFERENCES.includes(name))) {
        const kind = { SourceRef: "TextSource", SelectionRef: "PlainTextSelection" }[one.name] ?? one.name.slice(0, -3);
        expect(things.get(one.attributes.targetGUID!)).toBe(kind);
      }
    },
  );

  it.each([...FULL, ONE_FILE, AWKWARD].map((review) => [review.meta.id, review] as const))(
    "has the words of each coding at its positions, in code points and in UTF-16 units: %s",
    async (_, review) => {
      const { project: root, files } = opened(await project(review));
      const names = new Map(named(root, "Code").map(({ attributes }) => [attributes.guid, attributes.name]));
      const codings = named(root, "TextSource").flatMap((source) => {
        const text = files[source.attributes.plainTextPath!.replace("internal://", "Sources/")]!;
        expect(text).not.toMatch(/[\r\uFEFF\uD800-\uDFFF]/);
        return source.children.flatMap(({ attributes, children }) => {
          const [start, end] = [Number(attributes.startPosition), Number(attributes.endPosition)];
          const words = [...text].slice(start, end).join("");
          expect(text.slice(start, end)).toBe(words);
          return children
            .filter(({ name }) => name === "Coding")
            .map((coding) => {
              expect(attributes.name).toBe(words);
              return `${names.get(coding.children[0]!.attributes.targetGUID!)}: ${words}`;
            });
        });
      });
      const labels = new Map(draftRun().concepts.map(({ id, prefLabel }) => [id, prefLabel]));
      const evidence = review.mentions.filter((mention) => mention.evidence);
      expect(codings.sort()).toEqual(evidence.map(({ code, text }) => `${labels.get(code)}: ${text}`).sort());
    },
  );

  it("puts codes under themes, facets and findings on codings, and sessions beside them with their values", async () => {
    const { project: root } = opened(await project(FULL[0]!));
    const [book] = named(root, "Codes");
    expect(book!.children.map(({ attributes }) => `${attributes.name} ${attributes.isCodable}`)).toContain(
      "Exploitation false",
    );
    expect(named(root, "Code").find(({ attributes }) => attributes.name === "Cuckooing")?.attributes.isCodable).toBe(
      "true",
    );
    const notes = new Map(named(root, "Note").map((note) => [note.attributes.guid, note]));
    const linked = named(root, "Coding").map(({ children }) =>
      children.slice(1).map(({ attributes }) => notes.get(attributes.targetGUID!)!.attributes.name!),
    );
    expect(linked.every(([first]) => first?.startsWith("Facets: "))).toBe(true);
    const finding = FULL[0]!.findings.find(({ evidence }) => evidence.length > 0)!;
    expect(linked.filter((names) => names.includes(finding.title)).length).toBeGreaterThanOrEqual(1);
    const [session] = named(root, "Case");
    expect(session!.children.map(({ children }) => children[1]?.text).filter(Boolean)).toEqual([
      ...["focus-group", "police", "strategic", "2019-05-01", "notes"],
    ]);
    expect(named(root, "User").map(({ attributes }) => attributes.name)).toEqual(["Triangulum"]);
  });

  it("gives each session its stretches where one file holds several", async () => {
    const { project: root } = opened(await project(ONE_FILE));
    const spans = new Map(
      named(root, "PlainTextSelection").map(({ attributes }) => [attributes.guid, attributes.name]),
    );
    for (const session of named(root, "Case")) {
      const refs = session.children.filter(({ name }) => name === "SelectionRef");
      const id = session.children[0]!.text.replace("Session ", "");
      expect(session.children.some(({ name }) => name === "SourceRef")).toBe(false);
      for (const { attributes } of refs) expect(spans.get(attributes.targetGUID!)).toBe(id);
    }
    expect(named(root, "SelectionRef").length).toBeGreaterThan(2);
  });

  it("writes a description before the codes below, at any depth", () => {
    const code = (name: string, codes: QdaCode[]) => ({
      ...{ guid: guidOf(name), name, codable: true, colour: "", description: `About ${name}.`, codes },
    });
    const empty = { users: [], variables: [], cases: [], sources: [], notes: [] };
    const codes = [code("a", [code("b", [code("c", [])])])];
    const { project: root } = opened(writeQdpx({ name: "p", description: "", codes, ...empty }));
    for (const { name, children } of named(root, "Code"))
      expect(children.map((child) => `${child.name} `).join("")).toMatch(CONTENT[name]![0]);
    expect(named(root, "Description").map(({ text }) => text)).toEqual(["About a.", "About b.", "About c."]);
  });

  it("says facets by codes on the same selection where that is asked for, with notes for findings alone", async () => {
    const { project: root } = opened(await project(FULL[0]!, "codes"));
    const names = new Map(named(root, "Code").map(({ attributes }) => [attributes.guid, attributes.name]));
    const coded = named(root, "PlainTextSelection").map(({ children }) =>
      children
        .filter(({ name }) => name === "Coding")
        .map(({ children: [ref] }) => names.get(ref!.attributes.targetGUID!)),
    );
    const labels = new Map(draftRun().concepts.map(({ id, prefLabel }) => [id, prefLabel]));
    const facets = Object.keys(FACET_VALUES) as (keyof typeof FACET_VALUES)[];
    const wanted = FULL[0]!.mentions
      .filter(({ evidence }) => evidence)
      .map((mention) => [
        labels.get(mention.code),
        ...facets
          .filter((facet) => mention[facet] !== DEFAULT_FACETS[facet])
          .map((facet) => `${facet}: ${mention[facet]}`),
      ]);
    expect(wanted.flat()).toContain("trend: rising");
    expect(coded.map(String).sort()).toEqual(wanted.map(String).sort());
    const notes = named(root, "Note").map(({ attributes }) => attributes.name!);
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.filter((name) => name.startsWith("Facets"))).toEqual([]);
  });

  it("is the same again after it was read, and whatever the order of rows", async () => {
    for (const review of [...FULL, ONE_FILE, AWKWARD])
      for (const facets of ["notes", "codes"] as const) {
        const bytes = await project(review, facets);
        const { project: read, problems } = await readHumanCodings(bytes, limits);
        expect(problems).toEqual([]);
        expect(Buffer.compare(writeQdpx(read!), bytes)).toBe(0);
      }
    const { mentions, findings, sessions, texts } = FULL[0]!;
    const turned = {
      mentions: mentions.toReversed(),
      findings: findings.toReversed(),
      sessions: sessions.toReversed(),
    };
    const again = await project({ ...FULL[0]!, ...turned, texts: texts.toReversed() });
    expect(Buffer.compare(again, await project(FULL[0]!))).toBe(0);
  });
});

describe("facets as codes", () => {
  it("has one code for every value that is no default, under its facet, each named once", () => {
    const tree = facetTree();
    const values = tree.codes.flatMap(({ name, codes }) => codes.map((code) => [name.toLowerCase(), code.name]));
    const wanted = Object.entries(FACET_VALUES).flatMap(([facet, [, ...rest]]) =>
      rest.map((value) => [facet, `${facet}: ${value}`]),
    );
    expect(values).toEqual(wanted);
    expect(tree.codes.every(({ codable, codes }) => !codable && codes.every((code) => code.codable))).toBe(true);
    expect(tree.codes.flatMap(({ codes }) => codes).every(({ description }) => description !== "")).toBe(true);
  });
  it("names nothing of a mention that is as stated", () => {
    expect(facetCodes(DEFAULT_FACETS)).toEqual([]);
    const guids = new Set(facetTree().codes.flatMap(({ codes }) => codes.map(({ guid }) => guid)));
    for (const [facet, values] of Object.entries(FACET_VALUES))
      for (const value of values.slice(1)) {
        const [one, ...more] = facetCodes({ ...DEFAULT_FACETS, [facet]: value });
        expect([one!.facet, guids.has(one!.guid), more]).toEqual([facet, true, []]);
      }
  });
});

/** Letters, signs of XML, blanks and line ends as a stored text has them: no control characters, LF alone, one unit a character. */
const letters = fc.string({ unit: fc.constantFrom(..."aé&<>\"' \n\t]]>.ß□"), maxLength: 30 });
/** A name, in which white space is one blank: attributes of XML cannot hold more. */
const label = letters.map((name) => name.replace(/\s+/g, " ").trim());
const guid = fc.uuid();
const codesOf = (below: fc.Arbitrary<QdaCode[]>): fc.Arbitrary<QdaCode[]> =>
  fc.array(
    fc.record({
      ...{ guid, name: label, codable: fc.boolean(), description: letters, codes: below },
      colour: fc.constantFrom("", "#00ff7f"),
    }),
    { maxLength: 2 },
  );
/** Any project that the model can hold and the standard can say, with positions inside its texts. */
const anyProject: fc.Arbitrary<QdaProject> = fc
  .record({
    name: label,
    description: letters,
    users: fc.array(fc.record({ guid, name: label }), { minLength: 1, maxLength: 3 }),
    codes: codesOf(codesOf(codesOf(fc.constant([])))),
    notes: fc.array(fc.record({ guid, name: label, text: letters, user: guid }), { maxLength: 3 }),
    texts: fc.array(
      fc.record({
        ...{ guid, name: label, description: letters, text: letters, user: guid },
        selections: fc.array(
          fc.record({
            ...{ guid, name: label, description: letters, user: guid, from: fc.nat(29), width: fc.nat(29) },
            codings: fc.array(fc.record({ guid, code: guid, user: guid, notes: fc.array(guid, { maxLength: 2 }) }), {
              maxLength: 3,
            }),
          }),
          { maxLength: 3 },
        ),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ texts, ...rest }) => ({
    ...rest,
    ...{ variables: [], cases: [] },
    sources: texts.map(({ selections, ...source }) => ({
      ...source,
      selections: selections.flatMap(({ from, width, ...selection }) => {
        const [start, end] = [from, Math.min(from + 1 + width, source.text.length)];
        return start < end ? [{ ...selection, start, end }] : [];
      }),
    })),
  }));

describe("the round trip of a project", () => {
  it("loses nothing that the model holds: what was written is read back equal, and written again the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (made) => {
        const bytes = writeQdpx(made);
        const { project: read, problems } = await readHumanCodings(bytes, limits);
        expect(problems).toEqual([]);
        expect(read).toEqual(made);
        expect(Buffer.compare(writeQdpx(read!), bytes)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (xml: string, text: string) => [xml: string, text: string]]>([
    [
      "braced GUIDs in capitals",
      (xml, text) => [
        xml.replace(/(guid|targetGUID|creatingUser)="([^"]*)"/gi, (_, at, id) => `${at}="{${id.toUpperCase()}}"`),
        text,
      ],
    ],
    [
      "Windows line ends, each counted as two",
      (xml, text) => [
        xml.replace(
          /(Position=")(\d+)/g,
          (_, at, n) => `${at}${Number(n) + text.slice(0, Number(n)).split("\n").length - 1}`,
        ),
        text.replaceAll("\n", "\r\n"),
      ],
    ],
    ["a byte-order mark", (xml, text) => [xml, `\uFEFF${text}`]],
    [
      "odd colours",
      (xml, text) => [xml.replace(/color="#(......)"/g, (_, digits) => `color="ff${digits.toUpperCase()}"`), text],
    ],
    [
      "elements of another prefix, and sets, links and graphs",
      (xml, text) => [
        xml
          .replace(/<(\/?)([A-Z])/g, "<$1q:$2")
          .replace("xmlns=", "xmlns:q=")
          .replace("</q:Notes>", '</q:Notes><q:Sets><q:Set guid="{9}" name="s"/></q:Sets>'),
        text,
      ],
    ],
  ])("reaches the same project from one of another program's: %s", async (_, change) => {
    const bytes = await project(withTexts(REVIEWS[0]!, "", "\n\n", "all.txt"));
    const files = unzipSync(bytes);
    const [path] = Object.keys(files).filter((name) => name.endsWith(".txt"));
    const before = [files["project.qde"]!, files[path!]!].map((file) => Buffer.from(file).toString("utf8"));
    const [xml, text] = change(before[0]!, before[1]!);
    expect([xml, text]).not.toEqual(before);
    const other = zipSync({ "project.qde": strToU8(xml), [path!]: strToU8(text) });
    const { project: read } = await readHumanCodings(other, limits);
    expect(Buffer.compare(writeQdpx(read!), bytes)).toBe(0);
  });
});

describe("guidOf", () => {
  it("is a version 5 GUID that depends on every part and its place", () => {
    // Never changes: a project that was exported before would no longer be known.
    expect(guidOf("code", "cuckooing")).toBe("06dd7c1a-6dab-55ab-a030-ef7c5ea8100d");
    expect(new Set([guidOf("a", "bc"), guidOf("ab", "c"), guidOf("a", "b", "c"), guidOf("abc")]).size).toBe(4);
  });
});

describe("countable", () => {
  it.each([
    ["plain text", "one\ntwo", "one\ntwo"],
    ["an emoji", "a😀b", "a□b"],
    ["a family of emoji", "👩‍👧.", "□\u200d□."],
    ["Windows line ends", "a\r\nb\rc", "a\nb\nc"],
    ["half a character", "a\uD83Db", "a\uFFFDb"],
    ["a byte-order mark and separators", "\uFEFFa\u2028b\u0085c\u000Cd", " a b c d"],
    ["accents, composed or not", "é e\u0301", "é e\u0301"],
  ])("%s", (_, stored, text) => {
    const made = countable(stored);
    expect(made.text).toBe(text);
    expect([...made.text]).toHaveLength(made.text.length);
    expect(made.at(stored.length)).toBe(text.length);
    const last = stored.search(/.$/u);
    expect(made.text.slice(made.at(last))).toBe(text.slice(-1));
  });
});

describe("codebook.qdc", () => {
  it("holds the tree of facets where these are codes", async () => {
    const [file] = REPORTERS.qdc!(draftRun({ qdaFacets: "codes" }));
    const root = tree(Buffer.from(await bytesOf(file!.chunks)).toString("utf8"));
    expect(root.children[0]!.children.at(-1)!.attributes.name).toBe("Facets");
  });

  it("holds the codes under their themes as the standard's codebook has them", async () => {
    const [file] = REPORTERS.qdc!(draftRun());
    const root = tree(Buffer.from(await bytesOf(file!.chunks)).toString("utf8"));
    expect([file!.path, root.name, root.attributes.xmlns]).toEqual([
      ...["codebook.qdc", "CodeBook", "urn:QDA-XML:codebook:1.0"],
    ]);
    for (const { name, children, attributes } of every(root)) {
      const inside = children.map((child) => `${child.name} `).join("");
      expect(inside).toMatch(
        { CodeBook: /^Codes $/, Codes: /^(Code )+$/, Code: /^(Description )?(Code )*$/ }[name] ?? /^$/,
      );
      if (name === "Code")
        for (const one of ["guid", "name", "isCodable", "color"]) expect(attributes).toHaveProperty(one);
    }
    const codable = named(root, "Code").filter(({ attributes }) => attributes.isCodable === "true");
    expect(codable.map(({ attributes }) => attributes.name).sort()).toEqual(
      draftRun()
        .concepts.map(({ prefLabel }) => prefLabel)
        .sort(),
    );
    expect(new Set(named(root, "Code").map(({ attributes }) => attributes.guid)).size).toBe(named(root, "Code").length);
  });
});
