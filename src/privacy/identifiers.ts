import { type Detail, digitsOf } from "./detail.js";

const TEN_DIGITS = /(?<![\d.,/+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d]|[.,/-]\d)/g;
const NHS_CUE = /\b(?:nhs|n\.h\.s|chi)\b[^.!?\n]{0,30}$/i;

/**
 * The check digit of an NHS number (mod 11, NHS Data Dictionary): the first nine digits are weighted 10 to 2; eleven less the
 * remainder of their sum is the tenth, eleven counting as nought and ten as no number at all. Ten equal digits are refused.
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** NHS numbers: ten digits with a right check digit, or any ten digits after "NHS". */
export function findNhsNumbers(text: string): Detail[] {
  const found: Detail[] = [];
  TEN_DIGITS.lastIndex = 0;
  for (let m = TEN_DIGITS.exec(text); m; m = TEN_DIGITS.exec(text)) {
    const digits = digitsOf(m[0]);
    const cued = NHS_CUE.test(text.slice(Math.max(0, m.index - 45), m.index));
    // Ten digits from nought are far oftener a telephone number.
    if (cued || (digits[0] !== "0" && isNhsNumber(digits)))
      found.push({ start: m.index, end: m.index + m[0].length, kind: "NHS", value: digits });
  }
  return found;
}

const NINO = /\b[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b/gi;

/** National Insurance numbers: two letters, six digits, A to D. Prefixes that are never issued (QQ) are masked as well. */
export function findInsuranceNumbers(text: string): Detail[] {
  return all(NINO, text, "NINO");
}

const PLATE_NOW = /\b[A-Z]{2}(?:\d{2}[ -]?| \d{2} )[A-Z]{3}\b/g;
/** Unspaced and in small letters, as typed in haste: no word is written so. */
const PLATE_SMALL = /\b[a-z]{2}\d{2}[a-z]{3}\b/g;
const PLATE_ONCE = /\b(?:[A-HJ-NPR-TV-Y]\d{1,3}[A-Z]{3}|[A-Z]{3}\d{1,3}[A-HJ-NPR-TV-Y])\b/g;
const PLATE_CUED =
  /\b(?:[A-Z]{2} ?\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3} ?[A-Z]|[A-Z]{1,3} ?\d{1,4}|\d{1,4} ?[A-Z]{1,3})\b/gi;
const PLATE_CUE =
  /\b(?:reg|registration|number ?plate|plate|plates|vrm|index|car|van|vehicle|moped|motorbike|scooter|taxi|corsa|fiesta|golf|audi|bmw|mercedes|astra|focus|polo|transit|clio|mini|rover|ford|vauxhall|toyota|nissan|peugeot|renault|honda|kia|seat|skoda|driving|drove)\b[^.!?\n]{0,40}$/i;
/** "yr11 and", "p4 the": letters that are a word, in small letters. */
const SMALL_WORDS =
  /(?:^| )(?:and|the|for|who|was|has|had|but|are|not|she|his|her|him|you|all|out|lad|boy|men|man|with|from|yr|ks|at|in|on|of|to|is|my|it|we|he|so|up|do|go|me|be|an|as|or|if|no|us|by|now|one|two|six|ten|day|per|yrs|old|min|our|own|got|get|did|say|car|bag|kid|too)(?: |$)/;
const PLATE_STRONG_CUE =
  /\b(?:reg|registration|number ?plate|plates?|vrm)\b(?:[ \t]{1,9}(?:number|mark|plate|is|was|no\.?)){0,5}[ \t:=-]{0,4}$/i;

/** Registration marks: those since 2001 anywhere; older forms unspaced, or spaced near a word for a vehicle; short ones after "registration". */
export function findRegistrations(text: string): Detail[] {
  const found = [PLATE_NOW, PLATE_SMALL, PLATE_ONCE].flatMap((pattern) => all(pattern, text, "VEHICLE"));
  if (
    !/\b(?:reg|plate|vrm|car|van|vehicle|moped|motorbike|scooter|taxi|driv|drove|corsa|fiesta|golf|audi|bmw|mercedes|astra|focus|polo|transit|clio|mini|rover|ford|vauxhall|toyota|nissan|peugeot|renault|honda|kia|seat|skoda)/i.test(
      text,
    )
  )
    return found;
  PLATE_CUED.lastIndex = 0;
  for (let m = PLATE_CUED.exec(text); m; m = PLATE_CUED.exec(text)) {
    const before = text.slice(Math.max(0, m.index - 60), m.index);
    const long =
      m[0].replace(/ /g, "").length >= (m[0] === m[0].toUpperCase() ? 5 : 6) &&
      /^(?:[A-Z]{2} ?\d{2} ?[A-Z]{3}|[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3} ?[A-Z]|(?:[A-Z][IZ][A-Z]|[A-Z]{2}[IZ]|[IZ][A-Z]{2}) ?\d{2,4})$/i.test(
        m[0],
      ) &&
      !SMALL_WORDS.test(m[0]);
    if (PLATE_STRONG_CUE.test(before) || (long && PLATE_CUE.test(before))) {
      found.push({ start: m.index, end: m.index + m[0].length, kind: "VEHICLE", value: compact(m[0]) });
    }
  }
  return found;
}

const SORT_CODE = /(?<![\d-])\d{2}[- ]\d{2}[- ]\d{2}(?![\d-])/g;
const SORT_BARE = /(?<![\d.,/+-])\d{6}(?![\d]|[.,/-]\d)/g;
const ACCOUNT = /(?<![\d.,/+-])\d{4} ?\d{4}(?!\d|[.,/-]\d| \d)/g;
const CARD = /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/g;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g;
const SORT_CUE = /\bsort(?:ing)?[ -]?code\b[^.!?\n]{0,20}$/i;
const ACCOUNT_CUE = /\b(?:account|acct|acc|a\/c)\b[^.!?\n]{0,40}$/i;

const SPOKEN_DIGIT = "(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|double)";
/** "sort code oh nine oh one two eight": six to eight digits in words behind their name. */
const SPOKEN_BANK = new RegExp(
  `\\b(?:sort(?:ing)?[ -]?code|account(?: number)?)\\b[^.!?\\n\\d]{0,20}?\\b(${SPOKEN_DIGIT}(?:[ ,-]{1,2}${SPOKEN_DIGIT}){4,7})\\b`,
  "gi",
);

/** Bank details: sort codes beside a cue or an account number, eight-digit accounts likewise, cards (Luhn) and IBANs. */
export function findBankDetails(text: string): Detail[] {
  const found: Detail[] = [];
  const sorts: number[] = [];
  SORT_CODE.lastIndex = 0;
  for (let m = SORT_CODE.exec(text); m; m = SORT_CODE.exec(text)) {
    const end = m.index + m[0].length;
    const before = text.slice(Math.max(0, m.index - 60), m.index);
    if (
      !SORT_CUE.test(before) &&
      !ACCOUNT_CUE.test(before) &&
      !/^[ ,/]{1,3}(?:a[^\d\n]{0,20})?\d{8}(?!\d)/i.test(text.slice(end, end + 40))
    )
      continue;
    found.push({ start: m.index, end, kind: "BANK", value: digitsOf(m[0]) });
    sorts.push(end);
  }
  for (const bare of all(SORT_BARE, text, "BANK")) {
    if (!SORT_CUE.test(text.slice(Math.max(0, bare.start - 40), bare.start))) continue;
    found.push(bare);
    sorts.push(bare.end);
  }
  SPOKEN_BANK.lastIndex = 0;
  for (let m = SPOKEN_BANK.exec(text); m; m = SPOKEN_BANK.exec(text)) {
    const end = m.index + m[0].length;
    found.push({ start: end - m[1]!.length, end, kind: "BANK", value: m[1]!.toLowerCase().replace(/[ ,-]+/g, " ") });
  }
  sorts.sort((a, b) => a - b);
  ACCOUNT.lastIndex = 0;
  for (let m = ACCOUNT.exec(text); m; m = ACCOUNT.exec(text)) {
    const end = m.index + m[0].length;
    while (sorts.length > 0 && sorts[0]! < m.index - 40) sorts.shift();
    if (
      (sorts.length > 0 && sorts[0]! <= m.index) ||
      ACCOUNT_CUE.test(text.slice(Math.max(0, m.index - 60), m.index))
    ) {
      found.push({ start: m.index, end, kind: "BANK", value: digitsOf(m[0]) });
    }
  }
  for (const card of all(CARD, text, "BANK")) if (isLuhn(digitsOf(card.value))) found.push(card);
  for (const iban of all(IBAN, text, "BANK")) if (isIban(iban.value)) found.push(iban);
  return found;
}

/** The check of payment cards (Luhn, 1960): every second digit from the right doubled, digits summed, a multiple of ten. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const d = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return sum % 10 === 0;
}

/** ISO 13616: four characters moved to the end, letters as 10 to 35, remainder 1 by 97. */
function isIban(compacted: string): boolean {
  const turned = compacted.slice(4) + compacted.slice(0, 4);
  let rest = 0;
  for (const c of turned) {
    const v = Number.parseInt(c, 36);
    rest = (rest * (v > 9 ? 100 : 10) + v) % 97;
  }
  return rest === 1;
}

function compact(raw: string): string {
  return raw.replace(/[ -]/g, "").toUpperCase();
}

function all(pattern: RegExp, text: string, kind: Detail["kind"]): Detail[] {
  const found: Detail[] = [];
  pattern.lastIndex = 0;
  for (let m = pattern.exec(text); m; m = pattern.exec(text)) {
    found.push({ start: m.index, end: m.index + m[0].length, kind, value: compact(m[0]) });
  }
  return found;
}
