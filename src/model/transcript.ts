import { z } from "zod";
import { Kind, RecordKind, Role, Sector } from "./field.js";
import { Span } from "./span.js";

/** What a stretch of a document is. Headings and attendee lists are kept but are no evidence. */
export const BLOCK_KINDS = ["heading", "paragraph", "bullet", "attendees"] as const;

/** A paragraph, heading or bullet: the largest unit that a sentence cannot cross. */
export const Block = Span.extend({
  kind: z.enum(BLOCK_KINDS),
  /** Index into `turns`. Every block stands in exactly one turn. */
  turn: z.int().nonnegative(),
  /** For a bullet: index of the block that leads it in ("The group raised:"), else -1. */
  leadIn: z.int().default(-1),
});
export type Block = z.infer<typeof Block>;

/** A stretch of one speaker. Notes are one turn without a speaker for each session part. */
export const Turn = Span.extend({
  /** Label as written ("Housing officer 2", "F1"), masked where it names a person; empty in notes. */
  speaker: z.string(),
  role: Role,
  /** `HH:MM:SS` of the turn's start, or empty. */
  time: z.string(),
});
export type Turn = z.infer<typeof Turn>;

/**
 * A document as read: one text and layers of spans over it. Blocks and turns are sorted, do not overlap, and the text
 * between blocks is line breaks and speaker labels, which nobody codes. Before masking the offsets count into the raw `text` here;
 * after masking the same shape holds for the stored text.
 */
export const Transcript = z.object({
  text: z.string(),
  blocks: z.array(Block),
  turns: z.array(Turn),
  record: RecordKind,
});
export type Transcript = z.infer<typeof Transcript>;

/** The stretch of a document that belongs to one session, with what its heading and text let us guess. */
export const SessionPart = Span.extend({
  /** Session id: from sessions.csv, else a slug of the label, else of the file name. */
  session: z.string(),
  label: z.string(),
  kind: Kind.optional(),
  sectors: z.array(Sector).optional(),
  date: z.string().optional(),
  record: RecordKind,
  /** Names of the above that were guessed rather than given. */
  guessed: z.array(z.string()),
  /** Words in it, for denominators and shared-language counts. */
  words: z.int().nonnegative(),
});
export type SessionPart = z.infer<typeof SessionPart>;

/** The unit of context. */
export const Sentence = Span.extend({
  block: z.int().nonnegative(),
  turn: z.int().nonnegative(),
  /** Index into the document's session parts; -1 outside all sessions (no evidence). */
  part: z.int(),
});
export type Sentence = z.infer<typeof Sentence>;
