import { z } from "zod";
import { CLAIM_KINDS, type ClaimKind, NationalText, PRACTICE_STATUSES, Theme } from "../model/index.js";

const template = z.string().min(1);
const parts = z.array(template).min(1);
const words = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, template])) as Record<K, typeof template>);

/** Sentences that qualify a claim. */
export const NOTES = [
  "against",
  "contested",
  "uncertain",
  "silent",
  "notKnown",
  "volunteered",
  "course",
  "data",
  "new",
  "latest",
  "regions",
  "oneRegion",
  "levels",
  "alongside",
] as const;
/** Reasons for which a claim is held below the line. */
export const LIMITS = ["few", "narrow", "chance", "context", "together", "silence", "heldBack"] as const;

/** pipelines/national-rules.yaml: what is claimed of many reviews, and every word of it. */
export const NationalRules = z.strictObject({
  /** Frames of the emerging findings and of the strategic observations, by id. */
  frames: z.strictObject({ findings: z.string().min(1), strategy: z.string().min(1) }),
  /** Strength from which a claim is told as a finding; below it is listed. */
  claimed: z.int().min(1).max(100).default(40),
  /** Fewest reviews that back a claim, and fewest as a share of its denominator, before it can be told as a finding. */
  fewest: z.strictObject({ reviews: z.int().positive().default(5), share: z.number().min(0).max(1).default(0.2) }),
  /** Highest chance, after Holm, with which a difference is told as a finding. */
  chance: z.number().min(0).max(1).default(0.05),
  /** Themes whose codes are the setting of what is said: that they are named is no finding, how they are judged may be one. */
  context: z.array(Theme),
  /** Share of its reviews in which a claim must stand in another's sentences alone to be told with that one. */
  together: z.number().min(0).max(1).default(0.75),
  /** Most quotes for a claim and against it. */
  voices: z.strictObject({ for: z.int().nonnegative().default(4), against: z.int().nonnegative().default(2) }),
  /** Codes that a claim on a line is filed under. */
  lineCodes: z.array(z.string()).min(1),
  practice: z.strictObject({
    /** Code of good practice, whose place is with the code that it praises. */
    code: z.string(),
    /** Codes that show, in the same sentence, that a practice was evaluated. */
    evaluatedBy: z.array(z.string()),
    /** Phrases, in small letters, that say that it has lasted. */
    established: z.array(z.string()),
    because: z.strictObject(
      Object.fromEntries(PRACTICE_STATUSES.map((status) => [status, template])) as Record<
        (typeof PRACTICE_STATUSES)[number],
        typeof template
      >,
    ),
    /** Most practices named for one want of one review. */
    visits: z.int().positive().default(3),
  }),
  kinds: z.strictObject(
    Object.fromEntries(
      CLAIM_KINDS.map((kind) => [kind, z.strictObject({ title: template, statement: parts })]),
    ) as Record<ClaimKind, z.ZodObject<{ title: typeof template; statement: typeof parts }>>,
  ),
  notes: z.strictObject(
    Object.fromEntries(NOTES.map((note) => [note, parts])) as Record<(typeof NOTES)[number], typeof parts>,
  ),
  limits: words(...LIMITS),
  unknown: words("unaware", "silent", "notAsked"),
  text: NationalText,
});
export type NationalRules = z.infer<typeof NationalRules>;
