import { outFolder } from "../run/index.js";
import { findRun } from "../store/index.js";

/** Options by which a command finds a saved run. */
export interface SavedOptions {
  pipeline: string;
  out?: string;
}

/** Folder of the run that the command line names. */
export async function savedFolder(run: string, options: SavedOptions): Promise<string> {
  return findRun(await outFolder(options.pipeline, options.out), run);
}
