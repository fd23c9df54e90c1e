import { join } from "node:path";
import { outFolder } from "../run/index.js";
import { listRuns, pruneCache, pruneRuns, readRecord, takeLock } from "../store/index.js";
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

/** `triangulum runs prune --keep N`. */
export async function pruneCommand(options: SavedOptions & { keep: number }, io: Io): Promise<number> {
  const out = await outFolder(options.pipeline, options.out);
  const release = await takeLock(out, io.effects);
  try {
    const gone = await pruneRuns(out, options.keep, io.effects);
    const unused = new Date(io.effects.now().getTime() - CACHE_DAYS * 86_400_000);
    const entries = await pruneCache(out, unused, io.effects);
    io.out(
      `Removed ${count(gone.length, "run")}${gone.map((run) => `\n  ${run}`).join("")}\nRemoved ${entries} unused files of the cache.\n`,
    );
  } finally {
    await release();
  }
  return 0;
}
