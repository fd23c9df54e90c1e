import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bootstrapInterval,
  bootstrapIntervals,
  median,
  quantile,
  seededRandom,
  shuffle,
} from "../../src/statistics/index.js";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("seeded chance", () => {
  test("mulberry32 of seed 0 and 1, first values", () => {
    const first = (seed: number) => {
      const random = seededRandom(seed);
      return [random(), random()];
    };
    expect(first(0)).toEqual([0.26642920868471265, 0.0003297457005828619]);
    expect(first(1)).toEqual([0.6270739405881613, 0.002735721180215478]);
  });

  test("a shuffle keeps every item, leaves the list alone and depends on the seed only", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), fc.nat(), (items, seed) => {
        const before = [...items];
        const once = shuffle(items, seededRandom(seed));
        expect(items).toEqual(before);
        expect(shuffle(items, seededRandom(seed))).toEqual(once);
        expect([...once].sort()).toEqual([...items].sort());
      }),
    );
  });

  test("every order of three is about equally likely", () => {
    const random = seededRandom(7);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffle(["a", "b", "c"], random).join("");
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

test("median and quantiles interpolate and do not sort the caller's list", () => {
  const values = [4, 1, 3, 2];
  expect(median(values)).toBe(2.5);
  expect(quantile(values, 0.25)).toBe(1.75);
  expect([quantile(values, 0), quantile(values, 1)]).toEqual([1, 4]);
  expect(median([9])).toBe(9);
  expect(median([])).toBeUndefined();
  expect(values).toEqual([4, 1, 3, 2]);
});

describe("bootstrap percentile interval", () => {
  const values = Array.from({ length: 100 }, (_, i) => i % 10);

  test("brackets the mean about as widely as theory says", () => {
    const interval = bootstrapInterval(values, mean)!;
    const error = 1.96 * Math.sqrt(8.25 / 100);
    expect(interval.low).toBeCloseTo(4.5 - error, 0);
    expect(interval.high).toBeCloseTo(4.5 + error, 0);
    expect(interval.low).toBeLessThan(4.5);
    expect(interval.high).toBeGreaterThan(4.5);
  });

  test("same seed, same interval; another seed, another; a lower level, a narrower one", () => {
    expect(bootstrapInterval(values, mean, { seed: 3 })).toEqual(bootstrapInterval(values, mean, { seed: 3 }));
    expect(bootstrapInterval(values, mean, { seed: 3 })).not.toEqual(bootstrapInterval(values, mean, { seed: 4 }));
    const half = bootstrapInterval(values, mean, { level: 0.5 })!;
    expect(half.low).toBeGreaterThan(bootstrapInterval(values, mean)!.low);
  });

  test("no units, or a figure mostly undefined: no interval", () => {
    expect(bootstrapInterval([], mean)).toBeUndefined();
    expect(bootstrapIntervals(5, () => [undefined, 2])).toEqual([undefined, { low: 2, high: 2 }]);
  });
});
