import { basename, join } from "node:path";
import { outFolder } from "../run/index.js";
import { type Effects, findRun, noteExport } from "../store/index.js";

/** Options by which a command finds a saved run. */
export interface SavedOptions {
  pipeline: string;
  out?: string;
}

/** Folder of the run that the command line names. */
export async function savedFolder(run: string, options: SavedOptions): Promise<string> {
  return findRun(await outFolder(options.pipeline, options.out), run);
}

/** Notes that sentences of a run were written out of its output folder, so that `forget` can say where they went. */
export async function noteSheet(folder: string, to: string, format: string, effects: Effects): Promise<void> {
  const at = effects.now().toISOString();
  await noteExport(join(folder, "../.."), { at, run: basename(folder), to, formats: [format] }, effects);
}
