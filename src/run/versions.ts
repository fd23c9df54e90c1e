import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCE = fileURLToPath(new URL("../", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));

/** Folders and files (without their endings) whose code decides what is read of a document, and what is coded in it. */
const TEXT = [
  "model",
  "ingest",
  "language",
  "privacy",
  "run/document",
  "run/fingerprint",
  "run/practice-words",
  "run/words",
];
const CODING = ["coding", "lexicon"];
const REST = ["archive", "findings", "reporting", "run", "statistics", "store", "triangulation"];

/** Versions of the program as run.json records them and the cache is keyed by them. */
export interface Versions {
  /** package.json's version. */
  program: string;
  /** Hash of all that turns bytes into masked text. */
  text: string;
  /** Hash of all that turns masked text into mentions. */
  coding: string;
  /** Hash of everything else that makes results. */
  results: string;
}

/**
 * The versions of the running program: hashes of its own files, so that a change of code, however small, is noticed without
 * anybody raising a number. The libraries' versions are part of each.
 */
export async function readVersions(): Promise<Versions> {
  const { version, dependencies } = JSON.parse(await readFile(PACKAGE, "utf8")) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const libraries = JSON.stringify(Object.entries(dependencies).sort());
  const files = await sourceFiles();
  const of = async (places: readonly string[]): Promise<string> => {
    const hash = createHash("sha256").update(libraries);
    for (const file of files) {
      if (!places.some((place) => file.startsWith(`${place}/`) || file.startsWith(`${place}.`))) continue;
      hash
        .update(file)
        .update("\0")
        .update(await readFile(join(SOURCE, file)))
        .update("\0");
    }
    return hash.digest("hex").slice(0, 16);
  };
  const [text, coding, results] = await Promise.all([of(TEXT), of(CODING), of(REST)]);
  return { program: version, text, coding, results };
}

/** Every module of the program as it runs (built or not), by its path under the source folder, sorted. */
async function sourceFiles(): Promise<string[]> {
  const entries = await readdir(SOURCE, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(SOURCE, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
