import { median } from "./quantile.js";

/**
 * Sen's slope (Sen 1968): the median of the slopes of all pairs, in units of the value per step of time. Robust: a few
 * odd values do not move it.
 * @param values in order of time; steps are taken as equal. Undefined under two values.
 */
export function senSlope(values: readonly number[]): number | undefined {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) slopes.push(((values[j] as number) - (values[i] as number)) / (j - i));
  }
  return median(slopes);
}
