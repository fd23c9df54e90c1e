import { z } from "zod";
import { slotNames } from "../findings/index.js";
import { APPRAISALS, ASSERTIONS, STANDINGS, Theme } from "../model/index.js";

const words = z.array(z.string().min(1));
const pair = z.tuple([z.string().min(1), z.string().min(1)]);

/** Mentions that are strong, or weak, evidence: current and local ones that show a value of every key that is given. */
export const EvidenceRule = z.strictObject({
  assertion: z.array(z.enum(ASSERTIONS)).optional(),
  appraisal: z.array(z.enum(APPRAISALS)).optional(),
  /** Themes of the code. */
  theme: z.array(Theme).optional(),
});
export type EvidenceRule = z.infer<typeof EvidenceRule>;

/** A template with no slot but these. */
const template = (...slots: string[]) =>
  z
    .string()
    .min(1)
    .superRefine((text, context) => {
      const names = slotNames(text);
      const wrong = names?.find((name) => !slots.includes(name));
      if (names === undefined) context.addIssue({ code: "custom", message: "a brace that belongs to no slot" });
      else if (wrong !== undefined)
        context.addIssue({ code: "custom", message: `no slot {${wrong}}; there are ${slots.join(", ") || "none"}` });
    });

/** Every sentence of the narrative. */
const Wording = z.strictObject({
  title: z.string().min(1),
  /** What the figures mean; stands at the head of the summary. */
  method: z.array(z.string().min(1)),
  /** Heads of the parts of every cohort's account. */
  heads: z.strictObject({
    improved: z.string().min(1),
    remains: z.string().min(1),
    notTold: z.string().min(1),
    conflicts: z.string().min(1),
  }),
  cohort: template("cohort"),
  /** What is said by reviews and surveys that name no cohort. */
  noCohort: z.string().min(1),
  standings: z.record(z.enum(STANDINGS.slice(0, 3) as ["stronger", "middling", "weaker"]), z.string().min(1)),
  recommendations: z.strictObject({
    overall: template("cohort", "total", "implemented", "fully", "partially", "not"),
    reasons: template("cohort", "reasons"),
    reason: template("code", "count"),
    uncoded: template("count"),
    tally: template("cohort"),
  }),
  survey: z.strictObject({
    compared: template("compared", "level"),
    chance: template("nominal", "expected", "couldTell"),
    standing: template("standing"),
    noneStanding: template("nominal"),
    dependent: z.string().min(1),
    overview: template("cohort", "compared", "better", "worse", "same"),
    better: template("items"),
    worse: template("items"),
    low: template("items"),
    change: template("item", "measure", "entry", "followUp", "answer"),
    state: template("item", "measure", "reading"),
    answers: z.strictObject({
      rose: z.string(),
      fell: z.string(),
      "not beyond chance": z.string(),
      "no clear change": z.string(),
      unchanged: z.string(),
      "too few to tell": z.string(),
    }),
    contradictory: template("items"),
    countsOnly: template("count", "items"),
    counted: template("item", "measure", "entry", "followUp"),
    oneWave: template("count"),
    silent: template("cohort"),
  }),
  testimony: z.strictObject({
    strong: template("codes"),
    improving: template("codes"),
    weak: template("codes"),
    worsening: template("codes"),
    code: template("code", "passages", "sessions"),
    silent: template("cohort"),
  }),
  conflicts: z.strictObject({
    betterButWeak: template("code", "items", "strong", "weak"),
    worseButStrong: template("code", "items", "strong", "weak"),
  }),
  sift: z.strictObject({
    proposed: template("count", "areas", "seed"),
    area: template("area", "cohort", "region", "standing", "score", "strong", "weak"),
    substitute: template("area", "insteadOf"),
    left: template("areas"),
  }),
});
export type Wording = z.infer<typeof Wording>;

/** pipelines/assessment-rules.yaml: what the assessment of a programme reads how, and every word of its narrative. */
export const AssessmentRules = z.strictObject({
  /** Frame of the lexicon whose headings are the principles. */
  frame: z.string().min(1),
  /** Level of the tests, and of the adjustment for their number. Default 0.05. */
  level: z.number().positive().max(0.5).default(0.05),
  /** Topics of the survey by heading of the frame. A topic stands for its parts too: `mapping` for `mapping.sharing`. */
  topics: z.record(z.string(), words),
  waves: z.strictObject({
    /** Names of the wave on entry; where a survey has none of them, its first wave in order of name is taken. */
    entry: words,
  }),
  /** Items of a survey that say how many areas answered. */
  areas: z.strictObject({ topic: z.string(), entry: words, followUp: words }),
  /** Topics whose totals count other things than areas. */
  notAreas: words,
  /** Words of a measure for which more is worse, and for which it is neither; in any other more is better. Neither wins. */
  measures: z.strictObject({ worse: words, neither: words }),
  /** Measures of one item and wave that between them answer for every area: they add up to the base. */
  sums: z.array(words.min(2)),
  /** [narrower, wider]: of one item and wave, the first holds in no more areas than the second. */
  narrower: z.array(pair),
  /** Measures of one item and wave of which an area can report one only: together at most the base. */
  apart: z.array(words.min(2)),
  recommendations: z.strictObject({
    topic: z.string(),
    implemented: words,
    fully: words,
    partially: words,
    not: words,
  }),
  /** Codes that an item of the survey is about, to hold it against what is said. */
  items: z.record(z.string(), words),
  /** The same, for all items of a topic (and of its parts) that have no codes of their own. */
  topicCodes: z.record(z.string(), words),
  strong: z.array(EvidenceRule).min(1),
  weak: z.array(EvidenceRule).min(1),
  /** Themes whose codes are better when they rise; codes of the others are better when they fall. */
  betterRising: z.array(Theme),
  /** Codes whose rise is bad although their theme's is good. */
  worseRising: words,
  /** Words of a sentence that restates counts: such a sentence is no voice and is quoted last. */
  counting: words,
  narrative: z.strictObject({
    /** Items, and codes, named in a sentence. Default 4. */
    most: z.int().positive().default(4),
    /** Quotes of strong evidence, and of weak, by principle and cohort. Default 2. */
    quotes: z.int().nonnegative().default(2),
    /** Fewest and most words of a quote. Default 8 and 70. */
    shortest: z.int().positive().default(8),
    longest: z.int().positive().default(70),
    /**
     * Fewest passages on the other side before testimony is said to conflict with the survey, and how many times as many they must be as
     * those on its side: the rule by which a stance is taken. Default 2.
     */
    conflict: z.int().positive().default(2),
  }),
  sift: z.strictObject({
    /** Areas proposed for study in depth. Default 6. */
    areas: z.int().positive().default(6),
    /** Settles ties; another seed is another draw. Default 1. */
    seed: z.int().default(1),
  }),
  wording: Wording,
});
export type AssessmentRules = z.infer<typeof AssessmentRules>;
