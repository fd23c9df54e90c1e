import { describe, expect, it } from "vitest";
import { REPORTERS } from "../../src/reporting/index.js";
import { bytesOf, type Element, every, tree, withTexts } from "./qda-review.js";
import { draftResult, draftRun, REVIEWS } from "./run.js";

const EVIL = draftResult({
  ...{ review: "evil-2019", area: '<York> & "Co"' },
  sessions: { s1: "police", s2: "housing" },
  says: [
    "s1 cuckooing affirms | Both in one sentence.",
    "s1 county-lines affirms | Both in one sentence.",
    "s2 cuckooing affirms | Alone.",
    "s2 knife-crime affirms | No evidence.",
  ],
  lines: [
    sighting("s1", "London", ""),
    sighting("s2", "London", ""),
    sighting("s2", "Leeds & <Bradford>", "London"),
    { ...sighting("s2", "Hull", "London"), counted: false },
  ],
});
EVIL.mentions[1]!.sentence = EVIL.mentions[0]!.sentence;
Object.assign(EVIL.mentions[3]!, { evidence: false, excluded: "interviewer's turn" });

function sighting(session: string, exporter: string, importer: string) {
  const said = { assertion: "present" as const, temporality: "current" as const, counted: true };
  return { review: "evil-2019", session, mention: "", exporter, importer, ...said };
}

async function network(format: "graphml" | "gexf", review = EVIL): Promise<Element> {
  const [file] = REPORTERS[format]!(draftRun({ reviews: [review] }));
  expect(file!.path).toBe(`reviews/${review.meta.id}/network.${format}`);
  return tree(Buffer.from(await bytesOf(file!.chunks)).toString("utf8"));
}
const named = (root: Element, name: string) => every(root).filter((one) => one.name === name);

describe.each(["graphml", "gexf"] as const)("network.%s", (format) => {
  it.each(
    [...REVIEWS, EVIL, draftResult({ sessions: {}, says: [] })].map((review) => [review.meta.id, review] as const),
  )("is XML with one of each id, and edges lead from node to node: %s", async (_, review) => {
    const root = await network(format, review);
    for (const of of ["node", "edge"]) {
      const ids = named(root, of).map(({ attributes }) => attributes.id!);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[A-Za-z][\w.-]*$/);
    }
    const nodes = new Set(named(root, "node").map(({ attributes }) => attributes.id));
    for (const { attributes } of named(root, "edge"))
      for (const end of [attributes.source, attributes.target]) expect(nodes).toContain(end);
  });
  it("declares the attributes that it uses", async () => {
    const root = await network(format);
    const declared = new Set(
      [...named(root, "key"), ...named(root, "attribute")].map(({ attributes }) => attributes.id),
    );
    for (const { attributes } of [...named(root, "data"), ...named(root, "attvalue")])
      expect(declared).toContain(attributes.key ?? attributes.for);
  });
});

/** Edges as "source > target kind weight sessions", whichever format says so. */
function told(root: Element): string[] {
  const labels = new Map(
    named(root, "node").map(({ attributes, children }) => [
      attributes.id,
      attributes.label ?? children.find((one) => one.attributes.key === "label")?.text,
    ]),
  );
  return named(root, "edge").map(({ attributes, children }) => {
    const values = [...children, ...children.flatMap((one) => one.children)];
    const value = (name: string) => {
      const found = values.find((one) => one.attributes.key === name || one.attributes.for === name);
      return found?.attributes.value ?? found?.text;
    };
    const directed = attributes.directed === "true" || attributes.type === "directed";
    const weight = attributes.weight ?? value("weight");
    const sessions = value("edge-sessions");
    const [from, to] = [labels.get(attributes.source), labels.get(attributes.target)];
    return `${from} ${directed ? ">" : "-"} ${to} ${value("relation") ?? value("edge-relation")} ${weight} ${sessions}`;
  });
}

it.each(["graphml", "gexf"] as const)(
  "%s tells codes of one sentence, and counted lines with their direction",
  async (format) => {
    const root = await network(format);
    expect(told(root)).toEqual([
      "County lines - Cuckooing co-occurrence 1 1",
      "Leeds & <Bradford> > London line 1 1",
      'London > <York> & "Co" line 2 2',
    ]);
    expect(named(root, "node").map(({ attributes }) => attributes.id)).toEqual([
      ...["code.county-lines", "code.cuckooing", "place.1", "place.2", "place.3"],
    ]);
  },
);

describe("annotations.jsonld", () => {
  const awkward = withTexts(EVIL, "😀\r\n", "\r\n");
  type Selector = { type: string; exact: string; prefix: string; suffix: string; start: number; end: number };
  type Body = { purpose: string; source?: string; value?: string };
  type Row = { id: string; type: string; body: Body[]; target: { source: string; selector: Selector[] } };
  const read = async (review = awkward) => {
    const [file] = REPORTERS.annotations!(draftRun({ reviews: [review] }));
    const text = Buffer.from(await bytesOf(file!.chunks)).toString("utf8");
    return JSON.parse(text) as { "@context": string; type: string; total: number; first: { items: Row[] } };
  };

  it("is a collection of annotations, one a mention, each with a code and a place", async () => {
    const { type, total, first, "@context": context } = await read();
    expect([context, type, total]).toEqual(["http://www.w3.org/ns/anno.jsonld", "AnnotationCollection", 4]);
    expect(new Set(first.items.map(({ id }) => id)).size).toBe(4);
    for (const { id, type, body, target } of first.items) {
      expect([type, body.map(({ purpose }) => purpose)]).toEqual([
        "Annotation",
        ["classifying", "tagging", "describing"],
      ]);
      for (const iri of [id, body[0]!.source, target.source]) expect(iri).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    }
    expect(first.items.map(({ body }) => body[2]!.value).join()).toContain("evidence: no (interviewer's turn)");
  });
  it("finds the words by their position and by what stands around them", async () => {
    const files = [
      ["s1.txt", "□\nBoth in one sentence.\nBoth in one sentence.\n"],
      ["s2.txt", "□\nAlone.\nNo evidence.\n"],
    ];
    const { first } = await read();
    const inOrder = awkward.mentions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(first.items.map(({ target }) => target.selector[0]!.exact)).toEqual(inOrder.map(({ text }) => text));
    for (const { target } of first.items) {
      const [quote, place] = target.selector as [Selector, Selector];
      const found = files.filter(([, body]) => [...body!].slice(place.start, place.end).join("") === quote.exact);
      expect(found.length).toBeGreaterThan(0);
      expect(found.some(([, body]) => body!.includes(quote.prefix + quote.exact + quote.suffix))).toBe(true);
    }
  });
  it("quotes the words alone where the text is not kept, and is whole where nothing was said", async () => {
    const { first } = await read(EVIL);
    expect(first.items[0]!.target.selector).toEqual([{ type: "TextQuoteSelector", exact: EVIL.mentions[0]!.text }]);
    expect((await read(draftResult({ sessions: {}, says: [] }))).first.items).toEqual([]);
  });
});
