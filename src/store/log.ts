import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";
import { type Problem, Stop } from "../model/index.js";
import type { Effects } from "./effects.js";
import { takeLock } from "./lock.js";

/** A file of JSON lines under the output folder that is only ever added to. */
export interface LogKind<T> {
  /** Its name under the output folder. */
  readonly file: string;
  readonly line: z.ZodType<T>;
  /** What a line is called, and what it holds, for the problem of one that cannot be read. */
  readonly called: string;
  readonly fields: string;
  /** Slug of the rule of that problem, and what can be done. */
  readonly rule: string;
  readonly wayOut: string;
}

/** A log as it stood when it was read. */
export interface Log<T> {
  lines: T[];
  /** sha256 of its bytes; that of nothing where there is none. */
  hash: string;
  problems: Problem[];
}

/** Reads a log. A line that cannot be read (cut off by a kill, or edited by hand) is a problem, and the rest counts. */
export async function readLog<T>(out: string, kind: LogKind<T>): Promise<Log<T>> {
  const text = await textOf(join(out, kind.file));
  return { ...parseLog(text, kind.file, kind), hash: createHash("sha256").update(text).digest("hex") };
}

/** Reads the lines of a log. `name` is the file they come from, for the problems. */
export function parseLog<T>(text: string, name: string, kind: LogKind<T>): { lines: T[]; problems: Problem[] } {
  const lines: T[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = kind.line.safeParse(jsonOf(line));
    if (read.success) lines.push(read.data);
    else
      problems.push({
        ...{ rule: kind.rule, review: "", document: "", place: `${name} line ${index + 1}`, severity: "warning" },
        message: `This line is no ${kind.called}: expected a JSON object with ${kind.fields}.`,
        wayOut: kind.wayOut,
      });
  }
  return { lines, problems };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function textOf(path: string): Promise<string> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
}

/**
 * Adds to a log what `choose` makes of its lines as they stand, with nobody adding between the look and the writing: not in this process, and
 * not in another. What was added is on the disk when this returns. A line that a kill cut off stays a line of its own.
 *
 * @throws Stop when somebody else has held the log for too long.
 */
export async function addToLog<T>(
  out: string,
  kind: LogKind<T>,
  choose: (lines: readonly T[]) => readonly T[],
  effects: Effects,
): Promise<readonly T[]> {
  const path = join(out, kind.file);
  const turn = (queues.get(path) ?? Promise.resolve()).then(async () => {
    const release = await patiently(() => takeLock(out, effects, `.${kind.file}.lock`));
    try {
      const text = await textOf(path);
      const fresh = choose(parseLog(text, kind.file, kind).lines);
      if (fresh.length === 0) return fresh;
      const mend = text === "" || text.endsWith("\n") ? "" : "\n";
      await effects.append(path, mend + fresh.map((line) => `${JSON.stringify(line)}\n`).join(""));
      // A file that is new has to be on the disk by its name too.
      if (text === "") await effects.settle(out);
      return fresh;
    } finally {
      await release();
    }
  });
  const settled = turn.then(
    () => {},
    () => {},
  );
  queues.set(path, settled);
  void settled.then(() => queues.get(path) === settled && queues.delete(path));
  return turn;
}

/** Those who wait in this process for each log. */
const queues = new Map<string, Promise<void>>();

/** Milliseconds between looks at a log that another process holds, and how many looks are taken: a line is written in a few of them. */
const [PAUSE, LOOKS] = [20, 500];

async function patiently<T>(take: () => Promise<T>): Promise<T> {
  for (let look = 1; ; look++) {
    try {
      return await take();
    } catch (error) {
      if (!(error instanceof Stop) || error.exitCode !== 3 || look === LOOKS) throw error;
      await wait(PAUSE);
    }
  }
}
