import { correctionsSheetOf, outFolder } from "../run/index.js";
import type { Io } from "./io.js";
import type { SavedOptions } from "./saved.js";

/** `triangulum corrections export`: corrected sentences as a coding sheet on stdout, as `agree --human` reads it. */
export async function exportCommand(options: SavedOptions & { run: string }, io: Io): Promise<number> {
  const { sheet, problems } = await correctionsSheetOf(await outFolder(options.pipeline, options.out), options.run);
  io.out(sheet);
  for (const { place, message } of problems) io.err(`${place}: ${message}\n`);
  return 0;
}
