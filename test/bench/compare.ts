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

/** One line of the table: what was measured, in what unit, and against what. */
export interface Line {
  readonly question: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** How it stands to something else, in words. */
  readonly note: string;
}

/**
 * Times contenders on the same text in one process, in turn (A B C A B C …), so that a machine that slows down slows all. Seconds of
 * the processor, not of the clock: what else the machine does is nobody's. The first rounds warm up and are not counted.
 */
export function compare(contenders: readonly Contender[], rounds: number, warm = 2): Timing[] {
  const times = contenders.map((): number[] => []);
  const found = contenders.map(() => 0);
  for (let round = 0; round < rounds + warm; round++) {
    for (const [i, contender] of contenders.entries()) {
      const before = process.cpuUsage();
      found[i] = contender.run();
      const { user, system } = process.cpuUsage(before);
      if (round >= warm) times[i]!.push((user + system) / 1e6);
    }
  }
  return contenders.map(({ name }, i) => ({ name, rounds: times[i]!, median: median(times[i]!)!, found: found[i]! }));
}

/** How many times as fast the first contender is as another: the median of the rounds' own ratios. */
export function ratio(first: Timing, other: Timing): number {
  return median(other.rounds.map((time, round) => time / first.rounds[round]!))!;
}

/** A line a contender: megabytes a second, and how the first one stands to it. */
export function linesOf(question: string, timings: readonly Timing[], bytes: number): Line[] {
  const first = timings[0]!;
  return timings.map((timing) => ({
    question,
    what: timing.name,
    value: bytes / 1e6 / timing.median,
    unit: "MB/s",
    note:
      timing === first
        ? `${timing.found} read out, ${timing.rounds.length} rounds`
        : `${timing.found} read out; ${first.name} is ${ratio(first, timing).toFixed(2)} x as fast`,
  }));
}

/** Lines as text, in columns. */
export function table(lines: readonly Line[]): string {
  return lines
    .map(
      ({ question, what, value, unit, note }) =>
        `${question.padEnd(14)} ${what.padEnd(52)} ${value.toFixed(2).padStart(9)} ${unit.padEnd(7)} ${note}`,
    )
    .join("\n");
}
