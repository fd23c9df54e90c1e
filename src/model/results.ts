import { z } from "zod";
import { ReviewMeta } from "./archive.js";
import { RecordKind } from "./field.js";
import { Answer, Finding } from "./finding.js";
import { LineSighting } from "./line.js";
import { Mention, Overruled } from "./mention.js";
import { Problem } from "./problem.js";
import { Session } from "./session.js";
import { Block, Sentence, Turn } from "./transcript.js";
import { Corroboration, Saturation, Stance, Verdict } from "./triangulation.js";

/** A document as it stands in a run. */
export const StoredDocument = z.object({
  review: z.string(),
  /** Path under the review, masked where it names a person. */
  document: z.string(),
  sha256: z.string(),
  status: z.enum(["coded", "reused", "problem"]),
  sessions: z.array(z.string()),
  words: z.int().nonnegative(),
});
export type StoredDocument = z.infer<typeof StoredDocument>;

/** A paragraph, heading or bullet of a stored text, with what else the coder knew of it. */
export const StoredBlock = Block.extend({
  /** Record of the session it stands in; notes outside all sessions. */
  record: RecordKind,
  /** It stands word for word in other documents, and is no evidence. */
  repeated: z.boolean(),
});
export type StoredBlock = z.infer<typeof StoredBlock>;

/** The stored text of a document with its layers, for the reader and for explain. */
export const StoredText = z.object({
  document: z.string(),
  text: z.string(),
  turns: z.array(Turn),
  /** In order of place; none in a run that was made before blocks were stored. */
  blocks: z.array(StoredBlock),
  sentences: z.array(Sentence.extend({ session: z.string() })),
  /** Terms that were seen and set aside, in order of place, for explain. */
  overruled: z.array(Overruled),
});
export type StoredText = z.infer<typeof StoredText>;

/** Everything a run holds of one review. All lists are in their published order. */
export const ReviewResult = z.object({
  meta: ReviewMeta,
  documents: z.array(StoredDocument),
  texts: z.array(StoredText),
  sessions: z.array(Session),
  mentions: z.array(Mention),
  stances: z.array(Stance),
  verdicts: z.array(Verdict),
  corroborations: z.array(Corroboration),
  saturation: Saturation,
  lines: z.array(LineSighting),
  findings: z.array(Finding),
  answers: z.array(Answer),
  /** Local names of operations, projects and meetings: name, kind, how often. */
  names: z.array(z.object({ review: z.string(), kind: z.string(), name: z.string(), mentions: z.int() })),
  problems: z.array(Problem),
});
export type ReviewResult = z.infer<typeof ReviewResult>;
