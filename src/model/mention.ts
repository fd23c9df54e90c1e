import { z } from "zod";
import { Facets } from "./facets.js";
import { Role } from "./field.js";
import { Theme } from "./lexicon.js";
import { Span } from "./span.js";

/** A cue that bore on a mention, with its own span and the stretch that it governs. */
export const CueHit = Span.extend({
  /** Id of the cue in the cue lexicon. */
  cue: z.string(),
  facet: z.string(),
  value: z.string(),
  /** Scope as a span of the same text. */
  from: z.int(),
  to: z.int(),
  /** Whether it decided its facet, or why another did. */
  outcome: z.enum(["decided", "overruled"]),
});
export type CueHit = z.infer<typeof CueHit>;

/** One span of a sentence that carries one code, as the coder leaves it: it knows its document, not its neighbours. */
export const CodedMention = Span.extend({
  code: z.string(),
  /** The term that matched, as written in the lexicon. */
  term: z.string(),
  /** Index of the sentence in the document. */
  sentence: z.int().nonnegative(),
  facets: Facets,
  cues: z.array(CueHit),
  /** Lemmas of content words within five words, for shared-language counts; sorted, without the term's own. */
  near: z.array(z.string()),
});
export type CodedMention = z.infer<typeof CodedMention>;

/** Terms and cues that were seen and set aside; kept so that `explain` can say what was overruled. */
export const Overruled = Span.extend({
  sentence: z.int().nonnegative(),
  code: z.string(),
  term: z.string(),
  because: z.string(),
});
export type Overruled = z.infer<typeof Overruled>;

/** Why a mention is no evidence; empty when it is. */
export const EXCLUSIONS = [
  "",
  "interviewer's turn",
  "note-taker's comment",
  "heading",
  "attendee list",
  "outside the sessions",
  "repeated matter",
  "verbatim counts",
  "near-duplicate",
  "session excluded",
] as const;
export const Exclusion = z.enum(EXCLUSIONS);
export type Exclusion = z.infer<typeof Exclusion>;

/** A mention as it is stored and counted. */
export const Mention = Span.extend({
  /** Hash of review, code, session, the sentence's words (placeholders as one kind), place in the sentence and which repeat it is. */
  id: z.string(),
  review: z.string(),
  session: z.string(),
  document: z.string(),
  turn: z.int().nonnegative(),
  speaker: z.string(),
  role: Role,
  sentence: z.int().nonnegative(),
  /** The words of the span, masked. */
  text: z.string(),
  code: z.string(),
  theme: Theme,
  ...Facets.shape,
  evidence: z.boolean(),
  excluded: Exclusion,
  /** Whether an interviewer's turn carried the code before; empty in notes. */
  prompted: z.enum(["yes", "no", ""]),
  /** The whole sentence, masked. */
  quote: z.string(),
  /** `HH:MM:SS` of its turn, or empty. */
  time: z.string(),
  term: z.string(),
  cues: z.array(CueHit),
  near: z.array(z.string()),
});
export type Mention = z.infer<typeof Mention>;
