import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openCache, pruneCache, realEffects } from "../../src/store/index.js";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "triangulum-cache-"));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const KEY = "ab12";
const file = (): string => join(out, ".cache", "ab", "ab12.json.gz");

describe("the cache", () => {
  it("gives back what was put, and nothing for another key", async () => {
    const cache = openCache(out, realEffects);
    await cache.put(KEY, { text: "Ünïcode 😀" });
    expect(await cache.get(KEY)).toEqual({ text: "Ünïcode 😀" });
    expect(await cache.get("ab13")).toBeUndefined();
  });

  const broken: [string, () => Promise<void>][] = [
    ["cut off", () => truncate(file(), 12)],
    ["empty", () => truncate(file(), 0)],
    ["of other bytes", () => writeFile(file(), "not gzip")],
    [
      "with a flipped bit",
      async () => {
        const bytes = await readFile(file());
        bytes[Math.floor(bytes.length / 2)]! ^= 1;
        await writeFile(file(), bytes);
      },
    ],
  ];
  it.each(broken)("forgets an entry that is %s", async (_name, spoil) => {
    const cache = openCache(out, realEffects);
    await cache.put(KEY, { text: "x".repeat(500) + Math.PI });
    await spoil();
    expect(await cache.get(KEY)).toBeUndefined();
  });

  it("prunes what was not used since, and half-written files whatever their age", async () => {
    const old = openCache(out, { ...realEffects, now: () => new Date(2020, 0, 1) });
    const cache = openCache(out, realEffects);
    await cache.put("ab12", 1);
    await cache.put("cd34", 2);
    await old.get("cd34");
    await writeFile(`${file()}.1-0.tmp`, "x");
    expect(await pruneCache(out, new Date(2025, 0, 1), realEffects)).toBe(2);
    expect(await readdir(join(out, ".cache"))).toEqual(["ab"]);
    expect(await cache.get("ab12")).toBe(1);
  });
});
