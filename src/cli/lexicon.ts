import { type Lexicon, lexiconStats, lintLexicon, loadLexicon } from "../lexicon/index.js";
import { loadDefinition, type TermUse, termUse } from "../run/index.js";
import { readRun } from "../store/index.js";
import { columns, count, type Io } from "./io.js";
import { worded } from "./problems.js";
import { savedFolder } from "./saved.js";

export interface LexiconOptions {
  pipeline: string;
  json?: boolean;
}

async function open(options: LexiconOptions): Promise<Lexicon> {
  const definition = await loadDefinition(options.pipeline);
  return loadLexicon(definition.lexicon, definition.overlays);
}

/** `triangulum lexicon lint`: exit 2 where a problem would stop a run. */
export async function lintCommand(options: LexiconOptions, io: Io): Promise<number> {
  const problems = lintLexicon(await open(options));
  if (options.json) io.out(`${JSON.stringify(problems)}\n`);
  else io.out(`${worded(problems)}${count(problems.length, "problem")} in the lexicon.\n`);
  return problems.some(({ severity }) => severity === "error") ? 2 : 0;
}

/** `triangulum lexicon stats`; with `--run`, also how the terms did in that run. */
export async function statsCommand(options: LexiconOptions & { run?: string; out?: string }, io: Io): Promise<number> {
  const lexicon = await open(options);
  const { termsByCode, ...totals } = lexiconStats(lexicon);
  const saved = options.run === undefined ? undefined : await readRun(await savedFolder(options.run, options));
  const use = saved && termUse(lexicon, saved.reviews);
  if (saved && saved.record.hashes.lexicon !== lexicon.hash)
    io.err(
      "The run was made with another lexicon than the one that the pipeline names now: a term that came since has matched nothing in it.\n",
    );
  if (options.json)
    io.out(
      `${JSON.stringify({ ...totals, termsByCode, hash: lexicon.hash, ...(saved && { run: saved.record.run, ...use }) })}\n`,
    );
  else
    io.out(
      `${lexicon.title} ${lexicon.version}\n${columns(Object.entries(totals).map(([name, number]) => [`  ${name}`, number]))}\n` +
        columns(Object.entries(termsByCode).map(([code, terms]) => [`  ${code}`, terms])) +
        (use ? useInWords(use) : ""),
    );
  return 0;
}

function useInWords({ neverMatched, carriedByOne }: TermUse): string {
  const never = neverMatched.map(({ code, term, setAside }) => [
    `  ${code}`,
    term,
    setAside > 0 ? `set aside ${setAside} times` : "",
  ]);
  const alone = carriedByOne.map(({ code, term, mentions, of }) => [`  ${code}`, term, `${mentions} of ${of}`]);
  return (
    `\n${count(never.length, "term")} without a mention in the run\n${columns(never)}` +
    `\n${count(alone.length, "code")} carried by one term: 80 % or more of the mentions that are evidence\n${columns(alone)}`
  );
}
