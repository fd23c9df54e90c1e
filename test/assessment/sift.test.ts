import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessed, RULES, review } from "./draft.js";

type Review = ReturnType<typeof review>;

/** An area with so many strong and weak passages on partnership. */
function area(id: string, cohort: string, strong: number, weak: number, region = ""): Review {
  return review(
    id,
    { cohort, region },
    ...Array.from({ length: strong }, () => "s1 multi-agency-working strength"),
    ...Array.from({ length: weak }, () => "s1 multi-agency-working gap"),
  );
}

const matrix = (...reviews: Review[]) => assessed({ reviews }).assessment.sift;
/** The cell of a principle, as "3 strong, 1 weak: 2". */
function cell(principle: string, ...says: string[]): string {
  const [own] = matrix(review("a", { cohort: "2020" }, ...says));
  const { strong, weak, score } = own!.cells.find((one) => one.principle === principle)!;
  return `${strong.length} strong, ${weak.length} weak: ${score}`;
}

describe("a cell of the sift matrix", () => {
  test.each([
    [
      "strengths and gaps",
      "multi-agency",
      ["s1 multi-agency-working strength", "s1 multi-agency-working gap", "s2 silos-duplication barrier"],
      "1 strong, 2 weak: -1",
    ],
    [
      "three codes of a principle in one sentence are one passage",
      "local-leadership",
      [
        "s1 leadership-governance strength | We are well led.",
        "s1 strategy-plan strength | We are well led.",
        "s1 resources strength | We are well led.",
      ],
      "1 strong, 0 weak: 1",
    ],
    [
      "a sentence that praises and finds fault is both",
      "multi-agency",
      ["s1 multi-agency-working strength | Good, but slow.", "s1 silos-duplication barrier | Good, but slow."],
      "1 strong, 1 weak: 0",
    ],
    [
      "elsewhere and once are not here and now",
      "multi-agency",
      ["s1 multi-agency-working strength elsewhere", "s1 multi-agency-working gap past"],
      "0 strong, 0 weak: 0",
    ],
    [
      "a strength that is denied is weak",
      "multi-agency",
      ["s1 multi-agency-working strength absent"],
      "0 strong, 1 weak: -1",
    ],
    [
      "a response that is not there is weak, a harm that is not there is nothing",
      "mapping",
      ["s1 information-sharing absent", "s1 gangs absent"],
      "0 strong, 1 weak: -1",
    ],
    [
      "a worry about a harm is no weak response",
      "mapping",
      ["s1 gangs concern", "s1 data-intelligence concern"],
      "0 strong, 1 weak: -1",
    ],
    [
      "what is wished for is a need",
      "multi-agency",
      ["s1 multi-agency-working need hypothetical"],
      "0 strong, 1 weak: -1",
    ],
    [
      "a strength that is only hoped for is none",
      "multi-agency",
      ["s1 multi-agency-working strength hypothetical"],
      "0 strong, 0 weak: 0",
    ],
  ])("%s", (_, principle, says, expected) => {
    expect(cell(principle, ...says)).toBe(expected);
  });

  test("a sentence under two principles is one passage of the area as a whole", () => {
    const says = [
      "s1 multi-agency-working strength | One sentence.",
      "s1 leadership-governance strength | One sentence.",
    ];
    expect([cell("multi-agency", ...says), cell("local-leadership", ...says), cell("all", ...says)]).toEqual(
      new Array(3).fill("1 strong, 0 weak: 1"),
    );
  });

  test("what is no evidence counts nowhere", () => {
    const own = review("a", { cohort: "2020" }, "s1 multi-agency-working strength");
    const shown = { ...own, mentions: own.mentions.map((mention) => ({ ...mention, evidence: false })) };
    expect(matrix(shown)[0]!.cells.at(-1)!.strong).toEqual([]);
  });

  test("two reviews of one area are one area; a review without a cohort is none", () => {
    const twice = [1, 2].map((n) =>
      review(`a${n}`, { cohort: "2020", area: "Ashby" }, "s1 multi-agency-working strength"),
    );
    expect(
      matrix(...twice, review("b", {}, "s1 multi-agency-working gap")).map(({ area: name, reviews, cells }) => [
        name,
        reviews,
        cells.at(-1)!.score,
      ]),
    ).toEqual([["Ashby", ["a1", "a2"], 2]]);
  });
});

describe("standing in the cohort", () => {
  const standings = (...areas: [number, number][]) =>
    matrix(...areas.map(([strong, weak], i) => area(`a${i}`, "2020", strong, weak))).map(({ standing }) => standing);

  test.each<[string, [number, number][], string[]]>([
    [
      "thirds by balance",
      [
        [3, 0],
        [2, 2],
        [0, 3],
      ],
      ["stronger", "middling", "weaker"],
    ],
    [
      "a long record stands no higher than a short one",
      [
        [30, 30],
        [1, 0],
        [0, 1],
      ],
      ["middling", "stronger", "weaker"],
    ],
    [
      "equals stand together",
      [
        [1, 0],
        [2, 0],
        [3, 0],
      ],
      ["middling", "middling", "middling"],
    ],
    [
      "without evidence there is no standing",
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      ["", "stronger", "weaker"],
    ],
  ])("%s", (_, areas, expected) => {
    expect(standings(...areas)).toEqual(expected);
  });
});

/** Twenty areas of two cohorts and five regions, of every standing. */
const TWENTY = ["2020", "2022"].flatMap((cohort) =>
  Array.from({ length: 10 }, (_, i) => area(`${cohort}-${i}`, cohort, i + 1, 10 - i, `Region ${i % 5}`)),
);
const proposed = (reviews: readonly Review[], seed = 1, areas = 6) =>
  assessed({ reviews }, { ...RULES, sift: { areas, seed } }).assessment.sift.filter(
    ({ proposal }) => proposal === "proposed",
  );

describe("the proposal", () => {
  test("is spread over cohorts, standings and regions, whatever the seed", () => {
    for (let seed = 0; seed < 12; seed++) {
      const chosen = proposed(TWENTY, seed);
      const each = chosen.map(({ cohort, standing }) => `${cohort} ${standing}`).sort();
      expect(each).toEqual([
        "2020 middling",
        "2020 stronger",
        "2020 weaker",
        "2022 middling",
        "2022 stronger",
        "2022 weaker",
      ]);
      expect(new Set(chosen.map(({ region }) => region)).size).toBeGreaterThanOrEqual(4);
    }
  });

  test("is the same for a seed, in any order of reviews, and another for another", () => {
    const names = (reviews: readonly Review[], seed: number) =>
      proposed(reviews, seed)
        .map(({ area: name }) => name)
        .join();
    const plain = names(TWENTY, 7);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(TWENTY, { minLength: TWENTY.length }),
        (shuffled) => names(shuffled, 7) === plain,
      ),
      { numRuns: 6 },
    );
    expect(new Set(Array.from({ length: 10 }, (_, seed) => names(TWENTY, seed))).size).toBeGreaterThan(5);
  });

  test("has for each area a substitute of its cohort with its standing", () => {
    const all = assessed({ reviews: TWENTY }).assessment.sift;
    const substitutes = all.filter(({ proposal }) => proposal === "substitute");
    expect(substitutes).toHaveLength(6);
    for (const one of substitutes) {
      const instead = all.find(({ area: name }) => name === one.insteadOf)!;
      expect([one.cohort, one.standing]).toEqual([instead.cohort, instead.standing]);
    }
  });

  test("takes all there are, and none without evidence, which is said", () => {
    const few = [area("a", "2020", 1, 0), area("b", "2020", 0, 0)];
    expect(proposed(few).map(({ area: name }) => name)).toEqual(["a"]);
    expect(assessed({ reviews: few }).assessment.proposal.at(-1)).toBe("Not scored, for want of evidence: b.");
  });
});
