import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { TABLE_NAMES } from "./columns.js";
import { partPath } from "./parquet.js";

/** Paths, under a run's folder and sorted, of the files that are one review's own: its reports and its parts of the tables. */
export async function reviewFiles(folder: string, review: string): Promise<string[]> {
  const reports = await readdir(join(folder, "reviews", review), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const parts = await Promise.all(
    TABLE_NAMES.map(async (table) => {
      const path = partPath(table, review);
      const there = await readdir(join(folder, path, "..")).catch((): string[] => []);
      return there.includes("part.parquet") ? [path] : [];
    }),
  );
  return [
    ...reports
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
    ...parts.flat(),
  ].sort();
}

/** How many files of a run are one review's own. */
export async function countReviewFiles(folder: string, review: string): Promise<number> {
  return (await reviewFiles(folder, review)).length;
}
