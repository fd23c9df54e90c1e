import { readFile } from "node:fs/promises";
import { Stop } from "../model/index.js";
import { correctionsSheetOf, importCorrections, outFolder } from "../run/index.js";
import { count, type Io } from "./io.js";
import { noteSheet, type SavedOptions, savedFolder } from "./saved.js";

/** `triangulum corrections export`: corrected sentences as a coding sheet on stdout, as `agree --human` reads it. */
export async function exportCommand(options: SavedOptions & { run: string }, io: Io): Promise<number> {
  const { sheet, problems } = await correctionsSheetOf(await outFolder(options.pipeline, options.out), options.run);
  await noteSheet(await savedFolder(options.run, options), "standard output", "corrections", io.effects);
  io.out(sheet);
  for (const { place, message } of problems) io.err(`${place}: ${message}\n`);
  return 0;
}

/**
 * `triangulum corrections import FILE`: takes what was corrected in report.html, as its page hands it out.
 *
 * @returns 1 when a line was refused.
 */
export async function importCommand(file: string, options: SavedOptions & { run: string }, io: Io): Promise<number> {
  const out = await outFolder(options.pipeline, options.out);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `${file} cannot be read (${error.code}). Give a file that the corrections page of report.html wrote.`,
    );
  });
  const { taken, known, refused } = await importCorrections(out, options.run, text, io.effects);
  for (const { line, message } of refused) io.err(`${file} line ${line}: ${message}\n`);
  io.out(`Added ${count(taken, "correction")}; ${known} known already, ${refused.length} refused.\n`);
  return refused.length === 0 ? 0 : 1;
}
