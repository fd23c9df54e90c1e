import { loadLexicon } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { csv, figure, text } from "../reporting/index.js";
import { loadDefinition, type Suggestions, suggestTerms } from "../run/index.js";
import { readRun } from "../store/index.js";
import type { Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

export interface SuggestOptions extends SavedOptions {
  run: string;
  code?: string;
  top: number;
  json?: boolean;
}

/** One suggestion as a row; what its kind does not have is undefined. */
interface Row {
  kind: "beside" | "near-miss";
  code: string;
  words: string;
  word?: string;
  terms?: readonly string[];
  ordinary?: boolean;
  similarity?: number;
  g2?: number;
  uses?: number;
  documents: number;
  of?: number;
  beside: number;
  elsewhere?: number;
  elsewhereOf?: number;
  contexts: readonly { review: string; document: string; line: string }[];
}

/**
 * `triangulum lexicon suggest`: what the lexicon may lack, told by a saved run, as CSV: uncoded words beside each code, and near-misses of its
 * terms. Nothing is changed by it.
 */
export async function suggestCommand(options: SuggestOptions, io: Io): Promise<number> {
  const definition = await loadDefinition(options.pipeline);
  const lexicon = loadLexicon(definition.lexicon, definition.overlays);
  const known = lexicon.concepts.map(({ id }) => id);
  if (options.code !== undefined && !known.includes(options.code))
    throw new Stop(`There is no code ${options.code} in the lexicon. Its codes: ${known.join(", ")}.`);
  const saved = await readRun(await savedFolder(options.run, options));
  const codes = options.code === undefined ? known : [options.code];
  const told = suggestTerms(saved.reviews, lexicon, codes, options.top);
  if (saved.record.hashes.lexicon !== lexicon.hash)
    io.err(
      "The run was made with another lexicon than the one that the pipeline names now: what was added since may be suggested again.\n",
    );
  if (options.json) io.out(`${JSON.stringify({ run: saved.record.run, ...told })}\n`);
  else for (const piece of csv(COLUMNS, rowsOf(told, codes), false)) io.out(piece);
  return 0;
}

const COLUMNS = [
  text<Row>("code", ({ code }) => code),
  text<Row>("kind", ({ kind }) => kind),
  text<Row>("words", ({ words }) => words),
  text<Row>("nearly", ({ word = "" }) => word),
  text<Row>("terms", ({ terms = [] }) => terms.join("; ")),
  text<Row>("english", ({ ordinary }) => (ordinary === undefined ? "" : ordinary ? "yes" : "no")),
  figure<Row>("similarity", ({ similarity }) => similarity),
  figure<Row>("g2", ({ g2 }) => g2),
  figure<Row>("uses", ({ uses }) => uses),
  figure<Row>("documents", ({ documents }) => documents),
  figure<Row>("documents_beside", ({ beside }) => beside),
  figure<Row>("of", ({ of }) => of),
  figure<Row>("documents_elsewhere", ({ elsewhere }) => elsewhere),
  figure<Row>("elsewhere_of", ({ elsewhereOf }) => elsewhereOf),
  ...[0, 1, 2].map((place) => text<Row>(`context_${place + 1}`, ({ contexts }) => lineOf(contexts[place]))),
];

function lineOf(context: Row["contexts"][number] | undefined): string {
  return context === undefined ? "" : `${context.review}/${context.document}: ${context.line}`;
}

/** Code by code, what stands beside it and then what is nearly its own. */
function rowsOf({ beside, nearMisses }: Suggestions, codes: readonly string[]): Row[] {
  const rows = new Map<string, Row[]>(codes.map((code) => [code, []]));
  for (const one of beside)
    rows.get(one.code)?.push({ ...one, kind: "beside", documents: one.holding, beside: one.documents });
  for (const { form, ...one } of nearMisses) rows.get(one.code)?.push({ ...one, kind: "near-miss", words: form });
  return [...rows.values()].flat();
}
