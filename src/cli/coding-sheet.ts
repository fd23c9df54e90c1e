import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { loadLexicon } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { codingSheet, codingSheetProject } from "../reporting/index.js";
import { loadDefinition } from "../run/index.js";
import { seededRandom, shuffle } from "../statistics/index.js";
import { codedThen, lineAt } from "./coded-by-machine.js";
import { count, type Io } from "./io.js";
import { noteSheet, type SavedOptions, savedFolder } from "./saved.js";

/** Fewest words of a sentence that is worth a coder's time. */
const FEWEST_WORDS = 3;

/**
 * `triangulum agree --sheet N`: sentences for a second coder, drawn by a seed from what participants said and notes say in a saved run, in the order of the
 * texts. The same run and seed give the same sheet; it shows no coding of the machine's. With `--qdpx`, the same sentences also as a new
 * project with the codebook, for coding in NVivo and others.
 */
export async function sheetCommand(
  run: string,
  options: SavedOptions & { sheet: number; seed: number; document?: string; qdpx?: string },
  io: Io,
): Promise<number> {
  if (options.qdpx !== undefined) await refuseTaken(options.qdpx);
  const documents = (await codedThen(run, options)).filter(
    ({ path }) => options.document === undefined || path === options.document,
  );
  if (documents.length === 0) throw new Stop(`The run holds no document ${options.document ?? "at all"}.`);
  const sentences = documents.flatMap(({ path, text, sentences }) => {
    const line = lineAt(text);
    return sentences
      .filter(({ session, interviewer }) => session !== "" && !interviewer)
      .map(({ start, end, session }) => ({
        ...{ document: path, session, line: line(start), sentence: text.slice(start, end).replace(/\s+/g, " ") },
      }))
      .filter(({ sentence }) => (sentence.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_WORDS);
  });
  const places = shuffle([...sentences.keys()], seededRandom(options.seed)).slice(0, options.sheet);
  const drawn = places.sort((a, b) => a - b).flatMap((place) => sentences[place] ?? []);
  if (options.qdpx !== undefined) {
    const definition = await loadDefinition(options.pipeline);
    const { concepts } = loadLexicon(definition.lexicon, definition.overlays);
    const codebook = { concepts, qdaFacets: definition.reports.qda_facets };
    await io.effects.writeFile(options.qdpx, [codingSheetProject(codebook, drawn)]);
  }
  await noteSheet(await savedFolder(run, options), options.qdpx ?? "standard output", "coding sheet", io.effects);
  for (const chunk of codingSheet(drawn)) io.out(chunk);
  io.err(
    `${count(drawn.length, "sentence")} of ${count(sentences.length, "sentence")}, seed ${options.seed}. Copy a row for a further code; leave the code empty where there is none; hand it back with --human.\n`,
  );
  return 0;
}

/** A project that somebody may have coded is never overwritten, and only .qdpx is taken back as a project. */
async function refuseTaken(path: string): Promise<void> {
  if (extname(path).toLowerCase() !== ".qdpx") throw new Stop(`${path}: a project's name ends in .qdpx.`);
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Stop(`${path} cannot be written (${error.code}).`);
  });
  if (there) throw new Stop(`${path} is there already and may hold codings. Give a new name.`);
}
