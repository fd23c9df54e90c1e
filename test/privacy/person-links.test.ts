import { describe, expect, it } from "vitest";
import { masker, NOBODY, transcriptOf } from "./measure.js";

/** Numbers the people of a text by their hashes, in order of first sight: "1 2 1". */
function who(text: string): string {
  const seen: string[] = [];
  return masker()
    .mask(transcriptOf(text), NOBODY)
    .slots.filter((s) => s.kind === "PERSON")
    .map((s) => {
      if (!seen.includes(s.hash)) seen.push(s.hash);
      return seen.indexOf(s.hash) + 1;
    })
    .join(" ");
}

describe("who is who in a document", () => {
  const CASES: Readonly<Record<string, [string, string]>> = {
    "first name, full name and Mr with surname": ["Then Darren Pike left. Then Darren rang Mr Pike.", "1 1 1"],
    "a first name that two full names share": ["Then Darren Pike met Darren Holt. Then Darren left.", "1 2 3"],
    "Mr and Mrs of one surname": ["Then Mr Pike met Mrs Pike and Mr Pike.", "1 2 1"],
    "Mrs beside a husband's full name": ["Then Darren Pike and Mrs Pike and Mr Pike came.", "1 2 1"],
    "middle names and initials": ["Then Anne Elizabeth Holt came. Anne Holt spoke. Ask A. Holt.", "1 1 1"],
    "accents and apostrophes": ["Then Siân O’Connor came and Sian O'Connor left.", "1 1"],
  };
  for (const [name, [text, expected]] of Object.entries(CASES)) it(name, () => expect(who(text)).toBe(expected));

  it("knows a full name again in another document, and a number in any spacing", () => {
    const hashes = (text: string): string[] =>
      masker()
        .mask(transcriptOf(text), NOBODY)
        .slots.map((s) => s.hash);
    expect(hashes("Here Darren Pike has 07700 900123.")).toEqual(
      hashes("Later DARREN PIKE rang from +44 7700 900 123."),
    );
  });
});
