import { readFile } from "node:fs/promises";
import { loadRules } from "../findings/index.js";
import { Stop } from "../model/index.js";
import type { Definition } from "./pipeline.js";

/**
 * The finding rules that a pipeline names, with their text as it stands in the file. Throws a `Stop` that names the file and the entry of the
 * pipeline when they cannot be read, and what `loadRules` throws when they are wrong.
 */
export async function readRules(
  pipeline: Pick<Definition, "rules" | "file">,
): Promise<{ text: string; rules: ReturnType<typeof loadRules> }> {
  const text = await readFile(pipeline.rules, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `${pipeline.rules}: the finding rules cannot be read (${error.code}). Correct \`rules:\` in ${pipeline.file}.`,
    );
  });
  return { text, rules: loadRules(text, pipeline.rules) };
}
