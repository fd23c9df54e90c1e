import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lexicon, loadLexicon } from "../../src/lexicon/index.js";
import type { ReviewResult } from "../../src/model/index.js";
import { loadPipeline, run, suggestTerms, termUse } from "../../src/run/index.js";
import { findRun, readRun } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place, ROOT } from "./example-archive.js";

/** Talk of each interview's own, so that none repeats another; all speak of buses. */
const TALK = [
  "Parks need lighting and the library closes early. The bus to the market never comes on Sundays.",
  "Shops stay empty since spring while rents climb. Waiting for a bus in the rain makes folk angry.",
  "Neighbours complain of noise when bins overflow. My mother takes the bus because hills tire her.",
  "Swimming lessons were cancelled after the boiler failed. A bus full of pupils passes each morning.",
  "Allotments flourish behind the chapel wall. Drivers left, so every second bus vanished last winter.",
  "Dentists have no places for newcomers. Somebody painted the bus shelter green without asking.",
];

/** What is said of cuckooing: in three interviews, with an idiom that no term has. */
const CUCKOOING = [
  "There is cuckooing on the estate. We call it a trap house, with London visitors. The trap house has no bus.",
  "Last summer cuckooing came to our block. It was a trap house by then. London dealers took the bus.",
  "Older tenants fear cuckooing most of all. One became a trap house overnight. They reach London by bus.",
];

/** Slips, by interview. */
const SLIPS: Readonly<Record<number, string>> = {
  3: "I have heard of cuckoing, and of cuckoing again, and of country matters. And knfie is short, and so is knif.",
  4: "They do cuckoing by the river. There is safegarding in schools. The pub Cuckooin is far.",
};

/** Six interviews in which an idiom and slips are planted. Only the interviewers say "zombie knockers" and "cuckoning". */
const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  TALK.map((talk, n) => {
    const turns = ["Interviewer: Is there cuckooing here, with zombie knockers and cuckoning?"];
    if (CUCKOOING[n] !== undefined) turns.push(`Nurse: ${CUCKOOING[n]}`);
    turns.push("Interviewer: And how is the town?", `Nurse: ${talk}`);
    if (SLIPS[n] !== undefined) turns.push("Interviewer: Anything else?", `Nurse: ${SLIPS[n]}`);
    return [`hull-2020/talk-${n + 1}.txt`, `${turns.join("\n\n")}\n`];
  }),
);

describe("suggestTerms(reviews, lexicon, codes, top)", () => {
  let place: Place;
  let reviews: ReviewResult[];
  let lexicon: Lexicon;
  const codes = (): string[] => lexicon.concepts.map(({ id }) => id);
  beforeAll(async () => {
    place = await makePlace(FILES);
    await run({ pipeline: await loadPipeline(PIPELINE, { archive: place.archive, out: place.out, workers: 0 }) });
    reviews = (await readRun(await findRun(place.out))).reviews;
    lexicon = loadLexicon(`${ROOT}test/run/lexicon`);
  });
  afterAll(() => place.remove());

  it("finds an idiom that stands beside a code, by document", () => {
    const { beside } = suggestTerms(reviews, lexicon, ["cuckooing"], 10);
    const idiom = beside.find(({ words }) => words === "trap house");
    // Three documents, although it is said twice in each.
    expect(idiom).toMatchObject({ code: "cuckooing", documents: 3, holding: 3, of: 3, elsewhere: 0 });
    expect(idiom!.g2).toBeGreaterThan(0);
    expect(idiom!.contexts.map(({ document }) => document)).toEqual(["talk-1.txt", "talk-2.txt", "talk-3.txt"]);
    for (const { line } of idiom!.contexts) expect(line).toContain("trap house");
  });

  it("says a phrase and not its parts, unless they stand elsewhere too", () => {
    const words = suggestTerms(reviews, lexicon, ["cuckooing"], 50).beside.map((one) => one.words);
    expect(words).toContain("trap house");
    expect(words).not.toContain("trap");
  });

  it("suggests nothing that stands everywhere, no grammar, no name and no coded word", () => {
    const words = suggestTerms(reviews, lexicon, codes(), 100).beside.flatMap((one) => one.words.split(" "));
    for (const no of ["bus", "the", "it", "london", "cuckoo"]) expect(words).not.toContain(no);
  });

  it("finds slips in words of terms, with counts and lines", () => {
    const { nearMisses } = suggestTerms(reviews, lexicon, codes(), 10);
    const slip = nearMisses.find(({ form }) => form === "cuckoing");
    expect(slip).toMatchObject({
      ...{ code: "cuckooing", word: "cuckooing", terms: ["cuckoo"], ordinary: false, uses: 3, documents: 2 },
    });
    expect(slip!.contexts.map(({ document }) => document)).toEqual(["talk-4.txt", "talk-5.txt"]);
    // An English word is said to be one, and comes after.
    expect(nearMisses.find(({ form }) => form === "country")).toMatchObject({ word: "county", ordinary: true });
  });

  it("codes nothing by what it suggests", () => {
    expect(reviews.flatMap(({ mentions }) => mentions).filter(({ text }) => text === "cuckoing")).toEqual([]);
  });

  it.each([
    ["a transposition in five letters", "knfie", true],
    ["a short word", "knif", false],
    ["what only an interviewer says", "cuckoning", false],
    ["a word of no term of this lexicon", "safegarding", false],
    ["a name", "cuckooin", false],
  ])("of %s: %s", (_, form, told) => {
    const { nearMisses } = suggestTerms(reviews, lexicon, codes(), 100);
    expect(nearMisses.some((one) => one.form === form)).toBe(told);
  });

  it("suggests nothing from interviewers", () => {
    const told = JSON.stringify(suggestTerms(reviews, lexicon, codes(), 1000));
    expect(told).not.toMatch(/zombie|knocker|cuckoning/);
  });

  it("keeps to the codes and the number asked for", () => {
    const { beside, nearMisses } = suggestTerms(reviews, lexicon, ["cuckooing"], 1);
    expect([beside.length, nearMisses.length]).toEqual([1, 1]);
    expect(suggestTerms(reviews, lexicon, ["gangs"], 10).beside).toEqual([]);
  });

  it("says the same whatever the order of mentions", () => {
    const turned = reviews.map((review) => ({ ...review, mentions: [...review.mentions].reverse() }));
    expect(suggestTerms(turned, lexicon, codes(), 20)).toEqual(suggestTerms(reviews, lexicon, codes(), 20));
  });

  it("tells terms without a mention, and codes that one term carries", () => {
    const { neverMatched, carriedByOne } = termUse(lexicon, reviews);
    expect(neverMatched).toContainEqual({ code: "debt-bondage", term: "debt bondage", setAside: 0 });
    expect(neverMatched).toContainEqual({ code: "cuckooing", term: "@home ~1 take over", setAside: 0 });
    expect(neverMatched.map(({ term }) => term)).not.toContain("cuckoo");
    expect(carriedByOne).toEqual([{ code: "cuckooing", term: "cuckoo", mentions: 3, of: 3, share: 1 }]);
  });

  it.each([
    ["four in five", 4, true],
    ["three in four", 3, false],
  ])("takes a code as carried by one term from %s", (_, most, told) => {
    const review = reviews[0]!;
    const mention = review.mentions.find(({ evidence }) => evidence)!;
    const mentions = [...Array(most).fill(mention), { ...mention, term: "@home ~1 take over" }];
    expect(termUse(lexicon, [{ ...review, mentions }]).carriedByOne.length > 0).toBe(told);
  });
});
