import { readFile } from "node:fs/promises";
import { Stop } from "../model/index.js";
import { outFolder } from "../run/index.js";
import { appendDecisions, parseDecisions, readDecisions } from "../store/index.js";
import { count, type Io } from "./io.js";
import type { SavedOptions } from "./saved.js";

/** `triangulum decisions export`: the log as JSON lines on stdout. */
export async function exportCommand(options: SavedOptions, io: Io): Promise<number> {
  const { decisions, problems } = await readDecisions(await outFolder(options.pipeline, options.out));
  for (const decision of decisions) io.out(`${JSON.stringify(decision)}\n`);
  for (const { place, message } of problems) io.err(`${place}: ${message}\n`);
  return 0;
}

/** `triangulum decisions import FILE`: adds what is not known yet, in the file's order; nothing when a line cannot be read. */
export async function importCommand(file: string, options: SavedOptions, io: Io): Promise<number> {
  const out = await outFolder(options.pipeline, options.out);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${file} cannot be read (${error.code}). Give a file written by: triangulum decisions export`);
  });
  const { decisions, problems } = parseDecisions(text, file);
  if (problems.length > 0) throw new Stop(problems.map(({ place, message }) => `${place}: ${message}`).join("\n"));
  const known = new Set((await readDecisions(out)).decisions.map((decision) => JSON.stringify(decision)));
  const fresh = decisions.filter((decision) => !known.has(JSON.stringify(decision)));
  await appendDecisions(out, fresh, io.effects);
  io.out(`Added ${count(fresh.length, "decision")}; ${decisions.length - fresh.length} known already.\n`);
  return 0;
}
