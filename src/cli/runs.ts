import { join } from "node:path";
import { Stop } from "../model/index.js";
import { loadDefinition, outFolder } from "../run/index.js";
import { type Keep, listRuns, pruneCache, pruneRuns, readRecord, takeLock } from "../store/index.js";
import { columns, count, type Io } from "./io.js";
import type { SavedOptions } from "./saved.js";

/** Days after which a cache entry that no run has used is removed by `runs prune`. */
const CACHE_DAYS = 30;

/** `triangulum runs list`. */
export async function listCommand(options: SavedOptions & { json?: boolean }, io: Io): Promise<number> {
  const out = await outFolder(options.pipeline, options.out);
  const records = await Promise.all((await listRuns(out)).map((run) => readRecord(join(out, "runs", run))));
  if (options.json)
    io.out(
      `${JSON.stringify(records.map(({ run, started, finished, counts }) => ({ run, started, finished, counts })))}\n`,
    );
  else if (records.length === 0) io.out(`There is no run in ${out} yet.\n`);
  else
    io.out(
      columns([
        ["run", "documents", "mentions", "findings", "errors"],
        ...records.map(({ run, counts }) => [
          run,
          ...["documents", "mentions", "findings", "errors"].map((name) => counts[name] ?? 0),
        ]),
      ]),
    );
  return 0;
}

/** `triangulum runs prune`: removes what no rule of the command line keeps, and what is past the pipeline's retention. */
export async function pruneCommand(
  options: SavedOptions & { keep?: number; keepDays?: number; json?: boolean },
  io: Io,
): Promise<number> {
  const { retention } = await loadDefinition(options.pipeline);
  const keep: Keep = { newest: options.keep, days: options.keepDays, retention: retention.days };
  if (Object.values(keep).every((rule) => rule === undefined))
    throw new Stop(
      "Say what stays: --keep N, --keep-days N or both, or write `retention: { days: N }` into the pipeline.",
    );
  const out = await outFolder(options.pipeline, options.out);
  const release = await takeLock(out, io.effects);
  try {
    const gone = await pruneRuns(out, keep, io.effects);
    const unused = new Date(
      io.effects.now().getTime() - Math.min(CACHE_DAYS, retention.days ?? CACHE_DAYS) * 86_400_000,
    );
    const entries = await pruneCache(out, unused, io.effects);
    if (options.json) io.out(`${JSON.stringify({ removed: gone, cacheFiles: entries })}\n`);
    else
      io.out(
        `Removed ${count(gone.length, "run")}${gone.map((run) => `\n  ${run}`).join("")}\nRemoved ${entries} unused files of the cache.\n`,
      );
  } finally {
    await release();
  }
  return 0;
}
