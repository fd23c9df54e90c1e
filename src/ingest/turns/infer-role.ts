import type { Role } from "../../model/index.js";

/** A number, letter or name that tells two people of one role apart: `Interviewer 2`, `Facilitator (Sue)`. */
const TAIL = String.raw`(?:\s{0,9}(?:no\.?\s{0,9})?(?:\d{1,3}|[A-Z])|\s{0,9}[-–,/]\s{0,9}[^:]{1,40}|\s{0,9}\([^()]{1,40}\)|\s{0,9}\[[^[\]]{1,40}\])?`;
const HEAD = String.raw`(?:(?:[\p{Lu}][\p{L}'-]{0,30}\s{1,9}){1,3}|[^:()]{1,40}\s{0,9})`;

const INTERVIEWER_WORDS = String.raw`(?:the\s{1,9})?(?:(?:co-?|lead\s{1,9}|assistant\s{1,9}|second\s{1,9})?(?:interviewer|facilitator|moderator|researcher|reviewer|convenor|convener)s?|review\s{1,9}team|(?:the\s{1,9})?chair|chair(?:man|woman|person))`;
const NOTE_TAKER_WORDS = String.raw`(?:note[ -]?taker|scribe|transcriber|reviewer'?s?\s{1,9}(?:comment|note)s?|interviewer'?s?\s{1,9}(?:comment|note)s?|facilitator'?s?\s{1,9}(?:comment|note)s?|researcher'?s?\s{1,9}(?:comment|note)s?|(?:review\s{1,9})?team\s{1,9}(?:comment|note)s?|note[ -]?taker'?s?\s{1,9}(?:comment|note)s?|observer'?s?\s{1,9}(?:comment|note)s?)`;

const INTERVIEWER = new RegExp(`^${INTERVIEWER_WORDS}${TAIL}$`, "iu");
const INTERVIEWER_CODE = /^(?:Q|QU|QN|INT|INTV|IV|FAC|FACIL|MOD|I|IR|Q\d{1,3}|(?:INT|IV|FAC|MOD)[ -]?\d{1,2}|I\d)\.?$/i;
const IN_BRACKETS = new RegExp(String.raw`^[^()]{1,40}\(\s{0,9}(?:${INTERVIEWER_WORDS}|INT|FAC|MOD)\s{0,9}\)$`, "iu");
const AFTER_DASH = new RegExp(String.raw`^${HEAD}[-–,]\s{0,9}${INTERVIEWER_WORDS}$`, "iu");
const COUNSEL = /^counsel(?:\s{1,9}(?:to|for|inquiry)\b.{0,40})?$/i;
const NOTE_TAKER = new RegExp(`^${NOTE_TAKER_WORDS}${TAIL}$`, "iu");
const PARTICIPANT =
  /^(?:a|an|answer|r|p|participants?|respondents?|interviewees?|speaker|spk|unidentified(?: speaker)?|unknown(?: speaker)?|(?:fe)?male(?: (?:voice|participant|speaker))?|several|all|group|voice)(?:[ _-]?(?:\d{1,3}|[a-z]))?$/i;

/** Whether the label by itself names a part in a conversation: an interviewer's, a note-taker's, or a participant's. */
export function isKnownRole(label: string): boolean {
  if (/^(?:i|a|r|p)$/i.test(label)) return /^[A-Z]$/.test(label);
  return asks(label) || NOTE_TAKER.test(label) || PARTICIPANT.test(label);
}

/** Whether a label names the note-taker, or a comment of the team that took the notes. */
export function isNoteTaker(label: string): boolean {
  return NOTE_TAKER.test(label);
}

function asks(label: string): boolean {
  return (
    INTERVIEWER.test(label) ||
    INTERVIEWER_CODE.test(label) ||
    IN_BRACKETS.test(label) ||
    AFTER_DASH.test(label) ||
    COUNSEL.test(label)
  );
}

/** Labels that sessions.csv sets by hand; case and a trailing colon do not matter. */
export interface NamedRoles {
  interviewers: readonly string[];
  participants: readonly string[];
}

/** A label as it is compared: lower case, single spaces, no colon or stop at its end. */
export function labelKey(label: string): string {
  return label
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/\s?[:.]$/, "");
}

/**
 * The role of a speaker. What sessions.csv names wins; then what the label says: interviewer, facilitator, moderator,
 * researcher, reviewer, chair, counsel, `Q`, `INT` and their kin ask; note-takers and team comments note; everybody
 * else takes part.
 */
export function inferRole(label: string, named: NamedRoles): Role {
  const key = labelKey(label);
  if (named.participants.some((name) => labelKey(name) === key)) return "participant";
  if (named.interviewers.some((name) => labelKey(name) === key)) return "interviewer";
  if (NOTE_TAKER.test(label)) return "note-taker";
  return label !== "" && asks(label) ? "interviewer" : "participant";
}
