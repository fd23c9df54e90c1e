import { quantileOfSorted } from "./quantile.js";
import { below, seededRandom } from "./random.js";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** How many samples are drawn. Default 1000; under 200 the ends of a 95 % interval rest on a handful of samples. */
  readonly draws?: number;
  /** Coverage, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Default 1. The same seed gives the same intervals. */
  readonly seed?: number;
}

/**
 * Percentile bootstrap intervals (Efron 1979) for several figures of the same units at once.
 * @param units how many units there are; samples of that many are drawn with replacement.
 * @param figures maps a sample to its figures, always in the same number and order. The sample is how often each unit
 *   was drawn, and is overwritten by the next draw. A figure that a sample leaves undefined does not take part.
 * @returns an interval a figure; undefined where it was undefined in half of the samples or more, or without units.
 */
export function bootstrapIntervals(
  units: number,
  figures: (sample: Readonly<Uint32Array>) => readonly (number | undefined)[],
  { draws = 1000, level = 0.95, seed = 1 }: BootstrapOptions = {},
): (Interval | undefined)[] {
  const random = seededRandom(seed);
  const sample = new Uint32Array(units);
  const drawn: number[][] = figures(sample.fill(1)).map(() => []);
  if (units === 0) return drawn.map(() => undefined);
  for (let draw = 0; draw < draws; draw++) {
    sample.fill(0);
    for (let i = 0; i < units; i++) {
      const unit = below(units, random);
      sample[unit] = (sample[unit] as number) + 1;
    }
    for (const [i, figure] of figures(sample).entries()) if (figure !== undefined) drawn[i]?.push(figure);
  }
  return drawn.map((values) => (2 * values.length > draws ? percentiles(values, level) : undefined));
}

/** The percentile bootstrap interval of one figure of a list of values, such as their mean. */
export function bootstrapInterval<T>(
  values: readonly T[],
  figure: (sample: readonly T[]) => number | undefined,
  options?: BootstrapOptions,
): Interval | undefined {
  const [interval] = bootstrapIntervals(
    values.length,
    (sample) => [figure(values.flatMap((value, i) => new Array<T>(sample[i] as number).fill(value)))],
    options,
  );
  return interval;
}

function percentiles(values: number[], level: number): Interval {
  values.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { low: quantileOfSorted(values, tail) as number, high: quantileOfSorted(values, 1 - tail) as number };
}
