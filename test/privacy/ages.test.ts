import { describe, expect, it } from "vitest";
import { masker, NOBODY, transcriptOf } from "./measure.js";

/** Masks a marked text: `{AGE:14}` and `{Kezia}` must go, all else must stay. */
function check(marked: string): void {
  const raw = marked.replace(/\{(?:[A-Z]{3,}:)?([^}]*)\}/g, "$1");
  const expected = marked.replace(/\{(?:([A-Z]{3,}):)?[^}]*\}/g, (_, kind?: string) => `[${kind ?? "PERSON"}-000]`);
  expect(masker().mask(transcriptOf(raw), NOBODY).transcript.text).toBe(expected);
}

describe("exact ages of people who are named", () => {
  it.each([
    "We had {Darren}, {AGE:14}, in here twice.",
    "We had {Darren} ({AGE:14}) in here twice.",
    "{Darren} is {AGE:fourteen} and thinks he's a businessman.",
    "{Darren} had just turned {AGE:16} when they came.",
    "It was {Darren}, aged {AGE:12}, who told us.",
    "a {AGE:fifteen}-year-old called {Darren} came in",
    "I've got {Darren} on my caseload, {AGE:14} years old.",
    "I've got {Darren} on my caseload, {AGE:13}.",
    "At {AGE:fourteen}, {Darren} was the oldest in the house.",
  ])("%s", check);
});

describe("ages that tell of nobody", () => {
  it.each([
    "Most of them are fourteen or fifteen.",
    "A 15-year-old boy was arrested in Hull.",
    "{Darren} works with 14 year olds and has for a while.",
    "{Darren} has 14 phones and is ten minutes away.",
    "{Darren} said a 15-year-old had been found.",
    "{Darren} is one of them, two of us, and 3 of you.",
    "Children aged 10 to 17 go to the service.",
  ])("%s", check);

  it("speakers are not who is spoken of", () => {
    check("{Jane Smith}: 15-year-old lads mostly.");
  });
});
