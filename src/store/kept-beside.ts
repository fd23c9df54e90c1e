import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { AGREEMENT, PROPOSALS } from "./corrections.js";
import type { Effects } from "./effects.js";

/**
 * Removes what lies beside the runs and rests on what is forgotten: proposals of terms that quote it, and the kept figures of agreement, which
 * were reckoned with its mentions and can be reckoned again. The caller holds the lock.
 *
 * @param quotes whether a text quotes what is forgotten.
 * @returns what was removed, by its path under the output folder.
 */
export async function removeBeside(
  out: string,
  quotes: (text: string) => boolean,
  effects: Effects,
): Promise<string[]> {
  const removed: string[] = [];
  const remove = async (path: string): Promise<void> => {
    await effects.remove(join(out, path));
    removed.push(path);
  };
  for (const name of (await readdir(join(out, PROPOSALS)).catch(() => [])).sort()) {
    const texts = await textsIn(join(out, PROPOSALS, name));
    if (texts.some(quotes)) await remove(`${PROPOSALS}/${name}`);
  }
  if ((await readFile(join(out, AGREEMENT)).catch(() => undefined)) !== undefined) await remove(AGREEMENT);
  return removed;
}

async function textsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")),
  );
}
