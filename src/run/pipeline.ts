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
export interface LoadedPipeline extends Definition {
  archive: string;
  out: string;
  workers: number;
}

/** A pipeline definition as far as it goes without an archive: paths absolute, defaults filled. */
export interface Definition extends Pipeline {
  /** sha256 of the definition's bytes. */
  hash: string;
  /** Its own path, for messages. */
  file: string;
}

/**
 * Reads a pipeline definition, whose paths count from its folder.
 *
 * @throws Stop when it cannot be read, holds an unknown key or a wrong value.
 */
export async function loadDefinition(file: string): Promise<Definition> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `${file}: this pipeline definition cannot be read (${error.code}). Give --pipeline the path of a YAML file.`,
    );
  });
  const definition = readYaml(text, file, Pipeline);
  const from = (path: string): string => resolve(dirname(file), path);
  return {
    ...definition,
    archive: definition.archive && from(definition.archive),
    out: definition.out && from(definition.out),
    lexicon: from(definition.lexicon),
    overlays: definition.overlays.map(from),
    rules: from(definition.rules),
    national: {
      ...definition.national,
      rules: from(definition.national.rules),
      ...(definition.national.compare && { compare: from(definition.national.compare) }),
    },
    assessment: from(definition.assessment),
    operator: {
      ...definition.operator,
      metrics: definition.operator.metrics && from(definition.operator.metrics),
    },
    hash: createHash("sha256").update(text).digest("hex"),
    file,
  };
}

/** The archive or output folder that a definition names, unless the command line names another. Throws Stop when neither does. */
function folderOf(name: "archive" | "out", definition: Definition, override: string | undefined): string {
  const folder = override === undefined ? definition[name] : resolve(override);
  if (folder === undefined)
    throw new Stop(`${definition.file} names no ${name} folder. Write \`${name}:\` into it or give --${name}.`);
  return folder;
}

/** Output folder of a pipeline, for commands that read saved runs. */
export async function outFolder(file: string, override: string | undefined): Promise<string> {
  return override === undefined ? folderOf("out", await loadDefinition(file), undefined) : resolve(override);
}

/** Archive folder of a pipeline. */
export async function archiveFolder(file: string, override: string | undefined): Promise<string> {
  return override === undefined ? folderOf("archive", await loadDefinition(file), undefined) : resolve(override);
}

/**
 * Reads a pipeline definition. Paths in it count from its folder; those of the command line from where it was typed.
 *
 * @throws Stop when it cannot be read, holds an unknown key or a wrong value, or names no archive or out folder.
 */
export async function loadPipeline(file: string, overrides: Overrides = {}): Promise<LoadedPipeline> {
  const definition = await loadDefinition(file);
  return {
    ...definition,
    archive: folderOf("archive", definition, overrides.archive),
    out: folderOf("out", definition, overrides.out),
    workers: overrides.workers ?? definition.workers ?? Math.max(1, availableParallelism() - 1),
  };
}
