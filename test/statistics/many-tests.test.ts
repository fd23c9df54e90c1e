import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg, fisherExact, fisherReach, largestRemainder } from "../../src/statistics/index.js";

describe("Benjamini and Hochberg's step-up", () => {
  test.each([
    ["one test is left as it is", [0.03], [0.03]],
    ["equal ones stay equal", [0.02, 0.02], [0.02, 0.02]],
    ["steps up from the largest", [0.01, 0.04, 0.03, 0.5], [0.04, 0.0533333, 0.0533333, 0.5]],
    ["never over 1", [1, 1, 0.9], [1, 1, 1]],
    ["no tests", [], []],
  ])("%s", (_, ps, adjusted) => {
    expect(benjaminiHochberg(ps).map((p) => Math.round(p * 1e7) / 1e7)).toEqual(adjusted);
  });

  // The example of Benjamini & Hochberg (1995): of fifteen, four stand at 0.05.
  test("four of the fifteen of the paper stand", () => {
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(benjaminiHochberg(ps).filter((p) => p <= 0.05)).toHaveLength(4);
  });

  test("keeps the order of the tests, and never lowers a p", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (ps) => {
        const adjusted = benjaminiHochberg(ps);
        for (const [i, p] of ps.entries()) {
          expect(adjusted[i]!).toBeGreaterThanOrEqual(p - 1e-12);
          for (const [j, other] of ps.entries())
            if (p <= other) expect(adjusted[i]!).toBeLessThanOrEqual(adjusted[j]! + 1e-12);
        }
      }),
    );
  });

  test("refuses what is no probability", () => {
    expect(() => benjaminiHochberg([0.1, 1.2])).toThrow("1.2");
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });
});

describe("the reach of Fisher's test", () => {
  test.each([
    [
      "three of four against one of four reaches as far as the other end",
      [
        [3, 1],
        [1, 3],
      ],
      1 / 35,
    ],
    [
      "a margin of none can say nothing",
      [
        [0, 5],
        [0, 7],
      ],
      1,
    ],
    [
      "two failures among nineteen are too few",
      [
        [9, 1],
        [8, 1],
      ],
      0.2105263,
    ],
  ] as const)("%s", (_, table, least) => {
    expect(fisherReach(table, 0.05).least).toBeCloseTo(least, 6);
  });

  test("is what testing every table with the same margins says", () => {
    const cell = fc.nat({ max: 12 });
    fc.assert(
      fc.property(cell, cell, cell, cell, fc.constantFrom(0.05, 0.2, 1), (a, b, c, d, level) => {
        const [row, column, total] = [a + b, a + c, a + b + c + d];
        const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
        let [least, size] = [1, 0];
        for (let x = Math.max(0, row + column - total); x <= Math.min(row, column); x++) {
          const p = fisherExact([
            [x, row - x],
            [column - x, total - row - column + x],
          ]);
          least = Math.min(least, p);
          if (p <= level) size += (choose(row, x) * choose(total - row, column - x)) / choose(total, column);
        }
        const reach = fisherReach(
          [
            [a, b],
            [c, d],
          ],
          level,
        );
        expect(reach.least).toBeCloseTo(least, 8);
        expect(reach.size).toBeCloseTo(size, 8);
      }),
    );
  });
});

describe("shares by largest remainder", () => {
  test.each([
    ["plain rounding would give 99", [10, 10, 10], 100, [34, 33, 33]],
    ["plain rounding would give 102", [1, 1, 1, 5], 100, [13, 12, 12, 63]],
    ["nothing to share out", [0, 0], 100, [0, 0]],
    ["one takes all", [5, 0], 100, [100, 0]],
    ["of equal remainders the larger count first", [1, 3, 4], 4, [0, 2, 2]],
  ])("%s", (_, counts, whole, shares) => {
    expect(largestRemainder(counts, whole)).toEqual(shares);
  });

  test("adds up, and no share is off by a whole one", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 9 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const shares = largestRemainder(counts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 100);
        for (const [i, share] of shares.entries())
          if (total > 0) expect(Math.abs(share - (100 * counts[i]!) / total)).toBeLessThan(1);
      }),
    );
  });

  test("refuses what is no count", () => {
    expect(() => largestRemainder([1, -2])).toThrow("-2");
  });
});
