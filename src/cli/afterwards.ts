import { spawn } from "node:child_process";
import { prometheus } from "../reporting/index.js";
import type { LoadedPipeline } from "../run/index.js";
import { latestRun, pruneCache, pruneRuns, readRecord, takeLock } from "../store/index.js";
import type { Io } from "./io.js";

/** Seconds that the command on failure may take. */
const HOOK_SECONDS = 60;
const DAY = 86_400_000;

/**
 * What follows a run whatever it ended with: old runs go, the metrics file is replaced, and on failure the operator's command is
 * started. None of it changes the exit code: what goes wrong here is said on the error stream.
 */
export async function afterwards(pipeline: LoadedPipeline, exitCode: number, io: Io): Promise<void> {
  const { operator, retention } = pipeline;
  const steps: [what: string, wanted: boolean, step: () => Promise<void>][] = [
    [
      "Runs past their retention could not be removed",
      retention.days !== undefined && exitCode <= 1,
      () => retain(pipeline, retention.days ?? 0, io),
    ],
    [
      `The metrics file ${operator.metrics} could not be written`,
      operator.metrics !== undefined,
      () => writeMetrics(pipeline, operator.metrics ?? "", exitCode, io),
    ],
    [
      "The command on_failure failed",
      operator.on_failure.length > 0 && exitCode !== 0,
      () => tellFailure(pipeline, exitCode, io),
    ],
  ];
  for (const [what, wanted, step] of steps)
    if (wanted) await step().catch((error: unknown) => io.err(`${what}: ${(error as Error).message}\n`));
}

async function retain({ out }: LoadedPipeline, days: number, io: Io): Promise<void> {
  const release = await takeLock(out, io.effects);
  try {
    await pruneRuns(out, { retention: days }, io.effects);
    await pruneCache(out, new Date(io.effects.now().getTime() - days * DAY), io.effects);
  } finally {
    await release();
  }
}

/** Replaces the metrics, which the exporter reads as another user; what lies beside them for a moment has no name in .prom. */
async function writeMetrics({ out, name }: LoadedPipeline, path: string, exitCode: number, io: Io): Promise<void> {
  const latest = await latestRun(out);
  const record = latest === undefined ? undefined : await readRecord(latest).catch(() => undefined);
  const text = prometheus({ pipeline: name, exitCode, ended: io.effects.now(), record });
  await io.effects.show(path, text);
}

function tellFailure({ operator, name }: LoadedPipeline, exitCode: number, io: Io): Promise<void> {
  const [command = "", ...args] = operator.on_failure;
  const { PATH, HOME, LANG } = process.env;
  const env = {
    PATH,
    HOME,
    LANG,
    TRIANGULUM_EXIT_CODE: String(exitCode),
    TRIANGULUM_PIPELINE: name,
    TRIANGULUM_TIME: io.effects.now().toISOString(),
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: "ignore", timeout: HOOK_SECONDS * 1000, killSignal: "SIGKILL" });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code ?? "a signal"}`)),
    );
  });
}
