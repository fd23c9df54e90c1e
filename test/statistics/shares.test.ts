import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOfShares, holm, mantelHaenszel, wilson } from "../../src/statistics/index.js";

const near = (value: number) => expect.closeTo(value, 4);

describe("Wilson's interval", () => {
  // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i", (hits, of, low, high) => {
    expect(wilson(hits, of)).toEqual({ low: near(low), high: near(high) });
  });
  it("says nothing of nothing, and refuses what is no count", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(0.5, 2)).toThrow(RangeError);
  });
  it("holds the share, inside 0 and 1, whatever the counts", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const { low, high } = wilson(a, a + b);
        expect(low >= 0 && high <= 1 && (a + b === 0 || (low <= a / (a + b) && high >= a / (a + b)))).toBe(true);
      }),
    );
  });
});

describe("Newcombe's interval of a difference", () => {
  // Newcombe (1998b), table II, method 10: 56/70 less 48/80; 9/10 less 3/10; 10/10 less 0/10.
  it.each([
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[10, 10], [0, 10], 0.6075, 1],
  ] as const)("of %j and %j", (one, other, low, high) => {
    expect(differenceOfShares(one, other)).toEqual({ low: near(low), high: near(high) });
  });
  it("says nothing where one side is empty", () => {
    expect(differenceOfShares([3, 5], [0, 0])).toEqual({ low: -1, high: 1 });
  });
});

describe("Holm's correction", () => {
  it("steps down, in the order of the input, and never past 1", () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    expect(adjusted).toEqual([near(0.03), near(0.06), near(0.06), near(0.02)]);
    expect(holm([0.7, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe("the test of Mantel and Haenszel", () => {
  it("adds up strata, with the continuity correction", () => {
    const stratum = { hits: 10, of: 20, otherHits: 6, otherOf: 20 };
    const variance = (20 * 20 * 16 * 24) / (40 ** 2 * 39);
    expect(mantelHaenszel([stratum, stratum]).z).toBeCloseTo((4 - 0.5) / Math.sqrt(2 * variance), 10);
  });
  it("hears nothing in strata without contrast, and sees no difference that sizes alone make", () => {
    expect(mantelHaenszel([{ hits: 3, of: 3, otherHits: 1, otherOf: 1 }])).toEqual({ z: 0, p: 1 });
    expect(mantelHaenszel([{ hits: 3, of: 6, otherHits: 1, otherOf: 2 }]).p).toBe(1);
  });
  it("turns its sign with the groups", () => {
    const one = mantelHaenszel([{ hits: 9, of: 10, otherHits: 1, otherOf: 10 }]);
    const other = mantelHaenszel([{ hits: 1, of: 10, otherHits: 9, otherOf: 10 }]);
    expect(one.z).toBe(-other.z);
    expect(one.p).toBe(other.p);
  });
});
