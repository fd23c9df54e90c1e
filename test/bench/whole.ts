// How long does a whole run of .txt take, with one worker and with two, and how do time and memory grow with the archive?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemSentence } from "wink-nlp";
import { median } from "../../src/statistics/index.js";
import { type RunCost, runArchive, spoken, writeArchive } from "./archive.js";
import type { Line } from "./compare.js";

/** Whole runs, full each, workers in turn (1 2 1 2 …), beside wink-nlp's full pipe over the same files in one thread. */
export async function whole(texts: readonly string[], perReview: number, rounds: number): Promise<Line[]> {
  return inPlace(texts, perReview, async (archive, place) => {
    const runs: RunCost[][] = [[], []];
    for (let round = 0; round < rounds; round++)
      for (const workers of [1, 2])
        runs[workers - 1]!.push(await runArchive(archive, join(place, `out-${round}-${workers}`), workers, ["--full"]));
    const [one, two] = runs as [RunCost[], RunCost[]];
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(spoken(text)), 0);
    const seconds = (cost: RunCost): number => cost.seconds;
    const coding = (cost: RunCost): number => cost.stages.code!;
    const middle = (costs: RunCost[], of: (cost: RunCost) => number): number => median(costs.map(of))!;
    const wink = winkSeconds(texts);
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    const parts = Object.entries(one[0]!.stages)
      .map(([stage, took]) => `${stage} ${took.toFixed(1)}`)
      .join(", ");
    return [
      { question: "whole", what: `one worker, ${size}`, value: middle(one, seconds), unit: "s", note: parts },
      {
        question: "whole",
        what: "two workers",
        value: middle(two, seconds),
        unit: "s",
        note: `${(middle(one, seconds) / middle(two, seconds)).toFixed(2)} x as fast over the whole run, ${(middle(one, coding) / middle(two, coding)).toFixed(2)} x in the stages of documents`,
      },
      {
        question: "whole",
        what: "wink-nlp's full pipe alone",
        value: wink,
        unit: "s cpu",
        note: `the run with one worker takes ${(middle(one, (cost) => cost.cpu) / wink).toFixed(2)} x its seconds of the processor`,
      },
      {
        question: "whole",
        what: "peak memory, one worker",
        value: middle(one, (cost) => cost.memory),
        unit: "MB",
        note: "",
      },
    ];
  });
}

/** Whole runs over ever more of the texts: seconds of the processor and peak memory, the line through them and what it leaves. */
export async function growth(texts: readonly string[], perReview: number): Promise<Line[]> {
  const points: { bytes: number; cost: RunCost }[] = [];
  for (const share of [0.25, 0.5, 1]) {
    const some = texts.slice(0, Math.max(1, Math.round(texts.length * share)));
    await inPlace(some, perReview, async (archive, place) => {
      const bytes = some.reduce((sum, text) => sum + Buffer.byteLength(spoken(text)), 0);
      points.push({ bytes, cost: await runArchive(archive, join(place, "out"), 1, ["--full"]) });
    });
  }
  const fit = line(points.map(({ bytes, cost }) => [bytes / 1e6, cost.cpu]));
  return points.map(({ bytes, cost }) => ({
    question: "growth",
    what: `${(bytes / 1e6).toFixed(1)} MB of .txt`,
    value: cost.cpu,
    unit: "s cpu",
    note: `peak ${cost.memory.toFixed(0)} MB; fitted ${fit.at(bytes / 1e6).toFixed(1)} s (${fit.from.toFixed(1)} s + ${fit.slope.toFixed(2)} s a MB), off by ${(((cost.cpu - fit.at(bytes / 1e6)) / cost.cpu) * 100).toFixed(1)} %`,
  }));
}

/** The line of least squares. */
function line(points: readonly (readonly [number, number])[]) {
  const n = points.length;
  const mean = (k: 0 | 1): number => points.reduce((sum, point) => sum + point[k], 0) / n;
  const [x, y] = [mean(0), mean(1)];
  const slope =
    points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  const from = y - slope * x;
  return { slope, from, at: (a: number): number => from + slope * a };
}

function winkSeconds(texts: readonly string[]): number {
  const nlp = winkNLP(model);
  const before = process.cpuUsage();
  for (const text of texts)
    for (const paragraph of text.split("\n"))
      nlp
        .readDoc(paragraph)
        .sentences()
        .each((_: ItemSentence) => {});
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

async function inPlace<T>(
  texts: readonly string[],
  perReview: number,
  work: (archive: string, place: string) => Promise<T>,
): Promise<T> {
  const place = await mkdtemp(join(tmpdir(), "triangulum-bench-"));
  try {
    await writeArchive(join(place, "archive"), texts, perReview);
    return await work(join(place, "archive"), place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
