import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Effects } from "./effects.js";

/** A line of `out/forgotten.jsonl`: a file that held what was forgotten, by its bytes' hash alone, so that no later run reads it again. */
const Forgotten = z.object({ sha256: z.string(), review: z.string(), at: z.string() });
export type Forgotten = z.infer<typeof Forgotten>;

const FILE = "forgotten.jsonl";

/** The files that no run reads any more. */
export async function readForgotten(out: string): Promise<Forgotten[]> {
  return (await linesOf(join(out, FILE))).flatMap((line) => {
    const read = Forgotten.safeParse(parsed(line));
    return read.success ? [read.data] : [];
  });
}

/** Adds files that no run may read any more; they are on the disk when this returns. */
export async function rememberForgotten(out: string, files: readonly Forgotten[], effects: Effects): Promise<void> {
  const known = new Set((await readForgotten(out)).map(({ sha256 }) => sha256));
  const fresh = files.filter(({ sha256 }) => !known.has(sha256));
  if (fresh.length > 0) await effects.append(join(out, FILE), fresh.map((one) => `${JSON.stringify(one)}\n`).join(""));
}

/** A line of a log with what must not stay in it taken out; undefined drops the line. */
export type Scrub = (line: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>> | undefined;

/**
 * Rewrites every log under the output folder (decisions, corrections, exports) through a scrub. A line that cannot be read is dropped:
 * it cannot be said that nothing stands in it. This is the only thing that ever rewrites a log. The caller holds the lock.
 *
 * @returns for each log that changed, how many of its lines did.
 */
export async function scrubLogs(out: string, scrub: Scrub, effects: Effects): Promise<Record<string, number>> {
  const changed: Record<string, number> = {};
  for (const name of (await readdir(out)).sort()) {
    if (!name.endsWith(".jsonl") || name === FILE) continue;
    const path = join(out, name);
    let touched = 0;
    const kept = (await linesOf(path)).flatMap((line) => {
      const record = parsed(line);
      const clean =
        typeof record === "object" && record !== null ? scrub(record as Record<string, unknown>) : undefined;
      const written = clean && JSON.stringify(clean);
      if (written === JSON.stringify(record)) return [line];
      touched++;
      return written === undefined ? [] : [written];
    });
    if (touched === 0) continue;
    changed[name] = touched;
    const next = join(out, `.${name}.next`);
    await effects.writeFile(next, [kept.map((line) => `${line}\n`).join("")]);
    await effects.rename(next, path);
    await effects.settle(out);
  }
  return changed;
}

async function linesOf(path: string): Promise<string[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").filter((line) => line.trim() !== "");
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
