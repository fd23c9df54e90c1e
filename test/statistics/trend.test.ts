import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mannKendall, senSlope } from "../../src/statistics/index.js";

const numbers = (text: string) => text.split(" ").map(Number);
const WORKED = numbers("12.9 14.8 13.2 15.7 13.8 15.6 12.9 11.0 17.3 15.9 19.0 18.3 20.1 21.7");

describe("Mann-Kendall", () => {
  test("fourteen periods with a tie: S, Z, p", () => {
    const { s, z, p, exact } = mannKendall(WORKED);
    expect(s).toBe(54);
    expect(z).toBeCloseTo(2.9058, 4);
    expect(p).toBeCloseTo(0.0037, 4);
    expect(exact).toBe(false);
  });

  // Upper tail of S (Kendall's table, as in Gilbert 1987, table A18); p is twice that.
  test.each([
    ["1 2 3 4", 6, 0.042],
    ["1 2 3 5 4", 8, 0.042],
    ["5 4 3 2 1", -10, 0.0083],
    ["1 2 3 4 6 5", 13, 0.0083],
    ["2 1 4 3 6 5 7", 15, 0.015],
    ["2 1 4 3 6 5 7 8", 22, 0.0028],
    ["3 2 1 6 5 4 8 7", 14, 0.054],
    ["3 2 1 6 5 4 8 7 10 9", 29, 0.0046],
    ["4 3 2 1 8 7 6 5 10 9", 19, 0.054],
    ["4 3 2 1 7 6 5 8 10 9", 25, 0.014],
  ])("exact up to ten periods: %s", (series, s, tail) => {
    const found = mannKendall(numbers(series));
    expect(found.s).toBe(s);
    expect(found.exact).toBe(true);
    expect(found.p / 2).toBeCloseTo(tail, 3);
  });

  test("ten periods with a tie, and eleven without, are approximated", () => {
    expect(mannKendall(numbers("1 2 3 4 5 6 7 8 9 9")).exact).toBe(false);
    expect(mannKendall(numbers("1 2 3 4 5 6 7 8 9 10 11")).exact).toBe(false);
  });

  test("no course: all the same, one value, none", () => {
    for (const series of [[3, 3, 3, 3, 3, 3, 3, 3], [3], []]) {
      expect(mannKendall(series)).toMatchObject({ s: 0, z: 0, p: 1 });
    }
  });

  test("a series turned round has the same p and the opposite S", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 16 }), (series) => {
        const there = mannKendall(series);
        const back = mannKendall([...series].reverse());
        expect(back.p).toBe(there.p);
        expect(back.s + there.s).toBe(0);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("refuses a gap in the series", () => {
    expect(() => mannKendall([1, Number.NaN, 3])).toThrow("found NaN");
  });
});

describe("Sen's slope", () => {
  test.each([
    ["fourteen periods", WORKED, 0.5667],
    ["a straight line", [10, 8, 6, 4], -2],
    ["one wild value does not move it", [1, 2, 3, 400, 5], 1],
    ["level", [5, 5, 5], 0],
  ])("%s", (_, series, expected) => {
    expect(senSlope(series)).toBeCloseTo(expected, 4);
  });

  test("is undefined under two periods", () => {
    expect(senSlope([4])).toBeUndefined();
  });
});
