import { z } from "zod";
import { APPRAISALS, TRENDS } from "./facets.js";
import { ASKED, Level, Sector } from "./field.js";

export const STANCES = ["affirms", "denies", "mixed", "uncertain", "silent"] as const;

/** What one session says of one code. */
export const Stance = z.object({
  review: z.string(),
  session: z.string(),
  code: z.string(),
  stance: z.enum(STANCES),
  /** Summed integer weights of current, local, present / absent evidence. */
  p: z.int().nonnegative(),
  a: z.int().nonnegative(),
  /** Evidence mentions of any facet. */
  mentions: z.int().nonnegative(),
  /** Value other than none with most weight among its counted mentions; `mixed` on a tie; `none` when nothing is said. */
  trend: z.enum([...TRENDS, "mixed"]),
  appraisal: z.enum([...APPRAISALS, "mixed"]),
  asked: z.enum(ASKED),
  /** Id of the mention whose quote shows the stance best; empty when silent. */
  best: z.string(),
});
export type Stance = z.infer<typeof Stance>;

export const VERDICTS = ["not raised", "dissonance", "silence", "unclear", "partial agreement", "agreement"] as const;

/** A row of the convergence coding matrix. Lists of sessions are sorted by id; sectors in the order of SECTORS. */
export const Verdict = z.object({
  review: z.string(),
  code: z.string(),
  verdict: z.enum(VERDICTS),
  /** The rule that gave it, in words. */
  rule: z.string(),
  affirms: z.array(z.string()),
  denies: z.array(z.string()),
  mixed: z.array(z.string()),
  uncertain: z.array(z.string()),
  silent: z.array(z.string()),
  /** Sessions asked about the code. */
  asked: z.array(z.string()),
  notAsked: z.array(z.string()),
  askedNotKnown: z.array(z.string()),
  sectorsFor: z.array(Sector),
  sectorsAgainst: z.array(Sector),
  /** Levels of the sessions that affirm. */
  levels: z.array(Level),
  /** Expected sectors that take part in the review and are silent on the code. */
  silentExpected: z.array(Sector),
  /** Prevalence counted three ways, each with its total. */
  mentions: z.int(),
  mentionsTotal: z.int(),
  sessions: z.int(),
  sessionsTotal: z.int(),
  /** Largest number of pairwise independent sessions that speak / that take part. */
  independent: z.int(),
  independentTotal: z.int(),
  /** The same, among sessions that affirm. */
  independentFor: z.int(),
  /** The review's perceived trend: most weight over sessions. */
  trend: z.enum([...TRENDS, "mixed"]),
  /** "strategic only", "practitioner only" or empty. */
  levelFlag: z.string(),
});
export type Verdict = z.infer<typeof Verdict>;

export const CORROBORATIONS = ["corroborated", "contradicted", "not shown", "not tested"] as const;

/** A perceived trend held against one counted series. Undefined numbers where the test was not made. */
export const Corroboration = z.object({
  review: z.string(),
  code: z.string(),
  measure: z.string(),
  perceived: z.enum([...TRENDS, "mixed"]),
  periods: z.int().nonnegative(),
  s: z.number().optional(),
  z: z.number().optional(),
  p: z.number().optional(),
  slope: z.number().optional(),
  result: z.enum(CORROBORATIONS),
  /** The series in order of period, for a chart. */
  series: z.array(z.object({ period: z.string(), value: z.number() })),
});
export type Corroboration = z.infer<typeof Corroboration>;

/** Guest, Namey & Chen (2020), base 4, run 2, threshold 5 %. */
export const Saturation = z.object({
  review: z.string(),
  sessions: z.int(),
  /** Distinct codes with evidence in the review. */
  codes: z.int(),
  /** `9-10`: the run (1-based positions) at which it was reached; empty when not. */
  reachedAt: z.string(),
  /** Ratio of the run at which it was reached, else of the last run; undefined when not assessed. */
  ratio: z.number().optional(),
  /** Median over 200 seeded shuffles of the last session of the reaching run; undefined when not assessed or reached in under half. */
  medianReachedAt: z.number().optional(),
  note: z.string(),
});
export type Saturation = z.infer<typeof Saturation>;

/** The words one sector uses for a code: language.csv. */
export const LanguageUse = z.object({
  code: z.string(),
  sector: Sector,
  /** A term's normal form, or a collocate. */
  term: z.string(),
  count: z.int(),
  /** Rayson's log-likelihood against the other sectors. */
  g2: z.number(),
  /** What diverges: "different words", "different codes" or empty. */
  divergence: z.string(),
});
export type LanguageUse = z.infer<typeof LanguageUse>;
