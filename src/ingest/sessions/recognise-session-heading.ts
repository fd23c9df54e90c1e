import type { Kind } from "../../model/index.js";

const WORDS: readonly [RegExp, Kind][] = [
  [/\bfocus[ -]?groups?\b|\bgroup (?:discussion|interview)\b|\bround[ -]?table\b|\bfg ?\d{1,2}\b/i, "focus-group"],
  [/\bworkshops?\b/i, "workshop"],
  [/\b(?:site )?visits?\b/i, "visit"],
  [/\binterviews?\b/i, "interview"],
];

const SUBJECT =
  "focus[ -]?group|group (?:discussion|interview)|(?:telephone |phone |group )?interview|workshop|session|round[ -]?table|(?:site )?visit";
/** The word first: "Focus group 3 – Education", "Interview with …", "Visit to …", "Session 1", "Workshop: Housing". */
const WORD_FIRST = new RegExp(
  String.raw`^(?:\(?\d{1,2}(?:\.\d{1,2})?[.)]?\s{1,9})?(?:${SUBJECT})(?:\s{1,9}(?:no\.?\s{0,9}|number\s{1,9})?(?:\d{1,2}|[A-H]|one|two|three|four|five|six|seven|eight|nine|ten)\b|\s{1,9}(?:with|to)\s{1,9}\S|\s{0,9}[:–—-]\s{0,9}\S)`,
  "i",
);
/** The word last: "Education focus group", "Housing workshop 2", "Police interview notes". */
const WORD_LAST = new RegExp(
  String.raw`^(?!(?:We|They|The|This|That|These|It|In|At|After|Before|During|From|On|Our|He|She|I|You|There|No|See|And|But|So)\s)[\p{Lu}\d][^.:;?!]{0,60}\s(?:${SUBJECT})(?:\s{1,9}(?:\d{1,2}|[A-H]))?(?:\s{1,9}notes)?$`,
  "u",
);
const BARE = new RegExp(String.raw`^(?:${SUBJECT})(?:\s{1,9}notes)?$`, "i");

/** Longest heading of a session, in characters. */
const LONGEST = 120;

/** Whether a line reads as the heading of one session of a document that holds several. */
export function isSessionHeading(line: string): boolean {
  const text = line.trim();
  if (text.length < 4 || text.length > LONGEST || /[.?!;,]$/.test(text) || BARE.test(text)) return false;
  return WORD_FIRST.test(text) || (WORD_LAST.test(text) && text.split(/\s+/).length <= 6);
}

/** The kind of session that the words of a heading or file name speak of; undefined when they do not. */
export function guessKind(words: string): Kind | undefined {
  const text = words.replace(/[_-]+/g, " ");
  return WORDS.find(([pattern]) => pattern.test(text))?.[1];
}
