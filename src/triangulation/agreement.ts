import { FACET_VALUES } from "../model/index.js";
import {
  type BootstrapOptions,
  bootstrapIntervals,
  f1,
  type Hits,
  type Interval,
  macroF1,
} from "../statistics/index.js";
import { Tally, type Unit } from "./agreement-tally.js";
import { align, sentenceKey } from "./align.js";
import {
  COMPARED_FACETS,
  type CodedTwice,
  type ComparedFacet,
  type HumanRow,
  type HumanSentence,
} from "./coding-rows.js";
import { byCodeUnits, groupBy } from "./order.js";

/** A figure with its bootstrap interval over sentences. Undefined where there is nothing to reckon it from. */
export interface Figure {
  readonly value: number | undefined;
  readonly interval: Interval | undefined;
}

/** How far two codings of the same sentences have the same codes. The person's is taken as right. */
export interface CodeAgreement {
  readonly code: string;
  /** Rows (sentence and code) of the person, of the machine, and of both. */
  readonly human: number;
  readonly machine: number;
  readonly shared: number;
  readonly precision: Figure;
  readonly recall: Figure;
  readonly f1: Figure;
  /** Cohen's kappa over sentences: carries the code or not. */
  readonly kappa: Figure;
  /** Krippendorff's alpha, nominal, over the same. */
  readonly alpha: Figure;
  /** Share of sentences to which the person gave the code; over all rows, of sentences times codes. */
  readonly prevalence: Figure;
}

/** All codes together in one session, as the person's sheet calls it. `document` counts from 0. */
export interface SessionAgreement extends Omit<CodeAgreement, "code"> {
  readonly document: number;
  readonly session: string;
  readonly sentences: number;
}

/** How far shared rows have the same value of a facet. */
export interface FacetAgreement {
  readonly facet: ComparedFacet;
  readonly rows: number;
  /** Share of rows with equal values. */
  readonly equal: Figure;
  readonly kappa: Figure;
  readonly alpha: Figure;
  /** Mean F1 of the values other than the default that either side used. */
  readonly macroF1: Figure;
  /** What always answering with the person's commonest value would give: as `equal`, and as `macroF1` (0 where that value is the default). */
  readonly constant:
    | { readonly value: string; readonly equal: number; readonly macroF1: number | undefined }
    | undefined;
}

export interface Agreement {
  /** Sentences compared: those of the coding sheets that were found in their documents. */
  readonly sentences: number;
  /** Sentences of the sheets that were not found; their rows take no part. `document` counts from 0. */
  readonly notFound: readonly { readonly document: number; readonly session: string; readonly line: number }[];
  /** Mentions of the machine's outside every sentence of the sheets (headings, lists); they take no part. */
  readonly outside: number;
  /** All rows together, each with the same weight. */
  readonly overall: Omit<CodeAgreement, "code">;
  /** Mean F1 of the codes that either side used. */
  readonly macroF1: Figure;
  /** What giving every one of these codes to every sentence would have as `macroF1`; giving none has 0. */
  readonly constantMacroF1: number | undefined;
  /** In the order of the documents, then of the names of sessions. */
  readonly sessions: readonly SessionAgreement[];
  /** A row for every code, used or not, in the order given. */
  readonly codes: readonly CodeAgreement[];
  readonly facets: readonly FacetAgreement[];
}

/**
 * Holds the machine's coding against a person's. Sentences are aligned by their words (see `align`), several spans of
 * one code in a sentence are one row, that of the first span, and all mentions take part, evidence or not.
 * Intervals come from drawing sentences with replacement, since rows of one sentence stand or fall together.
 * @param codes all codes of the codebook, in its order; rows and mentions of others are left out.
 * @param options default: 1000 draws, 95 %, a fixed seed.
 */
export function agreement(
  documents: readonly CodedTwice[],
  codes: readonly string[],
  options?: BootstrapOptions,
): Agreement {
  const known = new Set(codes);
  const compared = documents.map((document) => codedUnits(document, known));
  const units = compared.flatMap((document) => document.units);
  const tally = new Tally(units, codes);
  const values = tally.count(new Uint32Array(units.length).fill(1));
  const intervals = bootstrapIntervals(units.length, (sample) => tally.count(sample).figures(), options);
  const figures = values.figures().map((value, i) => ({ value, interval: intervals[i] }));
  const next = () => figures.shift() as Figure;
  const codeFigures = (hits: Hits) => rowFigures(hits, next);
  return {
    sentences: units.length,
    notFound: compared.flatMap(({ notFound }, document) => notFound.map((place) => ({ document, ...place }))),
    outside: compared.reduce((sum, { outside }) => sum + outside, 0),
    overall: codeFigures(values.overall()),
    macroF1: next(),
    constantMacroF1: everyCode(values.hits, units.length),
    sessions: compared.flatMap(({ units }, document) => sessionsOf(document, units, codes, options)),
    codes: codes.map((code, i) => ({ code, ...codeFigures(values.hits[i] as Hits) })),
    facets: COMPARED_FACETS.map((facet, i) => ({
      facet,
      rows: values.overall().right,
      equal: next(),
      kappa: next(),
      alpha: next(),
      macroF1: next(),
      constant: constant(facet, values.confusions[i] as number[][]),
    })),
  };
}

/** Takes the figures of one row of codes, in the order in which they were reckoned. */
function rowFigures({ right, extra, missed }: Hits, next: () => Figure): Omit<CodeAgreement, "code"> {
  return {
    ...{ human: right + missed, machine: right + extra, shared: right },
    ...{ precision: next(), recall: next(), f1: next(), kappa: next(), alpha: next(), prevalence: next() },
  };
}

function sessionsOf(
  document: number,
  units: readonly Unit[],
  codes: readonly string[],
  options: BootstrapOptions | undefined,
): SessionAgreement[] {
  const bySession = groupBy(units, ({ sentence }) => sentence.session);
  return [...bySession.keys()].sort(byCodeUnits).map((session) => {
    const own = bySession.get(session) ?? [];
    const tally = new Tally(own, codes);
    const values = tally.count(new Uint32Array(own.length).fill(1));
    const intervals = bootstrapIntervals(own.length, (sample) => tally.count(sample).overallFigures(), options);
    const figures = values.overallFigures().map((value, i) => ({ value, interval: intervals[i] }));
    return {
      ...{ document, session, sentences: own.length },
      ...rowFigures(values.overall(), () => figures.shift() as Figure),
    };
  });
}

/** Macro-F1 of giving every code that either side used to every sentence. */
function everyCode(hits: readonly Hits[], sentences: number): number | undefined {
  const used = hits.filter(({ right, extra, missed }) => right + extra + missed > 0);
  const always = used.map(({ right, missed }) => ({
    right: right + missed,
    extra: sentences - right - missed,
    missed: 0,
  }));
  return macroF1(always);
}

/** The sentences of a document that both read, with what each gave them; rows and mentions of other codes are left out. */
export function codedUnits(
  { rows, sentences, machineSentences, mentions }: CodedTwice,
  codes: ReadonlySet<string>,
): {
  units: Unit[];
  notFound: { session: string; line: number }[];
  outside: number;
  /** Sentence of the sheet that covers an offset of the document, undefined where none does. */
  at: (offset: number) => HumanSentence | undefined;
} {
  const alignment = align([...sentences, ...rows], machineSentences);
  const rowsOf = groupBy(
    rows.filter(({ code }) => codes.has(code)),
    sentenceKey,
  );
  const mentionsOf = groupBy(
    mentions.filter(({ code }) => codes.has(code)),
    ({ start }) => alignment.at(start),
  );
  const units: Unit[] = [];
  const notFound: { session: string; line: number }[] = [];
  for (const [i, sentence] of alignment.sentences.entries()) {
    if (!alignment.found[i]) {
      notFound.push({ session: sentence.session, line: sentence.line });
      continue;
    }
    units.push({
      sentence,
      human: firstOfCode(rowsOf.get(sentenceKey(sentence)) ?? [], triggerAt),
      machine: firstOfCode(mentionsOf.get(i) ?? [], ({ start }) => start),
    });
  }
  return {
    units,
    notFound,
    outside: mentionsOf.get(-1)?.length ?? 0,
    at: (offset) => alignment.sentences[alignment.at(offset)],
  };
}

function triggerAt({ sentence, trigger }: HumanRow): number {
  return sentence.indexOf(trigger);
}

/** One row a code: the first in the sentence, and of two in the same place the one whose facets come first as text. */
function firstOfCode<T extends { code: string } & Record<ComparedFacet, string>>(
  rows: readonly T[],
  place: (row: T) => number,
): Map<string, T> {
  const told = (row: T) => COMPARED_FACETS.map((facet) => row[facet]).join(" ");
  const inOrder = [...rows].sort((a, b) => place(a) - place(b) || byCodeUnits(told(a), told(b)));
  return new Map(inOrder.reverse().map((row) => [row.code, row]));
}

/** Rows of a confusion are the person's values. */
function constant(facet: ComparedFacet, confusion: readonly (readonly number[])[]): FacetAgreement["constant"] {
  const rows = confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  const commonest = rows.indexOf(Math.max(...rows));
  const answers = rows.map((right, i) =>
    i === commonest ? { right, extra: total - right, missed: 0 } : { right: 0, extra: 0, missed: right },
  );
  return {
    value: FACET_VALUES[facet][commonest] as string,
    equal: (rows[commonest] as number) / total,
    // Over the same values as the machine's own, so that one which the machine alone used counts for both.
    macroF1: macroF1OverUsed(answers, confusion),
  };
}

/** Mean F1 of the values other than the default that either side of a confusion used; 0 for one that the answers never give right. */
function macroF1OverUsed(answers: readonly Hits[], confusion: readonly (readonly number[])[]): number | undefined {
  const used = answers.filter(
    (_, i) => i > 0 && confusion.some((row, j) => row.some((count, k) => count > 0 && (j === i || k === i))),
  );
  if (used.length === 0) return undefined;
  return used.reduce((sum, hits) => sum + (f1(hits) ?? 0), 0) / used.length;
}
