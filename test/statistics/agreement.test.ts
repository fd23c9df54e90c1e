import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alpha, alphaOfConfusion, kappa, kappaOfLabels } from "../../src/statistics/index.js";

/** One string a coder, one character a unit; a full stop where the coder left the unit out. */
function checkAlpha(coders: string[], expected: number | undefined) {
  const found = alpha(coders.map((line) => [...line].map((value) => (value === "." ? undefined : value))));
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toBeCloseTo(expected, 3);
}

describe("Cohen's kappa", () => {
  test.each([
    [
      "two values, three quarters agreed",
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      "same agreement, lopsided habits",
      [
        [45, 15],
        [25, 15],
      ],
      0.1304,
    ],
    [
      "same agreement, opposite habits",
      [
        [25, 35],
        [5, 35],
      ],
      0.2593,
    ],
    [
      "three values",
      [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      0.4915,
    ],
    [
      "perfect",
      [
        [7, 0],
        [0, 3],
      ],
      1,
    ],
    [
      "worse than chance",
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
  ])("%s", (_, matrix, expected) => {
    expect(kappa(matrix)).toBeCloseTo(expected, 4);
  });

  test.each([
    ["nothing coded", []],
    [
      "no units",
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ["one value throughout", [[9]]],
    [
      "a second value that nobody used",
      [
        [9, 0],
        [0, 0],
      ],
    ],
  ])("is undefined, never 1: %s", (_, matrix) => {
    expect(kappa(matrix)).toBeUndefined();
  });

  test("is 0 when only one coder varies", () => {
    expect(
      kappa([
        [6, 3],
        [0, 0],
      ]),
    ).toBe(0);
  });

  test("of labels is kappa of their confusion matrix", () => {
    const spread = (pairs: [string, number][]) => pairs.flatMap(([label, n]) => new Array<string>(n).fill(label));
    expect(
      kappaOfLabels(
        spread([
          ["yes", 25],
          ["no", 25],
        ]),
        spread([
          ["yes", 20],
          ["no", 5],
          ["yes", 10],
          ["no", 15],
        ]),
      ),
    ).toBeCloseTo(0.4, 10);
    expect(kappaOfLabels([], [])).toBeUndefined();
    expect(kappaOfLabels(["present"], ["present"])).toBeUndefined();
  });

  test("refuses what is not two codings of the same units", () => {
    expect(() => kappa([[1, 2]])).toThrow(RangeError);
    expect(() => kappaOfLabels(["a"], [])).toThrow("found 1 and 0");
  });
});

describe("Krippendorff's alpha", () => {
  test.each([
    ["two coders, five values", ["aabbdcccedda", "babbbccceddd"], 0.692],
    ["two coders, two values (Krippendorff 2011, A)", ["0100000000", "1110010010"], 0.095],
    ["four coders, missing values", ["123321412...", "1233224125.3", ".3332342251.", "12332441251."], 0.7434],
    [
      "lists of different length mean missing values",
      ["123321412", "1233224125.3", ".3332342251", "12332441251"],
      0.7434,
    ],
    ["perfect", ["aab", "aab"], 1],
  ])("%s", (_, coders, expected) => {
    checkAlpha(coders, expected);
  });

  test.each([
    ["nobody coded", []],
    ["one coder", ["abab"]],
    ["no unit coded twice", ["ab..", "..ab"]],
    ["one value throughout", ["aaa", "aaa"]],
    ["one value throughout where two coded", ["aaab", "aaa."]],
  ])("is undefined, never 1: %s", (_, coders) => {
    checkAlpha(coders, undefined);
  });
});

test("alpha of a confusion is that of the two lists", () => {
  const value = fc.constantFrom("a", "b", "c");
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 30 }), (pairs) => {
      const confusion = ["a", "b", "c"].map((one) =>
        ["a", "b", "c"].map((other) => pairs.filter(([x, y]) => x === one && y === other).length),
      );
      const lists = alpha([pairs.map(([one]) => one), pairs.map(([, other]) => other)]);
      const reckoned = alphaOfConfusion(confusion);
      if (lists === undefined) expect(reckoned).toBeUndefined();
      else expect(reckoned).toBeCloseTo(lists, 12);
    }),
  );
});
