import { z } from "zod";
import { CodedLine } from "./line.js";
import { CodedMention, Overruled } from "./mention.js";
import { Problem } from "./problem.js";
import { Span } from "./span.js";
import { Sentence, SessionPart, Transcript } from "./transcript.js";

export const SLOT_KINDS = [
  "PERSON",
  "PHONE",
  "EMAIL",
  "POSTCODE",
  "ADDRESS",
  "DOB",
  "AGE",
  "GROUP",
  "NHS",
  "NINO",
  "VEHICLE",
  "HANDLE",
  "BANK",
] as const;

/**
 * A masked detail in the stored text: a placeholder of fixed width, `[PERSON-000]`, whose digits the review fills in.
 * The span is the whole placeholder.
 */
export const Slot = Span.extend({
  kind: z.enum(SLOT_KINDS),
  /** Keyed hash (HMAC) of the normalised detail: equal in two places when the detail is. Used for equality only. */
  hash: z.string(),
});
export type Slot = z.infer<typeof Slot>;

/** A local name that is no code: an operation, a project, a panel. */
export const LocalName = Span.extend({
  kind: z.enum(["operation", "project", "meeting", "place"]),
  name: z.string(),
});
export type LocalName = z.infer<typeof LocalName>;

/** A paragraph's fingerprint, to find matter that stands word for word in several documents. */
export const Fingerprint = z.object({
  block: z.int().nonnegative(),
  /** Hash of the block's words. */
  hash: z.string(),
  words: z.int().nonnegative(),
});
export type Fingerprint = z.infer<typeof Fingerprint>;

/** All that one document yields by itself: bytes + roles + lexicon -> this. Pure, cached, and without a neighbour's influence. */
export const DocumentResult = z.object({
  /** Masked and mended text that every offset below counts into. */
  text: z.string(),
  blocks: Transcript.shape.blocks,
  turns: Transcript.shape.turns,
  parts: z.array(SessionPart),
  sentences: z.array(Sentence),
  mentions: z.array(CodedMention),
  overruled: z.array(Overruled),
  lines: z.array(CodedLine),
  slots: z.array(Slot),
  names: z.array(LocalName),
  fingerprints: z.array(Fingerprint),
  /** Bottom-k sketch of five-word shingle hashes, sorted ascending, for near-duplicates. */
  shingles: z.array(z.int()),
  words: z.int().nonnegative(),
  problems: z.array(Problem),
  /** Milliseconds by stage; outside the promise of equal bytes, and not cached. */
  times: z.record(z.string(), z.number()),
});
export type DocumentResult = z.infer<typeof DocumentResult>;
