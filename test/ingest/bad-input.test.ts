import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Bounds } from "../../src/ingest/bounds.js";
import { parse, toTranscript } from "../../src/ingest/index.js";
import { unzip } from "../../src/ingest/unzip.js";
import { FORMATS, type Format, type Limits } from "../../src/model/index.js";
import { bytesOf, LIMITS, makeDocx, makeOdt, makePdf, makeQdpx, wordParagraph } from "./samples.js";

/** Expects one problem of severity error with the rule and a way out, and no paragraphs. */
async function checkRefused(
  format: Format,
  bytes: Uint8Array,
  rule: string,
  limits: Partial<Limits> = {},
): Promise<void> {
  const { paragraphs, problems } = await parse(format, bytes, { ...LIMITS, ...limits });
  expect(problems.map((problem) => [problem.rule, problem.severity])).toEqual([[`ingest/${rule}`, "error"]]);
  expect(problems[0]?.wayOut).not.toBe("");
  expect(paragraphs).toEqual([]);
  const { transcript } = toTranscript({ paragraphs, problems }, { interviewers: [], participants: [] });
  expect(transcript).toMatchObject({ text: "", blocks: [], turns: [] });
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3]);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe("input that cannot be read is one problem with a way out", () => {
  it.each(FORMATS)("empty .%s", async (format) => {
    await checkRefused(format, new Uint8Array(), "empty");
  });
  it.each(["txt", "md", "vtt", "srt", "html", "csv"] as const)("blank .%s", async (format) => {
    await checkRefused(format, bytesOf(" \n\t\n  \n"), "no-text");
  });
  it.each(["txt", "md", "vtt", "srt", "html", "csv", "json"] as const)("a picture called .%s", async (format) => {
    await checkRefused(format, PNG, "not-text");
  });
  it("binary without a known head", async () => {
    await checkRefused(
      "txt",
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 32),
      "binary",
    );
  });
  it.each(["docx", "odt", "qdpx"] as const)("text called .%s", async (format) => {
    await checkRefused(format, bytesOf("Interviewer: hello"), "damaged");
  });
  it("text called .pdf or .rtf", async () => {
    await checkRefused("pdf", bytesOf("Interviewer: hello"), "damaged");
    await checkRefused("rtf", bytesOf("Interviewer: hello"), "not-rtf");
  });
  it("a zip of something else", async () => {
    const other = zipSync({ "a.xml": strToU8("<a/>") });
    await checkRefused("docx", other, "not-docx");
    await checkRefused("odt", other, "not-odt");
    await checkRefused("qdpx", other, "not-qdpx");
  });
  it("truncated documents", async () => {
    const text = "They said that it is worse here. ".repeat(50);
    const cut = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length * 0.6));
    await checkRefused("docx", cut(makeDocx(wordParagraph(text))), "damaged");
    await checkRefused("odt", cut(makeOdt(`<text:p>${text}</text:p>`)), "damaged");
    await checkRefused("qdpx", cut(makeQdpx([{ name: "a", text }])), "damaged");
    await checkRefused("json", bytesOf('[{"speaker":"P1","text":"They sa'), "broken-json");
  });
  it("broken XML inside a document", async () => {
    await checkRefused("docx", makeDocx("<w:p><w:r>"), "broken-xml");
    await checkRefused("odt", makeOdt("<text:p>"), "broken-xml");
  });
  it("entities that would multiply themselves", async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><Project><Sources>&c;</Sources></Project>';
    await checkRefused("qdpx", zipSync({ "project.qde": strToU8(bomb) }), "broken-xml");
  });
  it("passwords", async () => {
    const wrapped = Buffer.concat([
      Buffer.from(OLE),
      Buffer.alloc(600),
      Buffer.from("EncryptedPackage", "utf16le"),
      Buffer.alloc(600),
    ]);
    await checkRefused("docx", Uint8Array.from(wrapped), "encrypted");
    await checkRefused("docx", Uint8Array.from([...OLE, ...new Array(600).fill(0)]), "old-office-format");
    await checkRefused("odt", makeOdt("", "<manifest:encryption-data/>"), "encrypted");
    const flagged = makeQdpx([{ name: "a", text: "b" }]);
    // The general-purpose flag of each central entry says "encrypted".
    for (let i = 0; i < flagged.length - 4; i++) {
      if (flagged[i] === 0x50 && flagged[i + 1] === 0x4b && flagged[i + 2] === 1 && flagged[i + 3] === 2)
        flagged[i + 8] = 1;
    }
    await checkRefused("qdpx", flagged, "encrypted");
    const pdf = Buffer.from(makePdf([[{ text: "secret", y: 700 }]])).toString("latin1");
    const locked = pdf.replace(
      "/Root 1 0 R",
      `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"11".repeat(32)}> /U <${"22".repeat(32)}> >>`,
    );
    await checkRefused("pdf", Uint8Array.from(Buffer.from(locked, "latin1")), "encrypted");
  });
  it("a PDF of pictures", async () => {
    await checkRefused("pdf", makePdf([[]]), "no-text");
  });
  it("JSON that is no transcript", async () => {
    await checkRefused("json", bytesOf('{"colour":"red"}'), "unknown-json");
  });
});

describe("limits are counted", () => {
  it("while a document unpacks, before it is whole in memory", async () => {
    const bounds = new Bounds({ ...LIMITS, text: 1000 });
    const bomb = zipSync({ "content.xml": strToU8("a".repeat(100_000)) });
    await expect(unzip(bomb, () => true, bounds)).rejects.toThrow("more than 1000 characters");
  });
  it("bytes", async () => {
    await checkRefused("txt", bytesOf("They said so."), "too-large", { bytes: 5 });
  });
  it("text that unpacks", async () => {
    const bomb = makeDocx(wordParagraph("aaaaaaaaaa".repeat(200_000)));
    expect(bomb.length).toBeLessThan(20_000);
    await checkRefused("docx", bomb, "text-too-large", { text: 500_000 });
    await checkRefused("odt", makeOdt(`<text:p>${"a".repeat(600_000)}</text:p>`), "text-too-large", { text: 500_000 });
    await checkRefused("txt", bytesOf("word ".repeat(100)), "text-too-large", { text: 100 });
  });
  it("nodes", async () => {
    await checkRefused("html", bytesOf("<p>a</p>".repeat(200)), "too-many-nodes", { nodes: 100 });
    await checkRefused("csv", bytesOf("speaker,text\n".repeat(200)), "too-many-nodes", { nodes: 100 });
    await checkRefused("rtf", bytesOf(`{\\rtf1 ${"\\par a".repeat(200)}}`), "too-many-nodes", { nodes: 100 });
    await checkRefused("docx", makeDocx(wordParagraph("a").repeat(100)), "too-many-nodes", { nodes: 100 });
  });
  it("depth", async () => {
    await checkRefused("html", bytesOf(`${"<div>".repeat(300)}deep`), "too-deep");
    await checkRefused("json", bytesOf("[".repeat(100_000)), "too-deep");
    await checkRefused("rtf", bytesOf(`{\\rtf1 ${"{".repeat(300)}deep`), "too-deep");
    await checkRefused("docx", makeDocx(`${"<w:sdt>".repeat(300)}${"</w:sdt>".repeat(300)}`), "too-deep");
    await checkRefused("odt", makeOdt(`${"<text:list>".repeat(300)}${"</text:list>".repeat(300)}`), "too-deep");
  });
});

describe("time grows with the text and no faster", () => {
  const MEGABYTE = 1024 * 1024;
  it.each([
    ["words", "They come by train and stay. "],
    ["spaces", " "],
    ["colons", "a: "],
    ["asterisks", "*a "],
    ["brackets", "[("],
    ["digits", "1:"],
    ["hyphens", "multi-"],
    ["tags", "<v "],
    ["quotation marks", '""'],
    ["capitals", "Ab Cd "],
  ])("a single line of some megabytes of %s", { timeout: 60_000 }, async (name, unit) => {
    const size = (name === "words" || process.env.TRIANGULUM_LONG ? 3 : 1) * MEGABYTE;
    const line = bytesOf(`Hello ${unit.repeat(Math.ceil(size / unit.length))} end`);
    for (const format of ["txt", "md", "html", "csv", "srt"] as const) {
      const started = performance.now();
      const parsed = await parse(format, line, { ...LIMITS, nodes: 50_000_000 });
      toTranscript(parsed, { interviewers: [], participants: [] });
      expect(performance.now() - started, format).toBeLessThan(10_000);
    }
  });
});
