import { createHash } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { Stop } from "../model/index.js";
import type { Effects } from "./effects.js";

/** Who holds `out/`: a process, told apart from a later one of the same number by the moment it was started. */
const Owner = z.object({ pid: z.int(), host: z.string(), processStarted: z.string(), since: z.string() });
type Owner = z.infer<typeof Owner>;

/** Start of a process in clock ticks since boot, as the kernel counts it; empty where that cannot be known (not Linux, or no such process). */
async function processStart(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The command name, in brackets, may itself hold spaces and brackets: count fields after the last bracket.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

async function isAlive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = await processStart(owner.pid);
  return started === "" || owner.processStarted === "" || started === owner.processStarted;
}

/** Whether whoever wrote this lock still runs. A lock that cannot be read was cut off while written: nobody's. */
async function isHeld(content: string, path: string): Promise<boolean> {
  let owner: Owner;
  try {
    owner = Owner.parse(JSON.parse(content));
  } catch {
    return false;
  }
  if (owner.host !== hostname())
    throw new Stop(
      `${path} is held by process ${owner.pid} on another machine (${owner.host}) since ${owner.since}; it cannot be seen from here whether it still runs. If it does not, delete the file and start again.`,
      3,
    );
  return isAlive(owner);
}

/**
 * Takes the lock of an output folder, or stops with exit code 3 while another run holds it. The lock of a dead process
 * is taken over: several may try, and the file named for the dead lock's content lets exactly one of them.
 *
 * @returns a function that gives the lock back.
 */
export async function takeLock(out: string, effects: Effects): Promise<() => Promise<void>> {
  await effects.makeFolder(out);
  const path = join(out, ".lock");
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    processStarted: await processStart(process.pid),
    since: effects.now().toISOString(),
  };
  const mine = join(out, `.lock.${process.pid}.${owner.processStarted}`);
  await writeFile(mine, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (await linked(mine, path)) return () => rm(path, { force: true });
      const content = await readFile(path, "utf8").catch(() => undefined);
      if (content === undefined) continue;
      if (await isHeld(content, path)) break;
      if (await takeOver(mine, path, content)) return () => rm(path, { force: true });
    }
  } finally {
    await rm(mine, { force: true });
  }
  throw new Stop(`Another run holds ${path}. Wait until it has ended, or give this run another --out folder.`, 3);
}

/** Replaces a dead lock by ours, unless somebody was faster. */
async function takeOver(mine: string, path: string, dead: string): Promise<boolean> {
  const claim = `${path}.over-${createHash("sha256").update(dead).digest("hex").slice(0, 16)}`;
  if (!(await linked(mine, claim))) {
    const claimed = await readFile(claim, "utf8").catch(() => undefined);
    if (claimed === undefined || (await isHeld(claimed, claim))) return false;
    // Whoever claimed it died in the act: that claim is a dead lock in its turn.
    if (!(await takeOver(mine, claim, claimed))) return false;
  }
  try {
    if ((await readFile(path, "utf8").catch(() => undefined)) !== dead) return false;
    await rename(claim, path);
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
