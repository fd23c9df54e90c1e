import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** The archive of the demonstration; nothing here writes to it. */
export const ARCHIVE = join(ROOT, "fixtures/archive");
/** Milliseconds that a test may wait for runs of the program on a busy machine; a quiet one needs a fifth. */
export const PATIENCE = 300_000;
const PROGRAM = join(ROOT, "dist/cli/main.js");

/** What a command of the built program said, and its exit code. */
export interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs the built program as a person would, in an environment that holds what is given, a path and a masking key of its own, and nothing else. */
export function triangulum(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: inject("desk"),
      env: { PATH: process.env.PATH, XDG_STATE_HOME: join(inject("desk"), "state"), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? -1, out, err }));
  });
}

/**
 * Makes something on the desk once for all test files: the first that asks makes it in a folder of its own, the others wait. What is
 * made comes back as JSON holds it; a failure fails all who asked.
 */
export async function once<T>(name: string, make: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(inject("desk"), name);
  const done = join(inject("desk"), `${name}.json`);
  const first = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (first) {
    const made = await make(folder).then(
      (value) => ({ value }),
      (error: unknown) => ({ error: String(error) }),
    );
    await writeFile(`${done}.draft`, JSON.stringify(made));
    await rename(`${done}.draft`, done);
  }
  while (!existsSync(done)) await wait(100);
  const made = JSON.parse(await readFile(done, "utf8")) as { value: T } | { error: string };
  if ("error" in made) throw new Error(made.error);
  return made.value;
}
