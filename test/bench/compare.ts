import { performance } from "node:perf_hooks";
import { median } from "../../src/statistics/index.js";

/** Something to time over the whole corpus; returns how many mentions or matches it read out, so that no work is left out. */
export interface Contender {
  readonly name: string;
  run(): number;
}

/** What one contender took: seconds of each round, and what it read out. */
export interface Timing {
  readonly name: string;
  readonly rounds: readonly number[];
  readonly median: number;
  readonly found: number;
}

/**
 * Times contenders on the same text in one process, in turn (A B C A B C …), so that a machine that slows down slows all. The first
 * rounds warm up and are not counted.
 */
export function compare(contenders: readonly Contender[], rounds: number, warm = 1): Timing[] {
  const times = contenders.map((): number[] => []);
  const found = contenders.map(() => 0);
  for (let round = 0; round < rounds + warm; round++) {
    for (const [i, contender] of contenders.entries()) {
      const start = performance.now();
      found[i] = contender.run();
      if (round >= warm) times[i]!.push((performance.now() - start) / 1000);
    }
  }
  return contenders.map(({ name }, i) => ({ name, rounds: times[i]!, median: median(times[i]!)!, found: found[i]! }));
}

/** One line a contender: megabytes a second, and the ratio to the first by medians of the rounds' own ratios. */
export function table(timings: readonly Timing[], bytes: number): string {
  const first = timings[0]!;
  return timings
    .map(({ name, rounds, median: seconds, found }) => {
      const ratio = median(rounds.map((time, round) => time / first.rounds[round]!))!;
      return `${name.padEnd(46)} ${(bytes / 1e6 / seconds).toFixed(2).padStart(8)} MB/s ${found.toString().padStart(9)} found   ${first.name} is ${ratio.toFixed(2)} x as fast`;
    })
    .join("\n");
}
