import type { Concept, Problem } from "../../model/index.js";
import { termOf } from "../compile.js";
import type { Lexicon } from "../load.js";
import { writeTable } from "./csv-table.js";
import type { PlainCode, Table } from "./dictionary.js";
import { type ExchangeFormat, FORMATS } from "./formats.js";
import { type Obstacle, plainWords } from "./plain-words.js";
import { counted, type Kind, Tally } from "./tally.js";

/** A lexicon in another program's format, and what that format does not hold. */
export interface ExportedLexicon {
  /** The file's text; for CSV its rows, to be written by whoever guards cells against formulas. */
  readonly content: string | Table;
  /** Codes written; terms of the lexicon, those with at least one wording in the file, and the wordings. */
  readonly counts: {
    readonly codes: number;
    readonly terms: number;
    readonly carried: number;
    readonly wordings: number;
  };
  /** One problem a kind of loss, with its number of cases. */
  readonly problems: readonly Problem[];
}

const kind = (rule: string, severity: Problem["severity"], what: (terms: string) => string, wayOut: string): Kind => ({
  rule,
  severity,
  message: (count) => what(counted(count, "term")),
  wayOut,
});

const KEEP = "Keep our own files, or CSV, as the master copy.";
const LOST: Readonly<Record<Obstacle, Kind>> = {
  gap: kind("gap", "warning", (n) => `${n} with a gap between words left out, as the format has no gaps.`, KEEP),
  "open group": kind(
    "open-group",
    "warning",
    (n) => `${n} with any place, number or person left out wholly or in part, as no list of words stands for them.`,
    KEEP,
  ),
  "any word": kind("any-word", "warning", (n) => `${n} with a word left open left out wholly or in part.`, KEEP),
  "too many": kind("too-many", "warning", (n) => `${n} with too many wordings left out.`, KEEP),
};
const COMPANY = kind(
  "company",
  "warning",
  (n) => `${n} left out, which count only in company: alone the words would say something else.`,
  KEEP,
);
const POS = kind("part-of-speech", "warning", (n) => `${n} left out, which count only as one part of speech.`, KEEP);
const SUFFIX = kind("suffix", "warning", (n) => `${n} with a star at the beginning of a word left out.`, KEEP);
const UNLESS = kind(
  "innocent-readings",
  "warning",
  (n) => `${n} written without the company that rules them out or their innocent readings, and will match too often.`,
  KEEP,
);
const CASE = kind("case", "warning", (n) => `${n} written without the demand for capitals.`, KEEP);
const LEMMA = kind(
  "inflections",
  "info",
  (n) => `${n} written in the dictionary form alone; here they match every inflection of their words.`,
  "Add inflected forms or stars where the other program needs them.",
);
const STAR_LABEL = kind(
  "star-in-label",
  "info",
  (n) => `${n} with a star written as hidden labels; other readers of SKOS take the star for a character.`,
  "Look at the hidden labels before they are used for search.",
);
const FACETS = kind(
  "facets",
  "info",
  (n) => `${n} written without what they say by themselves (denial, trend, barrier) or their notes.`,
  KEEP,
);

/** What is said of codes and not of terms. */
const OF_CODES: readonly { kind: Kind; lost: (concept: Concept, format: ExchangeFormat) => boolean }[] = [
  {
    kind: {
      rule: "definitions",
      severity: "info",
      message: (count) => `${counted(count, "definition")} and the scope notes have no place in the format.`,
      wayOut: KEEP,
    },
    lost: (_concept, format) => !FORMATS[format].definitions,
  },
  {
    kind: {
      rule: "themes",
      severity: "info",
      message: (count) => `${counted(count, "code")} written without theme, as the format is flat.`,
      wayOut: KEEP,
    },
    lost: (_concept, format) => !FORMATS[format].themes,
  },
  {
    kind: {
      rule: "code-rules",
      severity: "info",
      message: (count) =>
        `${counted(count, "code")} written without rulings on overlaps, innocent readings, facets or expected sectors.`,
      wayOut: KEEP,
    },
    lost: (concept) =>
      concept.yieldsTo.length + concept.unless.length + concept.expectedSectors.length > 0 ||
      concept.says !== undefined,
  },
];

/**
 * Writes the codebook and its terms for another program. CSV carries everything; every other format the plain words of terms that
 * mean the same alone. Throws nothing for a lexicon without errors of lint. The same lexicon gives the same text.
 */
export async function exportLexicon(lexicon: Lexicon, format: ExchangeFormat): Promise<ExportedLexicon> {
  const terms = lexicon.concepts.reduce((sum, concept) => sum + concept.terms.length, 0);
  const codes = lexicon.concepts.length;
  const { write } = FORMATS[format];
  if (!write)
    return {
      content: writeTable(lexicon.concepts),
      counts: { codes, terms, carried: terms, wordings: terms },
      problems: [],
    };
  const tally = new Tally();
  let carried = 0;
  const plain = lexicon.concepts.map((concept): PlainCode => {
    const words = new Set<string>();
    for (const entry of concept.terms) {
      const own = wordingsOf(entry, lexicon, format, tally);
      if (own.length > 0) carried++;
      for (const word of own) words.add(word);
    }
    for (const { kind: what, lost } of OF_CODES) if (lost(concept, format)) tally.add(what);
    return { concept, words: [...words] };
  });
  const content = await write({ title: lexicon.title, version: lexicon.version, codes: plain });
  const wordings = plain.reduce((sum, { words }) => sum + words.length, 0);
  return { content, counts: { codes, terms, carried, wordings }, problems: tally.problems() };
}

/** The wordings of a term that a format can carry; what it cannot is counted. */
function wordingsOf(
  entry: Concept["terms"][number],
  lexicon: Lexicon,
  format: ExchangeFormat,
  tally: Tally,
): readonly string[] {
  const term = termOf(entry);
  if (term.with?.length) {
    tally.add(COMPANY);
    return [];
  }
  if (term.pos) {
    tally.add(POS);
    return [];
  }
  const plain = plainWords(term.term, lexicon.macros);
  for (const obstacle of plain.obstacles) tally.add(LOST[obstacle]);
  if (plain.obstacles.has("gap") || plain.obstacles.has("too many")) return [];
  const possible = FORMATS[format].suffix ? plain.wordings : plain.wordings.filter((one) => !/(^|\s)\*/.test(one));
  if (possible.length < plain.wordings.length) tally.add(SUFFIX);
  if (possible.length === 0) return [];
  if (term.without?.length || term.unless?.length) tally.add(UNLESS);
  if (plain.caseful) tally.add(CASE);
  if (plain.lemma) tally.add(LEMMA);
  if (term.says || term.note) tally.add(FACETS);
  if (FORMATS[format].title === "SKOS" && possible.some((one) => one.includes("*"))) tally.add(STAR_LABEL);
  return possible;
}
