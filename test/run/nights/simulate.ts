import { cp, stat } from "node:fs/promises";
import { join } from "node:path";
import { loadPipeline, run } from "../../../src/run/index.js";
import { appendDecisions, type Effects, listRuns, pruneRuns, realEffects } from "../../../src/store/index.js";
import { bytesOf, makePlace, PIPELINE } from "../example-archive.js";
import { changingArchive } from "./changing-archive.js";

/** How long a simulation is. */
export interface Nights {
  nights: number;
  reviews: number;
  seed: number;
  /** Every so many nights the run is held against a full one from nothing. */
  every: number;
}

/** What one night cost. */
export interface Cost {
  night: number;
  deeds: string[];
  /** Reviews in the archive, those that a change bears on, and those that were made again. */
  reviews: number;
  touched: string[];
  made: string[];
  documents: number;
  coded: number;
  /** Bytes of files of single reviews, of files over all reviews, and of the cache. */
  written: { ofReviews: number; ofAll: number; cache: number };
  /** Paths of single reviews' files that were written, not linked. */
  reviewsWritten: Set<string>;
  seconds: number;
  /** Only on a night that was compared: the files that differ from a full run's, and what that took. */
  compared?: { differing: string[]; seconds: number };
}

/** A world with its own calendar that keeps account of what is written. */
function accounted(day: () => number): { effects: Effects; take(): Pick<Cost, "written" | "reviewsWritten"> } {
  let written = { ofReviews: 0, ofAll: 0, cache: 0 };
  let reviewsWritten = new Set<string>();
  const count = (path: string, bytes: number): void => {
    const review = /\/\.draft-[^/]+\/(?:reviews\/|data\/[^/]+\/review=)([^/]+)\//.exec(path)?.[1];
    if (path.includes("/.cache/")) written.cache += bytes;
    else if (review === undefined || review.startsWith("__")) written.ofAll += bytes;
    else {
      written.ofReviews += bytes;
      reviewsWritten.add(review);
    }
  };
  const effects: Effects = {
    ...realEffects,
    now: () => new Date(Date.UTC(2026, 0, 1, 1, 30) + day() * 86_400_000 + (performance.now() % 60_000)),
    writeFile: async (path, chunks) => {
      await realEffects.writeFile(path, chunks);
      count(path, (await stat(path)).size);
    },
    settle: async (path) => {
      await realEffects.settle(path);
      const { size } = await stat(path);
      if (path.endsWith(".parquet")) count(path, size);
    },
  };
  const take = (): Pick<Cost, "written" | "reviewsWritten"> => {
    const taken = { written, reviewsWritten };
    written = { ofReviews: 0, ofAll: 0, cache: 0 };
    reviewsWritten = new Set();
    return taken;
  };
  return { effects, take };
}

/** Lives through the nights of a changing archive, one incremental run each, and tells what each cost. */
export async function* simulate({ nights, reviews, seed, every }: Nights): AsyncGenerator<Cost> {
  const place = await makePlace({});
  let today = 0;
  const { effects, take } = accounted(() => today);
  const pipelineTo = (out: string) => loadPipeline(PIPELINE, { archive: place.archive, out, workers: 0 });
  try {
    const archive = await changingArchive(place, reviews, seed);
    for (let night = 0; night < nights; night++) {
      today = night;
      const { touched, deeds } = night === 0 ? { touched: new Set<string>(), deeds: [] } : await archive.day();
      const start = performance.now();
      const done = await run({ pipeline: await pipelineTo(place.out) }, effects);
      const seconds = (performance.now() - start) / 1000;
      const { record } = done;
      const cost: Cost = {
        night,
        deeds,
        reviews: record.reviews.length,
        touched: [...touched].filter((id) => record.reviews.some(({ review }) => review === id)).sort(),
        made: record.reviews.filter(({ status }) => status === "made").map(({ review }) => review),
        documents: record.documents.length,
        coded: record.documents.filter(({ status }) => status === "coded").length,
        seconds,
        ...take(),
      };
      if (night % every === every - 1) {
        const fresh = `${place.out}-full`;
        await realEffects.makeFolder(fresh);
        await cp(join(place.out, "decisions.jsonl"), join(fresh, "decisions.jsonl")).catch(() => {});
        const before = performance.now();
        const full = await run({ pipeline: await pipelineTo(fresh), full: true });
        const [one, other] = [await bytesOf(done.folder), await bytesOf(full.folder)];
        const differing = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
          (path) => one[path] !== other[path],
        );
        cost.compared = { differing, seconds: (performance.now() - before) / 1000 };
        await realEffects.remove(fresh);
        const finding = done.reviews[night % done.reviews.length]?.findings[0];
        // An analyst looks in: the next night finds a decision more.
        if (finding) {
          const { id, evidenceHash } = finding;
          const at = effects.now().toISOString();
          await appendDecisions(
            place.out,
            [{ finding: id, status: "accepted", by: "an analyst", at, note: "", evidenceHash }],
            effects,
          );
          take();
        }
      }
      if ((await listRuns(place.out)).length > 12) await pruneRuns(place.out, { newest: 4 }, effects);
      yield cost;
    }
  } finally {
    await place.remove();
  }
}
