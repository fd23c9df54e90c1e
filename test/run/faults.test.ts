import { cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadPipeline, run } from "../../src/run/index.js";
import { type Effects, findRun, readRun, realEffects } from "../../src/store/index.js";
import { bytesOf, makePlace, PIPELINE, type Place } from "./example-archive.js";

const LONG = process.env.TRIANGULUM_LONG !== undefined;

let place: Place;
beforeEach(async () => {
  place = await makePlace();
});
afterEach(() => place.remove());

async function go(out: string, effects: Effects): Promise<string> {
  const pipeline = await loadPipeline(PIPELINE, { archive: place.archive, out, workers: 0 });
  return (await run({ pipeline }, effects)).folder;
}

type Deeds = Record<string, (...given: unknown[]) => unknown>;

/**
 * The real world whose n-th deed fails as a full disk does. `half`: a file that was to be written is there, cut short, as one
 * is when the machine goes down between write and sync. `once`: later deeds succeed again.
 */
function failing(
  deed: number,
  { half, once }: { half: boolean; once: boolean },
): { effects: Effects; count(): number } {
  let count = 0;
  const effects = new Proxy(realEffects as unknown as Deeds, {
    get: (target, name: string) => {
      if (name === "now" || name === "progress") return target[name];
      return async (...given: unknown[]) => {
        count++;
        if (count < deed || (once && count > deed)) return target[name]?.(...given);
        if (half && name === "writeFile") await realEffects.writeFile(String(given[0]), ["{"]).catch(() => {});
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      };
    },
  });
  return { effects: effects as unknown as Effects, count: () => count };
}

/** The report without what stands in it of the run before. */
function apart(bytes: Record<string, string>): Record<string, string> {
  const { "/report.html": _, ...rest } = bytes;
  return rest;
}

describe("a fault at a write, a rename, a link or a sync of a night", () => {
  it("publishes nothing half, and the next night ends with the bytes of an undisturbed one", {
    timeout: 7_200_000,
  }, async () => {
    await go(place.out, realEffects);
    const good = await bytesOf(await findRun(place.out));
    await place.write({ "hull-2020/police.txt": "Inspector: We have seen a rise in knife crime.\n" });
    const reference = apart(await bytesOf(await go(`${place.out}-fresh`, realEffects)));
    const copy = async (name: string): Promise<string> => {
      const out = join(place.archive, "..", name);
      await mkdir(out);
      await cp(place.out, out, { recursive: true, verbatimSymlinks: true });
      return out;
    };
    const counted = failing(Number.POSITIVE_INFINITY, { half: false, once: false });
    await go(await copy("counted"), counted.effects);
    const deeds = counted.count();
    expect(deeds).toBeGreaterThan(60);
    const step = LONG ? 1 : Math.ceil(deeds / 3);
    for (let deed = 1; deed <= deeds; deed += step) {
      const out = await copy(`fault-${deed}`);
      const { effects } = failing(deed, { half: deed % 2 === 0, once: deed % 3 === 0 });
      const died = await go(out, effects).then(
        () => false,
        (error: { code?: string }) => error.code === "ENOSPC",
      );
      const folder = await findRun(out);
      const now = await bytesOf(folder);
      // Whatever failed, what `latest` points at is one whole run or the other.
      expect(
        [good["/mentions.csv"], reference["/mentions.csv"]].includes(now["/mentions.csv"]),
        `deed ${deed} of ${deeds}`,
      ).toBe(true);
      if (now["/mentions.csv"] === good["/mentions.csv"] && died) expect(now).toEqual(good);
      else expect(apart(now)).toEqual(reference);
      expect((await readRun(folder)).record.documents).toHaveLength(5);
      expect(apart(await bytesOf(await go(out, realEffects))), `after deed ${deed}`).toEqual(reference);
      expect((await readdir(join(out, "runs"))).filter((name) => name.startsWith("."))).toEqual([]);
      await realEffects.remove(out);
    }
  });
});
