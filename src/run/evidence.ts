import type { Block, CodedMention, Exclusion, RecordKind, Sentence, Turn } from "../model/index.js";

/** Where a mention stands, as far as that decides whether it is evidence. */
export interface Standing {
  mention: Pick<CodedMention, "facets">;
  /** Record of its session part. */
  record: RecordKind;
  turn: Pick<Turn, "role">;
  block: Pick<Block, "kind">;
  sentence: Pick<Sentence, "part" | "block">;
  /** Blocks of its document that stand word for word in others. */
  repeated: ReadonlySet<number>;
  /** It stands in notes, and the verbatim record of the same session carries its code as evidence. */
  verbatimCounts: boolean;
  /** Its document repeats one of another session. */
  nearDuplicate: boolean;
  /** sessions.csv leaves its session out. */
  sessionExcluded: boolean;
}

/** Why a mention is no evidence: the first reason that fits, in the order of `EXCLUSIONS`; empty when it is evidence. */
export function exclusionOf(standing: Standing): Exclusion {
  const { turn, block, sentence } = standing;
  if (turn.role === "interviewer") return "interviewer's turn";
  if (isOwnComment(standing)) return "note-taker's comment";
  if (block.kind === "heading") return "heading";
  if (block.kind === "attendees") return "attendee list";
  if (sentence.part < 0) return "outside the sessions";
  if (standing.repeated.has(sentence.block)) return "repeated matter";
  if (standing.verbatimCounts) return "verbatim counts";
  if (standing.nearDuplicate) return "near-duplicate";
  if (standing.sessionExcluded) return "session excluded";
  return "";
}

/**
 * What the note-taker remarks on a group or advises is not what the group said. In speech the same words are the speaker's
 * own view, unless the speaker is the note-taker.
 */
function isOwnComment({ mention: { facets }, record, turn }: Standing): boolean {
  if (record === "verbatim") return turn.role === "note-taker";
  return facets.evidentiality === "observed" || facets.evidentiality === "advised";
}
