import { type Lexicon, lintLexicon, loadLexicon } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { judgedBy, keptTextsOf, loadDefinition, outFolder, previewLexicon } from "../run/index.js";
import { readCorrections, readRun } from "../store/index.js";
import { columns, count, cut, type Io } from "./io.js";
import { worded } from "./problems.js";
import { type SavedOptions, savedFolder } from "./saved.js";

export interface PreviewOptions extends SavedOptions {
  run: string;
  lexicon?: string;
  overlay?: string[];
  examples: number;
  json?: boolean;
}

type Told = ReturnType<typeof previewLexicon>;

/** Widest quote that is shown, around the mention. */
const WIDTH = 110;

/**
 * `triangulum lexicon preview`: what an edited lexicon gains and loses on the texts of a saved run, by review, before a run adopts it; and what
 * becomes of the mentions that analysts judged.
 */
export async function previewCommand(options: PreviewOptions, io: Io): Promise<number> {
  const { lexicon, overlay = [] } = options;
  if (lexicon === undefined && overlay.length === 0)
    throw new Stop(
      "Say what was edited: --lexicon DIR for an edited copy of the lexicon, or --overlay DIR for a local one to be laid over it.",
    );
  const definition = await loadDefinition(options.pipeline);
  const base = loadLexicon(definition.lexicon, definition.overlays);
  const edited = loadLexicon(lexicon ?? definition.lexicon, [...definition.overlays, ...overlay]);
  const problems = lintLexicon(edited);
  const idle = problems.filter(({ rule }) => rule === "lexicon/idle-drop");
  if (idle.length > 0) io.err(worded(idle));
  const severe = problems.filter(({ severity }) => severity === "error");
  if (severe.length > 0) throw new Stop(`The edited lexicon cannot be used:\n${worded(severe).trimEnd()}`);
  const saved = await readRun(await savedFolder(options.run, options));
  const told = previewLexicon(await keptTextsOf(saved), base, edited);
  const { corrections } = await readCorrections(await outFolder(options.pipeline, options.out));
  const judged = judgedBy(told, corrections);
  if (options.json) io.out(`${JSON.stringify({ run: saved.record.run, ...told, judged })}\n`);
  else {
    io.out(inWords(told, edited, options.examples));
    if (judged.length > 0)
      io.out(
        `\nOf what analysts judged\n${columns(judged.map(({ kind, of, now }) => [`  ${ANSWERS[kind]}`, `${now} of ${of}`]))}`,
      );
    if (saved.record.hashes.lexicon !== base.hash)
      io.err(
        "The run was made with another lexicon than the one that the pipeline names now; only the edit is told here.\n",
      );
  }
  return 0;
}

/** What of each kind of correction an edit can answer. */
const ANSWERS = {
  wrong: "wrong mentions that go",
  missing: "missing mentions that are found",
  right: "right mentions that are lost",
} as const;

function inWords(told: Told, { concepts }: Lexicon, examples: number): string {
  const { gained, lost, changed, reviews, documents, touched } = told;
  const head = `${count(gained.length, "mention")} gained, ${lost.length} lost, ${changed.length} read differently, in ${touched} of ${count(documents, "document")}.\n`;
  if (reviews.length === 0) return `${head}The edit changes nothing in this run.\n`;
  const labels = new Map(concepts.map(({ id, prefLabel }) => [id, prefLabel]));
  const verdict = ({ verdictBefore, verdictAfter }: Told["reviews"][number]): string =>
    verdictBefore === verdictAfter ? verdictAfter : `${verdictBefore} -> ${verdictAfter}`;
  const rows = reviews.map((row) => [
    row.review,
    labels.get(row.code) ?? row.code,
    ...[row.before, row.gained, row.lost, row.changed, row.after],
    verdict(row),
  ]);
  const table = columns([["review", "code", "evidence", "gained", "lost", "changed", "after", "verdict"], ...rows]);
  return [head, "\n", table, ...reviewExamples(told, examples)].join("");
}

/** A few quotes of each review, with the mention in brackets: `+` comes, `-` goes, `~` reads differently. */
function reviewExamples({ gained, lost, changed }: Told, most: number): string[] {
  const marked = [
    ...gained.map((one) => ({ sign: "+", one, more: "" })),
    ...lost.map((one) => ({ sign: "-", one, more: "" })),
    ...changed.map((one) => ({
      sign: "~",
      one,
      more: `  (${one.facets.map(({ facet, before, after }) => `${facet} ${before} -> ${after}`).join(", ")})`,
    })),
  ];
  const byReview = new Map<string, typeof marked>();
  for (const each of marked) byReview.set(each.one.review, [...(byReview.get(each.one.review) ?? []), each]);
  return [...byReview].flatMap(([review, list]) => {
    const signs = ["+", "-", "~"].map((sign) => list.filter((each) => each.sign === sign));
    const shown = signs.flatMap((own) => own.slice(0, most));
    if (shown.length === 0) return [];
    const lines = shown.map(({ sign, one, more }) => {
      const why = one.excluded === "" ? "" : `  [no evidence: ${one.excluded}]`;
      return `  ${sign} ${inContext(one.quote, one.at)}  ${one.code}${more}${why}\n`;
    });
    const left = list.length - shown.length;
    return [`\n${review}\n`, ...lines, left > 0 ? `  … and ${left} more (--examples, or --json for all)\n` : ""];
  });
}

function inContext(quote: string, [from, to]: [number, number]): string {
  const room = Math.max(10, Math.floor((WIDTH - (to - from)) / 2));
  const flat = (text: string): string => text.replace(/\s+/g, " ");
  const before = flat(quote.slice(0, from));
  const left = before.length > room ? `…${before.slice(before.length - room)}` : before;
  return `${left}[${flat(quote.slice(from, to))}]${cut(flat(quote.slice(to)), room)}`;
}
