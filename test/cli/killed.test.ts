import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { RunRecord } from "../../src/model/index.js";
import { seededRandom } from "../../src/statistics/index.js";
import { findRun, readRun } from "../../src/store/index.js";
import { bytesOf, makePlace, PIPELINE, type Place, ROOT } from "../run/example-archive.js";

const LONG = process.env.TRIANGULUM_LONG !== undefined;
/** Thirty random moments in the long run, a few otherwise; the same for every run of the test, as shares of an undisturbed run's time. */
const random = seededRandom(30);
const MOMENTS = Array.from({ length: LONG ? 30 : 2 }, () => random());
const PATIENCE = { timeout: LONG ? 3_600_000 : 600_000 };

let place: Place;
beforeEach(async () => {
  place = await makePlace();
  // A format with a heavy parser, which is read in a process of its own.
  await cp(await firstOf("docx"), join(place.archive, "york-2019/meeting.docx"));
});
afterEach(() => place.remove());

async function firstOf(format: string): Promise<string> {
  const archive = join(ROOT, "fixtures/archive");
  const files = (await readdir(archive, { recursive: true })).filter((name) => name.endsWith(`.${format}`)).sort();
  return join(archive, files[0]!);
}

function start(out: string): { child: ChildProcess; ended: Promise<number | null> } {
  const args = ["--pipeline", PIPELINE, "--archive", place.archive, "--out", out, "--workers", "1", "--accept-loss"];
  const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), "run", ...args], { stdio: "ignore" });
  return { child, ended: new Promise((done) => child.once("exit", done)) };
}

/** Lets a run go to its end; the bytes of what it published. */
async function undisturbed(out: string): Promise<Record<string, string>> {
  expect(await start(out).ended).toBe(0);
  return bytesOf(await findRun(out));
}

/** What the n-th night finds: a document more, and one that changed, so that there is work to be cut short. */
async function change(night: number): Promise<void> {
  await place.write({
    [`york-2019/night ${night}.txt`]: `The group said that gangs are fighting on street ${night}.\n`,
    "hull-2020/police.txt": `Inspector: There is drug dealing everywhere. We counted ${night}.\n`,
  });
}

/** The report without what stands in it of the run before. */
function apart(bytes: Record<string, string>): Record<string, string> {
  const { "/report.html": _, ...rest } = bytes;
  return rest;
}

it(
  "killed whole at random moments: the last good run stands, and the next night ends with the bytes of an undisturbed one",
  PATIENCE,
  async () => {
    let good = await undisturbed(place.out);
    const begun = performance.now();
    await undisturbed(`${place.out}-timed`);
    const whole = performance.now() - begun;
    for (const [night, share] of MOMENTS.entries()) {
      await change(night);
      const { child, ended } = start(place.out);
      const clock = setTimeout(() => child.kill("SIGKILL"), share * whole);
      const code = await ended.finally(() => clearTimeout(clock));
      const latest = await findRun(place.out);
      expect((await readRun(latest)).record.format).toBe(1);
      if (code === null && (await bytesOf(latest))["/mentions.csv"] === good["/mentions.csv"])
        expect(await bytesOf(latest), `killed at ${share}`).toEqual(good);
      good = await undisturbed(place.out);
      expect(apart(good), `after the kill at ${share}`).toEqual(
        apart(await undisturbed(`${place.out}-night-${night}`)),
      );
      expect((await readdir(join(place.out, "runs"))).filter((name) => name.startsWith("."))).toEqual([]);
      expect((await readdir(place.out)).filter((name) => name.startsWith(".lock"))).toEqual([]);
    }
  },
);

/** Names in a folder; none where it cannot be read at this moment. */
function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Kills a process; false where it had ended by itself between the look and the shot. */
function shot(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}

/** Processes whose parent is the given one. */
function childrenOf(pid: number): number[] {
  return listed("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => {
      try {
        const stat = readFileSync(`/proc/${one}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === pid;
      } catch {
        return false;
      }
    });
}

it("a parsing process killed at its work costs its document alone, and the next night reads it", PATIENCE, async () => {
  const { child, ended } = start(place.out);
  let killed = 0;
  const hunter = setInterval(() => {
    for (const pid of childrenOf(child.pid ?? -1)) if (shot(pid)) killed++;
  }, 5);
  // Whatever comes of it, nothing is hunted when the test is over.
  const code = await ended.finally(() => clearInterval(hunter));
  expect(code).toBe(0);
  expect(killed).toBeGreaterThan(0);
  const record = RunRecord.parse(JSON.parse(await readFile(join(await findRun(place.out), "run.json"), "utf8")));
  const lost = record.documents.filter(({ status }) => status === "problem").map(({ document }) => document);
  expect(lost).toEqual(["meeting.docx"]);
  expect(record.documents.length - lost.length).toBe(5);
  const { reviews } = await readRun(await findRun(place.out));
  const rules = reviews.flatMap(({ problems }) => problems.filter(({ document }) => document === "meeting.docx"));
  expect(rules.map(({ rule }) => rule)).toContain("run/lost-crash");
  expect(apart(await undisturbed(place.out))).toEqual(apart(await undisturbed(`${place.out}-fresh`)));
});
