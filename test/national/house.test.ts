import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReviewResult } from "../../src/model/index.js";
import { loadNationalRules, readSummary } from "../../src/national/index.js";
import { sowArchive } from "./archive.js";
import { HOUSE, lexicon, rowsOf, told } from "./rows.js";
import type { Planted } from "./sayings.js";

const CUCKOOING: Planted = {
  name: "cuckooing",
  ...{ kind: "reach", code: "cuckooing", said: "term", sectors: ["police"], share: 100 },
  sayings: ["Cuckooing is a live issue in {area}, and we hear of it from neighbours."],
};
/** Ten reviews of which all full ones, eight, speak of cuckooing; then only as many as are wanted still do. */
function reviews(speaking: number): ReviewResult[] {
  const rows = rowsOf(sowArchive(3, 10, [{ ...CUCKOOING, share: Math.round((100 * speaking) / 8) }]));
  return rows;
}
const cuckooing = (rows: readonly ReviewResult[], house = HOUSE) => {
  const claim = told(rows, {}, house).summary.claims.find(
    ({ kind, codes }) => kind === "reach" && codes[0] === "cuckooing",
  );
  if (claim === undefined) throw new Error("nobody speaks of cuckooing");
  return claim;
};
const OPEN = { ...HOUSE, disclosure: { ...HOUSE.disclosure, national: false } };

describe("disclosure control of the nation", () => {
  it("holds back a claim that rests on too few sessions, with its areas and quotes, and another count so that it cannot be reckoned", () => {
    const claim = cuckooing(reviews(2));
    const { numerator, against, uncertain, silent, notKnown } = claim.reach;
    expect(numerator).toBeNull();
    expect([against, uncertain, silent, notKnown].filter((count) => count === null).length).toBeGreaterThan(0);
    expect([claim.areas, claim.voices, claim.regions, claim.quarters, claim.sectors]).toEqual([[], [], [], [], []]);
    expect(claim.statement).toContain("[c] of");
    expect(claim.statement).not.toMatch(/\b2 of\b|\btwo reviews\b/);
    expect(claim.strength).toBe(0);
    const { trends, links } = told(reviews(2)).summary;
    expect(trends.codes.map(({ code }) => code)).not.toContain("cuckooing");
    expect(links.flatMap(({ visits }) => visits)).toEqual([]);
  });

  it("keeps numerator, denominator and not known in sight where a small count beside them is held back", () => {
    const denied = { contrary: ["There is no cuckooing in {area}."], contraryShare: 13 };
    const rows = rowsOf(sowArchive(3, 10, [{ ...CUCKOOING, share: 50, ...denied }]));
    const { reach } = cuckooing(rows);
    const open = cuckooing(rows, OPEN).reach;
    expect(open).toMatchObject({ numerator: 4, denominator: 8, notKnown: 2, against: 1, silent: 3 });
    expect(reach).toMatchObject({ numerator: 4, denominator: 8, notKnown: 2, against: null, silent: null });
  });

  it("holds them back too where nothing else is large enough to hide a small count in", () => {
    const denied = { contrary: ["There is no cuckooing in {area}."], contraryShare: 13 };
    const rows = rowsOf(sowArchive(3, 10, [{ ...CUCKOOING, share: 87, ...denied }]));
    expect(cuckooing(rows, OPEN).reach).toMatchObject({
      numerator: 7,
      against: 1,
      uncertain: 0,
      silent: 0,
      notKnown: 2,
    });
    expect(cuckooing(rows).reach).toMatchObject({ numerator: 7, against: null, denominator: null, notKnown: null });
  });

  it("holds back what is not known where that rests on too few, and what it could be reckoned from", () => {
    const [thin, ...rest] = reviews(4).sort((a, b) => a.sessions.length - b.sessions.length);
    const few = { ...thin!, sessions: thin!.sessions.slice(0, 2) };
    const { reach } = cuckooing([few, ...rest.filter(({ sessions }) => sessions.length > few.sessions.length + 2)]);
    expect(reach.total).toBe(9);
    expect(reach).toMatchObject({ notKnown: null, denominator: null });
    expect([reach.numerator, reach.against, reach.uncertain, reach.silent].filter((one) => one === null)).not.toEqual(
      [],
    );
  });

  it("lets it out where the house says so", () => {
    const claim = cuckooing(reviews(2), OPEN);
    expect(claim.reach.numerator).toBe(2);
    expect(claim.areas).toHaveLength(2);
    expect(claim.voices.length).toBeGreaterThan(0);
  });

  it("counts an area in which too few sessions took part, and does not name it", () => {
    const rows = reviews(8);
    const [first] = rows.filter(({ mentions }) => mentions.some(({ code }) => code === "cuckooing"));
    if (first === undefined) throw new Error("nobody speaks of cuckooing");
    const small: ReviewResult = {
      ...first,
      sessions: first.sessions.filter(({ id }) => id === "police"),
      mentions: first.mentions.filter(({ session }) => session === "police"),
      stances: first.stances.filter(({ session }) => session === "police"),
    };
    const claim = cuckooing(rows.map((row) => (row === first ? small : row)));
    expect(claim.reach.numerator).toBe(8);
    expect(claim.areasNotNamed).toBe(1);
    expect(claim.areas).toHaveLength(7);
    expect(claim.areas).not.toContain(first.meta.area);
    expect(claim.voices.map(({ area }) => area)).not.toContain(first.meta.area);
  });

  it("holds a quote that names a place, a role and an event that few sessions name, until it is signed off", () => {
    const role = HOUSE.words.roles[0] ?? "";
    const event = HOUSE.words.events[0] ?? "";
    const telling = `In Brackwick the ${role} was seen after the ${event}, and there was cuckooing in the flats.`;
    const rows = rowsOf(sowArchive(3, 10, [{ ...CUCKOOING, sayings: [telling] }]));
    // One session tells it of a place that nobody else names.
    const [only] = rows.flatMap(({ mentions }) => mentions).filter(({ quote }) => quote === telling);
    if (only === undefined) throw new Error("nobody tells it");
    const plain = rows.map((row) => ({
      ...row,
      mentions: row.mentions.map((mention) =>
        mention.quote === telling && mention !== only
          ? { ...mention, quote: `There is cuckooing in the flats behind the station, said ${mention.id}.` }
          : mention,
      ),
    }));
    const quotes = (house: typeof HOUSE) => {
      const { summary } = told(plain, {}, { ...house, words: { roles: [role], events: [event] } });
      return [summary.disclosure.quotesHeld, JSON.stringify(summary).includes(`the ${role} was seen`)];
    };
    // The place is known as an area of the archive.
    const places = plain.map((row, i) => (i === 0 ? { ...row, meta: { ...row.meta, area: "Brackwick" } } : row));
    plain.splice(0, plain.length, ...places);
    expect(quotes(HOUSE)).toEqual([1, false]);
    const signed = { ...HOUSE, disclosure: { ...HOUSE.disclosure, signed_off: [only.id] } };
    expect(quotes(signed)[0]).toBe(0);
  });

  it("names no session and no mention", () => {
    const rows = reviews(8);
    const published = JSON.stringify(told(rows).summary);
    for (const { id } of rows.flatMap(({ mentions }) => mentions)) expect(published).not.toContain(`"${id}"`);
  });
});

describe("what an analyst decided", () => {
  it("takes a review out of a claim whose finding was rejected there, and says so", () => {
    const barrier: Planted = {
      ...CUCKOOING,
      kind: "barrier",
      code: "information-sharing",
      sayings: ["It is a barrier to us all, the information sharing."],
    };
    const rows = rowsOf(sowArchive(3, 10, [barrier]));
    const claim = (some: readonly ReviewResult[]) =>
      told(some).summary.claims.find(({ kind, codes }) => kind === "barrier" && codes[0] === "information-sharing");
    const before = claim(rows);
    const [first] = rows.filter(({ mentions }) => mentions.some(({ appraisal }) => appraisal === "barrier"));
    const rejected = rows.map((row) =>
      row === first
        ? {
            ...row,
            findings: [
              { type: "barrier", status: "rejected", codes: ["information-sharing"], title: "", evidence: [] } as never,
            ],
          }
        : row,
    );
    expect(claim(rejected)?.reach.numerator).toBe((before?.reach.numerator ?? 0) - 1);
    expect(told(rejected).summary.excluded).toContainEqual({ what: "", why: "rejected by an analyst", count: 1 });
  });
});

describe("the rules of the nation", () => {
  const text = readFileSync(new URL("../../pipelines/national-rules.yaml", import.meta.url), "utf8");
  const load = (changed: string) => loadNationalRules(changed, "rules.yaml", lexicon);
  it.each([
    [
      "a slot that there is none of",
      text.replace("'{Code}'", "'{Kode}'"),
      /rules\.yaml:\d+: kinds\.reach\.title: no slot \{Kode\}/,
    ],
    [
      "a frame that the lexicon lacks",
      text.replace("strategy: strategic-framework", "strategy: nothing"),
      /no frame nothing in the lexicon/,
    ],
    [
      "a code that the lexicon lacks",
      text.replace("lineCodes: [county-lines]", "lineCodes: [bus-lines]"),
      /lineCodes\.0: no code bus-lines/,
    ],
    ["a key that nobody knows", `${text}\nmore: 1\n`, /more/],
    ["a threshold of chance above one", text.replace("chance: 0.05", "chance: 5"), /rules\.yaml:\d+: chance/],
  ])("refuse %s, with file and line", (_name, changed, message) => {
    expect(changed).not.toBe(text);
    expect(() => load(changed)).toThrow(message);
  });
});

describe("an earlier summary", () => {
  it.each([
    ["no JSON", "{"],
    ["another file", '{"format":1}'],
  ])("that is %s is refused with the way out", (_name, text) => {
    expect(() => readSummary(text, "old.json")).toThrow(/old\.json: no .*Name the summary\.json/);
  });
  it("is read back as it was written", () => {
    const { summary } = told(reviews(8));
    expect(readSummary(JSON.stringify(summary), "summary.json")).toEqual(summary);
  });
});
