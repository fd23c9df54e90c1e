import { cp, mkdir, readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { demonstration } from "./demonstration.js";
import { filesUnder } from "./published.js";
import { ARCHIVE, PATIENCE, triangulum } from "./triangulum.js";

/** Another machine, as far as one process can play it: west, Turkish, three workers. */
const ELSEWHERE = { TZ: "America/New_York", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };

/** The archive in another place, its files written in the opposite order. */
async function copyBackwards(to: string): Promise<void> {
  for (const file of (await filesUnder(ARCHIVE)).reverse()) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    await cp(join(ARCHIVE, file), join(to, file));
  }
}

async function runElsewhere(): Promise<string> {
  const folder = join(inject("desk"), "elsewhere");
  const [archive, out] = [join(folder, "archive"), join(folder, "out")];
  await copyBackwards(archive);
  const { code, err } = await triangulum(["run", "--full", "--archive", archive, "--out", out, "--workers", "3"], {
    ...ELSEWHERE,
    XDG_STATE_HOME: join(folder, "state"),
  });
  expect(code, err).toBe(0);
  return await realpath(join(out, "latest"));
}

/** Files that stand in one run only or hold other bytes, but for the name of the run itself and, on the pages, what is new since the run before; `apart`: files that promise nothing. */
async function differing(one: string, other: string, apart: readonly string[]): Promise<string[]> {
  const paths = new Set([...(await filesUnder(one)), ...(await filesUnder(other))]);
  const different: string[] = [];
  for (const path of paths)
    if (!apart.includes(path) && (await nameless(one, path)) !== (await nameless(other, path))) different.push(path);
  return different;
}

async function nameless(run: string, path: string): Promise<string | undefined> {
  const bytes = await readFile(join(run, path)).catch(() => undefined);
  const text = bytes?.toString("latin1").replaceAll(basename(run), "RUN");
  return path === "report.html"
    ? text?.replace(/"changes":\{.*?\},(?="counts":\{"changedSince")/, "").replace(/"since":"[a-z]*"/g, "")
    : text;
}

describe("the same archive gives the same bytes", { timeout: PATIENCE }, () => {
  it("whatever the workers, the time zone, the language, the masking key, the place and the order of the files", async () => {
    const [{ run }, other] = await Promise.all([demonstration(), runElsewhere()]);
    expect((await filesUnder(run)).length).toBeGreaterThan(80);
    expect(await differing(run, other, ["run.json"])).toEqual([]);
  });

  it("from the cache as from the files", async () => {
    const { out, run } = await demonstration();
    const said = await triangulum(["run", "--archive", ARCHIVE, "--out", out, "--workers", "2"], ELSEWHERE);
    expect(said.code, said.err).toBe(0);
    expect(said.out).toContain("28 documents (27 as before, 1 not read)");
    const again = await realpath(join(out, "latest"));
    expect(again).not.toBe(run);
    expect(await readdir(join(out, "runs"))).toHaveLength(2);
    // changes.json tells of the run before, which here there is.
    expect(await differing(run, again, ["run.json", "changes.json"])).toEqual([]);
  });
});
