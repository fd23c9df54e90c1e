import { createReadStream } from "node:fs";
import { lstat, open, readdir, readFile, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Problem, ReviewResult } from "../model/index.js";
import { RunRecord, Stop } from "../model/index.js";
import { CODEBOOK, type Codebook, codesAlone } from "./codebook.js";
import { DICTIONARY, dataDictionary } from "./data-dictionary.js";
import type { Chunks, Effects } from "./effects.js";
import { openTableWriter, partPath } from "./parquet.js";
import { countReviewFiles, reviewFiles } from "./review-files.js";
import { rowsOf } from "./rows.js";

/** Number of the published file format (run.json's `format`): raised when a column is renamed, moved or dropped. */
export const FORMAT = 1;

/** A run that is being written, under a name that nobody reads. */
export interface Draft {
  /** Id of the run: the moment it was begun, in UTC, fit for a folder name. */
  readonly run: string;
  /** Writes one published file; `path` is relative to the run's folder. Bytes that the previous run has too are linked, not kept twice. */
  write(path: string, chunks: Chunks): Promise<void>;
  /** Writes the tables of the reviews; `problems` are those that belong to no review. */
  writeTables(reviews: readonly ReviewResult[], problems: readonly Problem[], codebook: Codebook): Promise<void>;
  /** Takes over all files of a review from the previous run, by link. */
  takeOver(review: string): Promise<void>;
  /** Takes over one file of the previous run, by link; false where that has none of this path. */
  takeFile(path: string): Promise<boolean>;
  /** How many files were written of a review. */
  countFiles(review: string): Promise<number>;
  /** Writes run.json, gives the folder its name and switches `latest` to it. From then on nothing in it changes. Returns the folder. */
  publish(record: RunRecord): Promise<string>;
  /** Removes what was written. */
  abandon(): Promise<void>;
}

/**
 * Begins a run under `out/runs`. The caller holds the lock, so every other draft found there belongs to the dead and is removed.
 *
 * @param previous folder of the last good run, whose equal files are linked; undefined on the first night.
 */
export async function beginRun(out: string, previous: string | undefined, effects: Effects): Promise<Draft> {
  const runs = join(out, "runs");
  await effects.makeFolder(runs);
  await removeLeftovers(out, effects);
  const run = await freeName(runs, effects.now());
  return openDraft(out, run, previous, effects, async (folder) => {
    await effects.rename(folder, join(runs, run));
    await effects.settle(runs);
    await switchLatest(out, run, effects);
  });
}

/**
 * Begins a run anew under its own id, to take the place of the one that is there: for what must be forgotten, the one thing for which a
 * published run is ever replaced. Files that stay the same are linked. The caller holds the lock.
 */
export async function rewriteRun(out: string, run: string, effects: Effects): Promise<Draft> {
  const runs = join(out, "runs");
  await removeLeftovers(out, effects);
  return openDraft(out, run, join(runs, run), effects, async (folder) => {
    // From this name on the new run is whole: what dies now is finished by whoever comes next.
    await effects.rename(folder, join(runs, `${REWRITTEN}${run}`));
    await effects.settle(runs);
    await putInPlace(runs, run, effects);
  });
}

/** Prefix of a run that is whole and waits to take the place of its elder. */
const REWRITTEN = ".rewritten-";

async function putInPlace(runs: string, run: string, effects: Effects): Promise<void> {
  const elder = join(runs, `.gone-${run}`);
  await effects.remove(elder);
  if ((await lstat(join(runs, run)).catch(() => undefined)) !== undefined) await effects.rename(join(runs, run), elder);
  await effects.rename(join(runs, `${REWRITTEN}${run}`), join(runs, run));
  await effects.settle(runs);
  await effects.remove(elder);
}

async function openDraft(
  out: string,
  run: string,
  previous: string | undefined,
  effects: Effects,
  finish: (folder: string) => Promise<void>,
): Promise<Draft> {
  const runs = join(out, "runs");
  const folder = join(runs, `.draft-${run}`);
  await effects.makeFolder(folder);
  const folders = new Set<string>([folder]);

  const link = async (path: string): Promise<void> => {
    for (let parent = dirname(join(folder, path)); parent !== runs; parent = dirname(parent)) folders.add(parent);
    if (previous === undefined || !(await sameBytes(join(previous, path), join(folder, path)))) return;
    const linked = join(folder, `${path}.link`);
    try {
      await effects.link(join(previous, path), linked);
    } catch {
      return; // A file system without hard links keeps the copy.
    }
    await effects.rename(linked, join(folder, path));
    // Two names of one file: rename(2) then does nothing and leaves both.
    await effects.remove(linked);
  };

  const take = async (path: string): Promise<void> => {
    const [from, to] = [join(previous ?? "", path), join(folder, path)];
    for (let parent = dirname(to); parent !== runs; parent = dirname(parent)) folders.add(parent);
    await effects.makeFolder(dirname(to));
    await effects.link(from, to).catch(async () => effects.writeFile(to, createReadStream(from)));
  };

  const write = async (path: string, chunks: Chunks): Promise<void> => {
    await effects.writeFile(join(folder, path), chunks);
    await link(path);
  };

  return {
    run,
    write,
    async writeTables(reviews, problems, codebook) {
      await write(CODEBOOK, [`${JSON.stringify(codesAlone(codebook))}\n`]);
      await write(DICTIONARY, [dataDictionary()]);
      const writer = await openTableWriter(effects);
      try {
        const all = [...reviews.map(rowsOf), { review: "", tables: { problems } }];
        for (const [index, { review, tables }] of all.entries()) {
          for (const [table, rows] of Object.entries(tables) as [Parameters<typeof partPath>[0], never[]][]) {
            const path = partPath(table, review);
            await writer.write(join(folder, path), table, rows);
            await link(path);
          }
          effects.progress({ stage: "store", done: index + 1, total: all.length });
        }
      } finally {
        writer.close();
      }
    },
    async takeOver(review) {
      if (previous === undefined) throw new Error(`there is no run before to take ${review} from`);
      for (const path of await reviewFiles(previous, review)) await take(path);
    },
    async takeFile(path) {
      const there = previous !== undefined && (await stat(join(previous, path)).catch(() => undefined)) !== undefined;
      if (there) await take(path);
      return there;
    },
    countFiles: (review) => countReviewFiles(folder, review),
    async publish(record) {
      await effects.writeFile(join(folder, "run.json"), [`${JSON.stringify(RunRecord.parse(record), null, 2)}\n`]);
      for (const path of [...folders].sort().reverse()) await effects.settle(path);
      await finish(folder);
      return join(runs, run);
    },
    abandon: () => effects.remove(folder),
  };
}

/** Points `out/latest` at a run in one step: a reader sees the old run or the new one, never none. */
async function switchLatest(out: string, run: string, effects: Effects): Promise<void> {
  const next = join(out, ".latest.next");
  await effects.remove(next);
  await effects.symlink(join("runs", run), next);
  await effects.rename(next, join(out, "latest"));
  await effects.settle(out);
}

/** Removes what dead runs left: drafts, runs that were on their way out, half-written files of the cache. The caller holds the lock. */
export async function removeLeftovers(out: string, effects: Effects): Promise<void> {
  const runs = join(out, "runs");
  for (const name of await readdir(runs))
    if (name.startsWith(REWRITTEN)) await putInPlace(runs, name.slice(REWRITTEN.length), effects);
  for (const name of await readdir(runs)) if (name.startsWith(".")) await effects.remove(join(runs, name));
  const cache = join(out, ".cache");
  for (const shelf of await readdir(cache).catch(() => []))
    for (const name of await readdir(join(cache, shelf)).catch(() => []))
      if (name.endsWith(".tmp")) await effects.remove(join(cache, shelf, name));
}

/** `2026-11-21T02-00-00Z`, with `-2`, `-3` … where that second already has a run. */
async function freeName(runs: string, now: Date): Promise<string> {
  const taken = new Set(await readdir(runs));
  const name = `${now.toISOString().slice(0, 19).replaceAll(":", "-")}Z`;
  if (!taken.has(name)) return name;
  let repeat = 2;
  while (taken.has(`${name}-${repeat}`)) repeat++;
  return `${name}-${repeat}`;
}

/** Whether two files hold the same bytes; false where the first is missing. */
async function sameBytes(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one).catch(() => undefined), stat(other)]);
  if (a === undefined || a.size !== b.size) return false;
  const [left, right] = await Promise.all([open(one), open(other)]);
  try {
    const size = 1 << 20;
    for (let at = 0; at < a.size; at += size) {
      const [x, y] = await Promise.all([
        left.read(Buffer.alloc(size), 0, size, at),
        right.read(Buffer.alloc(size), 0, size, at),
      ]);
      if (!x.buffer.subarray(0, x.bytesRead).equals(y.buffer.subarray(0, y.bytesRead))) return false;
    }
    return true;
  } finally {
    await Promise.all([left.close(), right.close()]);
  }
}

/** Ids of the published runs of an output folder, oldest first. */
export async function listRuns(out: string): Promise<string[]> {
  const names = await readdir(join(out, "runs")).catch(() => []);
  return names.filter((name) => !name.startsWith(".")).sort(byNumber);
}

/** By name, the repeats of one second by their number. */
function byNumber(a: string, b: string): number {
  const [left, right] = [a.split("Z-"), b.split("Z-")];
  if (left[0] !== right[0] && a.split("Z")[0] !== b.split("Z")[0]) return a < b ? -1 : 1;
  return Number(left[1] ?? 1) - Number(right[1] ?? 1);
}

/**
 * Folder of a run that was named by a person: a run's id, `latest`, or the path of a run's folder.
 *
 * @throws Stop when there is no such run.
 */
export async function findRun(out: string, name = "latest"): Promise<string> {
  const named = name === "latest" ? await readlink(join(out, "latest")).catch(() => "") : join("runs", name);
  // In the moment between two names a run that is rewritten stands under the second alone.
  const waiting = join(out, "runs", `${REWRITTEN}${basename(named)}`);
  for (const path of [join(out, named || "latest"), waiting, name]) {
    if ((await lstat(join(path, "run.json")).catch(() => undefined)) === undefined) continue;
    return realpath(path);
  }
  const known = await listRuns(out);
  throw new Stop(
    known.length === 0
      ? `There is no run in ${out} yet. Start one with: triangulum run`
      : `No run ${name} in ${out}. Known runs: ${known.slice(-5).join(", ")}.`,
  );
}

/** Folder of the last good run, or undefined on the first night. */
export async function latestRun(out: string): Promise<string | undefined> {
  return findRun(out).catch(() => undefined);
}

/**
 * Reads run.json of a run's folder.
 *
 * @throws Stop when it is of a format that this program does not know.
 */
export async function readRecord(folder: string): Promise<RunRecord> {
  const text = await readFile(join(folder, "run.json"), "utf8");
  const { format } = JSON.parse(text) as { format: number };
  if (format !== FORMAT)
    throw new Stop(
      `${folder} was written in format ${format}; this program reads format ${FORMAT}. Run the archive again.`,
    );
  return RunRecord.parse(JSON.parse(text));
}
