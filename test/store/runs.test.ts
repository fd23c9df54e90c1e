import { mkdtemp, readdir, readFile, readlink, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  beginRun,
  type Effects,
  findRun,
  latestRun,
  listRuns,
  pruneRuns,
  query,
  readRun,
  readView,
  realEffects,
} from "../../src/store/index.js";
import { record, review } from "./example-run.js";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "triangulum-store-"));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const at = (second: number): Effects => ({ ...realEffects, now: () => new Date(Date.UTC(2026, 0, 1, 2, 0, second)) });

async function publish(effects: Effects, text = "same\n"): Promise<string> {
  const draft = await beginRun(out, await latestRun(out), effects);
  await draft.write("mentions.csv", [text]);
  await draft.write("reviews/york-2019/questions.md", ["# 1\n"]);
  await draft.writeTables(
    [review()],
    [{ rule: "c/d", review: "", document: "", place: "", severity: "info", message: "m", wayOut: "w" }],
    { concepts: [], frames: [], places: [] },
  );
  await draft.publish(record(draft.run));
  return draft.run;
}

describe("a published run", () => {
  it("is read back as it was written", async () => {
    const run = await publish(at(1));
    const saved = await readRun(await findRun(out));
    expect(saved.reviews).toEqual([review()]);
    expect(saved.problems.map(({ rule }) => rule)).toEqual(["c/d"]);
    expect(saved.record.run).toBe(run);
    expect((await readView(await findRun(out))).findings).toEqual(review().findings);
  });

  it("made before blocks were stored is read and asked all the same", async () => {
    await publish(at(1));
    const folder = await findRun(out);
    await rm(join(folder, "data/blocks"), { recursive: true });
    expect((await readRun(folder)).reviews[0]?.texts.map(({ blocks }) => blocks)).toEqual([[]]);
    expect((await query(folder, "SELECT count(*) AS turns FROM turns")).rows).toEqual([{ turns: "1" }]);
  });

  it("is readable by its owner alone, down to each file", async () => {
    await publish(at(1));
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      if (entry.isSymbolicLink()) continue;
      const { mode } = await stat(join(entry.parentPath, entry.name));
      expect([entry.name, mode & 0o777]).toEqual([entry.name, entry.isDirectory() ? 0o700 : 0o600]);
    }
  });

  it("has `latest` point at it by a relative link, so that the folder can be moved", async () => {
    const run = await publish(at(1));
    expect(await readlink(join(out, "latest"))).toBe(join("runs", run));
  });

  it("shares equal files with the run before and keeps its own where they differ", async () => {
    const [one, two] = [await publish(at(1), "one\n"), await publish(at(2), "two\n")];
    const inode = async (run: string, path: string): Promise<number> => (await stat(join(out, "runs", run, path))).ino;
    for (const path of ["reviews/york-2019/questions.md", "data/mentions/review=york-2019/part.parquet"])
      expect(await inode(two, path)).toBe(await inode(one, path));
    expect(await inode(two, "mentions.csv")).not.toBe(await inode(one, "mentions.csv"));
    expect(await readFile(join(out, "runs", one, "mentions.csv"), "utf8")).toBe("one\n");
    expect((await readdir(join(out, "runs", two))).filter((name) => name.endsWith(".link"))).toEqual([]);
  });

  it("has a name of its own where two begin in one second, and keeps their order", async () => {
    const runs = [await publish(at(1)), await publish(at(1)), await publish(at(1)), await publish(at(2))];
    expect(await listRuns(out)).toEqual(runs);
    expect(basename(await realpath(join(out, "latest")))).toBe(runs[3]);
  });

  it("copies where the file system has no hard links", async () => {
    const noLinks = { ...at(2), link: () => Promise.reject(new Error("EPERM")) };
    const [one, two] = [await publish(at(1)), await publish(noLinks)];
    for (const run of [one, two]) expect(await readFile(join(out, "runs", run, "mentions.csv"), "utf8")).toBe("same\n");
  });
});

describe("a run that dies", () => {
  /** The real world until its n-th deed, which and all later ones fail. */
  function dyingAt(deed: number): { effects: Effects; deeds: () => number } {
    let count = 0;
    const real = at(9) as unknown as Record<string, (...given: unknown[]) => unknown>;
    const effects = new Proxy(real, {
      get: (target, name: string) => {
        if (name === "now" || name === "progress") return target[name];
        return (...given: unknown[]) =>
          ++count >= deed ? Promise.reject(new Error("died")) : target[name]?.(...given);
      },
    });
    return { effects: effects as unknown as Effects, deeds: () => count };
  }

  /** Deeds between two deaths: every one in the long run, a third of them otherwise, the first and the last few always. */
  const step = process.env.TRIANGULUM_LONG ? 1 : 3;

  it("leaves the last good run at each of its deeds", async () => {
    await publish(at(1), "good\n");
    const counted = dyingAt(Number.POSITIVE_INFINITY);
    await publish(counted.effects, "next\n");
    let deed = 1;
    for (; ; deed += deed < counted.deeds() - 8 ? step : 1) {
      const { effects } = dyingAt(deed);
      const died = await publish(effects, "next\n").then(
        () => false,
        () => true,
      );
      if (!died) break;
      const folder = await findRun(out);
      expect(["good\n", "next\n"]).toContain(await readFile(join(folder, "mentions.csv"), "utf8"));
      expect((await readRun(folder)).reviews).toEqual([review()]);
    }
    expect(deed).toBeGreaterThan(20);
  });

  it("leaves nothing behind once the next has begun", async () => {
    await publish(at(1));
    await publish(dyingAt(8).effects).catch(() => {});
    expect((await readdir(join(out, "runs"))).length).toBe(2);
    await publish(at(10));
    expect((await readdir(join(out, "runs"))).every((name) => !name.startsWith("."))).toBe(true);
  });
});

describe("findRun and pruneRuns", () => {
  it("names the known runs when there is no such run", async () => {
    await expect(findRun(out)).rejects.toThrow("There is no run in");
    const run = await publish(at(1));
    await expect(findRun(out, "2020")).rejects.toThrow(run);
  });

  it("reads a run by its id, by `latest` and by its path", async () => {
    const run = await publish(at(1));
    const path = await realpath(join(out, "runs", run));
    for (const name of [run, "latest", path]) expect(await findRun(out, name)).toBe(path);
  });

  it("refuses a run of another format and says what to do", async () => {
    const run = await publish(at(1));
    const path = join(out, "runs", run, "run.json");
    await writeFile(path, JSON.stringify({ ...record(run), format: 99 }));
    await expect(readRun(await findRun(out))).rejects.toThrow("format 99");
  });

  it("removes the oldest runs and never the latest", async () => {
    const runs = [await publish(at(1)), await publish(at(2)), await publish(at(3))];
    expect(await pruneRuns(out, { newest: 2 }, realEffects)).toEqual([runs[0]]);
    expect(await pruneRuns(out, { newest: 1 }, realEffects)).toEqual([runs[1]]);
    expect(await listRuns(out)).toEqual([runs[2]]);
    expect((await readRun(await findRun(out))).reviews.length).toBe(1);
  });
});

describe("query", () => {
  const refused: [string, string, string][] = [
    ["writing a file", "COPY mentions TO '/tmp/x.csv'", "refused"],
    ["reading another file", "SELECT * FROM read_text('/etc/hostname')", "refused"],
    ["two statements", "SELECT 1; SELECT 2", "one SQL statement"],
    ["a change", "CREATE TABLE t (n INTEGER)", "Only statements that read"],
    ["a setting", "SET threads = 2", "Only statements that read"],
    ["a slip", "SELEC 1", "refused"],
  ];

  it("answers from the tables, lists as lists", async () => {
    await publish(at(1));
    const sql = "SELECT code, session, near FROM mentions JOIN verdicts USING (review, code) WHERE evidence";
    expect(await query(await findRun(out), sql)).toEqual({
      columns: ["code", "session", "near"],
      rows: [{ code: "cuckooing", session: "housing", near: ["twice"] }],
    });
  });

  it.each(refused)("refuses %s", async (_name, sql, message) => {
    await publish(at(1));
    await expect(query(await findRun(out), sql)).rejects.toThrow(message);
  });

  it("cannot write into the run's own folder", async () => {
    await publish(at(1));
    const folder = await findRun(out);
    await expect(query(folder, `COPY mentions TO '${folder}/data/x.csv'`)).rejects.toThrow("Only statements that read");
  });
});
