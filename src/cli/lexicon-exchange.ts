import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  draftOverlay,
  EXCHANGE_FORMATS,
  exportLexicon,
  formatOf,
  IMPORT_FORMATS,
  type ImportFormat,
  importLexicon,
  lintLexicon,
  loadLexicon,
} from "../lexicon/index.js";
import { type Problem, Stop, Theme } from "../model/index.js";
import { csv, text } from "../reporting/index.js";
import { loadDefinition } from "../run/index.js";
import { count, type Io } from "./io.js";
import { worded } from "./problems.js";

interface ExchangeOptions {
  pipeline: string;
  to: string;
  format?: string;
  json?: boolean;
}

/** Larger files are not even opened. */
const LARGEST = 64 * 1024 * 1024;

/** `triangulum lexicon export`: the pipeline's lexicon as another program's dictionary. What is lost is said on stderr and counted. */
export async function exportCommand(options: ExchangeOptions, io: Io): Promise<number> {
  const format = formatNamed(options.format, options.to, EXCHANGE_FORMATS);
  const definition = await loadDefinition(options.pipeline);
  const { content, counts, problems } = await exportLexicon(
    loadLexicon(definition.lexicon, definition.overlays),
    format,
  );
  const chunks =
    typeof content === "string"
      ? [content]
      : csv(
          content.columns.map((name, index) => text<readonly string[]>(name, (row) => row[index] ?? "")),
          content.rows,
          false,
        );
  await io.effects.writeFile(options.to, chunks);
  if (options.json) io.out(`${JSON.stringify({ format, ...counts, problems })}\n`);
  else
    io.out(
      `${worded(problems)}Wrote ${count(counts.codes, "code")} and ${count(counts.wordings, "wording")} of ${counts.carried.toLocaleString("en-GB")} out of ${count(counts.terms, "term")} to ${options.to}\n`,
    );
  return 0;
}

/**
 * `triangulum lexicon import`: a dictionary as a draft overlay in a new folder, held against the lexicon by lint. Exit 2 where nothing was
 * read or lint finds an error that the lexicon alone does not have.
 */
export async function importCommand(
  file: string,
  options: ExchangeOptions & { theme: string },
  io: Io,
): Promise<number> {
  const format = formatNamed(options.format, file, IMPORT_FORMATS);
  const theme = Theme.safeParse(options.theme);
  if (!theme.success) throw new Stop(`There is no theme ${options.theme}; known: ${Theme.options.join(", ")}.`);
  if (await holdsSomething(options.to))
    throw new Stop(
      `${options.to} is there already and not empty. Give a new folder: a draft never overwrites anything.`,
    );
  const bytes = await bytesOf(file);
  const definition = await loadDefinition(options.pipeline);
  const base = loadLexicon(definition.lexicon, definition.overlays);
  const { concepts, counts, problems } = await importLexicon(bytes, format, base.concepts, theme.data);
  if (concepts.length === 0) throw new Stop(`${worded(problems)}${file}: no code was read, and nothing was written.`);
  const draft = draftOverlay(`Imported from ${basename(file)}`, concepts, base);
  for (const one of draft.files) await io.effects.writeFile(join(options.to, one.path), [one.text]);
  const found = [...problems, ...(await lintOfDraft(definition, options.to))];
  const summary = {
    ...{ format, codes: concepts.length, newCodes: draft.newCodes.length },
    ...{ wordings: counts.wordings, terms: draft.added, known: draft.known },
  };
  if (options.json) io.out(`${JSON.stringify({ ...summary, problems: found })}\n`);
  else
    io.out(
      `${worded(found)}Read ${count(counts.wordings, "wording")}: ${count(summary.codes, "code")} (${summary.newCodes} new) with ${count(draft.added, "new term")}; ${count(draft.known, "term")} known already. The draft is in ${options.to}; name it under overlays: in the pipeline when you have read it.\n`,
    );
  return found.some(({ severity, rule }) => severity === "error" && rule.startsWith("lexicon/")) ? 2 : 0;
}

/** What lint says of the lexicon with the draft laid over it and did not say without. */
async function lintOfDraft(
  definition: { lexicon: string; overlays: readonly string[] },
  folder: string,
): Promise<Problem[]> {
  const said = (one: Problem): string => `${one.rule}\0${one.place}\0${one.message}`;
  const before = new Set(lintLexicon(loadLexicon(definition.lexicon, definition.overlays)).map(said));
  const after = lintLexicon(loadLexicon(definition.lexicon, [...definition.overlays, folder]));
  return after.filter((one) => !before.has(said(one)));
}

function formatNamed<Format extends ImportFormat>(
  name: string | undefined,
  path: string,
  formats: readonly Format[],
): Format {
  const told = name ?? formatOf(path);
  const format = formats.find((one) => one === told);
  if (format !== undefined) return format;
  const known = `Give --format: ${formats.join(", ")}.`;
  if (name !== undefined && !IMPORT_FORMATS.some((one) => one === name))
    throw new Stop(`There is no format ${name}. ${known}`);
  throw new Stop(
    told === undefined
      ? `${path} does not tell its format by its name. ${known}`
      : `${told} is only read, since it holds no terms; every run writes codebook.qdc. ${known}`,
  );
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const size = await stat(file).then(
    (one) => (one.isFile() ? one.size : Number.NaN),
    () => Number.NaN,
  );
  if (Number.isNaN(size)) throw new Stop(`${file}: no such file.`);
  if (size > LARGEST) throw new Stop(`${file} is larger than ${LARGEST / 1024 / 1024} MiB. Split the dictionary.`);
  return readFile(file);
}

async function holdsSomething(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (names) => names.length > 0,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
}
