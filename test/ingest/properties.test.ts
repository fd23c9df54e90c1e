import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as ingest from "../../src/ingest/index.js";
import { mendCharacters, parse, splitSessions, toTranscript } from "../../src/ingest/index.js";
import { FORMATS, type Format, Transcript } from "../../src/model/index.js";
import { bytesOf, LIMITS, makeDocx, makeOdt, makePdf, makeQdpx, wordParagraph } from "./samples.js";

const runs = (scaled: number, full: number) => ({
  numRuns: process.env.TRIANGULUM_LONG ? full : scaled,
  seed: 20190514,
});

/** Offsets exact, blocks and turns sorted and disjoint, each block in its turn, text beyond blocks nothing but line feeds. */
function checkLayers(transcript: Transcript): void {
  Transcript.parse(transcript);
  const { text, blocks, turns } = transcript;
  let at = 0;
  for (const block of blocks) {
    expect(text.slice(at, block.start)).toMatch(/^\n*$/);
    expect(block.end).toBeGreaterThan(block.start);
    const own = text.slice(block.start, block.end);
    expect(own).not.toMatch(/[\n\r\u2028\u2029\u0000-\u001F]/);
    expect(own).toBe(own.trim());
    const turn = turns[block.turn];
    expect(turn && turn.start <= block.start && block.end <= turn.end).toBe(true);
    if (block.leadIn >= 0) expect(blocks[block.leadIn]?.kind).toBe("paragraph");
    at = block.end;
  }
  expect(text.slice(at)).toBe("");
  for (const [index, turn] of turns.entries()) {
    const own = blocks.filter((block) => block.turn === index);
    expect([own[0]?.start, own.at(-1)?.end]).toEqual([turn.start, turn.end]);
    expect(turn.time).toMatch(/^(?:\d\d:\d\d:\d\d)?$/);
  }
}

function checkParts(transcript: Transcript): void {
  const { parts } = splitSessions(transcript, [], "some file");
  let at = 0;
  for (const part of parts) {
    expect(part.start).toBeGreaterThanOrEqual(at);
    expect(part.end).toBeGreaterThan(part.start);
    expect(transcript.blocks[part.startsAtBlock]?.start).toBe(part.start);
    at = part.end;
  }
}

async function readWhole(format: Format, bytes: Uint8Array): Promise<Transcript> {
  const parsed = await parse(format, bytes, LIMITS);
  expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
  if (parsed.paragraphs.length === 0)
    expect(parsed.problems.some((problem) => problem.severity === "error")).toBe(true);
  const { transcript } = toTranscript(parsed, { interviewers: ["INT"], participants: [] });
  checkLayers(transcript);
  checkParts(transcript);
  return transcript;
}

const piece = fc.constantFrom(
  "INT: ",
  "P1: ",
  "Karen: ",
  "[00:01:02] ",
  "00:00:01,000 --> 00:00:02,000\n",
  "<v Sue>",
  "# ",
  "- ",
  "• ",
  "1. ",
  "(a) ",
  "**Sue:** ",
  "o ",
  "\n",
  "\n\n",
  "\f",
  "Present: ",
  "Focus group 2 – Health\n",
  "Reviewer comment: ",
  "they come by train",
  "The group said so. ",
  "exploit-\n",
  "ation",
  "multi-\n",
  "Key issues:",
  "\u00A0",
  "’",
  "\u2028",
  "\u00AD",
  "ﬁ",
  "😀",
  "\uD83D",
  "\t",
  '"',
  ",",
  "{",
  "}",
  "\\'e9",
  "\\par ",
  "<b>",
  "</b>",
  "<p>",
  "|",
  "3",
  "Page 4\n",
  "…",
  "é",
  "e\u0301",
  "[Note-taker: x]\n",
);
const talk = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) }),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(""));
const TEXT_FORMATS = ["txt", "md", "vtt", "srt", "html", "csv", "rtf", "json"] as const;

describe("whatever the bytes", () => {
  it("random bytes in every format never throw, and yield text or an error", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FORMATS), fc.uint8Array({ maxLength: 400 }), async (format, bytes) => {
        await readWhole(format, bytes);
      }),
      runs(300, 5000),
    );
  });
  it("generated talk in every text format gives exact layers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEXT_FORMATS), talk, async (format, text) => {
        await readWhole(
          format,
          bytesOf(
            format === "rtf"
              ? `{\\rtf1 ${text}`
              : format === "json"
                ? JSON.stringify([{ speaker: text.slice(0, 9), text }])
                : text,
          ),
        );
      }),
      runs(400, 8000),
    );
  });
  it("whole documents with bytes changed or cut never throw", async () => {
    const body = "They said that it is worse here than it was.";
    const whole: [Format, Uint8Array][] = [
      ["docx", makeDocx(wordParagraph(body))],
      ["odt", makeOdt(`<text:p>${body}</text:p>`)],
      ["pdf", makePdf([[{ text: body, y: 700 }]])],
      ["qdpx", makeQdpx([{ name: "a", text: body }])],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
          maxLength: 12,
        }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        async ([format, bytes], changes, share) => {
          const broken = bytes.slice(0, Math.ceil(bytes.length * share));
          for (const [place, byte] of changes) broken[Math.floor(place * broken.length)] = byte;
          await readWhole(format, broken);
        },
      ),
      runs(80, 2000),
    );
  });
  it("the same bytes give the same transcript, and the bytes are left alone", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEXT_FORMATS), talk, async (format, text) => {
        const bytes = bytesOf(text);
        const before = bytes.slice();
        expect(await readWhole(format, bytes)).toEqual(await readWhole(format, bytes));
        expect(bytes).toEqual(before);
      }),
      runs(60, 1000),
    );
  });
  it("mending characters twice is mending them once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), talk, (a, b) => {
        const mended = mendCharacters(a + b);
        expect(mendCharacters(mended)).toBe(mended);
      }),
      runs(300, 5000),
    );
  });
});

describe("nothing that was said is lost", () => {
  it("words of labelled speech all stand in turns of their speakers, in order", async () => {
    const word = fc.constantFrom("debt", "drugs", "they", "come", "by", "train", "fear", "flats");
    const turn = fc.tuple(fc.constantFrom("Interviewer", "P1", "P2"), fc.array(word, { minLength: 1, maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { minLength: 1, maxLength: 12 }),
        fc.constantFrom("\n", "\n\n"),
        async (turns, gap) => {
          const text = turns.map(([speaker, words]) => `${speaker}: ${words.join(" ")}.`).join(gap);
          const transcript = await readWhole("txt", bytesOf(text));
          expect(
            transcript.turns.map(({ speaker, start, end }) => `${speaker}: ${transcript.text.slice(start, end)}`),
          ).toEqual(turns.map(([speaker, words]) => `${speaker}: ${words.join(" ")}.`));
        },
      ),
      runs(150, 3000),
    );
  });
});

describe("the public surface", () => {
  it("is this list", () => {
    expect(Object.keys(ingest).sort()).toEqual([
      "mendCharacters",
      "parse",
      "readHumanCodings",
      "splitSessions",
      "toSlug",
      "toTranscript",
    ]);
  });
});
