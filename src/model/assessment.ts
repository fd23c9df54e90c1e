import { z } from "zod";

const count = z.int().nonnegative();

/** How far recommendations were carried out, of one cohort or of one area in it. */
export const RecommendationTally = z.object({
  cohort: z.string(),
  /** Empty: the whole cohort. */
  area: z.string(),
  /** `rows`: counted from recommendations.csv; `tally`: as a survey states it, where there are no rows. */
  source: z.enum(["rows", "tally"]),
  total: count,
  /** `fully` and `partially` together. */
  implemented: count,
  fully: count,
  partially: count,
  not: count,
  /** Per cent by largest remainder: fully, partially and not add up to 100, implemented is the sum of its parts. Undefined under ten recommendations. */
  shares: z.object({ implemented: z.int(), fully: z.int(), partially: z.int(), not: z.int() }).optional(),
  /** Codes of the reasons given for what was not fully carried out, by how many recommendations; an empty code where a reason carries none. */
  reasons: z.array(z.object({ code: z.string(), recommendations: count })),
});
export type RecommendationTally = z.infer<typeof RecommendationTally>;

/** What a survey states of one item in one wave. */
export const SurveyReading = z.object({
  wave: z.string(),
  count: z.number(),
  /** Undefined where nobody says how many could have answered: then there is no rate. */
  outOf: z.number().optional(),
  /** Places of the source where it is stated. */
  lines: z.array(z.string()),
});
export type SurveyReading = z.infer<typeof SurveyReading>;

/**
 * What can honestly be said of two waves. `rose`, `fell`: beyond chance, the other comparisons allowed for. `not beyond chance`: p is at
 * or below the level, but as many comparisons yield such a p by chance. `no clear change`: the test could have told and did not.
 * `too few to tell`: no table with these margins could reach the level. The rest were not compared.
 */
export const SURVEY_ANSWERS = [
  "rose",
  "fell",
  "not beyond chance",
  "no clear change",
  "unchanged",
  "too few to tell",
  "no rate",
  "one wave only",
  "contradictory",
] as const;

/** One item of a survey in its first wave and a later one. */
export const SurveyChange = z.object({
  cohort: z.string(),
  topic: z.string(),
  /** Heading of the frame that the topic stands under; empty where it stands under none. */
  principle: z.string(),
  item: z.string(),
  measure: z.string(),
  /** Undefined where the wave does not have the item, or states it in two ways. */
  entry: SurveyReading.optional(),
  followUp: SurveyReading.optional(),
  /** Course of the rate, as far as both waves have one; descriptive, and no test. */
  direction: z.enum(["higher", "lower", "same", ""]),
  /** Whether a higher rate is better (`more`), worse (`less`) or neither. */
  favours: z.enum(["more", "less", "neither"]),
  answer: z.enum(SURVEY_ANSWERS),
  /** Fisher's exact test, two-sided; undefined where it was not made. */
  p: z.number().optional(),
  /** The smallest p that the margins allow. */
  least: z.number().optional(),
  /** p after Benjamini and Hochberg over all comparisons that could have told; undefined for the others. */
  adjusted: z.number().optional(),
  lines: z.array(z.string()),
});
export type SurveyChange = z.infer<typeof SurveyChange>;

/** How a survey's comparisons come out together, so that many of them are not read as change. */
export const SurveyOutcome = z.object({
  /** Comparisons with a rate in both waves. */
  compared: count,
  /** Those whose margins allow a p at or below the level. */
  couldTell: count,
  /** Those at or below it, and how many would be by chance alone. */
  nominal: count,
  expected: z.number(),
  /** Those that stand after the adjustment. */
  standing: count,
  level: z.number(),
});
export type SurveyOutcome = z.infer<typeof SurveyOutcome>;

/** Two statements of a survey that cannot both hold, or one that cannot hold. */
export const SurveyContradiction = z.object({
  kind: z.enum(["two counts", "no count", "over the areas", "over the base", "parts", "narrower", "both at once"]),
  review: z.string(),
  cohort: z.string(),
  topic: z.string(),
  item: z.string(),
  wave: z.string(),
  lines: z.array(z.string()),
  /** One sentence with the figures. */
  statement: z.string(),
});
export type SurveyContradiction = z.infer<typeof SurveyContradiction>;

/** Strong and weak evidence of an area under one principle, or under all of them. */
export const SiftCell = z.object({
  /** Heading of the frame; `all` for the area as a whole, where a passage of two principles counts once. */
  principle: z.string(),
  /** Mentions that stand for the passages: one a sentence. */
  strong: z.array(z.string()),
  weak: z.array(z.string()),
  /** Strong less weak passages. */
  score: z.int(),
  /** The score as a share of both, -1 to 1, so that a long record weighs no more than a short one; undefined without a passage. */
  balance: z.number().optional(),
});
export type SiftCell = z.infer<typeof SiftCell>;

export const STANDINGS = ["stronger", "middling", "weaker", ""] as const;

/** An area in the sift matrix, with the proposal. */
export const SiftArea = z.object({
  area: z.string(),
  cohort: z.string(),
  region: z.string(),
  reviews: z.array(z.string()),
  /** One a principle in the frame's order, and last the area as a whole. */
  cells: z.array(SiftCell),
  /** Third of its cohort by balance; empty without evidence. */
  standing: z.enum(STANDINGS),
  /** `proposed` for study in depth; `substitute`: for the proposed area that is named beside it. */
  proposal: z.enum(["proposed", "substitute", ""]),
  insteadOf: z.string(),
});
export type SiftArea = z.infer<typeof SiftArea>;

/** A masked quote of the narrative. */
export const AssessmentQuote = z.object({
  review: z.string(),
  session: z.string(),
  mention: z.string(),
  quote: z.string(),
});
export type AssessmentQuote = z.infer<typeof AssessmentQuote>;

/** What one cohort says and counts under one principle. Every sentence is plain English with exact counts. */
export const CohortAccount = z.object({
  cohort: z.string(),
  /** How it is called in a heading. */
  name: z.string(),
  /** How the survey's comparisons point, in numbers. */
  overview: z.array(z.string()),
  improved: z.array(z.string()),
  remains: z.array(z.string()),
  notTold: z.array(z.string()),
  conflicts: z.array(z.object({ statement: z.string(), quotes: z.array(AssessmentQuote) })),
  /** Quotes of strong and of weak evidence; none stands twice in an assessment. */
  strong: z.array(AssessmentQuote),
  weak: z.array(AssessmentQuote),
});
export type CohortAccount = z.infer<typeof CohortAccount>;

export const PrincipleAccount = z.object({
  principle: z.string(),
  title: z.string(),
  cohorts: z.array(CohortAccount),
});
export type PrincipleAccount = z.infer<typeof PrincipleAccount>;

/** The assessment of a programme: what changed between two waves, by cohort, under the principles of a frame. */
export const Assessment = z.object({
  title: z.string(),
  /** Heads of the parts of every cohort's account. */
  heads: z.object({ improved: z.string(), remains: z.string(), notTold: z.string(), conflicts: z.string() }),
  /** What the figures mean and what they do not. */
  method: z.array(z.string()),
  recommendations: z.array(RecommendationTally),
  /** Sentences on the recommendations, one or more a cohort. */
  implementation: z.array(z.string()),
  changes: z.array(SurveyChange),
  /** Undefined where the archive holds no survey. */
  outcome: SurveyOutcome.optional(),
  /** Sentences on the survey as a whole. */
  overview: z.array(z.string()),
  contradictions: z.array(SurveyContradiction),
  sift: z.array(SiftArea),
  /** Sentences on the proposal. */
  proposal: z.array(z.string()),
  principles: z.array(PrincipleAccount),
});
export type Assessment = z.infer<typeof Assessment>;
