import type { Detail } from "./detail.js";

const TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
const UNITS = "one|two|three|four|five|six|seven|eight|nine";
const NUMBER = `(?:\\d{1,2}|(?:${TENS})(?:[- ](?:${UNITS}))?|${TEENS}|${UNITS})`;
/** Said with its unit an age is one wherever it stands: "aged 14", "14 years old", "14-year-old", "14yo". */
const OLD = "(?:[- ]?y(?:ea)?rs?[- ]old|[- ]?y[/. ]?o\\b|[- ]?yrs?\\b(?! (?:ago|in|of|later|before|sentence)))";
const TOLD = `(?:\\b(?:aged|age|age of|age is|age was) ${NUMBER}(?![\\w-]{0,20}(?:\\d|[- ](?:to|or|and) \\d))|\\b${NUMBER}${OLD})`;
/** What makes a number after a name no age. */
const COUNTED =
  "(?!\\w|[%°:/]|[.,]\\d| (?:o'?clock|pm|am|pounds?|quid|grand|percent|per cent|people|kids|children|times|wraps|bags|phones?|miles?|minutes?|mins|hours?|days?|weeks?|months?|stone|foot|feet|cases|referrals|of|to|or|and a half (?:hours|days|weeks))\\b)";
const HEDGE = "(?:(?:just|only|now|still|about|nearly|almost|maybe|probably|like|around|barely|already) ){0,2}";

/** "Kezia, 14, …", "Kezia (14)", "Kezia, who's fourteen", "Kezia is 14", "Kezia had just turned 14". Anchored at the end of the name. */
const AFTER_NAME = new RegExp(
  `^(?:(?:,? \\(|, )(?:aged? )?(?<beside>${NUMBER})(?:[- ]?y(?:ea)?rs?(?:[- ]old)?| ?y/?o)?(?=[),.;]|$| at the time)|` +
    `(?:,? (?:who|she|he|they)|,(?= was| is))?(?: (?:is|was|will be|has been|turns|turned|became|has turned|had turned|has just turned|had just turned|would be|would have been|must be|must have been|might be|may be|could be)|['’](?:s|d|ll be)) ${HEDGE}(?:turned |turning |coming up to |going on |aged? )?(?<said>${NUMBER})${COUNTED})`,
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
  /(?<!\b(?:is|was|just|['’]s)) (?:an?|another|some|any|every|each|most|all|the|two|three|four|other|for|of|with)(?: \w{1,20})? $/i;
const NUMBER_IN = new RegExp(NUMBER, "i");
/** Of a particular man or woman, named or not in this very sentence: "he's 58", "she turned sixteen", "he was only a kid he was fifteen". */
const OF_HIM = new RegExp(
  `\\b(?:s?he|who|(?:his|her|my|our) (?:mum|mam|mother|dad|father|brother|sister|son|daughter|nan|gran|uncle|aunt|auntie|cousin|partner|boyfriend|girlfriend|husband|wife|mate|friend))(?:(?: (?:is|was|(?:just )?became|turned out to be|turned|had turned|has turned|just turned|had just turned|must be|must have been|would be|would have been|might be|could be))|['’](?:s|d be|ll be)(?: just)?(?: turned)?) ${HEDGE}(?:himself |herself |turned |coming up to |going on |aged? )?(${NUMBER})${COUNTED}`,
  "gi",
);
/** "a boy of 19", "a lassie of seventeen". */
const A_BOY_OF = new RegExp(
  `\\b(?:boy|girl|lad|lass|lassie|laddie|kid|child|bairn|man|woman|lady|fella|bloke|son|daughter|brother|sister) of (${NUMBER})${COUNTED}`,
  "gi",
);
/** "He's older, 22.", "the eldest at 17": told by comparison. */
const COMPARED = new RegExp(
  `\\b(?:older|elder|younger|eldest|oldest|youngest)(?: (?:one|brother|sister|lad|boy|girl|child|son|daughter))?(?:,| at| is| was) (${NUMBER})${COUNTED}`,
  "gi",
);
/** What a child or a grown man can be, in figures or words: bare numbers under ten tell other things too often. */
const GROWN = `(?:[1-9]\\d|(?:${TENS})(?:[- ](?:${UNITS}))?|${TEENS})`;
/** "He was sixteen. Sorry, seventeen", "he's twenty, sorry, twenty one". */
const CORRECTED = new RegExp(`^,? (?:sorry|no|not|I mean|or rather|well)[, ]{1,2}(${GROWN})${COUNTED}`, "i");
/** An age as a sentence of its own: "One of ours. Nineteen.", "How old? Twelve.", "He was. Seventeen, and terrified." */
const ALONE = new RegExp(`(?<=[.?!…]["”’]?\\s{1,3})(${GROWN})(?=[.!?]|, (?:and|but|just|she|he))`, "gi");
/** What such a sentence may stand behind: somebody in the singular. */
const OF_SOMEBODY =
  /\b(?:s?he|him|her|his|how old|one of ours|lad|boy|girl|lady|woman|man|lassie)\b[^.?!\n]{0,60}[.?!…]["”’]?\s{1,3}$/i;
const HOW_MANY =
  /\b(?:how (?:many|much|long|often)|number|about|times|people|cases|kids|children)\b[^.?!\n]{0,60}[.?!]\s{1,3}$/i;
/** "Jay Sterling (f), 34", "Grace was one of our older tenants, 71, and": between commas in the sentence of a name. */
const APPOSED = new RegExp(`, (${GROWN})(?=, |[.;)]|$)`, "gi");
/** "came to us at eighteen", "came into care at nine": a stage of a life. */
const AT_AGE = new RegExp(
  `\\b(?:into care|came to us|come to us|left school|left care|left home|started using|started dealing|moved out|was excluded|got excluded|was groomed|was recruited|was arrested) at (${NUMBER})${COUNTED}`,
  "gi",
);

/** "I have got Will on my caseload, 16." */
const LAST = new RegExp(`, (1\\d|${TEENS})\\.$`, "i");

/**
 * Exact ages of people who are named in the same breath: with a unit ("aged 14", "14-year-old lad") up to 70 units behind the name in
 * its sentence, bare ("Kezia, 14,", "Kezia is fourteen") right beside it; and of him or her who is spoken of ("he's 58", "She was. Seventeen.",
 * "a lad of sixteen"). Ages of nobody in particular ("most are fourteen") stay.
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
    APPOSED.lastIndex = 0;
    for (let m = APPOSED.exec(rest); m; m = APPOSED.exec(rest)) push(end + m.index + 2, m[1]!);
  }
  for (const pattern of [OF_HIM, A_BOY_OF, AT_AGE, COMPARED]) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(text); m; m = pattern.exec(text)) push(m.index + m[0].lastIndexOf(m[1]!), m[1]!);
  }
  const ends = names.map(({ end }) => end).sort((a, b) => a - b);
  ALONE.lastIndex = 0;
  for (let m = ALONE.exec(text); m; m = ALONE.exec(text)) {
    const before = text.slice(Math.max(0, m.index - REACH), m.index);
    const named = isNamed(ends, m.index - REACH, m.index);
    if (!HOW_MANY.test(before) && (named || OF_SOMEBODY.test(before))) push(m.index, m[1]!);
  }
  for (const { end } of [...found]) {
    const again = CORRECTED.exec(text.slice(end, end + REACH));
    if (again) push(end + again[0].length - again[1]!.length, again[1]!);
  }
  return found;
}

/** Whether one of the ends of names, ascending, lies between two places. */
function isNamed(ends: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > from) high = middle;
    else low = middle + 1;
  }
  return low < ends.length && ends[low]! <= to;
}

function sentenceRest(text: string): string {
  const end = text.search(/[.?!](?:\s|$)|\n/);
  return end < 0 ? text : text.slice(0, end + 1);
}
