import { describe, expect, it } from "vitest";
import type { Transcript } from "../../src/model/index.js";
import { fingerprintsOf, shinglesOf } from "../../src/run/fingerprint.js";
import { nearDuplicates, overlap } from "../../src/run/near-duplicates.js";
import { repeatedMatter } from "../../src/run/repeated-matter.js";

/** A document of one turn from paragraphs; `#` begins a heading, `?` an interviewer's turn. */
function document(...paragraphs: string[]): Transcript {
  let text = "";
  const blocks: Transcript["blocks"] = [];
  const turns: Transcript["turns"] = [];
  for (const paragraph of paragraphs) {
    const kind = paragraph.startsWith("#") ? "heading" : "paragraph";
    const start = text.length;
    text += `${paragraph.replace(/^[#?] /, "")}\n`;
    turns.push({
      start,
      end: text.length - 1,
      speaker: "",
      role: paragraph.startsWith("?") ? "interviewer" : "participant",
      time: "",
    });
    blocks.push({ start, end: text.length - 1, kind, turn: turns.length - 1, leadIn: -1 });
  }
  return { text, blocks, turns, record: "verbatim" };
}

const words = (count: number, stem: string): string =>
  Array.from({ length: count }, (_, index) => `${stem}${index}`).join(" ");

/** Names of documents with the blocks found to be repeated matter: `a: 0 1`. */
function check(documents: Record<string, string[]>, expected: string[]): void {
  const found = repeatedMatter(
    Object.entries(documents).map(([key, paragraphs]) => {
      const made = document(...paragraphs);
      return { key, fingerprints: fingerprintsOf(made), blocks: made.blocks };
    }),
  );
  const shown = [...found].map(([key, blocks]) => `${key}: ${[...blocks].sort((a, b) => a - b).join(" ")}`).sort();
  expect(shown).toEqual(expected);
}

const [ONE, TWO] = [words(25, "privacy"), words(20, "consent")];

describe("front and closing matter", () => {
  it("stands word for word at the head of three documents", () => {
    check({ a: [ONE, TWO, "a says"], b: [ONE, TWO, "b says"], c: [ONE, TWO, "c says"] }, [
      "a: 0 1",
      "b: 0 1",
      "c: 0 1",
    ]);
  });
  it("or at their tail", () => {
    check({ a: ["a says", ONE, TWO], b: ["b says", ONE, TWO], c: ["c says", ONE, TWO] }, [
      "a: 1 2",
      "b: 1 2",
      "c: 1 2",
    ]);
  });
  it("is not known from two documents", () => {
    check({ a: [ONE, TWO, "a says"], b: [ONE, TWO, "b says"] }, []);
  });
  it("is two paragraphs or more", () => {
    const long = words(60, "privacy");
    check({ a: [long, "a says"], b: [long, "b says"], c: [long, "c says"] }, []);
  });
  it("has at least 40 words", () => {
    const [one, two] = [words(20, "privacy"), words(19, "consent")];
    check({ a: [one, two, "a says"], b: [one, two, "b says"], c: [one, two, "c says"] }, []);
    check({ a: [one, `${two} x`, "a says"], b: [one, `${two} x`, "b says"], c: [one, `${two} x`, "c says"] }, [
      "a: 0 1",
      "b: 0 1",
      "c: 0 1",
    ]);
  });
  it("may stand behind the document's own title and date", () => {
    check(
      { a: ["# Housing", "3 May", ONE, TWO, "a says"], b: ["# Health", ONE, TWO, "b says"], c: [ONE, TWO, "c says"] },
      ["a: 2 3", "b: 1 2", "c: 0 1"],
    );
  });
  it("does not stand in the middle of what is said", () => {
    const said = words(30, "said");
    check(
      {
        a: [`${said} a`, ONE, TWO, `${said} a`],
        b: [`${said} b`, ONE, TWO, `${said} b`],
        c: [`${said} c`, ONE, TWO, `${said} c`],
      },
      [],
    );
  });
  it("does not care for case, spacing and the number of a placeholder", () => {
    const [a, b, c] = ["[PERSON-001]", "[PERSON-002]", "[PERSON-003]"].map((person) => `${ONE} ${person}`);
    check({ a: [a!, TWO, "x"], b: [b!.toUpperCase(), TWO, "y"], c: [c!, TWO.replaceAll(" ", "  "), "z"] }, [
      "a: 0 1",
      "b: 0 1",
      "c: 0 1",
    ]);
  });
  it("is not seen in a transcript that was copied twice", () => {
    const text = [ONE, TWO, "we see cuckooing"];
    check({ a: text, b: text, c: text }, []);
  });
});

describe("near-duplicates", () => {
  const sketch = (key: string, sessions: string[], ...paragraphs: string[]) => ({
    key,
    sessions,
    shingles: shinglesOf(document(...paragraphs)),
  });
  const [long, other] = [words(400, "said"), words(400, "else")];

  it("are found where more than half of the shorter text stands in the other", () => {
    const found = nearDuplicates([
      sketch("a", ["a"], long),
      sketch("b", ["b"], `${words(260, "said")} ${words(140, "new")}`),
      sketch("c", ["c"], `${words(150, "said")} ${words(250, "fresh")}`),
      sketch("d", ["d"], long, other),
    ]);
    expect([...found]).toEqual([
      ["b", "a"],
      ["d", "a"],
    ]);
  });
  it("are no matter of chance, nor of a few words", () => {
    expect(nearDuplicates([sketch("a", ["a"], long), sketch("b", ["b"], other)]).size).toBe(0);
    expect(
      nearDuplicates([sketch("a", ["a"], "thank you all very much"), sketch("b", ["b"], "thank you all very much")])
        .size,
    ).toBe(0);
  });
  it("may be two records of one session", () => {
    expect(nearDuplicates([sketch("a", ["s"], long), sketch("b", ["s"], long)]).size).toBe(0);
  });
  it("are told from what participants say: all sessions share the questions", () => {
    const question = `? ${words(300, "question")}`;
    expect(
      nearDuplicates([sketch("a", ["a"], question, words(40, "one")), sketch("b", ["b"], question, words(40, "two"))])
        .size,
    ).toBe(0);
  });
  it("are told from sketches of long texts as well", () => {
    const half = words(20_000, "said");
    const one = shinglesOf(document(`${half} ${words(10_000, "x")}`));
    const two = shinglesOf(document(`${half} ${words(20_000, "y")}`));
    expect(overlap(one, two)).toBeCloseTo(2 / 3, 1);
  });
});
