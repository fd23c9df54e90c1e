import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findRun, readRun } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place, ROOT } from "../run/example-archive.js";

let place: Place;
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

/** Starts the program and kills it, with all its workers, after so many milliseconds; 0 lets it end. Gives the exit code, or null when killed. */
function start(killAfter: number): Promise<number | null> {
  const args = [
    "run",
    "--pipeline",
    PIPELINE,
    "--archive",
    place.archive,
    "--out",
    place.out,
    "--workers",
    "1",
    "--full",
    "--accept-loss",
  ];
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], { stdio: "ignore" });
  if (killAfter > 0) setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((done) => child.once("exit", done));
}

// How often it is killed: ten moments in the long run, three otherwise.
const moments = process.env.TRIANGULUM_LONG
  ? Array.from({ length: 10 }, (_, index) => 400 * (index + 1))
  : [500, 1500, 3000];

it("survives a kill at any moment: the last good run stands, and the next takes over the lock", async () => {
  expect(await start(0)).toBe(0);
  const good = await readRun(await findRun(place.out));
  for (const moment of moments) {
    const code = await start(moment);
    const latest = await readRun(await findRun(place.out));
    expect(latest.reviews).toEqual(good.reviews);
    if (code !== null) break; // It was done before it could be killed: later moments tell nothing.
  }
  expect(await start(0)).toBe(0);
  expect((await readdir(join(place.out, "runs"))).filter((name) => name.startsWith("."))).toEqual([]);
  expect(await readdir(place.out)).not.toContain(".lock");
});
