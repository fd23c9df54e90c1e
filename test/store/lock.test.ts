import { fork } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Stop } from "../../src/model/index.js";
import { realEffects, takeLock } from "../../src/store/index.js";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "triangulum-lock-"));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const lock = (): string => join(out, ".lock");
const owner = (given: object): string =>
  JSON.stringify({
    pid: process.pid,
    host: hostname(),
    processStarted: "1",
    since: "2026-01-01T00:00:00.000Z",
    ...given,
  });

describe("takeLock", () => {
  it("lets one run in and the next after it", async () => {
    const release = await takeLock(out, realEffects);
    await expect(takeLock(out, realEffects)).rejects.toMatchObject({ exitCode: 3 });
    await release();
    await (await takeLock(out, realEffects))();
    expect(await readdir(out)).toEqual([]);
  });

  const dead: [string, string][] = [
    ["a process that is gone", owner({ pid: 2 ** 22 - 1 })],
    ["a process whose number went to another", owner({ pid: 1, processStarted: "0" })],
    ["a process of before a restart, with our number and our start", owner({ boot: "another", processStarted: "" })],
    ["a writer that was cut off", '{"pid": 12'],
    ["nobody", ""],
  ];
  it.each(dead)("takes over the lock of %s", async (_name, content) => {
    await writeFile(lock(), content);
    const release = await takeLock(out, realEffects);
    expect(JSON.parse(await readFile(lock(), "utf8")).pid).toBe(process.pid);
    await release();
  });

  it("does not judge a process of another machine, and says how to go on", async () => {
    await writeFile(lock(), owner({ host: "elsewhere" }));
    const refused = await takeLock(out, realEffects).catch((error) => error);
    expect(refused).toBeInstanceOf(Stop);
    expect(refused.message).toContain("elsewhere");
    expect(refused.exitCode).toBe(3);
  });

  it("names the holder and since when", async () => {
    const release = await takeLock(out, { ...realEffects, now: () => new Date("2026-01-02T03:04:05Z") });
    const refused = await takeLock(out, realEffects).catch((error) => error);
    expect(refused.message).toContain(`process ${process.pid} on ${hostname()} since 2026-01-02T03:04:05.000Z`);
    await release();
  });

  const unseen: [string, string][] = [
    ["on another machine", owner({ host: "elsewhere" })],
    ["in another container of this machine", owner({ namespace: "pid:[1]", processStarted: "" })],
  ];
  it.each(unseen)(
    "takes over from one %s that gave no sign of life for long, and not before",
    async (_name, content) => {
      await writeFile(lock(), content);
      const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
      await utimes(lock(), ago(10), ago(10));
      await expect(takeLock(out, realEffects)).rejects.toMatchObject({ exitCode: 3 });
      await utimes(lock(), ago(20), ago(20));
      await (await takeLock(out, realEffects))();
      expect(await readdir(out)).toEqual([]);
    },
  );

  it("leaves the lock to its heir, when it was taken for dead", async () => {
    const release = await takeLock(out, realEffects);
    const heir = owner({ processStarted: "" });
    await writeFile(lock(), heir);
    await release();
    expect(await readFile(lock(), "utf8")).toBe(heir);
  });

  it("removes what dead contenders left beside it", async () => {
    await writeFile(`${lock()}.4194303.5`, owner({ pid: 2 ** 22 - 1 }));
    await (await takeLock(out, realEffects))();
    expect(await readdir(out)).toEqual([]);
  });

  it("takes over from one that died while it took over", async () => {
    const gone = owner({ pid: 2 ** 22 - 1 });
    await writeFile(lock(), gone);
    const { createHash } = await import("node:crypto");
    const claim = `.lock.over-${createHash("sha256").update(gone).digest("hex").slice(0, 16)}`;
    await writeFile(join(out, claim), owner({ pid: 2 ** 22 - 2 }));
    const release = await takeLock(out, realEffects);
    await release();
    expect(await readdir(out)).toEqual([]);
  });

  it("lets exactly one of many in, when all find a dead lock at once", async () => {
    const script = join(out, "contender.mjs");
    const store = new URL("../../dist/store/index.js", import.meta.url).href;
    await writeFile(
      script,
      `import { takeLock, realEffects } from ${JSON.stringify(store)};
       process.on("message", () => takeLock(process.argv[2], realEffects).then(() => process.send("in"), () => process.send("out")));
       process.send("ready");`,
    );
    const folder = join(out, "runs");
    await realEffects.makeFolder(folder);
    await writeFile(join(folder, ".lock"), owner({ pid: 2 ** 22 - 1 }));
    const contenders = Array.from({ length: 6 }, () => fork(script, [folder]));
    const answer = (child: (typeof contenders)[number]): Promise<unknown> =>
      new Promise((done) => child.once("message", done));
    try {
      expect(await Promise.all(contenders.map(answer))).not.toContain("died");
      const answers = contenders.map(answer);
      for (const child of contenders) child.send("go");
      expect((await Promise.all(answers)).filter((one) => one === "in")).toHaveLength(1);
    } finally {
      for (const child of contenders) child.kill();
    }
  });
});
