import { z } from "zod";
import { APPRAISALS, ASSERTIONS, type CueHit, type Facets, LOCI, SUPPORTS, TRENDS } from "../model/index.js";

/** The facets that a person codes; the machine's other facets have nothing to be held against. */
export const COMPARED_FACETS = ["assertion", "trend", "appraisal", "locus", "support"] as const;
export type ComparedFacet = (typeof COMPARED_FACETS)[number];

/** A sentence as a human coder's sheet lists it, with or without a code. */
export const HumanSentence = z.object({
  /** The coder's own label of the section; only shown, never matched. */
  session: z.string(),
  /** Line of the coded file, from 1, at which the sentence starts. */
  line: z.coerce.number().int(),
  /** The whole sentence, its lines joined by one space. */
  sentence: z.string().min(1),
});
export type HumanSentence = z.infer<typeof HumanSentence>;

/** One sentence and one code, as a human coder wrote it down. A facet left blank is at its default. */
export const HumanRow = HumanSentence.extend({
  code: z.string().min(1),
  /** The words that carry the code. */
  trigger: z.string(),
  assertion: facet(ASSERTIONS),
  trend: facet(TRENDS),
  appraisal: facet(APPRAISALS),
  locus: facet(LOCI),
  support: facet(SUPPORTS),
});
export type HumanRow = z.infer<typeof HumanRow>;

/** A sentence of the machine's, in a document's stored text. */
export interface MachineSentence {
  readonly start: number;
  readonly text: string;
  /** Id of its session, where that is known. */
  readonly session?: string;
}

/** A mention of the machine's, evidence or not. `start` counts into the same text as the sentences'. */
export type MachineMention = {
  readonly start: number;
  readonly code: string;
  /** The term that matched, and the cues that bore on it, where what decided is to be told. */
  readonly term?: string;
  readonly cues?: readonly CueHit[];
} & Pick<Facets, ComparedFacet>;

/** One document, coded by a person and by the machine. */
export interface CodedTwice {
  readonly rows: readonly HumanRow[];
  /** All sentences that the person read; those that `rows` holds need not stand here again. */
  readonly sentences: readonly HumanSentence[];
  readonly machineSentences: readonly MachineSentence[];
  readonly mentions: readonly MachineMention[];
}

function facet<const T extends readonly [string, ...string[]]>(values: T) {
  return z.preprocess((value) => (value === "" || value === undefined ? values[0] : value), z.enum(values));
}
