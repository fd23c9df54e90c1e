import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Concept, Frame, Place } from "../model/index.js";

/** The codes and frames that a run was made with, so that its reports can be made again whatever became of the lexicon. */
export interface Codebook {
  /** In codebook order. */
  concepts: readonly Concept[];
  frames: readonly Frame[];
  /** The gazetteer, by which areas are rolled up to regions. Runs of before it was kept have none. */
  places: readonly Place[];
}

/** Path of the codebook under a run's folder. */
export const CODEBOOK = "data/codebook.json";

/** What reports need of a lexicon: codes without their terms. */
export function codesAlone({ concepts, frames, places }: Codebook): Codebook {
  return { concepts: concepts.map((concept) => ({ ...concept, terms: [], unless: [] })), frames, places };
}

/** Reads the codebook of a run from its folder. */
export async function readCodebook(folder: string): Promise<Codebook> {
  const codebook = JSON.parse(await readFile(join(folder, CODEBOOK), "utf8")) as Codebook;
  return { ...codebook, places: codebook.places ?? [] };
}
