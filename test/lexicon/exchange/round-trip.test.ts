import { describe, expect, it } from "vitest";
import {
  draftOverlay,
  EXCHANGE_FORMATS,
  type ExchangeFormat,
  exportLexicon,
  loadLexicon,
} from "../../../src/lexicon/index.js";
import type { Concept } from "../../../src/model/index.js";
import { read, SHIPPED, smallLexicon, written } from "./check.js";

/** What plain words can say of the small lexicon; formats write words in capitals or small letters as they are used to. */
const PLAIN: Record<string, string[]> = {
  cuckooing: ["cuckoo*", "home takeover"],
  "county-lines": ["county line", "cce"],
  housing: ["trap house", "house", "lose house", "lose council flat"],
  "hate-crime": ["*phobia", "hated"],
  silence: [],
};
const NO_SUFFIX: readonly ExchangeFormat[] = ["liwc", "lexicoder"];

describe("a small lexicon", () => {
  it.each(EXCHANGE_FORMATS)(
    "comes back from %s with its codes and the words that the format can say",
    async (format) => {
      const lexicon = smallLexicon();
      const { codes, concepts } = await read(format, await written(lexicon, format), lexicon.concepts);
      expect(concepts.map(({ id }) => id).sort()).toEqual(lexicon.concepts.map(({ id }) => id).sort());
      if (format === "csv") {
        expect(concepts).toEqual(lexicon.concepts);
        return;
      }
      for (const [id, words] of Object.entries(PLAIN))
        expect(codes[id]?.map((term) => String(term).toLowerCase()).sort()).toEqual(
          words.filter((word) => !(NO_SUFFIX.includes(format) && word.startsWith("*"))).sort(),
        );
    },
  );

  it.each(EXCHANGE_FORMATS)("is the same text in %s after export, import and export", async (format) => {
    const lexicon = smallLexicon();
    const once = await written(lexicon, format);
    const { concepts } = await read(format, once, lexicon.concepts);
    const order = new Map(lexicon.concepts.map(({ id }, index) => [id, index]));
    const again = [...concepts].sort((a, b) => order.get(a.id)! - order.get(b.id)!);
    expect(await written({ ...lexicon, concepts: again }, format)).toBe(once);
  });

  it("says what a format cannot hold, one line a kind with its number", async () => {
    const { problems, counts } = await exportLexicon(smallLexicon(), "liwc");
    expect(counts).toEqual({ codes: 5, terms: 12, carried: 7, wordings: 9 });
    const said = problems.map(
      ({ rule, message }) => `${rule.replace("lexicon-exchange/", "")} ${message.split(" ")[0]}`,
    );
    expect(said.sort()).toEqual(
      [
        "case 1",
        "code-rules 1",
        "company 1",
        "definitions 5",
        "gap 1",
        "inflections 4",
        "open-group 1",
        "part-of-speech 1",
        "suffix 1",
        "themes 5",
      ].sort(),
    );
  });

  it("loses nothing in CSV and says so by saying nothing", async () => {
    const { problems, counts } = await exportLexicon(smallLexicon(), "csv");
    expect([problems, counts.carried]).toEqual([[], counts.terms]);
  });
});

/** A code in which a term without company is a plain string: the two ways of writing mean the same. */
const plainly = (concept: Concept): Concept => ({
  ...concept,
  terms: concept.terms.map((term) => (typeof term !== "string" && Object.keys(term).length === 1 ? term.term : term)),
});

/** Whether a term has neither gap nor company, so that every format can hold its wordings. */
const isBare = (term: Concept["terms"][number]): boolean =>
  typeof term === "string"
    ? !/~|<>/.test(term)
    : isBare(term.term) && Object.keys(term).every((key) => ["term", "note", "says"].includes(key));

describe("the shipped lexicon", () => {
  const lexicon = loadLexicon(SHIPPED);
  const bare = lexicon.concepts.reduce((sum, { terms }) => sum + terms.filter(isBare).length, 0);
  it.each(EXCHANGE_FORMATS)("says nothing to itself that is new, from %s", async (format) => {
    const { concepts } = await read(format, await written(lexicon, format), lexicon.concepts);
    const draft = draftOverlay("x", concepts, lexicon);
    expect([draft.added, draft.newCodes]).toEqual([0, []]);
    expect(draft.known).toBeGreaterThan(3_000);
  });
  const ids = lexicon.concepts.map(({ id }) => id);

  it.each(EXCHANGE_FORMATS)("keeps every code through %s, and every wording that was written", async (format) => {
    const { counts } = await exportLexicon(lexicon, format);
    const { concepts, rules } = await read(format, await written(lexicon, format), lexicon.concepts);
    expect(concepts.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(rules).toEqual([]);
    // Terms that are lost have a gap or demand company; a format that lost others too would have a fault.
    expect(counts.carried).toBeGreaterThan(format === "csv" ? counts.terms * 0.999 : bare);
    const terms = concepts.reduce((sum, concept) => sum + concept.terms.length, 0);
    if (format === "csv") expect(concepts.map(plainly)).toEqual(lexicon.concepts.map(plainly));
    // Wordings that differ in capitals alone are one where a format knows no small letters.
    else expect(terms).toBeGreaterThan(counts.wordings * 0.99);
    for (const concept of concepts)
      expect(concept.theme).toBe(lexicon.concepts.find(({ id }) => id === concept.id)!.theme);
  });
});
