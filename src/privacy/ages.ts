import type { Detail } from "./detail.js";

const TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const UNITS = "one|two|three|four|five|six|seven|eight|nine";
const NUMBER = `(?:\\d{1,2}|(?:${TENS})(?:[- ](?:${UNITS}))?|${TEENS}|${UNITS})`;
/** Said with its unit an age is one wherever it stands: "aged 14", "14 years old", "14-year-old", "14yo". */
const OLD = "(?:[- ]?y(?:ea)?rs?[- ]old|[- ]?y[/. ]?o\\b|[- ]?yrs?\\b(?! (?:ago|in|of|later|before|sentence)))";
const TOLD = `(?:\\b(?:aged|age|age of|age is|age was) ${NUMBER}(?![\\w-]*(?:\\d|[- ](?:to|or|and) \\d))|\\b${NUMBER}${OLD})`;
/** What makes a number after a name no age. */
const COUNTED =
  "(?!\\w|[%°:/]|[.,]\\d| (?:o'?clock|pm|am|pounds?|quid|grand|percent|per cent|people|kids|children|times|wraps|bags|phones?|miles?|minutes?|mins|hours?|days?|weeks?|months?|stone|foot|feet|cases|referrals|of (?:them|the|us)|to|or|and a half (?:hours|days|weeks))\\b)";
const HEDGE = "(?:(?:just|only|now|still|about|nearly|almost|maybe|probably|like|around|barely|already) ){0,2}";

/** "Kezia, 14, …", "Kezia (14)", "Kezia, who's fourteen", "Kezia is 14", "Kezia had just turned 14". Anchored at the end of the name. */
const AFTER_NAME = new RegExp(
  `^(?:(?:,? \\(|, )(?:aged? )?(?<beside>${NUMBER})(?:[- ]?y(?:ea)?rs?(?:[- ]old)?| ?y/?o)?(?=[),.;]|$| at the time)|` +
    `(?:,? (?:who|she|he|they))?(?: (?:is|was|will be|has been|turns|turned|became|has turned|had turned|has just turned|had just turned|would be|would have been|must be|must have been)|['’](?:s|d|ll be)) ${HEDGE}(?:turned |turning |coming up to |going on |aged? )?(?<said>${NUMBER})${COUNTED})`,
  "i",
);
/** "fifteen-year-old Marlon", "a 14 yr old called Kezia", "at fourteen, Marlon", "aged 12, Kezia". Anchored at the start of the name. */
const BEFORE_NAME = new RegExp(
  `(?<![\\w-])(?:(?<old>${NUMBER})${OLD},?(?: (?:boy|girl|lad|child|son|daughter|brother|sister|cousin|nephew|niece|kid|pupil|student|patient|male|female|man|woman))?,?(?: (?:called|named|is|was))?,? |(?:at|aged|age)(?: just| only)? (?<at>${NUMBER}),? )$`,
  "i",
);
const REACH = 70;
const TOLD_NEAR = new RegExp(TOLD, "gi");
/** "a 15-year-old", "two 15-year-olds": somebody else, unless it is said of the name ("is a 15-year-old"). */
const ANOTHER =
  /(?<!\b(?:is|was|just|['’]s)) (?:an?|another|some|any|every|each|most|all|the|two|three|four|other|for|of|with)(?: \w+)? $/i;
const NUMBER_IN = new RegExp(NUMBER, "i");
/** "I have got Will on my caseload, 16." */
const LAST = new RegExp(`, (1\\d|${TEENS})\\.$`, "i");

/**
 * Exact ages of people who are named in the same breath: with a unit ("aged 14", "14-year-old lad") up to 70 units behind the name in
 * its sentence, bare ("Kezia, 14,", "Kezia is fourteen") right beside it. Ages of nobody in particular ("most are fourteen") stay.
 * `names` are the stretches of the names, in any order. Equal ages are equal details.
 */
export function findAges(text: string, names: readonly { start: number; end: number }[]): Detail[] {
  const found: Detail[] = [];
  const push = (start: number, raw: string): void => {
    found.push({ start, end: start + raw.length, kind: "AGE", value: raw.toLowerCase().replace(/-/g, " ") });
  };
  for (const { start, end } of names) {
    const after = text.slice(end, end + REACH);
    const beside = AFTER_NAME.exec(after);
    const age = beside?.groups?.beside ?? beside?.groups?.said;
    if (beside && age !== undefined) push(end + beside[0].lastIndexOf(age), age);
    const head = text.slice(Math.max(0, start - REACH), start);
    const before = BEFORE_NAME.exec(head);
    const earlier = before?.groups?.old ?? before?.groups?.at;
    if (before && earlier !== undefined) push(start - head.length + before.index + before[0].indexOf(earlier), earlier);
    const rest = sentenceRest(after);
    TOLD_NEAR.lastIndex = 0;
    for (let m = TOLD_NEAR.exec(rest); m; m = TOLD_NEAR.exec(rest)) {
      const number = NUMBER_IN.exec(m[0]);
      if (number && !ANOTHER.test(rest.slice(0, m.index))) push(end + m.index + number.index, number[0]);
    }
    const last = LAST.exec(rest);
    if (last) push(end + last.index + 2, last[1]!);
  }
  return found;
}

function sentenceRest(text: string): string {
  const end = text.search(/[.?!](?:\s|$)|\n/);
  return end < 0 ? text : text.slice(0, end + 1);
}
