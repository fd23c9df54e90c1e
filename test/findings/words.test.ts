import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseQuotes } from "../../src/findings/evidence.js";
import { fill, slotNames } from "../../src/findings/template.js";
import { independentVoices } from "../../src/findings/voices.js";
import { codePhrase, list, share } from "../../src/findings/words.js";
import { SECTORS, type Sector } from "../../src/model/index.js";
import { largestIndependent } from "../../src/triangulation/index.js";
import { draftReview, RULES } from "./review.js";

describe("words", () => {
  it.each([
    [3, 7, "three of seven sessions"],
    [1, 7, "one of seven sessions"],
    [0, 7, "none of seven sessions"],
    [7, 7, "all seven sessions"],
    [2, 2, "both sessions"],
    [1, 1, "the only session"],
    [5, 9, "five of nine sessions"],
    [5, 10, "5 of 10 sessions (50 per cent)"],
    [12, 23, "12 of 23 sessions (52 per cent)"],
    [12, 12, "all 12 sessions"],
  ])("%i of %i is %s", (n, total, words) => expect(share(n, total)).toBe(words));
  it("sets a comma before the last item only where an item has an and of its own", () => {
    expect(list(["police", "housing", "health"])).toBe("police, housing and health");
    expect(list(["police", "probation and justice", "health"])).toBe("police, probation and justice, and health");
    expect(list(["police"])).toBe("police");
  });
  it("lowers a label that the wording does not know, but no abbreviation", () => {
    const name = (label: string) => codePhrase("local-code", label, RULES.wording).text;
    expect([name("Scrap theft"), name("CCE panel"), name("A&E visits")]).toEqual([
      "scrap theft",
      "CCE panel",
      "A&E visits",
    ]);
    expect(codePhrase("class-a-drugs", "Class A drugs", RULES.wording)).toEqual({ text: "class A drugs", many: true });
  });
});

describe("fill", () => {
  const slots = { who: { text: "police", many: true }, none: { text: "", many: false } };
  it("chooses the form by number, drops parts about nothing, and begins sentences with capitals", () => {
    expect(fill(["{who} {who:says|say} so", "; {none} {none:denies|deny} it", ".", " {who} insist."], slots)).toBe(
      "Police say so. Police insist.",
    );
    expect(fill(["{who} say"], slots, "clause")).toBe("police say");
  });
  it("names its slots and sees a brace too many", () => {
    expect(slotNames("{a.some} {a.some:is|are} {b}")).toEqual(["a.some", "b"]);
    expect(slotNames("{a} }")).toBeUndefined();
  });
});

describe("independentVoices", () => {
  it.each<[string, Sector[][], number]>([
    ["nobody", [], 0],
    ["one sector twice", [["police"], ["police"]], 1],
    ["a joint group between two", [["police"], ["police", "housing"], ["housing"]], 2],
    [
      "a joint group that blocks",
      [
        ["police", "housing"],
        ["housing", "health"],
      ],
      1,
    ],
    ["unknown sectors alone", [["unknown"], ["unknown"]], 1],
    ["unknown beside a known one", [["unknown"], ["fire"]], 1],
  ])("%s", (_, sectors, voices) => expect(independentVoices(sectors.map((each) => ({ sectors: each })))).toBe(voices));
});

describe("independentVoices and the independence of triangulation", () => {
  const session = fc.record({ sectors: fc.subarray([...SECTORS], { minLength: 1, maxLength: 3 }) });
  it("count alike, since the two floors hold one definition", () => {
    fc.assert(
      fc.property(fc.array(session, { maxLength: 12 }), (all) => independentVoices(all) === largestIndependent(all)),
    );
  });
});

describe("chooseQuotes", () => {
  const { mentions } = draftReview({
    sessions: { s1: "police", s2: "health" },
    says: [
      "s1 cuckooing affirms all | One.",
      "s1 debt-bondage affirms all | One.",
      "s1 cuckooing affirms one | Two.",
      "s2 cuckooing affirms some | Three.",
    ],
  });
  const chosen = (most: number, of = mentions) => chooseQuotes(of, most).map((each) => each.quote);
  it("hears every session first, each sentence once, up to the bound", () => {
    expect(chosen(12)).toEqual(["One.", "Three.", "Two."]);
    expect(chosen(2)).toEqual(["One.", "Three."]);
  });
  it("does not depend on the order", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...mentions], { minLength: 4 }),
        (order) => JSON.stringify(chosen(12, order)) === JSON.stringify(chosen(12)),
      ),
    );
  });
});
