import { readFile, stat } from "node:fs/promises";
import { parseString } from "fast-csv";
import type { z } from "zod";
import { loadLexicon } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { codeFile, loadDefinition } from "../run/index.js";
import { readRun } from "../store/index.js";
import {
  type Agreement,
  agreement,
  type CodedTwice,
  type Figure,
  HumanRow,
  HumanSentence,
} from "../triangulation/index.js";
import { columns, count, type Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

export interface AgreeOptions extends SavedOptions {
  human: string;
  sentences?: string;
  document?: string;
  json?: boolean;
}

/** `triangulum agree`: the machine's coding against a person's, by code and by facet. */
export async function agreeCommand(run: string, options: AgreeOptions, io: Io): Promise<number> {
  const definition = await loadDefinition(options.pipeline);
  const lexicon = loadLexicon(definition.lexicon, definition.overlays);
  const rows = await readCsv(options.human, HumanRow);
  const sentences = options.sentences === undefined ? rows : await readCsv(options.sentences, HumanSentence);
  const file = await stat(run).catch(() => undefined);
  const machine = file?.isFile() ? await codedNow(run, options) : await codedThen(run, options);
  const result = agreement(
    [{ rows, sentences, ...machine }],
    lexicon.concepts.map(({ id }) => id),
  );
  io.out(options.json ? `${JSON.stringify(result)}\n` : worded(result));
  return 0;
}

type Machine = Pick<CodedTwice, "machineSentences" | "mentions">;

async function codedNow(path: string, options: AgreeOptions): Promise<Machine> {
  const { text, sentences, mentions, problems } = await codeFile(path, await loadDefinition(options.pipeline));
  if (sentences.length === 0)
    throw new Stop(`${path} could not be read: ${problems.map(({ message }) => message).join(" ")}`);
  return {
    machineSentences: sentences.map(({ start, end }) => ({ start, text: text.slice(start, end) })),
    mentions: mentions.map(({ start, code, facets }) => ({ start, code, ...facets })),
  };
}

async function codedThen(run: string, options: AgreeOptions): Promise<Machine> {
  const { reviews } = await readRun(await savedFolder(run, options));
  const texts = reviews.flatMap((review) =>
    review.texts.map((text) => ({ review, text, path: `${review.meta.id}/${text.document}` })),
  );
  const chosen =
    options.document === undefined && texts.length === 1
      ? texts[0]
      : texts.find(({ path }) => path === options.document);
  if (!chosen)
    throw new Stop("Say which document of the run was coded by hand: --document REVIEW/PATH, as in run.json.");
  const { review, text } = chosen;
  return {
    machineSentences: text.sentences.map(({ start, end }) => ({ start, text: text.text.slice(start, end) })),
    mentions: review.mentions.filter(({ document }) => document === text.document),
  };
}

async function readCsv<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${path} cannot be read (${error.code}).`);
  });
  const rows: z.infer<Schema>[] = [];
  let line = 1;
  for await (const row of parseString(text, { headers: true })) {
    line++;
    const read = schema.safeParse(row);
    if (!read.success) {
      const issue = read.error.issues[0];
      throw new Stop(`${path} row ${line}: ${issue?.path.join(".")}: ${issue?.message}`);
    }
    rows.push(read.data);
  }
  return rows;
}

function worded({ sentences, notFound, outside, overall, macroF1, codes, facets }: Agreement): string {
  const used = codes.filter(({ human, machine }) => human + machine > 0);
  const places = notFound.map(({ session, line }) => `${session} line ${line}`);
  return [
    `${count(sentences, "sentence")} compared; ${notFound.length} of the sheet not found${places.length > 0 ? ` (${places.slice(0, 5).join("; ")}${places.length > 5 ? "; …" : ""})` : ""}; `,
    `${count(outside, "mention")} of the machine outside the sheet.\n\n`,
    columns([
      ["code", "human", "machine", "shared", "precision", "recall", "F1", "interval", "kappa"],
      ...used.map((one) => [one.code, one.human, one.machine, one.shared, ...figures(one)]),
      ["all rows", overall.human, overall.machine, overall.shared, ...figures(overall)],
    ]),
    `\nMacro-F1 over ${count(used.length, "code")}: ${shown(macroF1)} ${interval(macroF1)}\n\n`,
    columns([
      ["facet", "rows", "equal", "interval", "kappa", "macro-F1", "always"],
      ...facets.map((one) => [
        one.facet,
        one.rows,
        shown(one.equal),
        interval(one.equal),
        shown(one.kappa),
        shown(one.macroF1),
        one.constant ? `${one.constant.value} ${one.constant.equal.toFixed(2)}` : "",
      ]),
    ]),
  ].join("");
}

function figures({
  precision,
  recall,
  f1,
  kappa,
}: Pick<Agreement["overall"], "precision" | "recall" | "f1" | "kappa">): string[] {
  return [shown(precision), shown(recall), shown(f1), interval(f1), shown(kappa)];
}

function shown({ value }: Figure): string {
  return value === undefined ? "-" : value.toFixed(2);
}

function interval({ interval: range }: Figure): string {
  return range ? `${range.low.toFixed(2)}-${range.high.toFixed(2)}` : "";
}
