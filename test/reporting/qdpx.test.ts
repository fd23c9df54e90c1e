import { describe, expect, it } from "vitest";
import { readHumanCodings } from "../../src/ingest/index.js";
import { Pipeline, type QdaCode, type ReviewResult } from "../../src/model/index.js";
import { REPORTERS } from "../../src/reporting/index.js";
import { guidOf } from "../../src/reporting/qdpx-guid.js";
import { countable } from "../../src/reporting/qdpx-text.js";
import { writeQdpx } from "../../src/reporting/qdpx-write.js";
import { AWKWARD, bytesOf, type Element, every, opened, tree, withTexts } from "./qda-review.js";
import { draftResult, draftRun, REVIEWS } from "./run.js";

const { limits } = Pipeline.parse({ name: "test" });
async function project(review: ReviewResult): Promise<Uint8Array> {
  const [file] = REPORTERS.qdpx!(draftRun({ reviews: [review] }));
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
  const cases: [string, ReviewResult][] = [
    ["a review without texts", REVIEWS[0]!],
    ["a review without anything", draftResult({ sessions: {}, says: [] })],
    ["a full review", FULL[0]!],
    ["several sessions in one file", ONE_FILE],
    ["awkward characters", AWKWARD],
  ];
  it.each(cases)("has the elements of the standard in their order: %s", async (_, review) => {
    const { project: root } = opened(await project(review));
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
    async (_, review) => {
      const { project: root } = opened(await project(review));
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

  it("is the same again after it was read, and whatever the order of rows", async () => {
    for (const review of [...FULL, ONE_FILE, AWKWARD]) {
      const bytes = await project(review);
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
