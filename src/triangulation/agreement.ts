import { FACET_VALUES } from "../model/index.js";
import { type BootstrapOptions, bootstrapIntervals, type Hits, type Interval } from "../statistics/index.js";
import { Tally, type Unit } from "./agreement-tally.js";
import { align, sentenceKey } from "./align.js";
import { COMPARED_FACETS, type CodedTwice, type ComparedFacet, type HumanRow } from "./coding-rows.js";
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
}

/** How far shared rows have the same value of a facet. */
export interface FacetAgreement {
  readonly facet: ComparedFacet;
  readonly rows: number;
  /** Share of rows with equal values. */
  readonly equal: Figure;
  readonly kappa: Figure;
  /** Mean F1 of the values other than the default that either side used. */
  readonly macroF1: Figure;
  /** What always answering with the person's commonest value would give as `equal`. */
  readonly constant: { readonly value: string; readonly equal: number } | undefined;
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
  const compared = documents.map((document) => unitsOf(document, known));
  const units = compared.flatMap((document) => document.units);
  const tally = new Tally(units, codes);
  const values = tally.count(new Uint32Array(units.length).fill(1));
  const intervals = bootstrapIntervals(units.length, (sample) => tally.count(sample).figures(), options);
  const figures = values.figures().map((value, i) => ({ value, interval: intervals[i] }));
  const next = () => figures.shift() as Figure;
  const codeFigures = (hits: Hits) => ({
    human: hits.right + hits.missed,
    machine: hits.right + hits.extra,
    shared: hits.right,
    precision: next(),
    recall: next(),
    f1: next(),
    kappa: next(),
  });
  return {
    sentences: units.length,
    notFound: compared.flatMap(({ notFound }, document) => notFound.map((place) => ({ document, ...place }))),
    outside: compared.reduce((sum, { outside }) => sum + outside, 0),
    overall: codeFigures(values.overall()),
    macroF1: next(),
    codes: codes.map((code, i) => ({ code, ...codeFigures(values.hits[i] as Hits) })),
    facets: COMPARED_FACETS.map((facet, i) => ({
      facet,
      rows: values.overall().right,
      equal: next(),
      kappa: next(),
      macroF1: next(),
      constant: constant(facet, values.confusions[i] as number[][]),
    })),
  };
}

function unitsOf({ rows, sentences, machineSentences, mentions }: CodedTwice, codes: ReadonlySet<string>) {
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
      human: firstOfCode(rowsOf.get(sentenceKey(sentence)) ?? [], triggerAt),
      machine: firstOfCode(mentionsOf.get(i) ?? [], ({ start }) => start),
    });
  }
  return { units, notFound, outside: mentionsOf.get(-1)?.length ?? 0 };
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
  return { value: FACET_VALUES[facet][commonest] as string, equal: (rows[commonest] as number) / total };
}
