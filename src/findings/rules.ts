import { z } from "zod";
import {
  APPRAISALS,
  ASKED,
  CORROBORATIONS,
  Facets,
  FINDING_TYPES,
  SECTORS,
  STANCES,
  Theme,
  TRENDS,
  VERDICTS,
} from "../model/index.js";

const facet = Facets.shape;
const some = <T extends z.ZodType>(value: T) => z.array(value).min(1);
const name = z.string().regex(/^[a-z][a-zA-Z]*$/, "a name of letters, the first in lower case");

/** Facets that a mention must show: one of the values of every facet that is named. */
export const Says = z.strictObject({
  assertion: some(facet.assertion).optional(),
  /** Default: current. */
  temporality: some(facet.temporality).default(["current"]),
  /** Default: local. */
  locus: some(facet.locus).default(["local"]),
  trend: some(facet.trend).optional(),
  appraisal: some(facet.appraisal).optional(),
  evidentiality: some(facet.evidentiality).optional(),
});
export type Says = z.infer<typeof Says>;

/** What makes a session belong to a group, on one code: every key that is given must hold. */
export const Selection = z
  .strictObject({
    stance: some(z.enum(STANCES)).optional(),
    /**
     * The session's trend. A tie counts where every tied value is listed. `perceived`: the course that the review perceives
     * (rising and emerging are one course); `opposed`: a stated course against it.
     */
    trend: z.union([some(z.enum(TRENDS)), z.enum(["perceived", "opposed"])]).optional(),
    /** The session's appraisal. A tie counts where every tied value is listed. */
    appraisal: some(z.enum(APPRAISALS)).optional(),
    /** At least one evidence mention shows these facets. */
    says: Says.optional(),
    asked: some(z.enum(ASKED)).optional(),
    /** `expected`: of a sector that the codebook expects to speak; `silent`: of such a sector of which no session speaks. */
    sector: z.enum(["expected", "silent"]).optional(),
  })
  .refine((selection) => Object.keys(selection).length > 0, "a selection that names nothing selects every session");
export type Selection = z.infer<typeof Selection>;

/** When a rule holds for a code. Exactly one of its kinds is given. */
export type Condition = {
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
  verdict?: (typeof VERDICTS)[number][] | undefined;
  code?: string[] | undefined;
  theme?: Theme[] | undefined;
  /** One of the indicators tied to the code has one of these results. */
  corroboration?: (typeof CORROBORATIONS)[number][] | undefined;
  /** The group has at least so many sessions (default 1), so many of them pairwise independent. */
  group?: string | undefined;
  sessions?: number | undefined;
  independent?: number | undefined;
};
export const Condition: z.ZodType<Condition> = z
  .strictObject({
    get all() {
      return some(Condition).optional();
    },
    get any() {
      return some(Condition).optional();
    },
    get not() {
      return Condition.optional();
    },
    verdict: some(z.enum(VERDICTS)).optional(),
    code: some(z.string()).optional(),
    theme: some(Theme).optional(),
    corroboration: some(z.enum(CORROBORATIONS)).optional(),
    group: name.optional(),
    sessions: z.int().positive().optional(),
    independent: z.int().positive().optional(),
  })
  .superRefine((condition, context) => {
    const kinds = (["all", "any", "not", "verdict", "code", "theme", "corroboration", "group"] as const).filter(
      (key) => condition[key] !== undefined,
    );
    if (kinds.length !== 1) {
      context.addIssue({ code: "custom", message: `a condition is of one kind; this has ${kinds.length}: ${kinds}` });
    }
    if (condition.group === undefined && (condition.sessions ?? condition.independent) !== undefined) {
      context.addIssue({ code: "custom", message: "`sessions` and `independent` count a `group`, and none is named" });
    }
  });

/** One way to a candidate finding. Several rules may share a type: the first that fits a code speaks. */
export const Rule = z.strictObject({
  type: z.enum(FINDING_TYPES),
  /** `code`: one finding a code; `words`: one a code or several whose words diverge; `line`: one a pair of places. */
  about: z.enum(["code", "words", "line"]).default("code"),
  /** Only for `about: words`: which divergence. */
  divergence: z.enum(["different words", "different codes"]).optional(),
  /** Only for `about: line`: the codes that the finding is filed under, fixed so that its id stays. */
  codes: z.array(z.string()).default([]),
  /** Named groups of sessions: each a list of selections, of which one must hold. */
  groups: z.record(name, some(Selection)).default({}),
  when: Condition.optional(),
  /** Groups that back the claim, and groups that speak against it. A session of both stands with those that back it. */
  for: z.array(name).default([]),
  against: z.array(name).default([]),
  /** Mentions of any session that are shown as counter-evidence, besides those of the groups against. */
  contrary: z.array(Says).default([]),
  /** Questions of a locality review, 1 to 8, that it bears on. */
  questions: some(z.int().min(1).max(8)),
  title: z.string().min(1),
  /** Parts, joined as they stand; a part that names something there is none of is left out. */
  statement: some(z.string().min(1)),
});
export type Rule = z.infer<typeof Rule>;

const noun = z.strictObject({ name: z.string().min(1), plural: z.boolean().default(false) });
const template = z.string().min(1);
const sentences = <K extends string>(...keys: K[]) =>
  z.strictObject({
    title: z.string().min(1),
    ...(Object.fromEntries(keys.map((key) => [key, template])) as Record<K, typeof template>),
  });

/** A code in running text, and what is said to rise or fall where it is not the code itself: "the number of children in care". */
const codeNoun = noun.extend({ course: z.string().min(1).optional() });

/** Words that statements are made of, apart from the templates. */
export const Wording = z.strictObject({
  sectors: z.partialRecord(z.enum(SECTORS), noun),
  /** Codes in running text; others use their preferred label with its first letter lowered. */
  codes: z.record(z.string(), codeNoun),
  /** Themes whose codes do not rise or fall themselves, and the template for what does: slot code. */
  course: z.strictObject({ themes: z.array(Theme), template }),
  /** What is said of an indicator, by result. Slots: measure, periods, first, last, p. */
  data: z.record(z.enum(CORROBORATIONS), template),
  /** Words one sector uses: slots sector, words. */
  usage: template,
});
export type Wording = z.infer<typeof Wording>;

/** Titles and sentences of the eight questions. */
export const QuestionWording = z.strictObject({
  /** Every question of a review without evidence. */
  empty: template,
  /** Codes past those that have a sentence of their own. */
  more: template,
  1: sentences(
    ...(["verdicts", "rest", "notRaised", "dissonance", "affirmed", "denied", "both", "unspoken"] as const),
    ...(["differentWords", "sameWords", "evenWords", "fewWords"] as const),
  ),
  2: sentences("affirmed", "notAffirmed", "denied", "unaware", "noDenial"),
  3: sentences("ties", "noTies", "none"),
  4: sentences("affirmed", "none"),
  5: sentences("overview", "barrier", "gap", "duplication", "noDuplication", "none"),
  6: sentences("overview", "practice", "strength", "none"),
  7: sentences("overview", "need", "none"),
  8: sentences("overview", "trend", "concern", "none"),
});
export type QuestionWording = z.infer<typeof QuestionWording>;

/** pipelines/finding-rules.yaml. */
export const Rules = z.strictObject({
  /** Most quotes shown for a finding, and most against it. Default 12; none are dropped from the counts or the hash. */
  evidence: z.int().positive().default(12),
  rules: some(Rule),
  wording: Wording,
  questions: QuestionWording,
});
export type Rules = z.infer<typeof Rules>;
