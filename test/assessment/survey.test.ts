import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessed, RULES, rows } from "./draft.js";

/** The one comparison of rows on one item, as "3/7 -> 7/7 higher: too few to tell". */
function compared(...lines: string[]): string[] {
  return assessed({ survey: rows(...lines) }).assessment.changes.map(({ entry, followUp, direction, answer }) => {
    const said = (of: typeof entry) => (of ? `${of.count}/${of.outOf ?? "?"}` : "-");
    return `${said(entry)} -> ${said(followUp)} ${direction || "no course"}: ${answer}`;
  });
}
const two = (entry: string, later: string, measure = "shares data") =>
  compared(
    `east | mapping | Fire service | ${measure} | entry | ${entry}`,
    `east | mapping | Fire service | ${measure} | 2021 | ${later}`,
  );

describe("two waves of one item", () => {
  test.each([
    ["a difference that no such table could show", "3/7", "7/7", "3/7 -> 7/7 higher: too few to tell"],
    ["one that could be chance", "2/9", "6/9", "2/9 -> 6/9 higher: no clear change"],
    ["one beyond chance", "1/10", "9/10", "1/10 -> 9/10 higher: rose"],
    ["a fall beyond chance", "19/20", "4/18", "19/20 -> 4/18 lower: fell"],
    ["the same rate on other bases", "4/8", "5/10", "4/8 -> 5/10 same: unchanged"],
    ["all, then all", "9/9", "8/8", "9/9 -> 8/8 same: unchanged"],
    ["a count without a base gives no rate", "4", "7/9", "4/? -> 7/9 no course: no rate"],
    ["nor does a base of none", "0/0", "7/9", "0/0 -> 7/9 no course: no rate"],
    ["more than there are is no reading", "4/9", "11/9", "4/9 -> - no course: contradictory"],
    ["half an area is none either", "4/9", "2.5/9", "4/9 -> - no course: contradictory"],
    ["a count no survey of areas has", "4/9", "5/1000000000", "4/9 -> - no course: contradictory"],
  ])("%s", (_, entry, later, expected) => {
    expect(two(entry, later)).toEqual([expected]);
  });

  test("rows that are equal but for the line are one fact, in several places", () => {
    const survey = rows(
      ...["7", "12", "7"].map((line) => `east | mapping | Fire service | shares data | entry | 4/9 | ${line}`),
    );
    const [change] = assessed({ survey }).assessment.changes;
    expect(change?.entry).toEqual({ wave: "entry", count: 4, outOf: 9, lines: ["7", "12"] });
  });

  test("the same fact in the folders of two reviews is one fact", () => {
    const own = rows("east | mapping | Fire service | shares data | entry | 4/9 | 7");
    const { changes } = assessed({
      surveys: [
        { review: "a", rows: own },
        { review: "b", rows: own },
      ],
    }).assessment;
    expect(changes).toHaveLength(1);
  });

  test("a count stated with and without its base has the base", () => {
    expect(
      compared(
        "east | mapping | Fire service | shares data | entry | 4",
        "east | mapping | Fire service | shares data | entry | 4/9",
        "east | mapping | Fire service | shares data | 2021 | 4/8",
      ),
    ).toEqual(["4/9 -> 4/8 higher: no clear change"]);
  });

  test("two counts in one wave are compared with nothing", () => {
    expect(
      compared(
        "east | mapping | Fire service | shares data | entry | 1/10",
        "east | mapping | Fire service | shares data | 2021 | 9/10",
        "east | mapping | Fire service | shares data | 2021 | 8/10",
      ),
    ).toEqual(["1/10 -> - no course: contradictory"]);
  });

  test("measures of different kinds are never joined", () => {
    expect(
      compared(
        "east | mapping | Fire service | shares data | entry | 1/10",
        "east | mapping | Fire service | shares good data | 2021 | 9/10",
      ),
    ).toEqual(["1/10 -> - no course: one wave only", "- -> 9/10 no course: one wave only"]);
  });

  test("without a wave on entry the first by name is; every later one is held against it", () => {
    const line = (wave: string, figure: string) => `east | mapping | Fire service | shares data | ${wave} | ${figure}`;
    expect(compared(line("2022", "9/10"), line("2020", "1/10"), line("2021", "5/10"))).toEqual([
      "1/10 -> 5/10 higher: no clear change",
      "1/10 -> 9/10 higher: rose",
    ]);
  });
});

/** Items `e` of 10 on entry and `l` of 10 later. */
const items = (...counts: [number, number][]) =>
  rows(
    ...counts.flatMap(([e, l], i) => [
      `east | mapping | Partner ${i} | shares data | entry | ${e}/10`,
      `east | mapping | Partner ${i} | shares data | 2021 | ${l}/10`,
    ]),
  );

describe("many comparisons", () => {
  test("one small p among a hundred is no change, and the narrative says so", () => {
    const survey = items([2, 8], ...Array.from({ length: 99 }, (_, i): [number, number] => [4 + (i % 3), 5 + (i % 2)]));
    const { changes, outcome, overview } = assessed({ survey }).assessment;
    expect(changes.find(({ item }) => item === "Partner 0")?.answer).toBe("not beyond chance");
    expect(outcome).toMatchObject({ compared: 100, couldTell: 100, nominal: 1, standing: 0 });
    expect(outcome?.expected).toBeGreaterThan(1);
    expect(overview.join(" ")).toContain("no single item may be reported as a change");
  });

  test("alone it is one", () => {
    const { outcome, overview } = assessed({ survey: items([2, 8]) }).assessment;
    expect(outcome).toMatchObject({ compared: 1, nominal: 1, standing: 1 });
    expect(overview.join(" ")).toContain("One stands when the number of comparisons is allowed for");
  });

  test("comparisons that could tell nothing do not weaken those that could", () => {
    const hopeless = Array.from({ length: 60 }, (): [number, number] => [10, 9]);
    const { outcome } = assessed({ survey: items([2, 8], ...hopeless) }).assessment;
    expect(outcome).toMatchObject({ compared: 61, couldTell: 1, nominal: 1, standing: 1 });
  });

  test("the order of rows changes nothing", () => {
    const survey = [
      ...items([2, 8], [5, 5], [9, 3]),
      ...rows(
        "east | mapping | Partner 1 | shares data | 2021 | 7/10",
        "East | mapping | partner 2 | shares data | 2021 | 3/10 | 5",
      ),
    ];
    const plain = JSON.stringify(assessed({ survey }));
    fc.assert(
      fc.property(fc.shuffledSubarray(survey, { minLength: survey.length }), (shuffled) => {
        expect(JSON.stringify(assessed({ survey: shuffled }))).toBe(plain);
      }),
      { numRuns: 10 },
    );
  });
});

describe("what a course is worth", () => {
  test.each([
    ["more of a good thing", "shares data", "2/10", "3/10", "one points to better, none to worse"],
    ["less of a bad thing", "ineffective or poor", "3/10", "2/10", "one points to better, none to worse"],
    ["more of a bad thing", "not involved", "2/10", "3/10", "none points to better, one to worse"],
    [
      "a bound is no count",
      "shared (no more than)",
      "2/10",
      "3/10",
      "none points to better, none to worse, one neither way",
    ],
    ["a word that only holds a bad one", "notable role", "2/10", "3/10", "one points to better, none to worse"],
  ])("%s", (_, measure, entry, later, expected) => {
    const survey = rows(
      `east | mapping | X | ${measure} | entry | ${entry}`,
      `east | mapping | X | ${measure} | 2021 | ${later}`,
    );
    expect(assessed({ survey }).assessment.overview.at(-1)).toContain(expected);
  });

  test("a topic under no principle is said, and stays in the table", () => {
    const { assessment, problems } = assessed({ survey: rows("east | parking | X | held | entry | 1/2") });
    expect(assessment.changes).toHaveLength(1);
    expect(problems.map(({ rule }) => rule)).toEqual(["assessment/unknown-topic"]);
  });
});

describe("contradictions", () => {
  const areas = [
    "east | sample | areas selected | areas | entry | 10/30",
    "east | sample | areas returning survey | areas | 2021 | 9/10",
  ];
  const said = (...lines: string[]) =>
    assessed({ survey: rows(...areas, ...lines) }).assessment.contradictions.map(
      ({ kind, statement }) => `${kind}: ${statement}`,
    );
  const line = (item: string, measure: string, wave: string, figure: string) =>
    `east | mapping | ${item} | ${measure} | ${wave} | ${figure}`;

  test.each([
    ["nothing wrong", [line("X", "held", "entry", "10/10"), line("X", "held", "2021", "9/9")], []],
    [
      "two counts",
      [line("X", "held", "2021", "5/7"), line("X", "held", "2021", "7/7")],
      ["two counts: X, held, 2021: stated as 5 of 7 and as 7 of 7."],
    ],
    [
      "two bases",
      [line("X", "held", "2021", "5/7"), line("X", "held", "2021", "5/8")],
      ["two counts: X, held, 2021: stated as 5 of 7 and as 5 of 8."],
    ],
    [
      "a base over the areas that answered",
      [line("X", "held", "2021", "8/10")],
      ["over the areas: X, held, 2021: 8 of 10, though 9 areas answered."],
    ],
    [
      "a count over them, without a base",
      [line("X", "held", "entry", "11")],
      ["over the areas: X, held, entry: 11 (no base), though 10 areas answered."],
    ],
    [
      "a count over its base",
      [line("X", "held", "2021", "8/7")],
      ["over the base: X, held, 2021: 8 of 7 is more than there are."],
    ],
    ["no count", [line("X", "held", "2021", "-1/7")], ["no count: X, held, 2021: -1 of 7 is no count."]],
    [
      "parts under the base",
      [line("X", "included", "2021", "5/9"), line("X", "not in place", "2021", "3/9")],
      ["parts: X, 2021: included 5 and not in place 3 are 8 together, not 9."],
    ],
    ["parts that are the base", [line("X", "involved", "2021", "6/9"), line("X", "not involved", "2021", "3/9")], []],
    [
      "parts of two bases are not added",
      [line("X", "involved", "2021", "6/9"), line("X", "not involved", "2021", "3/8")],
      [],
    ],
    [
      "parts of two waves are not added",
      [line("X", "involved", "entry", "6/9"), line("X", "not involved", "2021", "1/9")],
      [],
    ],
    [
      "a part wider than the whole",
      [line("X", "major role", "2021", "6/9"), line("X", "involved", "2021", "5/9")],
      ["narrower: X, 2021: major role in 6, but involved in 5."],
    ],
    [
      "both at once",
      [line("X", "effective", "2021", "6/9"), line("X", "ineffective or poor", "2021", "4/9")],
      ["both at once: X, 2021: effective 6 and ineffective or poor 4 are 10 together, over 9."],
    ],
  ])("%s", (_, lines, expected) => {
    expect(said(...lines)).toEqual(expected);
  });

  test("each is a problem at its lines", () => {
    const survey = rows("east | mapping | X | held | 2021 | 5/7 | 40", "east | mapping | X | held | 2021 | 7/7 | 41");
    expect(assessed({ survey }).problems).toMatchObject([
      {
        rule: "assessment/two-counts",
        review: "programme",
        document: "survey.csv",
        place: "line 40, 41",
        severity: "warning",
      },
    ]);
  });

  test("where a survey does not say how many areas answered, nothing is over them", () => {
    const survey = rows("east | mapping | X | held | 2021 | 8/900");
    expect(assessed({ survey }).assessment.contradictions).toEqual([]);
  });

  test("recommendations are no areas", () => {
    expect(RULES.notAreas).toContain("recommendations");
    expect(said("east | recommendations | fully implemented | n | 2021 | 20/40")).toEqual([]);
  });
});
