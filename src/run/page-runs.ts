import { join } from "node:path";
import type { Comparison, RunTrend } from "../model/index.js";
import { changesBetween, listRuns, type RunView, readView } from "../store/index.js";
import { identityOf } from "./open-run.js";
import { notInRun } from "./page-refusal.js";

/** Runs that were read for comparison, by folder: a published run never changes. Only the last few are kept whole. */
const KEPT = 4;

/** The runs of an output folder beside each other. */
export interface RunsView {
  /** A code over the runs that are kept, oldest first. */
  trend(code: string): Promise<RunTrend>;
  /** Throws PageRefusal where one of the two is not kept. */
  compare(before: string, after: string): Promise<Comparison>;
}

type Point = RunTrend["runs"][number];

export function openRuns(out: string): RunsView {
  const views = new Map<string, Promise<RunView>>();
  const points = new Map<string, Promise<Map<string, Point>>>();
  // By what stands there now: a run from which something was forgotten is another one under the same id.
  const keyOf = async (run: string): Promise<string> => `${run} ${await identityOf(join(out, "runs", run))}`;
  const read = async (run: string): Promise<RunView> => {
    const key = await keyOf(run);
    const known = views.get(key) ?? readView(join(out, "runs", run));
    views.delete(key);
    views.set(key, known);
    for (const oldest of views.keys()) if (views.size > KEPT) views.delete(oldest);
    // A run that cannot be read is tried again.
    known.catch(() => views.delete(key));
    return known;
  };
  const pointsOf = async (run: string): Promise<Map<string, Point>> => {
    const key = await keyOf(run);
    const known = points.get(key) ?? readView(join(out, "runs", run)).then(pointsByCode);
    points.set(key, known);
    known.catch(() => points.delete(key));
    return known;
  };
  return {
    async trend(code) {
      const runs: Point[] = [];
      for (const run of await listRuns(out)) {
        // Runs that another version wrote are passed over: they are kept, and not of this form.
        const point = (await pointsOf(run).catch(() => undefined))?.get(code);
        if (point) runs.push(point);
      }
      return { code, runs };
    },
    async compare(before, after) {
      const known = await listRuns(out);
      for (const run of [before, after])
        if (!known.includes(run)) throw notInRun(`comparison with run ${run.slice(0, 40)}`);
      const [was, is] = [await read(before), await read(after)];
      return {
        ...changesBetween(was, is),
        startedBefore: was.record.started,
        startedAfter: is.record.started,
      };
    },
  };
}

function pointsByCode({ record, verdicts }: RunView): Map<string, Point> {
  const points = new Map<string, Point>();
  for (const { code, verdict, sessions } of verdicts) {
    const point = points.get(code) ?? {
      ...{ run: record.run, started: record.started, reviews: 0, sessions: record.counts.sessions ?? 0 },
      ...{ speaks: 0, agreement: 0, dissonance: 0 },
    };
    point.reviews++;
    point.speaks += sessions;
    if (verdict === "agreement") point.agreement++;
    if (verdict === "dissonance") point.dissonance++;
    points.set(code, point);
  }
  return points;
}
