import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { loadLexicon } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { disagreementsSheet } from "../reporting/index.js";
import { loadDefinition, outFolder } from "../run/index.js";
import { keepAgreement } from "../store/index.js";
import { type Agreement, agreement, type CodedTwice, disagreements } from "../triangulation/index.js";
import { worded } from "./agreement-tables.js";
import { type HumanCoding, type HumanDocument, readCodingSheet } from "./coded-by-hand.js";
import { codedNow, codedThen, type MachineDocument } from "./coded-by-machine.js";
import { readCodedProject } from "./coded-in-project.js";
import { sheetCommand } from "./coding-sheet.js";
import { count, type Io } from "./io.js";
import { worded as wordedProblems } from "./problems.js";
import type { SavedOptions } from "./saved.js";
import { noteSheet, savedFolder } from "./saved.js";

export interface AgreeOptions extends SavedOptions {
  human?: string;
  sentences?: string;
  document?: string;
  sheet?: number;
  qdpx?: string;
  seed: number;
  disagreements?: string;
  json?: boolean;
  keep?: boolean;
}

/** `triangulum agree`: the machine's coding against a person's, by code, facet and session; with `--sheet`, a blank sheet for that person. */
export async function agreeCommand(run: string, options: AgreeOptions, io: Io): Promise<number> {
  const { human: path, sheet } = options;
  if (sheet !== undefined && path !== undefined) throw new Stop("Give either --sheet or --human, not both.");
  if (sheet === undefined && options.qdpx !== undefined)
    throw new Stop("--qdpx writes the sheet as a project too: give --sheet N with it.");
  if (sheet !== undefined) return sheetCommand(run, { ...options, sheet }, io);
  if (path === undefined)
    throw new Stop("Give --human FILE (a coding sheet as .csv, or a project as .qdpx), or --sheet N to draw a sheet.");
  const definition = await loadDefinition(options.pipeline);
  const { concepts } = loadLexicon(definition.lexicon, definition.overlays);
  const human =
    extname(path).toLowerCase() === ".qdpx"
      ? await readCodedProject(path, concepts, definition.limits)
      : await readCodingSheet(path, options.sentences);
  const file = await stat(run).catch(() => undefined);
  const machine = file?.isFile() ? [await codedNow(run, options)] : await codedThen(run, options);
  const { pairs, paths, unmatched } = paired(human, machine, options.document);
  if (human.problems.length > 0) io.err(wordedProblems(human.problems));
  if (unmatched.length > 0) io.err(`Coded by hand, but not found in the run: ${unmatched.join(", ")}\n`);
  const codes = concepts.map(({ id }) => id);
  const made = agreement(pairs, codes);
  const result = human.facets ? made : { ...made, facets: [] };
  if (options.disagreements !== undefined) {
    // The path of a file that is coded now is the caller's, and may name a person.
    const rows = disagreements(pairs, codes)
      .filter(({ facet }) => facet === "" || human.facets)
      .map((row) => ({ ...row, document: file?.isFile() ? "" : (paths[row.document] ?? "") }));
    await io.effects.writeFile(options.disagreements, disagreementsSheet(rows));
    if (!file?.isFile())
      await noteSheet(await savedFolder(run, options), options.disagreements, "disagreements", io.effects);
    io.err(`${count(rows.length, "disagreement")} written to ${options.disagreements}\n`);
  }
  if (options.keep) await keepFigures(made, options, io);
  io.out(options.json ? `${JSON.stringify({ ...result, documents: paths })}\n` : worded(result, paths));
  return 0;
}

/** Keeps what the pages show of an agreement: which codes are in doubt. */
async function keepFigures({ codes }: Agreement, options: SavedOptions, io: Io): Promise<void> {
  const used = codes.filter(({ human, machine }) => human + machine > 0);
  const figures = used.map(({ code, human, machine, precision, recall }) => ({
    ...{ code, human, machine, precision: precision.value, recall: recall.value },
  }));
  const out = await outFolder(options.pipeline, options.out);
  await keepAgreement(out, { at: io.effects.now().toISOString(), codes: figures }, io.effects);
}

/** Each document that was coded by hand beside the same one of the machine's. */
function paired(
  { documents }: HumanCoding,
  machine: readonly MachineDocument[],
  chosen: string | undefined,
): { pairs: CodedTwice[]; paths: string[]; unmatched: string[] } {
  const pairs: CodedTwice[] = [];
  const paths: string[] = [];
  const unmatched: string[] = [];
  for (const { name, rows, sentences } of documents) {
    const found = sameDocument(name, documents, machine, chosen);
    if (found === undefined) {
      unmatched.push(name);
      continue;
    }
    paths.push(found.path);
    pairs.push({
      rows,
      sentences: [...sentences, ...rows],
      machineSentences: found.sentences.map(({ start, end, session }) => ({
        ...{ start, session, text: found.text.slice(start, end) },
      })),
      mentions: found.mentions,
    });
  }
  if (pairs.length === 0)
    throw new Stop("Say which document of the run was coded by hand: --document REVIEW/PATH, as in run.json.");
  return { pairs, paths, unmatched };
}

/** The one that is named, or the only one there is; else the only one of that path, of that file name, or of that name without its ending. */
function sameDocument(
  name: string,
  documents: readonly HumanDocument[],
  machine: readonly MachineDocument[],
  chosen: string | undefined,
): MachineDocument | undefined {
  if (chosen !== undefined && (documents.length === 1 || name === chosen))
    return machine.find(({ path }) => path === chosen);
  if (machine.length === 1 && documents.length === 1) return machine[0];
  const bare = (path: string) => (path.split("/").at(-1) ?? "").toLowerCase();
  const stem = (path: string) => bare(path).replace(/\.[a-z0-9]{1,5}$/, "");
  for (const same of [
    (path: string) => path === name,
    (path: string) => path.slice(path.indexOf("/") + 1) === name,
    (path: string) => bare(path) === bare(name),
    (path: string) => stem(path) === stem(name),
  ]) {
    const found = machine.filter(({ path }) => same(path));
    if (found.length === 1) return found[0];
  }
  return undefined;
}
