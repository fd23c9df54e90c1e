import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Indicator, Verdict } from "../../src/model/index.js";
import { corroborate, indicatorProblems, verdicts } from "../../src/triangulation/index.js";
import { byPeriod } from "../../src/triangulation/indicator-series.js";
import { aSession } from "./talk.js";

const META = { id: "northshire", area: "Northshire" };
const UP = "12.9 14.8 13.2 15.7 13.8 15.6 12.9 11.0 17.3 15.9 19.0 18.3 20.1 21.7";
const DOWN = UP.split(" ").reverse().join(" ");
const LEVEL = "5 7 5 7 5 7 5 7";

function counted(values: string, more: Partial<Indicator> = {}): Indicator[] {
  return values.split(" ").map((value, i) => ({
    measure: "offences",
    codes: ["gangs"],
    area: "Northshire",
    period: `${2005 + i}`,
    value: Number(value),
    unit: "per 1,000",
    source: "police",
    direction: "more",
    ...more,
  }));
}

function perceived(trend: Verdict["trend"], codes = ["gangs"]): Verdict[] {
  const concepts = codes.map((id) => ({ id, expectedSectors: [] }));
  return verdicts([aSession("police")], [], [], concepts).map((verdict) => ({ ...verdict, trend }));
}

describe("a perceived trend against a count", () => {
  test.each<[Verdict["trend"], string, Indicator["direction"], string]>([
    ["rising", UP, "more", "corroborated"],
    ["emerging", UP, "more", "corroborated"],
    ["falling", DOWN, "more", "corroborated"],
    ["rising", DOWN, "more", "contradicted"],
    ["emerging", DOWN, "more", "contradicted"],
    ["falling", UP, "more", "contradicted"],
    ["stable", UP, "more", "contradicted"],
    ["stable", DOWN, "more", "contradicted"],
    ["rising", UP, "less", "contradicted"],
    ["rising", DOWN, "less", "corroborated"],
    ["falling", UP, "less", "corroborated"],
    ["rising", LEVEL, "more", "not shown"],
    ["stable", LEVEL, "more", "not shown"],
    ["displaced", LEVEL, "more", "not shown"],
    ["mixed", LEVEL, "more", "not shown"],
    ["displaced", UP, "more", "not tested"],
    ["mixed", UP, "more", "not tested"],
    ["none", UP, "more", "not tested"],
    ["none", LEVEL, "more", "not tested"],
    ["rising", "1 2 3 4 5 6 7", "more", "not tested"],
    ["rising", "1 2 3 4 5 6 7 8", "more", "corroborated"],
  ])("%s, counted %s where it means %s: %s", (trend, values, direction, result) => {
    expect(corroborate(META, perceived(trend), counted(values, { direction }))[0]!.result).toBe(result);
  });

  test("carries the figures of the series as counted, whatever its direction", () => {
    for (const direction of ["more", "less"] as const) {
      const [row] = corroborate(META, perceived("rising"), counted(UP, { direction }));
      expect(row).toMatchObject({
        review: "northshire",
        code: "gangs",
        measure: "offences",
        perceived: "rising",
        periods: 14,
        s: 54,
      });
      expect(row!.z).toBeCloseTo(2.9058, 4);
      expect(row!.p).toBeCloseTo(0.0037, 4);
      expect(row!.slope).toBeCloseTo(0.5667, 4);
      expect(row!.series[0]).toEqual({ period: "2005", value: 12.9 });
    }
  });

  test("has no figures where the test was not made", () => {
    const [row] = corroborate(META, perceived("rising"), counted("1 2 3"));
    expect(row).toMatchObject({ periods: 3, result: "not tested" });
    expect([row!.s, row!.z, row!.p, row!.slope]).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("which series", () => {
  test("only the review's area, however it is spelt in case and space", () => {
    expect(corroborate(META, perceived("rising"), counted(UP, { area: "Eastshire" }))).toEqual([]);
    expect(corroborate(META, perceived("rising"), counted(UP, { area: " northshire" }))).toHaveLength(1);
    expect(indicatorProblems(META, [...counted("1 2", { area: "Eastshire" }), ...counted("3")])).toMatchObject([
      {
        rule: "triangulation/indicator-of-other-area",
        severity: "info",
        message: expect.stringContaining("2 of 3 rows"),
      },
    ]);
    expect(indicatorProblems(META, counted(UP))).toEqual([]);
  });

  test("several codes and several series: codebook order, then measure", () => {
    const indicators = [
      ...counted(UP, { measure: "seizures", codes: ["gangs", "knife-crime"] }),
      ...counted(DOWN, { measure: "arrests", codes: ["gangs", "not-a-code"] }),
    ];
    const rows = corroborate(META, perceived("rising", ["knife-crime", "gangs", "cuckooing"]), indicators);
    expect(rows.map(({ code, measure, result }) => `${code} ${measure} ${result}`)).toEqual([
      "knife-crime seizures corroborated",
      "gangs arrests contradicted",
      "gangs seizures corroborated",
    ]);
  });

  test("verdicts of another review are left out", () => {
    expect(corroborate({ ...META, id: "eastshire" }, perceived("rising"), counted(UP))).toEqual([]);
  });

  test("one measure in two units is two series", () => {
    const rows = corroborate(META, perceived("rising"), [...counted(UP), ...counted(DOWN, { unit: "number" })]);
    expect(rows.map(({ result }) => result).sort()).toEqual(["contradicted", "corroborated"]);
  });

  test("a series that changes its source stays one; sources whose periods clash are told apart", () => {
    const [early, late] = [counted(UP).slice(0, 7), counted(UP).slice(7)];
    const moved = [...early, ...late.map((row) => ({ ...row, source: "survey" }))];
    expect(corroborate(META, perceived("rising"), moved).map(({ periods }) => periods)).toEqual([14]);
    const both = [...counted(UP), ...counted(DOWN, { source: "survey" })];
    expect(corroborate(META, perceived("rising"), both).map(({ result }) => result)).toEqual([
      "corroborated",
      "contradicted",
    ]);
  });

  test("a row said twice counts once; two values for one period are not tested, and said so", () => {
    const twice = [...counted(UP), ...counted(UP)];
    expect(corroborate(META, perceived("rising"), twice)).toEqual(corroborate(META, perceived("rising"), counted(UP)));
    const clashing = [...counted(UP), ...counted("99")];
    expect(corroborate(META, perceived("rising"), clashing)).toMatchObject([{ periods: 14, result: "not tested" }]);
    expect(indicatorProblems(META, clashing)).toMatchObject([
      { rule: "triangulation/indicator-twice", place: "measure offences, period 2005" },
    ]);
  });

  test("periods are sorted by their numbers, and the order of rows never matters", () => {
    const sorted = "2018-9 2018-10 2018-11 2019-1".split(" ");
    expect([...sorted].reverse().sort(byPeriod)).toEqual(sorted);
    expect(["2019-Q2", "2018/19", "2019-Q1", "2019"].sort(byPeriod)).toEqual(["2018/19", "2019", "2019-Q1", "2019-Q2"]);
    const rows = [...counted(UP), ...counted(LEVEL, { measure: "arrests" }), ...counted("99", { source: "survey" })];
    const expected = corroborate(META, perceived("rising"), rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(corroborate(META, perceived("rising"), shuffled)).toEqual(expected);
      }),
    );
  });
});
