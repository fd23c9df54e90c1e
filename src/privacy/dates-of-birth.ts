import type { Detail } from "./detail.js";

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const ORDINAL_WORD =
  "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[- ]first)";
const UNIT_WORDS = "one|two|three|four|five|six|seven|eight|nine";
const YEAR_WORDS = `(?:(?:nineteen|twenty)(?:[- ][a-z]{2,9}){1,2}|two thousand(?: and)?(?: (?:${UNIT_WORDS}|ten|eleven|twelve|[a-z]{3,5}teen))?|oh (?:${UNIT_WORDS}))`;
const YEAR = `(?:(?:19|20)\\d\\d|['’]?\\d\\d(?!\\d)|${YEAR_WORDS})`;
const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL_WORD})`;
const DATE = new RegExp(
  [
    "\\b\\d{4}(?:-\\d{2}-\\d{2}|[/.]\\d{1,2}[/.]\\d{1,2})\\b",
    "\\b\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:\\d{4}|\\d{2})\\b",
    `\\b(?:the )?${DAY}(?: day)?(?: of)?[ -]${MONTH}(?:,?[ -](?:in )?${YEAR})?(?!\\w)`,
    `\\b${MONTH} (?:the )?${DAY}(?:,? ${YEAR})?(?!\\w)`,
    "(?<!\\d)(?:\\d{2} \\d{2} (?:\\d{4}|\\d{2})|\\d{1,2} \\d{1,2} (?:19|20)\\d{2})(?!\\d)",
    "(?<!\\d)(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\\d{2}(?!\\d)",
  ].join("|"),
  "i",
);
const CUE = /\b(?:born|d\.?o\.?b\b\.?|date[ -]of[ -]birth|birth[ -]?date|birth[ -]certificate|birthday|b\.(?= ?\d))/gi;
/** How far a date may stand from its cue, in UTF-16 units: "born, as far as we know, on the …". */
const AFTER = 45;
const BEFORE = 40;

/** "the wrong date of birth for her. Should've been 17/05/2013": the sentence that puts it right. */
const CORRECTED =
  /^[^.?!\n]{0,30}\. (?:it |that )?(?:should(?:['’]ve| have) been|should be|it['’]s|it is|it was) [^\n]{0,80}/i;

/** Dates beside "born", "DOB", "date of birth" or "birthday". The dates of meetings, and a bare year, stay. */
export function findBirthDates(text: string): Detail[] {
  const found: Detail[] = [];
  CUE.lastIndex = 0;
  for (let cue = CUE.exec(text); cue; cue = CUE.exec(text)) {
    const from = cue.index + cue[0].length;
    const rest = text.slice(from, from + AFTER + 40);
    const after = DATE.exec(upToSentenceEnd(rest)) ?? DATE.exec(CORRECTED.exec(rest)?.[0] ?? "");
    if (after && after.index <= AFTER) {
      push(found, from + after.index, after[0]);
      continue;
    }
    const start = Math.max(0, cue.index - BEFORE);
    const head = text.slice(start, cue.index);
    const cut = Math.max(head.lastIndexOf(". "), head.lastIndexOf("\n"), head.lastIndexOf("? ")) + 1;
    const before = DATE.exec(head.slice(cut));
    if (before) push(found, start + cut + before.index, before[0]);
  }
  return found;
}

/** Between a name and its date: "Kieron Walsh, 03/11/2000", "Kieron Walsh (dob 3/11/00)". */
const BESIDE = /^[\s,;:(–-]{1,4}/;
/** Said of the person whose name follows: "said he was", "a lad called", "in the name of". */
const GIVEN_AS = /\b(?:was|is|['’]s|am|['’]m|be|being|as|called|named|name|name of)\s+$/i;
const FULL_DATE = new RegExp(`^(?:${DATE.source})`, "i");
/** Whoever is written down with a date of an earlier year is not being named as present at a session on that day. */
const BEFORE_ALL_SESSIONS = 2010;

/**
 * Dates that stand right after a person's name and are told as part of who they are ("said he was Kieron Walsh, 03/11/2000"), or
 * are too early to be the day of a session. `names` are the stretches of the names, in any order.
 */
export function findDatesAfterNames(text: string, names: readonly { start: number; end: number }[]): Detail[] {
  const found: Detail[] = [];
  for (const { start, end } of names) {
    const beside = BESIDE.exec(text.slice(end, end + 4));
    if (!beside) continue;
    const from = end + beside[0].length;
    const date = FULL_DATE.exec(text.slice(from, from + 40));
    if (!date || !/\d/.test(date[0])) continue;
    const year = Number(/(?:19|20)\d\d/.exec(date[0])?.[0] ?? Number.NaN);
    if (year <= BEFORE_ALL_SESSIONS || GIVEN_AS.test(text.slice(Math.max(0, start - 20), start)))
      push(found, from, date[0]);
  }
  return found;
}

function push(found: Detail[], start: number, raw: string): void {
  found.push({
    start,
    end: start + raw.length,
    kind: "DOB",
    value: raw
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .replace(/^the /, "")
      .trim(),
  });
}

function upToSentenceEnd(text: string): string {
  const end = text.search(/[.?!]\s+[A-Z][a-z]|\n\s*\n/);
  return end < 0 ? text : text.slice(0, end + 1);
}
