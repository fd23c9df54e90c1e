import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Decision } from "../model/index.js";
import { readDecisions } from "./decisions.js";
import type { Effects } from "./effects.js";
import { latestRun, listRuns, removeLeftovers } from "./runs.js";

const DAY = 86_400_000;

/** Which saved runs stay. Each rule keeps what it names; left out it keeps nothing. */
export interface Keep {
  /** So many of the newest runs. */
  newest?: number;
  /** Runs begun in the last so many days. */
  days?: number;
  /** Runs begun longer ago than so many days go, whatever else would keep them; only the latest stays. */
  retention?: number;
}

/** The moment at which a run was begun, in milliseconds, told by its id; NaN where a folder is called otherwise. */
export function begunAt(run: string): number {
  const [, day, hour, minute, second] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z/.exec(run) ?? [];
  return Date.parse(`${day}T${hour}:${minute}:${second}Z`);
}

/** Runs on whose findings somebody decided: for each decision the newest run that was there when it was made. */
export function decidedRuns(runs: readonly string[], decisions: readonly Pick<Decision, "at">[]): Set<string> {
  const decided = new Set<string>();
  for (const { at } of decisions) {
    const run = runs.findLast((one) => begunAt(one) <= Date.parse(at));
    if (run !== undefined) decided.add(run);
  }
  return decided;
}

/**
 * The runs that go. The latest stays, and so do those with decisions unless they are past their retention; with a retention alone
 * everything else stays too.
 *
 * @param runs ids, oldest first.
 */
export function runsToRemove(
  runs: readonly string[],
  { newest, days, retention }: Keep,
  around: { latest: string; decided: ReadonlySet<string>; now: Date },
): string[] {
  const age = (run: string): number => (around.now.getTime() - begunAt(run)) / DAY;
  const counted = newest !== undefined || days !== undefined;
  return runs.filter((run, index) => {
    if (run === around.latest) return false;
    if (retention !== undefined && age(run) > retention) return true;
    if (!counted || around.decided.has(run)) return false;
    // The latest is among the newest wherever it stands.
    const behind = runs.slice(index).filter((one) => one !== around.latest).length + 1;
    return !(newest !== undefined && behind <= newest) && !(days !== undefined && age(run) <= days);
  });
}

/** Removes runs by the rules of {@link Keep}, and what dead runs left. The caller holds the lock. Returns the ids of those that went. */
export async function pruneRuns(out: string, keep: Keep, effects: Effects): Promise<string[]> {
  const runs = await listRuns(out);
  const latest = basename((await latestRun(out)) ?? "");
  const decided = decidedRuns(runs, (await readDecisions(out)).decisions);
  const gone = runsToRemove(runs, keep, { latest, decided, now: effects.now() });
  for (const run of gone) {
    // Renamed first, so that no reader meets half a run.
    const dying = join(out, "runs", `.gone-${run}`);
    await effects.rename(join(out, "runs", run), dying);
    await effects.remove(dying);
  }
  if ((await readdir(join(out, "runs")).catch(() => [])).length > 0) await removeLeftovers(out, effects);
  return gone;
}
