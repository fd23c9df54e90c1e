import { readdir, readFile, rmdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip as gunzipCallback, gzip as gzipCallback } from "node:zlib";
import type { Effects } from "./effects.js";

const gunzip = promisify(gunzipCallback);
const gzip = promisify(gzipCallback);

/** What is kept between nights so that an unchanged document is not read again. May be deleted at any time. */
export interface Cache {
  /** What was put under a key, or undefined: never put, deleted, or no longer whole. */
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  /** Whether something stands under a key, which then counts as used tonight; it is not opened, so it may still be torn. */
  touch(key: string): Promise<boolean>;
}

/**
 * The cache of an output folder: one compressed file a key, whose checksum (gzip's CRC-32) tells a whole file from a torn one.
 * Keys are hexadecimal hashes over everything that the value depends on, so an entry is never stale, only unused.
 */
export function openCache(out: string, effects: Effects): Cache {
  const place = (key: string): string => join(out, ".cache", key.slice(0, 2), `${key}.json.gz`);
  let writes = 0;
  const use = (key: string): Promise<void> => {
    const now = effects.now();
    return utimes(place(key), now, now);
  };
  return {
    touch: (key) =>
      use(key).then(
        () => true,
        () => false,
      ),
    async get(key) {
      const path = place(key);
      try {
        const value: unknown = JSON.parse((await gunzip(await readFile(path))).toString("utf8"));
        await use(key);
        return value;
      } catch {
        return undefined;
      }
    },
    async put(key, value) {
      const path = place(key);
      const temporary = `${path}.${process.pid}-${writes++}.tmp`;
      await effects.writeFile(temporary, [await gzip(JSON.stringify(value), { level: 1 })]);
      await effects.rename(temporary, path);
    },
  };
}

/** Removes what no run has used since `before`, and what was left half-written. Returns how many files went. */
export async function pruneCache(out: string, before: Date, effects: Effects): Promise<number> {
  const root = join(out, ".cache");
  let removed = 0;
  for (const shelf of await readdir(root).catch(() => [])) {
    for (const name of await readdir(join(root, shelf)).catch(() => [])) {
      const path = join(root, shelf, name);
      if (!name.endsWith(".tmp") && (await stat(path)).mtime >= before) continue;
      await effects.remove(path);
      removed++;
    }
    await rmdir(join(root, shelf)).catch(() => {});
  }
  return removed;
}
