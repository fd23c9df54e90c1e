import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { f1, fisherExact, logLikelihood, macroF1, precision, recall } from "../../src/statistics/index.js";
import { twoSidedNormal } from "../../src/statistics/normal.js";

describe("precision, recall, F1", () => {
  test("eight found, six of them right, three missed", () => {
    const hits = { right: 6, extra: 2, missed: 3 };
    expect(precision(hits)).toBe(0.75);
    expect(recall(hits)).toBeCloseTo(2 / 3, 12);
    expect(f1(hits)).toBeCloseTo(12 / 17, 12);
  });

  test("undefined where there is nothing to share out; 0 where all is wrong", () => {
    const nothing = { right: 0, extra: 0, missed: 0 };
    expect([precision(nothing), recall(nothing), f1(nothing), macroF1([nothing]), macroF1([])]).toEqual(
      new Array(5).fill(undefined),
    );
    expect(precision({ right: 0, extra: 0, missed: 4 })).toBeUndefined();
    expect(f1({ right: 0, extra: 1, missed: 4 })).toBe(0);
  });

  test("macro-F1 gives a rare value the weight of a common one, and leaves out what nobody used", () => {
    const common = { right: 90, extra: 0, missed: 0 };
    const rare = { right: 0, extra: 0, missed: 1 };
    expect(macroF1([common, rare, { right: 0, extra: 0, missed: 0 }])).toBe(0.5);
  });
});

describe("Rayson's log-likelihood", () => {
  test.each([
    ["52 of 50,000 against 57 of 75,000", [52, 50_000, 57, 75_000], 2.65],
    ["the same rate", [10, 1_000, 20, 2_000], 0],
    ["a word only one side uses", [10, 1_000, 0, 1_000], 13.86],
    ["a word nobody uses", [0, 1_000, 0, 1_000], 0],
    ["nobody to compare with", [10, 1_000, 0, 0], 0],
    ["uses in no words at all", [5, 0, 5, 1_000], 0],
  ] as const)("%s", (_, [a, n1, b, n2], expected) => {
    expect(logLikelihood(a, n1, b, n2)).toBeCloseTo(expected, 2);
  });

  test("is the same from either side and never under 0", () => {
    const count = fc.nat(200);
    const words = fc.integer({ min: 200, max: 1e6 });
    fc.assert(
      fc.property(count, words, count, words, (a, n1, b, n2) => {
        const here = logLikelihood(a, n1, b, n2);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(logLikelihood(b, n2, a, n1)).toBeCloseTo(here, 8);
      }),
    );
  });
});

describe("Fisher's exact test, two-sided", () => {
  test.each([
    [
      "the lady who tasted tea, one pair wrong",
      [
        [3, 1],
        [1, 3],
      ],
      0.485714,
    ],
    [
      "the lady who tasted tea, all right",
      [
        [4, 0],
        [0, 4],
      ],
      0.028571,
    ],
    [
      "convictions of twins (Fisher 1935)",
      [
        [2, 10],
        [15, 3],
      ],
      0.000537,
    ],
    [
      "no association",
      [
        [5, 5],
        [5, 5],
      ],
      1,
    ],
    [
      "an empty row",
      [
        [0, 0],
        [3, 4],
      ],
      1,
    ],
    [
      "nothing at all",
      [
        [0, 0],
        [0, 0],
      ],
      1,
    ],
  ] as const)("%s", (_, table, expected) => {
    expect(fisherExact(table)).toBeCloseTo(expected, 6);
  });

  test("is what whole numbers of any size give", () => {
    const choose = (n: number, k: number) => {
      let ways = 1n;
      for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
      return ways;
    };
    const cell = fc.nat(150);
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const [row, other, column] = [a + b, c + d, a + c];
        const ways = (x: number) => choose(row, x) * choose(other, column - x);
        let unlikely = 0n;
        for (let x = Math.max(0, column - other); x <= Math.min(row, column); x++) {
          if (ways(x) <= ways(a)) unlikely += ways(x);
        }
        const exact = Number((unlikely * 10n ** 15n) / choose(row + other, column)) / 1e15;
        expect(
          fisherExact([
            [a, b],
            [c, d],
          ]),
        ).toBeCloseTo(exact, 9);
      }),
    );
  });

  test("turning the table changes nothing", () => {
    const cell = fc.nat(60);
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const p = fisherExact([
          [a, b],
          [c, d],
        ]);
        expect(p).toBeGreaterThan(0);
        expect(
          fisherExact([
            [a, c],
            [b, d],
          ]),
        ).toBeCloseTo(p, 9);
        expect(
          fisherExact([
            [d, c],
            [b, a],
          ]),
        ).toBeCloseTo(p, 9);
      }),
    );
  });

  test("large counts stay exact enough to sum to 1 over all tables", () => {
    // Equal margins make the middle table the likeliest, so every table is at most as likely.
    expect(
      fisherExact([
        [500, 500],
        [500, 500],
      ]),
    ).toBeCloseTo(1, 9);
  });

  test("refuses what is no count", () => {
    expect(() =>
      fisherExact([
        [1.5, 1],
        [1, 1],
      ]),
    ).toThrow("found 1.5");
    expect(() =>
      fisherExact([
        [-1, 1],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });
});

test.each([
  [0, 1],
  [0.5, 0.6170750774519738],
  [1, 0.31731050786291415],
  [1.959963984540054, 0.05],
  [3, 0.0026997960632601866],
  [6, 1.973175290075396e-9],
])("normal tails, both sides, at %f", (z, p) => {
  expect(twoSidedNormal(z) / p).toBeCloseTo(1, 12);
  expect(twoSidedNormal(-z)).toBe(twoSidedNormal(z));
});

test("the two ways to the normal tail meet", () => {
  const seam = 2 * Math.SQRT2;
  expect(twoSidedNormal(seam - 1e-9) / twoSidedNormal(seam + 1e-9)).toBeCloseTo(1, 7);
});
