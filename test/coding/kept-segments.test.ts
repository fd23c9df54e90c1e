import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeDocument } from "../../src/coding/index.js";
import { keepSegments, type Segments, segment, segmentsFrom, Vocabulary } from "../../src/language/index.js";
import { compileLexicon, loadLexicon } from "../../src/lexicon/index.js";
import type { Block, Turn } from "../../src/model/index.js";

const lexicon = compileLexicon(loadLexicon("lexicons"));

/** A block and a turn a line; every other turn is an interviewer's, and what begins with a dash is a bullet of the line above it. */
function documentOf(text: string, record: "verbatim" | "notes") {
  const blocks: Block[] = [];
  const turns: Turn[] = [];
  let start = 0;
  let leadIn = -1;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const bullet = line.startsWith("-") && leadIn >= 0;
    if (!bullet) leadIn = blocks.length;
    blocks.push({
      start,
      end,
      kind: bullet ? "bullet" : "paragraph",
      turn: turns.length,
      leadIn: bullet ? leadIn : -1,
    });
    const role = turns.length % 2 === 0 ? "interviewer" : "participant";
    turns.push({ start, end, speaker: "", role, time: "" });
    start = end + 1;
  }
  return { text, blocks, turns, parts: [{ start: 0, end: text.length, record }], record };
}

/** Tokens and sentences as they can be held against those of another vocabulary. */
function spelt({ tokens, runs, blocks }: Segments, { types }: Vocabulary) {
  return {
    tokens: Array.from(tokens.start, (start, t) => [
      start,
      tokens.end[t],
      tokens.kind[t],
      types[tokens.type[t]!]!.surface,
    ]),
    runs,
    blocks,
  };
}

/** What is kept of a text, written and read again, in a vocabulary that has met other words before. */
function keptAndRead(text: string, blocks: readonly Block[]) {
  const before = new Vocabulary();
  const cut = segment(text, blocks, before);
  const after = new Vocabulary();
  after.id("elsewhere", 0);
  const read = segmentsFrom(JSON.parse(JSON.stringify(keepSegments(cut, before))), after);
  return [spelt(read, after), spelt(cut, before)];
}

const ARCHIVE = "fixtures/archive";
const TRANSCRIPTS = readdirSync(ARCHIVE, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(txt|md|vtt|srt)$/.test(path))
  .sort();

describe("kept tokens", () => {
  it("are there to be tried", () => expect(TRANSCRIPTS.length).toBeGreaterThan(5));

  for (const path of TRANSCRIPTS) {
    const text = readFileSync(`${ARCHIVE}/${path}`, "utf8");
    for (const record of ["verbatim", "notes"] as const) {
      it(`code ${path} as its text does, as ${record}`, () => {
        const document = documentOf(text, record);
        const vocabulary = new Vocabulary();
        const kept = keepSegments(segment(text, document.blocks, vocabulary), vocabulary);
        const again = codeDocument(lexicon, document, segmentsFrom(kept, lexicon.vocabulary));
        const anew = codeDocument(lexicon, document);
        expect(JSON.stringify(again)).toBe(JSON.stringify(anew));
      });
    }
  }

  it("are the tokens and sentences of any text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "Mr",
        "a.m.",
        "U.K.",
        "no",
        "cuckooing",
        "[PERSON-001]",
        "n't",
        "don't",
        "12:30",
        "x@y.org",
        " ",
        "   ",
      ),
      fc.constantFrom(".", "?", "…", ",", "(", ")", "“", "’s", "-", "\n", "\n- ", "\u00a0", "\ud83d\ude00", "\ud83d"),
      fc.string({ maxLength: 6, unit: "grapheme" }),
    );
    const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const [read, cut] = keptAndRead(text, documentOf(text, "notes").blocks);
        expect(read).toEqual(cut);
      }),
      { numRuns: 400 },
    );
  });

  it("outlast gaps of any length and forms beyond one byte", () => {
    const words = Array.from({ length: 5000 }, (_, k) => `w${k.toString(36)}x${" ".repeat(k % 300)}`).join(" ");
    const [read, cut] = keptAndRead(words, documentOf(words, "notes").blocks);
    expect(read).toEqual(cut);
  });
});
