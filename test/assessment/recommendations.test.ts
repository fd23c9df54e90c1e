import { describe, expect, test } from "vitest";
import type { CodedRecommendation } from "../../src/assessment/index.js";
import { assessed, rows } from "./draft.js";

/** Recommendations from lines "cohort | area | id | status | codes of the reason". */
function recommendations(...lines: string[]): CodedRecommendation[] {
  return lines.map((line) => {
    const [cohort = "", area = "", id = "", status = "", codes] = line.split("|").map((part) => part.trim());
    return {
      ...{ cohort, area, id, text: `Do ${id}.`, codes: [], status: status as CodedRecommendation["status"] },
      ...{ reason: codes === undefined ? "" : "given", reasonCodes: codes ? codes.split(" ") : [] },
    };
  });
}

const tally = (cohort: string, base: number, counts: Record<string, number>) =>
  rows(
    ...Object.entries(counts).map(
      ([item, n], i) => `${cohort} | recommendations | ${item} | n | 2021 | ${n}/${base} | ${i + 1}`,
    ),
  );

/** Every tally as one line: "east: 11 = 4 + 3, 4 not; 64 = 36 + 28, 36 %". */
const drawn = (result: ReturnType<typeof assessed>): string[] =>
  result.assessment.recommendations.map(
    ({ cohort, area, source, total, implemented, fully, partially, not, shares }) => {
      const per = shares && `; ${shares.implemented} = ${shares.fully} + ${shares.partially}, ${shares.not} %`;
      return `${cohort}/${area || "all"} ${source}: ${total}: ${implemented} = ${fully} + ${partially}, ${not} not${per ?? ""}`;
    },
  );

const of = (...lines: string[]) => assessed({ recommended: [{ review: "a", rows: recommendations(...lines) }] });

describe("recommendations", () => {
  test("a survey's totals, with shares that add up where rounding each would not", () => {
    const survey = tally("east", 47, {
      implemented: 31,
      "fully implemented": 15,
      "partially implemented": 16,
      "not implemented": 16,
    });
    expect(drawn(assessed({ survey }))).toEqual(["east/all tally: 47: 31 = 15 + 16, 16 not; 66 = 32 + 34, 34 %"]);
  });

  test("rows by cohort and area; under ten no share", () => {
    const lines = ["fully", "fully", "partially", "not"].flatMap((status, i) =>
      [1, 2, 3].map((n) => `east | ${n === 3 ? "Northby" : "Ashby"} | ${i}${n} | ${status}`),
    );
    expect(drawn(of(...lines, "west | Weston | 1 | not"))).toEqual([
      "east/all rows: 12: 9 = 6 + 3, 3 not; 75 = 50 + 25, 25 %",
      "east/Ashby rows: 8: 6 = 4 + 2, 2 not",
      "east/Northby rows: 4: 3 = 2 + 1, 1 not",
      "west/all rows: 1: 0 = 0 + 0, 1 not",
      "west/Weston rows: 1: 0 = 0 + 0, 1 not",
    ]);
  });

  test("rows win over a tally that says otherwise, and the difference is a problem", () => {
    const survey = tally("east", 3, {
      implemented: 2,
      "fully implemented": 2,
      "partially implemented": 0,
      "not implemented": 1,
    });
    const recommended = [{ review: "a", rows: recommendations("east | Ashby | 1 | fully", "east | Ashby | 2 | not") }];
    const result = assessed({ survey, recommended });
    expect(drawn(result)[0]).toBe("east/all rows: 2: 1 = 1 + 0, 1 not");
    expect(result.problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      "assessment/tally-differs Cohort east: the survey states 2 fully, 0 partially, 1 not, recommendations.csv has 1 fully, 0 partially, 1 not; the rows are counted.",
    ]);
    const same = tally("east", 2, { "fully implemented": 1, "partially implemented": 0, "not implemented": 1 });
    expect(assessed({ survey: same, recommended }).problems).toEqual([]);
  });

  test.each([
    [
      "parts that are not the total",
      { "fully implemented": 4, "partially implemented": 3, "not implemented": 2 },
      "adds 4, 3 and 2 up to 9, not 10",
    ],
    [
      "more implemented than its parts",
      { implemented: 8, "fully implemented": 4, "partially implemented": 3, "not implemented": 3 },
      "has 8 implemented, but 4 fully and 3 partially",
    ],
    ["a part that nobody states", { "fully implemented": 4 }, "is not complete"],
  ])("%s is a problem, and no tally", (_, counts, message) => {
    const result = assessed({ survey: tally("east", 10, counts) });
    expect(result.assessment.recommendations).toEqual([]);
    expect(result.problems.map((problem) => problem.message).join()).toContain(message);
  });

  test("what a tally leaves out is reckoned from the rest", () => {
    const survey = tally("east", 10, { implemented: 7, "fully implemented": 4 });
    expect(drawn(assessed({ survey }))).toEqual(["east/all tally: 10: 7 = 4 + 3, 3 not; 70 = 40 + 30, 30 %"]);
  });

  test("the same row twice counts once; two statuses count as the lesser and are a problem", () => {
    const result = of(
      "east | Ashby | 1 | fully",
      "East | Ashby | 1 | fully",
      "east | Ashby | 2 | fully",
      "east | Ashby | 2 | not",
    );
    expect(drawn(result)[0]).toBe("east/all rows: 2: 1 = 1 + 0, 1 not");
    expect(result.problems.map(({ rule, place }) => `${rule} ${place}`)).toEqual([
      "assessment/two-statuses recommendation 2",
    ]);
  });

  test("reasons by code, most first, those without a code last; what was done in full needs no reason", () => {
    const result = of(
      "east | Ashby | 1 | not | resources staff-churn",
      "east | Ashby | 2 | partially | resources",
      "east | Ashby | 3 | not |",
      "east | Ashby | 4 | fully | resources",
      "east | Ashby | 5 | not",
    );
    expect(result.assessment.recommendations[0]!.reasons.map(({ code, recommendations: n }) => `${code}:${n}`)).toEqual(
      ["resources:2", "staff-churn:1", ":1"],
    );
    expect(result.assessment.implementation[1]).toBe(
      "Cohort east: the reasons given for what was not done in full speak of resources and funding (2), staff turnover (1), and something that no code covers (1).",
    );
  });
});
