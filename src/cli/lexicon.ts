import { type Lexicon, lexiconStats, lintLexicon, loadLexicon } from "../lexicon/index.js";
import { loadDefinition } from "../run/index.js";
import { columns, count, type Io } from "./io.js";
import { worded } from "./problems.js";

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

/** `triangulum lexicon stats`. */
export async function statsCommand(options: LexiconOptions, io: Io): Promise<number> {
  const lexicon = await open(options);
  const { termsByCode, ...totals } = lexiconStats(lexicon);
  if (options.json) io.out(`${JSON.stringify({ ...totals, termsByCode, hash: lexicon.hash })}\n`);
  else
    io.out(
      `${lexicon.title} ${lexicon.version}\n${columns(Object.entries(totals).map(([name, number]) => [`  ${name}`, number]))}\n` +
        columns(Object.entries(termsByCode).map(([code, terms]) => [`  ${code}`, terms])),
    );
  return 0;
}
