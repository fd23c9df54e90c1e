import { describe, expect, it } from "vitest";
import { masker, NOBODY, plant, takenStretches, transcriptOf } from "./measure.js";
import { PLANTED } from "./planted.js";
import { PLANTED_AGAIN } from "./planted-again.js";
import { PLANTED_THIRD } from "./planted-third.js";

interface Tally {
  found: number;
  planted: number;
  wrong: number;
  others: number;
  notes: string[];
}

/** Masks each passage by itself and counts: details wholly covered, and other words with a capital that were taken away. */
function tally(groups: Readonly<Record<string, readonly string[]>>): { people: Tally; details: Tally } {
  const people: Tally = { found: 0, planted: 0, wrong: 0, others: 0, notes: [] };
  const details: Tally = { found: 0, planted: 0, wrong: 0, others: 0, notes: [] };
  for (const marked of Object.values(groups).flat()) {
    const { text, details: planted } = plant(marked);
    const { transcript, slots } = masker().mask(transcriptOf(text), NOBODY);
    const covered = new Uint8Array(text.length);
    for (const { start, end } of takenStretches(text, transcript.text, slots)) covered.fill(1, start, end);
    for (const { start, end, kind } of planted) {
      const count = kind === "PERSON" ? people : details;
      count.planted++;
      const open = [...text.slice(start, end)].some((c, i) => /[\p{L}\d]/u.test(c) && !covered[start + i]);
      if (open) count.notes.push(`missed ${text.slice(start, end)}`);
      else count.found++;
    }
    for (const word of text.matchAll(/\p{Lu}[\p{L}'’]*/gu)) {
      if (planted.some((d) => word.index >= d.start && word.index < d.end)) continue;
      people.others++;
      if (!covered[word.index]) continue;
      people.wrong++;
      people.notes.push(`taken ${word[0]}`);
    }
  }
  return { people, details };
}

describe("measured on planted details", () => {
  for (const [name, groups] of Object.entries({ first: PLANTED, second: PLANTED_AGAIN, third: PLANTED_THIRD })) {
    it(`${name} set: people, structured details, words left alone`, () => {
      const { people, details } = tally(groups);
      const notes = [...people.notes, ...details.notes].join("; ");
      expect(people.found / people.planted, notes).toBeGreaterThanOrEqual(name === "second" ? 0.92 : 0.97);
      expect(details.found / Math.max(1, details.planted), notes).toBeGreaterThanOrEqual(
        details.planted === 0 ? 0 : 0.98,
      );
      expect(people.wrong / people.others, notes).toBeLessThanOrEqual(0.01);
    });
  }
});

/** Masks and gives the stored text. */
function masked(text: string, speakers: string[] = [], extraNames: string[] = []): string {
  return masker().mask(transcriptOf(text), { speakers, extraNames }).transcript.text;
}

describe("names of people in text", () => {
  it("keeps the title, the possessive and the punctuation", () => {
    expect(masked("We saw PC Whitlam's car, and Mrs Ollerenshaw; both.")).toBe(
      "We saw PC [PERSON-000]'s car, and Mrs [PERSON-000]; both.",
    );
  });
  it("takes a name from a participant list to where only the small letters stand", () => {
    expect(masked("then zorvan came back", ["Zorvan Plimt"])).toBe("then [PERSON-000] came back");
    expect(masked("then Zorvan Plimt came back", [], ["Zorvan Plimt"])).toBe("then [PERSON-000] came back");
  });
  it("does not take the role of a participant for a name", () => {
    expect(masked("The housing officer and the Facilitator spoke.", ["Housing officer 2", "Facilitator"])).toBe(
      "The housing officer and the Facilitator spoke.",
    );
  });
  it("leaves places that are names in their places", () => {
    expect(masked("They go from Preston to Chelsea, and Jordan said so.")).toBe(
      "They go from Preston to Chelsea, and [PERSON-000] said so.",
    );
  });
  it("takes a name that is said letter by letter, and no list", () => {
    const spelled = masked("It's Sonia Wójcik, W, O, J, C, I, K. And J-A-N-O-T. Sections A, B, C, D.");
    expect(spelled).toBe("It's [PERSON-000], [PERSON-000]. And [PERSON-000]. Sections A, B, C, D.");
  });
  it("takes a lone first name that opens its sentence, or is all of it", () => {
    expect(masked("He did. Pete that does the boilers. Amir. Baptista-Lowe. Art. Hope. Will. Chance.")).toBe(
      "He did. [PERSON-000] that does the boilers. [PERSON-000]. [PERSON-000]. Art. Hope. Will. Chance.",
    );
  });
  it("takes the nickname that somebody is called by, in small letters too", () => {
    expect(
      masked("there's a man everyone calls him biscuit he's about twenty six they call him back all the time"),
    ).toBe("there's a man everyone calls him [PERSON-000] he's about [AGE-000] they call him back all the time");
    expect(
      masked(
        "a lad they call him biscuit and they had biscuit's car outside and a biscuit with their tea biscuit he asked",
      ),
    ).toBe(
      "a lad they call him [PERSON-000] and they had [PERSON-000]'s car outside and a biscuit with their tea [PERSON-000] he asked",
    );
    expect(masked("well everyone calls her pixie she's fifteen and they call her names and call her stupid")).toBe(
      "well everyone calls her [PERSON-000] she's [AGE-000] and they call her names and call her stupid",
    );
  });
  it("takes a first name in small letters that is told by its office, and then wherever it stands", () => {
    expect(masked("tom's all right tom the sergeant he'll come and kick a ball about with them fair play to him")).toBe(
      "[PERSON-000]'s all right [PERSON-000] the sergeant he'll come and kick a ball about with them fair play to him",
    );
    expect(
      masked("they mark the book and rob the shop and will the officer come and bill the council for it all"),
    ).toBe("they mark the book and rob the shop and will the officer come and bill the council for it all");
  });
  it("tells months from Mays", () => {
    expect(masked("It was May 2019, or 3 May, or in May. Aunty May knows.")).toBe(
      "It was May 2019, or 3 May, or in May. Aunty [PERSON-000] knows.",
    );
  });
});
