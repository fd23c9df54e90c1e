import { describe, expect, it } from "vitest";
import { mendCharacters, parse, toTranscript } from "../../src/ingest/index.js";
import { dropGluedFootnoteDigits } from "../../src/ingest/mend/drop-glued-footnote-digits.js";
import { dropRunningHeads } from "../../src/ingest/mend/drop-running-heads.js";
import { joinHyphenatedLineEnd } from "../../src/ingest/mend/join-hyphenated-line-end.js";
import { bytesOf, LIMITS } from "./samples.js";

describe("characters", () => {
  it.each([
    ["typographic quotation marks", "‘It’s “new”’ «x»", `'It's "new"' "x"`],
    ["odd spaces", "a\u00A0b\u2009c\u3000d\te", "a b c d e"],
    ["line separators", "a\u2028b\u2029c", "a\nb\nc"],
    ["hyphens that are not the usual one", "multi\u2010agency\u2011x \u2212 1", "multi-agency-x - 1"],
    ["dashes stay", "a – b — c", "a – b — c"],
    ["bullets", "\uF0B7 a ‣ b ▪ c", "• a • b • c"],
    ["soft hyphens and unseen marks", "ex\u00ADploi\u200Bta\uFEFFtion\u200E", "exploitation"],
    ["ligatures", "oﬃcers ﬁnd ﬂats", "officers find flats"],
    ["accents in two pieces", "cafe\u0301", "café"],
    ["half of a pair", "a\uD83Db", "a\uFFFDb"],
    ["control characters", "a\u0007b\u0000c", "abc"],
    ["runs of spaces", "a   b", "a b"],
  ])("%s", (_name, text, expected) => {
    expect(mendCharacters(text)).toBe(expected);
    expect(mendCharacters(expected)).toBe(expected);
  });
});

describe("hyphens at line ends", () => {
  it.each([
    ["a cut word", "exploit-", "ation", [], "exploitation"],
    ["a real hyphen by its first part", "multi-", "agency", [], "multi-agency"],
    ["a real hyphen by its second part", "gang-", "related harm", [], "gang-related harm"],
    ["a word that already has one", "up-to-", "date", [], "up-to-date"],
    ["before a capital", "Stoke-", "Newington", [], "Stoke-Newington"],
    ["a plain word that begins like a compound", "pre-", "vent", [], "prevent"],
    ["as the document writes it elsewhere, apart", "over-", "represented", ["over-represented"], "over-represented"],
    ["as the document writes it elsewhere, in one", "multi-", "agency", ["multiagency"], "multiagency"],
  ])("%s", (_name, line, next, vocabulary, expected) => {
    expect(joinHyphenatedLineEnd(line, next, new Set(vocabulary))).toBe(expected);
  });
});

describe("numbers of footnotes glued to words", () => {
  it.each([
    ["the end of exploitation.12 The next", "the end of exploitation. The next"],
    ['he called it "normal".3', 'he called it "normal".'],
    ["see para.12 and vol.2 there", "see para.12 and vol.2 there"],
    ["at 10.30 for 2.5 hours, version 1.2", "at 10.30 for 2.5 hours, version 1.2"],
  ])("%s", (text, expected) => {
    expect(dropGluedFootnoteDigits(text)).toBe(expected);
  });
});

describe("running heads and feet", () => {
  const page = (number: number, ...body: string[]) => ["Locality review – draft 2", ...body, `Page ${number}`];
  it("go where they repeat, digits apart", () => {
    expect(dropRunningHeads([page(1, "a", "b"), page(2, "c", "d"), page(3, "e", "f")])).toEqual([
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
    ]);
  });
  it("stay on a single page, and a short answer is none", () => {
    expect(dropRunningHeads([page(1, "a")])).toEqual([page(1, "a")]);
    const answers = [
      ["P1: Yes.", "x", "y", "z"],
      ["P1: Yes.", "u", "v", "w"],
    ];
    expect(dropRunningHeads(answers)).toEqual(answers);
  });
});

describe("lines become paragraphs", () => {
  async function check(text: string, expected: string[]): Promise<void> {
    const { transcript } = toTranscript(await parse("txt", bytesOf(text), LIMITS), {
      interviewers: [],
      participants: [],
    });
    expect(transcript.blocks.map((block) => transcript.text.slice(block.start, block.end))).toEqual(expected);
  }
  const WRAPPED = [
    "The group said that the number of flats that were",
    "taken over had grown. They were afraid to speak of",
    "it at length. The tenants knew who came and when.",
    "Some of them said that those who run the lines and",
    "Manchester's gangs had never asked about exploit-",
    "ation or about debt.",
  ];
  it("hard-wrapped lines", async () => {
    await check(`${WRAPPED.join("\n")}\n\nThey left at noon.`, [
      "The group said that the number of flats that were taken over had grown. They were afraid to speak of it at length. The tenants knew who came and when. Some of them said that those who run the lines and Manchester's gangs had never asked about exploitation or about debt.",
      "They left at noon.",
    ]);
  });
  it("hard-wrapped speech, a speaker at the head of a line", async () => {
    await check(`INT: What do you see?\nP1: ${WRAPPED.join("\n")}\nINT: Thanks.\nP1: Fine.`, [
      "What do you see?",
      "The group said that the number of flats that were taken over had grown. They were afraid to speak of it at length. The tenants knew who came and when. Some of them said that those who run the lines and Manchester's gangs had never asked about exploitation or about debt.",
      "Thanks.",
      "Fine.",
    ]);
  });
  it("lines that are paragraphs of their own", async () => {
    await check("Police said it had grown.\nHousing had seen none of it.\nHealth had no view on that at all.", [
      "Police said it had grown.",
      "Housing had seen none of it.",
      "Health had no view on that at all.",
    ]);
  });
  it("a blank line from a page break before a lower-case start", async () => {
    await check(
      "They crossed the borders of agencies and of the councils\n\nand of the forces. It was hard.\n\nNobody knew.",
      ["They crossed the borders of agencies and of the councils and of the forces. It was hard.", "Nobody knew."],
    );
  });
  it("a page break with its number and running head", async () => {
    await check(
      "Review of York\nThey crossed the borders of agencies and of the\n1\fReview of York\nCouncils. It was hard.\n2\fReview of York\nNobody knew.\n3",
      ["They crossed the borders of agencies and of the Councils. It was hard.", "Nobody knew."],
    );
  });
  it("a list with semicolons is not joined", async () => {
    await check(
      "They asked for the following things to be done at once:\n\nbetter data from all of the agencies that take part;\n\nmore training for all of the staff in the schools.",
      [
        "They asked for the following things to be done at once:",
        "better data from all of the agencies that take part;",
        "more training for all of the staff in the schools.",
      ],
    );
  });
});
