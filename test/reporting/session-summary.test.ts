import { describe, expect, it } from "vitest";
import { summarise } from "../../src/reporting/session-summary.js";
import { draftResult, REVIEWS } from "./run.js";

const mentionsOf = (...says: string[]) => draftResult({ sessions: { s1: "police" }, says }).mentions;
const quotes = (...says: string[]) => summarise(mentionsOf(...says)).map(({ quote }) => quote);

const SMALL_TALK = "We all came here by car today and parked round the back of the hall.";
const FLATS = "They take the flat of an older man in the tower and they deal drugs out of the flat.";
const KNIVES = "More of the young lads carry a knife to the park now than they ever did before.";
const DEBT = "The older ones take the drugs back and tell the young lads that it is now a debt to be paid.";

describe("the summary of a session", () => {
  it.each<[string, string[], (chosen: string[]) => void]>([
    ["is empty where nothing was said", [], (chosen) => expect(chosen).toEqual([])],
    [
      "covers the codes rather than beginning at the beginning",
      [
        ...Array.from({ length: 6 }, (_, i) => `s1 cuckooing affirms | ${SMALL_TALK} ${"Yes. ".repeat(i)}`),
        ...[
          `s1 county-lines affirms | ${FLATS}`,
          `s1 knife-crime affirms | ${KNIVES}`,
          `s1 debt-bondage affirms | ${DEBT}`,
        ],
      ],
      (chosen) => expect(chosen.filter((quote) => quote.startsWith(SMALL_TALK))).toHaveLength(1),
    ],
    [
      "says the same thing once",
      [`s1 cuckooing affirms | ${FLATS}`, `s1 cuckooing affirms | So ${FLATS}`, `s1 knife-crime affirms | ${KNIVES}`],
      (chosen) => expect(chosen).toHaveLength(2),
    ],
    [
      "prefers a sentence that stands alone to a scrap",
      [`s1 cuckooing affirms | Same here.`, `s1 cuckooing affirms | ${FLATS}`, `s1 cuckooing affirms | Yes, that.`],
      (chosen) => expect(chosen).toContain(FLATS),
    ],
    [
      "keeps the order in which things were said",
      [`s1 knife-crime affirms | ${KNIVES}`, `s1 debt-bondage affirms | ${DEBT}`, `s1 cuckooing affirms | ${FLATS}`],
      (chosen) => expect(chosen).toEqual([KNIVES, DEBT, FLATS]),
    ],
  ])("%s", (_name, says, judge) => judge(quotes(...says)));

  it("takes nothing that is no evidence", () => {
    const mentions = mentionsOf(`s1 cuckooing affirms | ${FLATS}`, `s1 knife-crime affirms | ${KNIVES}`);
    const heading = mentions.map((mention) =>
      mention.quote === KNIVES ? { ...mention, evidence: false, excluded: "heading" as const } : mention,
    );
    expect(summarise(heading).map(({ quote }) => quote)).toEqual([FLATS]);
  });

  it("is the same whatever the order of the mentions, and at most eight sentences", () => {
    for (const review of REVIEWS) {
      for (const { id } of review.sessions) {
        const own = review.mentions.filter(({ session }) => session === id);
        const chosen = summarise(own);
        expect(summarise(own.toReversed())).toEqual(chosen);
        expect(chosen.length).toBeLessThanOrEqual(8);
      }
    }
  });
});
