import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Agency, Concept, Cue, Frame, Place } from "../model/index.js";

/** The lexicon and the rules that a run was made with, whole, so that a later run can say which entry made the difference. */
export interface Inputs {
  lexicon: {
    concepts: readonly Concept[];
    cues: readonly Cue[];
    macros: Readonly<Record<string, readonly string[]>>;
    places: readonly Place[];
    agencies: readonly Agency[];
    frames: readonly Frame[];
  };
  /** As the rules' file has them, section by section. */
  rules: Readonly<Record<string, unknown>>;
}

/** Path of the inputs under a run's folder. */
export const INPUTS = "data/inputs.json";

/** The inputs as they are written. */
export function inputsText({ lexicon, rules }: Inputs): string {
  const { concepts, cues, macros, places, agencies, frames } = lexicon;
  return `${JSON.stringify({ lexicon: { concepts, cues, macros, places, agencies, frames }, rules })}\n`;
}

/** Reads them from a run's folder; undefined where the run kept none. */
export async function readInputs(folder: string): Promise<Inputs | undefined> {
  const text = await readFile(join(folder, INPUTS), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : (JSON.parse(text) as Inputs);
}
