import { type Lexicon, loadLexicon, PatternError, parsePattern, proposeTerms, termOf } from "../lexicon/index.js";
import { type CodeTerms, type Preview, PreviewRequest, type Proposed, type Term } from "../model/index.js";
import { type Effects, saveProposal } from "../store/index.js";
import { type KeptTexts, keptTextsOf } from "./kept-texts.js";
import type { OpenRun } from "./open-run.js";
import { readRequest } from "./page-decisions.js";
import { notInRun, PageRefusal } from "./page-refusal.js";
import type { Definition } from "./pipeline.js";
import { type CompileForEdit, compileForEdit, previewLexicon } from "./preview.js";
import type { PreviewedMention } from "./preview-effect.js";

/** Mentions that a preview lists on each side. */
const LISTED = 200;

/** The lexicon as the pages try it out on one run. */
export interface LexiconPage {
  terms(code: string): CodeTerms;
  preview(request: unknown): Promise<Preview>;
  propose(request: unknown, by: string, effects: Effects): Promise<Proposed>;
}

/**
 * The lexicon of a pipeline beside the kept texts of a run. The texts are indexed when they are first asked for.
 *
 * @throws Stop when the lexicon cannot be read.
 */
export function openLexicon(
  out: string,
  definition: Pick<Definition, "lexicon" | "overlays">,
  open: OpenRun,
): LexiconPage {
  const lexicon = loadLexicon(definition.lexicon, definition.overlays);
  let kept: Promise<KeptTexts> | undefined;
  const compile = rememberingBase(lexicon);
  const conceptOf = (code: string): Lexicon["concepts"][number] => {
    const concept = lexicon.concepts.find(({ id }) => id === code);
    if (concept === undefined) throw notInRun("code of that name in its lexicon");
    return concept;
  };
  return {
    terms(code) {
      const mentions: Record<string, number> = {};
      for (const mention of open.held.mentions.values())
        if (mention.code === code && mention.evidence) mentions[mention.term] = (mentions[mention.term] ?? 0) + 1;
      return { code, terms: conceptOf(code).terms, mentions };
    },
    async preview(request) {
      const { code, terms } = readRequest(PreviewRequest, request);
      conceptOf(code);
      const started = performance.now();
      const { read, problems } = readableTerms(terms, lexicon);
      kept ??= keptTextsOf(open.saved);
      const told = previewLexicon(await kept, lexicon, withTerms(lexicon, code, read), compile);
      const own = (list: readonly PreviewedMention[]): PreviewedMention[] =>
        list.filter((one) => one.code === code && one.excluded === "");
      const [gained, lost] = [own(told.gained), own(told.lost)];
      let before = 0;
      for (const mention of open.held.mentions.values()) if (mention.code === code && mention.evidence) before++;
      const rows = told.reviews.filter((row) => row.code === code);
      const after = before + rows.reduce((sum, row) => sum + row.after - row.before, 0);
      return {
        ...{ code, before, after },
        gained: gained.slice(0, LISTED).map(listed),
        lost: lost.slice(0, LISTED).map(listed),
        moreGained: Math.max(0, gained.length - LISTED),
        moreLost: Math.max(0, lost.length - LISTED),
        ...{ reviews: told.reviews, problems, documents: told.documents },
        milliseconds: Math.round(performance.now() - started),
      };
    },
    async propose(request, by, effects) {
      const { code, terms, note } = readRequest(PreviewRequest, request);
      conceptOf(code);
      const { problems } = readableTerms(terms, lexicon);
      if (problems.length > 0)
        throw new PageRefusal("bad-request", problems[0]!, "Mend the term; only terms that can be read are proposed.");
      const { files, yaml } = proposeTerms(lexicon, code, terms, { by, note });
      const at = effects.now().toISOString().replace(/[:.]/g, "-");
      await saveProposal(out, `${code}-${at}`, files, effects);
      return { path: `proposals/${code}-${at}`, yaml };
    },
  };
}

function listed({ review, session, document, start, quote, at, term }: PreviewedMention): Preview["gained"][number] {
  return { review, session, document, start, quote, at, term };
}

function withTerms(lexicon: Lexicon, code: string, terms: readonly (string | Term)[]): Lexicon {
  return {
    ...lexicon,
    concepts: lexicon.concepts.map((concept) => (concept.id === code ? { ...concept, terms: [...terms] } : concept)),
  };
}

/** The terms that the term language takes, and what is wrong with the others. */
function readableTerms(
  terms: readonly (string | Term)[],
  lexicon: Lexicon,
): { read: (string | Term)[]; problems: string[] } {
  const problems: string[] = [];
  const groups = new Set([...Object.keys(lexicon.macros), "place"]);
  const read = terms.filter((entry) => {
    const { term, with: company = [], without = [], unless = [] } = termOf(entry);
    try {
      for (const source of [term, ...company, ...without, ...unless])
        for (const { alternatives } of parsePattern(source))
          for (const { kind, value } of alternatives.flat())
            if (kind === "macro" && !groups.has(value))
              throw new PatternError(
                `"${source}": there is no group @${value}; known are ${[...groups].sort().join(", ")}`,
              );
      return true;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      problems.push(error.message);
      return false;
    }
  });
  return { read, problems };
}

/** Compiled parts of the lexicon as it is: an analyst tries one code many times over. */
function rememberingBase(base: Lexicon): CompileForEdit {
  const known = new Map<string, ReturnType<CompileForEdit>>();
  const most = 6;
  return (lexicon, codes, cues) => {
    if (lexicon !== base) return compileForEdit(lexicon, codes, cues);
    const key = `${cues} ${[...codes].sort().join(" ")}`;
    const compiled = known.get(key) ?? compileForEdit(lexicon, codes, cues);
    known.delete(key);
    known.set(key, compiled);
    for (const oldest of known.keys()) if (known.size > most) known.delete(oldest);
    return compiled;
  };
}
