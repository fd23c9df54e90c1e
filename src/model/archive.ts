import { z } from "zod";
import { Format, Kind, Level, RecordKind, Sector } from "./field.js";

/** review.yaml: what is known of one area at one time. Everything may be missing; `id` and `area` are then guessed from the folder. */
export const ReviewMeta = z.object({
  /** Kebab-case folder name unless review.yaml says otherwise. */
  id: z.string(),
  area: z.string(),
  /** ISO date `YYYY-MM-DD`, or empty when not known. */
  date: z.string(),
  title: z.string(),
  cohort: z.string(),
  region: z.string(),
  /** Codes that the topic guide asks about; every session of the review was asked about them. */
  topicGuide: z.array(z.string()),
});
export type ReviewMeta = z.infer<typeof ReviewMeta>;

/** One row of sessions.csv. Absent values are undefined, so that guesses can fill them and say so. */
export const SessionRow = z.object({
  /** File path under the review. */
  file: z.string(),
  /** Session id, unique in the review; two files with one id are one session. */
  session: z.string(),
  label: z.string().optional(),
  kind: Kind.optional(),
  sectors: z.array(Sector).optional(),
  level: Level.optional(),
  date: z.string().optional(),
  record: RecordKind.optional(),
  /** Heading line at which the session starts in its document; default: its label. Dash kind, case and a trailing stop do not matter. */
  startsAt: z.string().optional(),
  /** Heading line at which it ends; default: the next start or the end of the document. */
  endsAt: z.string().optional(),
  /** Speaker labels that are interviewers, participants. */
  interviewers: z.array(z.string()).default([]),
  participants: z.array(z.string()).default([]),
  /** How many people took part. */
  members: z.int().positive().optional(),
  /** Codes the session was asked about, where somebody wrote it down. */
  asked: z.array(z.string()).optional(),
  /** Leave this session out, with the reason; empty or "no" keeps it. */
  exclude: z.string().optional(),
});
export type SessionRow = z.infer<typeof SessionRow>;

/** One row of indicators.csv: a counted series that may bear on codes. */
export const Indicator = z.object({
  measure: z.string(),
  codes: z.array(z.string()),
  area: z.string(),
  /** Sortable text: `2019`, `2019-Q2`, `2019-05`, `2018/19`. */
  period: z.string(),
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  /** `more`: a higher value means more of the code; `less`: a higher value means less of it. */
  direction: z.enum(["more", "less"]),
});
export type Indicator = z.infer<typeof Indicator>;

export const Recommendation = z.object({
  cohort: z.string(),
  area: z.string(),
  id: z.string(),
  text: z.string(),
  codes: z.array(z.string()),
  status: z.enum(["fully", "partially", "not"]),
  reason: z.string(),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const SurveyRow = z.object({
  cohort: z.string(),
  topic: z.string(),
  item: z.string(),
  measure: z.string(),
  wave: z.string(),
  count: z.number(),
  /** Undefined where the survey gives no denominator: no rate can be formed. */
  outOf: z.number().optional(),
  line: z.string(),
});
export type SurveyRow = z.infer<typeof SurveyRow>;

/** One input file. */
export const ArchiveDocument = z.object({
  review: z.string(),
  /** Path under the review folder, with forward slashes. */
  path: z.string(),
  /** Absolute path on this machine; never stored. */
  absolutePath: z.string(),
  format: Format,
  bytes: z.int().nonnegative(),
  /** Lower-case hex of the file's bytes. */
  sha256: z.string(),
  /** Rows of sessions.csv that name this file, in file order; empty when sessions are to be guessed. */
  rows: z.array(SessionRow),
});
export type ArchiveDocument = z.infer<typeof ArchiveDocument>;

/** A review as found on disk, before any transcript is opened. */
export const ReviewFolder = z.object({
  meta: ReviewMeta,
  documents: z.array(ArchiveDocument),
  rows: z.array(SessionRow),
  indicators: z.array(Indicator),
  recommendations: z.array(Recommendation),
  survey: z.array(SurveyRow),
  /** sha256 over the metadata files, so that a change of them triangulates the review again. */
  metadataHash: z.string(),
});
export type ReviewFolder = z.infer<typeof ReviewFolder>;
