import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mention, Session } from "../../src/model/index.js";
import { languageUse } from "../../src/triangulation/index.js";
import { aMention, aSession } from "./talk.js";

/**
 * Talk on lines: `police/1 cuckooing: 3 trap house, 2 cuckoo [drug]`. A session, a code, and how often it says which
 * term; in brackets the words near. A term said otherwise than it is written: `take over ~4 @home=took over his flat`.
 */
function talk(...lines: string[]): Mention[] {
  return lines.flatMap((line) => {
    const [, session, code, said] = /^(\S+) (\S+): (.*)$/.exec(line)!;
    return said!.split(", ").flatMap((words) => {
      const [, times, written, near] = /^(\d+) ([^[]+?)(?: \[(.*)\])?$/.exec(words)!;
      const [term, text] = written!.split("=>");
      return Array.from({ length: Number(times) }, () =>
        aMention(session!, code!, { term: term!, text: text ?? term!, near: near?.split(" ") ?? [] }),
      );
    });
  });
}

const SESSIONS = [
  "police/1",
  "police/2",
  "housing/1",
  "housing/2",
  "health/1",
  "health/2",
  "csc+yjs/1",
  "csc+yjs/2",
  "unknown",
].map((id) => aSession(id));

function told(mentions: Mention[], sessions: Session[] = SESSIONS): string[] {
  return languageUse(sessions, mentions).map(
    ({ code, sector, term, count, divergence }) =>
      `${code} ${sector} ${term} ${count}${divergence && ` (${divergence})`}`,
  );
}

describe("the words of a sector", () => {
  test.each<[string, string[], string[]]>([
    [
      "a word that one sector uses",
      ["police/1 cuckooing: 4 trap house", "police/2 cuckooing: 4 trap house"],
      ["cuckooing police trap house 8"],
    ],
    ["under five uses", ["police/1 cuckooing: 2 trap house", "police/2 cuckooing: 2 trap house"], []],
    ["one session only", ["police/1 cuckooing: 20 trap house"], []],
    [
      "as common with the others",
      [
        "police/1 cuckooing: 4 trap house",
        "police/2 cuckooing: 4 trap house",
        "housing/1 cuckooing: 4 trap house",
        "housing/2 cuckooing: 4 trap house",
        "health/1 cuckooing: 8 trap house",
        "csc+yjs/1 cuckooing: 8 trap house",
      ],
      [],
    ],
    [
      "words near it",
      [
        "police/1 cuckooing: 4 cuckoo [raid]",
        "police/2 cuckooing: 4 cuckoo [raid]",
        "housing/1 cuckooing: 4 cuckoo [tenancy]",
        "housing/2 cuckooing: 4 cuckoo [tenancy]",
      ],
      ["cuckooing police raid 8", "cuckooing housing tenancy 8"],
    ],
    [
      "a joint session speaks for each of its sectors",
      ["csc+yjs/1 gangs: 4 endz", "csc+yjs/2 gangs: 4 endz"],
      ["gangs children's social care endz 8", "gangs youth justice endz 8"],
    ],
    [
      "an unknown sector takes no part",
      ["unknown gangs: 20 endz", "police/1 gangs: 4 endz", "police/2 gangs: 4 endz"],
      ["gangs police endz 8"],
    ],
    [
      "a word that is term and company of one code is told once",
      [
        "police/1 county-lines: 4 line [line], 3 plug [line]",
        "police/2 county-lines: 4 line [line]",
        "housing/1 county-lines: 4 going country",
        "housing/2 county-lines: 4 going country",
      ],
      ["county-lines police line 8 (different words)", "county-lines housing going country 8 (different words)"],
    ],
    [
      "a word that the others use far more",
      ["police/1 gangs: 3 endz", "police/2 gangs: 3 endz", "health/1 gangs: 40 endz", "health/2 gangs: 40 endz"],
      ["gangs health endz 80"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(talk(...lines))).toEqual(expected);
  });

  test("has Rayson's G2 against the words of all sessions without the sector", () => {
    const [row] = languageUse(SESSIONS, talk("police/1 gangs: 5 endz", "police/2 gangs: 5 endz"));
    // 10 of 2,000 words against 0 of 6,000; the unknown session's 1,000 take no part.
    expect(row!.g2).toBeCloseTo(2 * 10 * Math.log(4), 10);
  });

  test("needs somebody to compare with", () => {
    const police = SESSIONS.slice(0, 2);
    expect(told(talk("police/1 gangs: 9 endz", "police/2 gangs: 9 endz"), police)).toEqual([]);
  });

  test("counts evidence only", () => {
    const advice = talk("police/1 gangs: 9 endz", "police/2 gangs: 9 endz").map((mention) => ({
      ...mention,
      evidence: false,
    }));
    expect(told(advice)).toEqual([]);
  });

  test("sessions of two reviews that bear one id are two", () => {
    const two = [...SESSIONS, aSession("police/1", { review: "eastshire" })];
    const mentions = [
      ...talk("police/1 gangs: 4 endz"),
      ...talk("police/1 gangs: 4 endz").map((m) => ({ ...m, review: "eastshire" })),
    ];
    expect(told(mentions, two)).toEqual(["gangs police endz 8"]);
  });
});

describe("one word in its several forms", () => {
  test.each<[string, string, string]>([
    ["a plain term is the lexicon's", "4 cuckoo=>cuckooing, 4 cuckoo=>cuckooed", "cuckoo 8"],
    ["marks of the term language are taken off", '4 "Shot"=>shot, 4 shot', "shot 8"],
    ["a case-sensitive term keeps its case", "8 =CCE=>CCE", "CCE 8"],
    [
      "alternatives are the words that were said",
      "5 (trap|bando) house=>trap houses, 3 (trap|bando) house=>Trap house",
      "trap houses 8",
    ],
    ["... and meet a plain term by stems", "4 (trap|bando) house=>trap houses, 4 trap house", "trap house 8"],
    [
      "a term with a gap is one word, shown as it is said most",
      "5 take over ~4 @home=>took over his flat, 4 take over ~4 @home=>takes over the house",
      "took over his flat 9",
    ],
    ["so is a wildcard", "4 exploit*=>exploited, 5 exploit*=>exploitation", "exploitation 9"],
  ])("%s", (_, said, expected) => {
    const mentions = talk(`police/1 cuckooing: ${said}`, `police/2 cuckooing: ${said}`);
    const [term, count] = [expected.replace(/ \d+$/, ""), Number(/\d+$/.exec(expected)![0])];
    expect(told(mentions)).toEqual([`cuckooing police ${term} ${2 * count}`]);
  });
});

describe("divergence", () => {
  const both = (sector: string, code: string, term: string) => [
    `${sector}/1 ${code}: 4 ${term}`,
    `${sector}/2 ${code}: 4 ${term}`,
  ];
  test.each<[string, string[], string[]]>([
    [
      "sectors that use different words for a code",
      [...both("police", "cuckooing", "trap house"), ...both("housing", "cuckooing", "home takeover")],
      ["cuckooing police trap house 8 (different words)", "cuckooing housing home takeover 8 (different words)"],
    ],
    [
      "a word that stands for different codes",
      [...both("police", "county-lines", "line"), ...both("health", "drug-markets", "line")],
      ["county-lines police line 8 (different codes)", "drug-markets health line 8 (different codes)"],
    ],
    [
      "a word of two codes for one sector is no divergence",
      [...both("police", "county-lines", "line"), ...both("police", "drug-markets", "line")],
      ["county-lines police line 8", "drug-markets police line 8"],
    ],
    [
      "different words for different codes are none",
      [...both("police", "county-lines", "line"), ...both("health", "drug-markets", "bag")],
      ["county-lines police line 8", "drug-markets health bag 8"],
    ],
    [
      "the joint session's sectors use the same words",
      [...both("csc+yjs", "gangs", "endz")],
      ["gangs children's social care endz 8", "gangs youth justice endz 8"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(told(talk(...lines))).toEqual(expected);
  });
});

test("a sector that has its own word besides the common one does not diverge from one that has only that", () => {
  const sessions = [...SESSIONS, aSession("yjs/1"), aSession("yjs/2")];
  const mentions = talk(
    "csc+yjs/1 gangs: 9 endz",
    "csc+yjs/2 gangs: 9 endz",
    "yjs/1 gangs: 9 crew",
    "yjs/2 gangs: 9 crew",
  );
  expect(told(mentions, sessions)).toEqual([
    "gangs children's social care endz 18",
    "gangs youth justice crew 18",
    "gangs youth justice endz 18",
  ]);
});

test("codebook order where it is given, then sector, then the commonest", () => {
  const mentions = talk(
    "police/1 gangs: 4 endz, 9 crew",
    "police/2 gangs: 4 endz, 9 crew",
    "housing/1 cuckooing: 4 flat",
    "housing/2 cuckooing: 4 flat",
  );
  const order = (codes?: string[]) => languageUse(SESSIONS, mentions, codes).map(({ term }) => term);
  expect(order()).toEqual(["flat", "crew", "endz"]);
  expect(order(["gangs", "cuckooing"])).toEqual(["crew", "endz", "flat"]);
});

test("the order of input never matters", () => {
  const mentions = talk(
    "police/1 county-lines: 4 line [line phone], 5 (deal|drug) line=>deal lines [phone]",
    "police/2 county-lines: 4 line [phone], 5 (deal|drug) line=>drug line",
    "housing/1 county-lines: 5 going country, 5 line",
    "housing/2 county-lines: 5 going country [line]",
    "health/1 drug-markets: 5 line",
    "health/2 drug-markets: 5 line",
  );
  const expected = languageUse(SESSIONS, mentions);
  expect(expected.length).toBeGreaterThan(2);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(mentions, { minLength: mentions.length }),
      fc.shuffledSubarray(SESSIONS, { minLength: SESSIONS.length }),
      (shuffled, sessions) => {
        expect(languageUse(sessions, shuffled)).toEqual(expected);
      },
    ),
    { numRuns: 30 },
  );
});
