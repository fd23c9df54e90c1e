import { parsePhoneNumberFromString } from "libphonenumber-js";
import { type Detail, digitsOf } from "./detail.js";

const RUN = /(?:\(?\+|\(0|(?<![\d.,/:£$€-])0)[\d \t\u00a0().–-]{7,24}\d/g;
const GROUP = /\d+/g;
const BARE_MOBILE = /(?<![\d.,/])7\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d])/g;
const LOCAL_NUMBER = /(?<![\p{L}\d.,/:£])\d{3}[ -]?\d{3,4}(?:[ -]?\d{3,4})?(?![\d.,/:]\d|[\p{L}\d]|%)/gu;
const CUE =
  /(?:phone|telephone|\btel|mobile|\bmob|\bring|\bcall|\btext|\bfax|\bext|extension|whatsapp|\bnumber)\b[^.!?\n]{0,30}$/i;
const MONEY_OR_TIME = /^\s{0,9}(?:pounds?|quid|people|children|years?|days?|cases|p\.?m|a\.?m|per)\b/i;
const DIGIT_WORD = "oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple|hundred|thousand";
const SPOKEN = new RegExp(`\\b(?:plus|oh|zero|nought|double oh)(?:[ ,-]{1,3}(?:${DIGIT_WORD})){7,18}\\b`, "gi");

/**
 * Telephone numbers as British people write and say them: national (0114 496 0123), mobile with any spacing, the drama ranges
 * that are in no numbering plan (07700 900xxx), +44 and 0044, foreign numbers after a plus (libphonenumber-js decides), local numbers after a cue
 * ("ring me on 496 0123"), and digits in words from "oh".
 */
export function findPhones(text: string): Detail[] {
  const found: Detail[] = [];
  RUN.lastIndex = 0;
  for (let m = RUN.exec(text); m; m = RUN.exec(text)) {
    const end = phoneEnd(m[0]);
    if (end === 0) {
      // A shorter run may begin inside what was no number ("0.5 07700 900123").
      RUN.lastIndex = m.index + 1;
      continue;
    }
    push(found, m.index, m.index + end, text);
    RUN.lastIndex = m.index + end;
  }
  BARE_MOBILE.lastIndex = 0;
  for (let m = BARE_MOBILE.exec(text); m; m = BARE_MOBILE.exec(text)) {
    if (CUE.test(text.slice(Math.max(0, m.index - 45), m.index))) push(found, m.index, m.index + m[0].length, text);
  }
  LOCAL_NUMBER.lastIndex = 0;
  for (let m = LOCAL_NUMBER.exec(text); m; m = LOCAL_NUMBER.exec(text)) {
    const end = m.index + m[0].length;
    if (digitsOf(m[0]).length < 6 || MONEY_OR_TIME.test(text.slice(end, end + 12))) continue;
    const before = text.slice(Math.max(0, m.index - 45), m.index);
    if (CUE.test(before) && !/account|sort|reference|\bref\b|nhs|insurance|case|crime|incident|log\b/i.test(before))
      push(found, m.index, end, text);
  }
  SPOKEN.lastIndex = 0;
  for (let m = SPOKEN.exec(text); m; m = SPOKEN.exec(text)) {
    found.push({ start: m.index, end: m.index + m[0].length, kind: "PHONE", value: spokenDigits(m[0]) });
  }
  return found;
}

function push(found: Detail[], start: number, end: number, text: string): void {
  const raw = text.slice(start, end);
  const national = digitsOf(raw.replace(/^\(?(?:\+|00) ?44[ )]*(?:\(0\))?/, "0"));
  found.push({ start, end, kind: "PHONE", value: national.replace(/^0?44(?=\d{10}$)/, "0") });
}

/** Where the number at the head of a run ends, at a border between groups of digits; 0 where there is none. */
function phoneEnd(run: string): number {
  const plus = run.includes("+") && run.indexOf("+") < 2;
  const ends: { end: number; digits: number; text: string }[] = [];
  let digits = "";
  GROUP.lastIndex = 0;
  let first = "";
  for (let g = GROUP.exec(run); g; g = GROUP.exec(run)) {
    first ||= g[0];
    digits += g[0];
    ends.push({ end: g.index + g[0].length, digits: digits.length, text: digits });
  }
  const fits = (e: { digits: number; text: string }): boolean => {
    if (plus && !e.text.startsWith("44"))
      return e.digits >= 8 && e.digits <= 15 && parsePhoneNumberFromString(`+${e.text}`)?.isPossible() === true;
    if (plus) return e.digits >= 11 && e.digits <= 13;
    if (e.text.startsWith("0044")) return e.digits >= 13 && e.digits <= 15;
    if (e.text.startsWith("00")) return e.digits >= 11 && e.digits <= 15;
    return (
      (e.digits === 10 || e.digits === 11) &&
      (first.length >= 3 || first === "07" || first === "02" || (e.digits === 11 && e.text.startsWith("07")))
    );
  };
  // A number never begins a date or a decimal: "01 02 2019" has too few digits, "0.50" too short a first group.
  const chosen = ends.filter(fits).at(-1);
  if (!chosen) return 0;
  return chosen.end;
}

const DIGIT_VALUE: Readonly<Record<string, string>> = {
  oh: "0", zero: "0", nought: "0", one: "1", two: "2", three: "3", four: "4", five: "5", six: "6", seven: "7", eight: "8", nine: "9",
}; // biome-ignore format: a row of digits

function spokenDigits(words: string): string {
  let digits = "";
  let times = 1;
  for (const word of words.toLowerCase().split(/[ ,-]+/)) {
    if (word === "double") times = 2;
    else if (word === "treble" || word === "triple") times = 3;
    else if (word === "hundred" || word === "thousand") digits += word === "hundred" ? "00" : "000";
    else {
      digits += (DIGIT_VALUE[word] ?? "").repeat(times);
      times = 1;
    }
  }
  return digits;
}
