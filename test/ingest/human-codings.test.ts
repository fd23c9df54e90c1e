import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readHumanCodings } from "../../src/ingest/index.js";
import { Pipeline, type QdaProject } from "../../src/model/index.js";

const { limits } = Pipeline.parse({ name: "test" });
const CODE = "0f0f0f0f-0000-4000-8000-00000000000a";
const USER = "0f0f0f0f-0000-4000-8000-00000000000b";
const SOURCE = "0f0f0f0f-0000-4000-8000-00000000000c";

/** A project of one source with selections given as [start, end]. */
const qde = (source: string, more = "", codes = `<Code guid="${CODE}" name="Cuckooing" isCodable="true"/>`) =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P"><Users><User guid="${USER}" name="Ann"/></Users><CodeBook><Codes>${codes}</Codes></CodeBook><Sources>${source}</Sources>${more}</Project>`;
const textSource = (spans: [number, number][], attributes = 'plainTextPath="internal://a.txt"', inside = "") =>
  `<TextSource guid="${SOURCE}" name="a" ${attributes}>${inside}${spans.map(([start, end], i) => `<PlainTextSelection guid="0f0f0f0f-0000-4000-8000-0000000001${String(i).padStart(2, "0")}" startPosition="${start}" endPosition="${end}" creatingUser="${USER}"><Coding guid="0f0f0f0f-0000-4000-8000-0000000002${String(i).padStart(2, "0")}"><CodeRef targetGUID="${CODE}"/></Coding></PlainTextSelection>`).join("")}</TextSource>`;
const zip = (project: string, files: Record<string, string | Uint8Array> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ "project.qde": project, ...files }).map(([name, body]) => [
        name,
        typeof body === "string" ? strToU8(body) : body,
      ]),
    ),
  );
/** The words of every selection, and the rules of the problems. */
async function check(
  bytes: Uint8Array,
): Promise<{ words: string[]; rules: string[]; project: QdaProject | undefined }> {
  const { project, problems } = await readHumanCodings(bytes, limits);
  const words = (project?.sources ?? []).flatMap(({ text, selections }) =>
    selections.map(({ start, end }) => [...text].slice(start, end).join("")),
  );
  return { words, rules: problems.map(({ rule }) => rule), project };
}

const TEXT = "One door.\nTwo cuckoos\nThree lines of four.\n";
const at = (text: string, ...words: string[]): [number, number][] =>
  words.map((word) => [text.indexOf(word), text.indexOf(word) + word.length]);
const inPoints = (text: string, ...words: string[]): [number, number][] =>
  at(text, ...words).map(([start, end]) => [[...text.slice(0, start)].length, [...text.slice(0, end)].length]);

describe("positions", () => {
  const crlf = TEXT.replaceAll("\n", "\r\n");
  const emoji = TEXT.replaceAll(" ", " 😀 ");
  const words = ["door", "cuckoos", "Three", "four"];
  const cases: [string, string, [number, number][], string[]][] = [
    ["as the standard counts", TEXT, at(TEXT, ...words), []],
    ["in a file with Windows line ends, each two characters", crlf, at(crlf, ...words), []],
    ["in a file with Windows line ends, each counted once", crlf, at(TEXT, ...words), ["positions-counted-otherwise"]],
    ["in a file with plain line ends, each counted twice", TEXT, at(crlf, ...words), ["positions-counted-otherwise"]],
    ["with emoji, in code points", emoji, inPoints(emoji, ...words), []],
    ["with emoji, in UTF-16 units", emoji, at(emoji, ...words), ["positions-counted-otherwise"]],
    ["with accents", "Café cuckoos é door", at("Café cuckoos é door", "cuckoos", "door"), []],
    ["after a byte-order mark", `\uFEFF${TEXT}`, at(TEXT, ...words), []],
  ];
  it.each(cases)("%s", async (_, text, spans, rules) => {
    const found = await check(zip(qde(textSource(spans)), { "Sources/a.txt": text }));
    const wanted = text.startsWith("Café") ? ["cuckoos", "door"] : words;
    expect([found.words, found.rules]).toEqual([wanted, rules.map((rule) => `ingest/${rule}`)]);
  });
  it("inside the project file itself", async () => {
    const source = textSource(
      at(TEXT, "door"),
      "",
      `<PlainTextContent>${TEXT.replaceAll("\n", "\r\n")}</PlainTextContent>`,
    );
    expect(await check(zip(qde(source)))).toMatchObject({ words: ["door"], rules: [] });
  });
  it("outside the text, upside down or no numbers", async () => {
    const source = textSource([...at(TEXT, "door"), [40, 400], [9, 3], [Number.NaN, 3], [-4, 2], [5, 5]]);
    expect(await check(zip(qde(source), { "Sources/a.txt": TEXT }))).toMatchObject({
      ...{ words: ["door"], rules: ["ingest/selection-outside-text"] },
    });
  });
});

describe("habits of other programs", () => {
  it("braces and capitals of GUIDs", async () => {
    const upper = (guid: string) => `{${guid.toUpperCase()}}`;
    const source = textSource(at(TEXT, "door")).replaceAll(CODE, upper(CODE)).replaceAll(USER, upper(USER));
    const { project } = await check(zip(qde(source), { "Sources/a.txt": TEXT }));
    expect(project!.sources[0]!.selections[0]!.codings[0]).toMatchObject({ code: CODE, user: USER });
  });
  it.each([
    ["#AbC", "#aabbcc"],
    ["#A1B2C3", "#a1b2c3"],
    ["#ffA1B2C3", "#a1b2c3"],
    ["a1b2c3", "#a1b2c3"],
    ["red", ""],
    ["rgb(1,2,3)", ""],
    ["", ""],
  ])("the colour %j as %j", async (colour, wanted) => {
    const codes = `<Code guid="${CODE}" name="C" isCodable="1" color="${colour}"/>`;
    expect((await check(zip(qde(textSource([]), "", codes), { "Sources/a.txt": "a" }))).project!.codes[0]!.colour).toBe(
      wanted,
    );
  });
  it("sets in sets, links and graphs, in which nothing is a coding or a code", async () => {
    const set = `<Sets><Set guid="${USER}" name="s"><Set guid="${CODE}" name="t"><MemberCode targetGUID="${CODE}"/><Code guid="${USER}" name="no" isCodable="true"/></Set></Set></Sets><Graphs><Graph guid="${CODE}"/></Graphs>`;
    const { words, project, rules } = await check(
      zip(qde(textSource(at(TEXT, "door")), set), { "Sources/a.txt": TEXT }),
    );
    expect([words, rules, project!.codes.map(({ name }) => name)]).toEqual([["door"], [], ["Cuckooing"]]);
  });
  it("codes in codes, with descriptions", async () => {
    const codes = `<Code guid="${USER}" name="Top" isCodable="false"><Description>All.</Description><Code guid="${CODE}" name="Below" isCodable="true"/></Code>`;
    const { project } = await check(zip(qde(textSource([]), "", codes), { "Sources/a.txt": "a" }));
    expect(project!.codes).toMatchObject([
      { name: "Top", codable: false, description: "All.", codes: [{ name: "Below", codable: true }] },
    ]);
  });
  it("prefixes of names, and a folder around the project", async () => {
    const prefixed = qde(textSource(at(TEXT, "door")))
      .replace(/<(\/?)(?=[A-Z])/g, "<$1q:")
      .replace("xmlns=", "xmlns:q=");
    const bytes = zipSync({ "p/project.qde": strToU8(prefixed), "p/sources/A.TXT": strToU8(TEXT) });
    expect((await check(bytes)).words).toEqual(["door"]);
  });
  it.each([
    ["rich text alone", 'richTextPath="internal://a.docx"', { "Sources/a.docx": "PK" }, "rich-text-only"],
    ["text that is elsewhere", 'plainTextPath="relative:///a.txt"', {}, "source-not-in-project"],
    ["text that is none", 'plainTextPath="internal://a.txt"', { "Sources/a.txt": new Uint8Array(400) }, "binary"],
  ])("a source of %s is left out with a problem, the others stay", async (_, attributes, files, rule) => {
    const other = textSource(at(TEXT, "door"), 'plainTextPath="internal://b.txt"');
    const found = await check(zip(qde(textSource([[0, 2]], attributes) + other), { ...files, "Sources/b.txt": TEXT }));
    expect([found.words, found.rules]).toEqual([["door"], [`ingest/${rule}`]]);
  });
  it("rich text beside plain text, of which the plain text is read", async () => {
    const both = textSource(at(TEXT, "door"), 'richTextPath="internal://a.docx" plainTextPath="internal://a.txt"');
    expect(await check(zip(qde(both), { "Sources/a.txt": TEXT, "Sources/a.docx": "PK" }))).toMatchObject({
      ...{ words: ["door"], rules: [] },
    });
  });
  it("pictures, recordings and codings of a whole source", async () => {
    const whole = `<Coding guid="${USER}"><CodeRef targetGUID="${CODE}"/></Coding>`;
    const sources = `${textSource(at(TEXT, "door")).replace("</TextSource>", `${whole}</TextSource>`)}<PictureSource guid="${USER}"><PictureSelection guid="${CODE}" firstX="1" firstY="1" secondX="2" secondY="2">${whole}</PictureSelection></PictureSource>`;
    const found = await check(zip(qde(sources), { "Sources/a.txt": TEXT }));
    expect(found.words).toEqual(["door"]);
    expect(found.rules).toEqual(["ingest/sources-no-text", "ingest/selections-no-text", "ingest/codings-of-sources"]);
    expect(found.project!.sources[0]!.selections[0]!.codings).toHaveLength(1);
  });
});

describe("what is no project", () => {
  const deep = `${"<Code guid='x' name='x'>".repeat(5000)}${"</Code>".repeat(5000)}`;
  it.each([
    ["an empty file", new Uint8Array(), "damaged"],
    ["a text", strToU8("no zip"), "damaged"],
    ["a zip of other things", zipSync({ "a.txt": strToU8("a") }), "not-qdpx"],
    ["broken XML", zip("<Project><Sources>"), "broken-xml"],
    ["entities that multiply", zip('<!DOCTYPE P [<!ENTITY a "aa">]><Project name="&a;"/>'), "broken-xml"],
    ["a project cut off", zip(qde(textSource([]))).subarray(0, 300), "damaged"],
    ["codes without a bottom", zip(qde("", "", deep)), "too-deep"],
  ])("%s is one problem", async (_, bytes, rule) => {
    expect(await check(bytes)).toEqual({ words: [], rules: [`ingest/${rule}`], project: undefined });
  });
  it("a text that grows past the limit", async () => {
    const { project, problems } = await readHumanCodings(
      zip(qde(textSource([])), { "Sources/a.txt": "a".repeat(5000) }),
      { ...limits, text: 4000 },
    );
    expect([project, problems[0]?.rule]).toEqual([undefined, "ingest/text-too-large"]);
  });
});
