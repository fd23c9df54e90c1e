import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import { readYaml } from "../lexicon/index.js";
import { Pipeline, Stop } from "../model/index.js";

/** What the command line may say over a pipeline definition. */
export interface Overrides {
  archive?: string;
  out?: string;
  workers?: number;
}

/** A pipeline definition with every path absolute and every default filled. */
export interface LoadedPipeline extends Pipeline {
  archive: string;
  out: string;
  workers: number;
  /** sha256 of the definition's bytes. */
  hash: string;
  /** The definition's own path, for messages. */
  file: string;
}

/**
 * Reads a pipeline definition. Paths in it count from its folder; those of the command line from where it was typed.
 *
 * @throws Stop when it cannot be read, holds an unknown key or a wrong value, or names no archive or out folder.
 */
export async function loadPipeline(file: string, overrides: Overrides = {}): Promise<LoadedPipeline> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `${file}: this pipeline definition cannot be read (${error.code}). Give --pipeline the path of a YAML file.`,
    );
  });
  const definition = readYaml(text, file, Pipeline);
  const from = (path: string): string => resolve(dirname(file), path);
  const folder = (name: "archive" | "out"): string => {
    if (overrides[name] !== undefined) return resolve(overrides[name]);
    if (definition[name] !== undefined) return from(definition[name]);
    throw new Stop(`${file} names no ${name} folder. Write \`${name}:\` into it or give --${name}.`);
  };
  return {
    ...definition,
    archive: folder("archive"),
    out: folder("out"),
    lexicon: from(definition.lexicon),
    overlays: definition.overlays.map(from),
    rules: from(definition.rules),
    workers: overrides.workers ?? definition.workers ?? Math.max(1, availableParallelism() - 1),
    hash: createHash("sha256").update(text).digest("hex"),
    file,
  };
}
