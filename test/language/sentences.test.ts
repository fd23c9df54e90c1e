import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyTokens, scan, splitSentences, Vocabulary } from "../../src/language/index.js";
import { sentencesOf } from "./check.js";

/** A bar stands where a sentence ends. */
const CASES: Record<string, string[]> = {
  "titles before a name": [
    "Mr. Smith and Mrs. Jones met Dr. Khan. | They agreed.",
    "Det. Supt. Brown and Insp. Lee came. | Cllr. Ahmed did not.",
  ],
  "latin abbreviations": [
    "Some areas, e.g. the coast, are worse. | Others, i.e. the city, are not.",
    "Smith et al. found it. | So did we.",
  ],
  "clock times": ["It was 10.30 a.m. on Monday. | Nobody came.", "They left at 9 a.m. | The police came later."],
  "numbers and decimals": [
    "It rose by 2.5 per cent. | See No. 3 for more.",
    "No. 3 is the worst. | It cost £1,200.50 in all.",
  ],
  "ampersand and initials": ["They went to A & E. | He said nothing.", "J. B. Priestley was there. | X. Smith too."],
  "quotation closes behind the stop": ["'It is bad.' | We agreed.", '"Why would they?" she asked. | Nobody knew.'],
  "brackets close behind the stop": ["(It was not new.) | Then it grew.", "There was one (see p. 4). | It closed."],
  ellipsis: ["I was like... no way. | He laughed.", "They were… | Nobody came back."],
  "short answers in speech": ["Cuckooing? | No. | Not here.", "Yeah. | Loads of it!"],
  "a no is a sentence": ["No. | We have not seen it."],
  "list numbers": ["1. Strong leadership matters.", "2. Mapping the problem. | It helps."],
  "web addresses": ["See www.example.gov.uk. | It has more.", "Mail a.b@example.org for more. | Thanks."],
  "lower-case dictation": ["we dont see it. | maybe in town."],
  "abbreviated units in a sentence": ["The dept. of health said so. | We did not."],
  "plan with a letter": ["We went to plan B. | It worked."],
};

describe("splitSentences", () => {
  for (const [phenomenon, texts] of Object.entries(CASES)) {
    for (const text of texts) {
      it(`${phenomenon}: ${text}`, () => {
        const expected = text.split(" | ");
        expect(sentencesOf(expected.join(" "))).toEqual(expected);
      });
    }
  }

  it("a missing space behind the stop", () => {
    expect(sentencesOf("It happened here.We then left. Later it stopped.")).toEqual([
      "It happened here.",
      "We then left.",
      "Later it stopped.",
    ]);
  });

  it("cuts speech without punctuation at a joining word, within bounds", () => {
    const words = Array.from({ length: 2000 }, (_, i) => (i % 12 === 11 ? "and" : `word${i % 7}`)).join(" ");
    const sentences = sentencesOf(words);
    expect(sentences.length).toBeGreaterThan(10);
    expect(Math.max(...sentences.map((s) => s.split(" ").length))).toBeLessThanOrEqual(180);
  });

  it("loses nothing: tokens and the gaps between them give the text back, and each token has one sentence", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "don't",
        "A & E",
        "e.g.",
        "10.30",
        "[PERSON-001]",
        "county",
        "lines’",
        "—",
        "…",
        "...",
        "№",
        "👧🏽",
        "\u2028",
        "ﬁne",
        "\ud800",
        "www.a.uk",
        "x@y.zz",
        "'",
        "“",
        "-",
        "16-year-olds",
        ".",
        "?",
        "cuckooing¹",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom("", " ", "  ", "\n"), (pieces, glue) => {
        const text = pieces.join(glue);
        const vocabulary = new Vocabulary();
        const tokens = emptyTokens();
        scan(text, 0, text.length, vocabulary, tokens);
        let at = 0;
        for (let i = 0; i < tokens.start.length; i++) {
          expect(tokens.start[i]).toBeGreaterThanOrEqual(at);
          expect(text.slice(at, tokens.start[i]).trim()).toBe("");
          expect(tokens.end[i]).toBeGreaterThan(tokens.start[i]!);
          expect(vocabulary.types[tokens.type[i]!]!.surface).toBe(text.slice(tokens.start[i], tokens.end[i]));
          at = tokens.end[i]!;
        }
        expect(text.slice(at).trim()).toBe("");
        const runs = splitSentences(text, tokens, vocabulary, 0, tokens.start.length);
        expect(runs.flatMap((run) => Array.from({ length: run.to - run.from }, (_, k) => run.from + k))).toEqual(
          tokens.start.map((_, i) => i),
        );
      }),
      { numRuns: process.env.TRIANGULUM_LONG ? 20_000 : 500 },
    );
  });
});
