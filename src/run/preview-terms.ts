import { type Lexicon, PatternError, parsePattern, termOf } from "../lexicon/index.js";
import type { Correction, Preview, ReviewResult, Term } from "../model/index.js";
import type { KeptTexts } from "./kept-texts.js";
import { type CompileForEdit, compileForEdit, previewLexicon } from "./preview.js";
import type { PreviewedMention } from "./preview-effect.js";
import { judgedBy } from "./preview-judged.js";

/** Mentions that a preview lists on each side. */
const LISTED = 200;

/** The terms of one code as somebody would have them, and what analysts said of its mentions. */
export interface TriedTerms {
  readonly code: string;
  readonly terms: readonly (string | Term)[];
  readonly corrections: readonly Correction[];
}

/** What other terms of a code gain and lose on the kept texts of a run. `milliseconds` is left at 0 for whoever holds a clock. */
export function previewTerms(
  { kept, reviews, lexicon, compile }: Trying,
  { code, terms, corrections }: TriedTerms,
): Preview {
  const { read, problems } = readableTerms(terms, lexicon);
  const told = previewLexicon(kept, lexicon, withTerms(lexicon, code, read), compile);
  const own = (list: readonly PreviewedMention[]): PreviewedMention[] =>
    list.filter((one) => one.code === code && one.excluded === "");
  const [gained, lost] = [own(told.gained), own(told.lost)];
  let before = 0;
  for (const { mentions } of reviews)
    for (const mention of mentions) if (mention.code === code && mention.evidence) before++;
  const rows = told.reviews.filter((row) => row.code === code);
  return {
    ...{ code, before, after: before + rows.reduce((sum, row) => sum + row.after - row.before, 0) },
    gained: gained.slice(0, LISTED).map(listed),
    lost: lost.slice(0, LISTED).map(listed),
    moreGained: Math.max(0, gained.length - LISTED),
    moreLost: Math.max(0, lost.length - LISTED),
    ...{ reviews: told.reviews, judged: judgedBy(told, corrections), problems },
    ...{ documents: told.documents, milliseconds: 0 },
  };
}

/** What terms are tried out on. */
export interface Trying {
  readonly kept: KeptTexts;
  readonly reviews: readonly ReviewResult[];
  readonly lexicon: Lexicon;
  readonly compile: CompileForEdit;
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
export function readableTerms(
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
export function rememberingBase(base: Lexicon): CompileForEdit {
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
