import { createHash } from "node:crypto";
import { link, readdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { Stop } from "../model/index.js";
import type { Effects } from "./effects.js";

/** Who holds `out/`: a process, told apart from a later one of the same number by the moment it was started. */
const Owner = z.object({
  pid: z.int(),
  host: z.string(),
  /** Id that the kernel draws at every start of the machine; empty where it cannot be known. A lock of before a restart is nobody's. */
  boot: z.string().default(""),
  /** The processes that it could see; a container sees its own alone. */
  namespace: z.string().default(""),
  processStarted: z.string(),
  since: z.string(),
});
type Owner = z.infer<typeof Owner>;

/** Start of a process in clock ticks since boot, as the kernel counts it; empty where that cannot be known (not Linux, or no such process). */
async function processStart(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The command name, in brackets, may itself hold spaces and brackets: count fields after the last bracket.
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/** Id of the machine's present start; empty where the system does not tell. A container has its host's. */
async function bootId(): Promise<string> {
  return (await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "")).trim();
}

/** The set of processes that this one can see: a container's own. Empty where the system has no such thing. */
function processNamespace(): Promise<string> {
  return readlink("/proc/self/ns/pid").catch(() => "");
}

/** Milliseconds between two signs of life of a holder, and after which one that cannot be seen from here is taken for dead. */
const BEAT = 60_000;
const SILENCE = 15 * BEAT;

/** Whether the owner of a lock still runs: asked of the system where it can see that process, else told by the lock's last sign of life. */
async function isAlive(owner: Owner, path: string): Promise<boolean> {
  const boot = await bootId();
  const here = owner.host === hostname();
  // Process numbers and starts are counted anew after a restart, so that both may be equal by chance.
  if (here && boot !== "" && owner.boot !== "" && boot !== owner.boot) return false;
  const namespace = await processNamespace();
  const visible = here && (owner.namespace === "" || namespace === "" || owner.namespace === namespace);
  if (!visible) return !(await isSilent(path));
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = await processStart(owner.pid);
  return started === "" || owner.processStarted === "" || started === owner.processStarted;
}

/** Whether a lock had no sign of life for long, by the clock of the file system that it lies on: another machine's may go wrong. */
async function isSilent(path: string): Promise<boolean> {
  const probe = `${path}.clock.${process.pid}`;
  try {
    await writeFile(probe, "", { mode: 0o600 });
    return (await stat(probe)).mtimeMs - (await stat(path)).mtimeMs > SILENCE;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true });
  }
}

function ownerIn(content: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** Whether whoever wrote this lock still runs. A lock that cannot be read was cut off while written: nobody's. */
async function isHeld(content: string, path: string): Promise<boolean> {
  const owner = ownerIn(content);
  return owner !== undefined && isAlive(owner, path);
}

/**
 * Takes the lock of an output folder, or stops with exit code 3 while another run holds it. The lock of a dead process
 * is taken over: several may try, and the file named for the dead lock's content lets exactly one of them.
 *
 * @param name of the lock; a run's own where not given.
 * @returns a function that gives the lock back.
 */
export async function takeLock(out: string, effects: Effects, name = ".lock"): Promise<() => Promise<void>> {
  await effects.makeFolder(out);
  const path = join(out, name);
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    boot: await bootId(),
    namespace: await processNamespace(),
    processStarted: await processStart(process.pid),
    since: effects.now().toISOString(),
  };
  const mine = join(out, `${name}.${process.pid}.${owner.processStarted}`);
  const written = `${JSON.stringify(owner)}\n`;
  await writeFile(mine, written, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 10; attempt++) {
      if (await linked(mine, path)) return await hold(out, name, written, effects);
      const content = await readFile(path, "utf8").catch(() => undefined);
      if (content === undefined) continue;
      if (await isHeld(content, path)) break;
      if (await takeOver(mine, path, content)) return await hold(out, name, written, effects);
    }
  } finally {
    await rm(mine, { force: true });
  }
  throw new Stop(
    `Another ${name === ".lock" ? "run" : "program"} holds ${path}${await holder(path)}. Wait until it has ended, or give this run another --out folder.`,
    3,
  );
}

/** Shows signs of life until the lock is given back, and removes what the dead left beside it. */
async function hold(out: string, name: string, written: string, effects: Effects): Promise<() => Promise<void>> {
  const path = join(out, name);
  const beat = setInterval(() => void utimes(path, effects.now(), effects.now()).catch(() => {}), BEAT);
  beat.unref();
  await removeDeadClaims(out, name, written);
  return async () => {
    clearInterval(beat);
    // One that slept so long that it was taken for dead must not take the lock from its heir.
    if ((await readFile(path, "utf8").catch(() => "")) === written) await rm(path, { force: true });
  };
}

/** Who holds a lock since when, in words; empty when it was given back meanwhile. */
async function holder(path: string): Promise<string> {
  const owner = ownerIn(await readFile(path, "utf8").catch(() => ""));
  if (!owner) return "";
  const { pid, host, since } = owner;
  return `: process ${pid} on ${host} since ${since}${host === hostname() ? "" : "; it is taken over when it gave no sign of life for 15 minutes"}`;
}

/** Removes what dead processes left beside the lock while they tried to take it. What is not whole yet may be somebody's who lives. */
async function removeDeadClaims(out: string, lock: string, mine: string): Promise<void> {
  for (const name of await readdir(out)) {
    if (!name.startsWith(`${lock}.`)) continue;
    const path = join(out, name);
    const content = await readFile(path, "utf8").catch(() => mine);
    const dead = ownerIn(content) ? content !== mine && !(await isHeld(content, path)) : await isSilent(path);
    if (dead) await rm(path, { force: true });
  }
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
