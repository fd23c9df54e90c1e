import { HINT, type Hints, hintOf, STREET_REACH, type WordHint } from "./hints.js";

/** How a word is written: "word", "Word", "WORD" (two letters or more), "McWord", "8FT". */
export type Shape = "lower" | "capital" | "capitals" | "mixed" | "code";

/**
 * What stands before a word: nothing but a space; a hyphen; a stop after an initial or a title ("J. Smith"); a comma; a mark that
 * breaks a name (bracket, colon, quotation mark, dash); the end of a sentence, line or block.
 */
export type Gap = "space" | "hyphen" | "dot" | "comma" | "mark" | "end";

/** A word of the raw text. Its end leaves out a possessive 's and the like, which stay readable behind a placeholder. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, plain apostrophes. */
  readonly lower: string;
  readonly shape: Shape;
  readonly gap: Gap;
  /** 's, 'll, 'd … cut from its end; empty for most. */
  readonly tail: string;
  /** Why its capital says nothing: it begins a sentence or a quotation ("start"), or stands in a heading or a line in capitals ("line"); else "". */
  readonly weak: "" | "start" | "line";
  readonly form: Form;
}

const WORD_AT = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/uy;
const TAIL = /['’](?:s|ll|d|ve|re|m)$/i;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
const ABBREVIATED = /^(?:mr|mrs|ms|dr|prof|rev|st|sgt|insp|supt|cllr|hon|capt|col|maj|lt|det|con|\p{L})$/iu;

/** ASCII letters and figures by code: 1 where a word may stand. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => Number(/[A-Za-z0-9]/.test(String.fromCharCode(code))));
const APOSTROPHE = 39;
const FIRST_BEYOND = 128;

/** What is the same of a word wherever it stands: one object for all equal words. */
export interface Form extends Pick<Word, "text" | "lower" | "shape" | "tail">, WordHint {
  /** What the sweeps for names have found of it, and by which knowledge: theirs to write. */
  looks: number;
  looksOf: object | undefined;
}
const forms = new Map<string, Form>();
/** Distinct words remembered; after so many all are forgotten. */
const MOST_FORMS = 200_000;

function formOf(whole: string): Form {
  const known = forms.get(whole);
  if (known) return known;
  const cut = whole.length > 2 && (whole.includes("'") || whole.includes("’")) ? whole.search(TAIL) : -1;
  const text = cut > 0 ? whole.slice(0, cut) : whole;
  const lower = text.toLowerCase().replaceAll("’", "'");
  const form: Form = {
    text,
    lower,
    shape: shapeOf(text),
    tail: cut > 0 ? whole.slice(cut) : "",
    ...hintOf(text, lower),
    looks: 0,
    looksOf: undefined,
  };
  if (forms.size >= MOST_FORMS) forms.clear();
  forms.set(whole, form);
  return form;
}

/** Where the word ends that begins at `at`; `at` itself where none does. */
function wordEnd(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  while (code < FIRST_BEYOND && PLAIN[code] === 1) code = text.charCodeAt(++end);
  // A plain word ends at a plain mark; apostrophes and letters of other alphabets are for the expression to judge.
  if (end > at && !(code === APOSTROPHE || code >= FIRST_BEYOND)) return end;
  if (end === at && code < FIRST_BEYOND) return at;
  WORD_AT.lastIndex = at;
  return WORD_AT.exec(text) ? WORD_AT.lastIndex : at;
}

/**
 * The words of a text, in order. `walls` (ascending) are offsets that no name crosses: borders of blocks and turns. `headings` are
 * stretches whose capitals say nothing. `hints` takes down what the words hint at.
 */
export function readWords(
  text: string,
  walls: readonly number[],
  headings: readonly { start: number; end: number }[],
  hints: Hints = [],
): Word[] {
  const words: Word[] = [];
  const lines = shoutingLines(text, walls);
  let line = 0;
  let wall = 0;
  let heading = 0;
  let before = 0;
  let last = "";
  let lastNumber = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < text.length; ) {
    const wholeEnd = wordEnd(text, start);
    if (wholeEnd === start) {
      // Both halves of a sign beyond the first plane at once.
      start += (text.charCodeAt(start) & 0xfc00) === 0xd800 ? 2 : 1;
      continue;
    }
    let crossed = words.length === 0;
    while (wall < walls.length && walls[wall]! <= start) {
      if (walls[wall]! >= before) crossed = true;
      wall++;
    }
    while (heading < headings.length && headings[heading]!.end <= start) heading++;
    while (line < lines.length && lines[line]!.end <= start) line++;
    const form = formOf(text.slice(start, wholeEnd));
    const between = text.slice(before, start);
    const inLine =
      (heading < headings.length && headings[heading]!.start <= start) ||
      (line < lines.length && lines[line]!.start <= start);
    let hint = form.bits | (between === " " ? 0 : hintBetween(between, form.lower));
    if (form.isNumber) lastNumber = words.length;
    else if (form.isStreet && words.length - lastNumber <= STREET_REACH) hint |= HINT.street;
    if (hint !== 0) hints.push(start, hint);
    const gap: Gap = crossed ? "end" : gapOf(between, last);
    words.push({
      form,
      start,
      end: start + form.text.length,
      text: form.text,
      lower: form.lower,
      shape: form.shape,
      gap,
      tail: form.tail,
      weak: inLine ? "line" : gap === "end" || (gap === "mark" && /["“”‘:•*–—-]/.test(between)) ? "start" : "",
    });
    last = form.text;
    before = wholeEnd;
    start = wholeEnd;
  }
  return words;
}

/** "example.co.uk", "[at]", "@": marks that stand in addresses. */
function hintBetween(between: string, lower: string): number {
  if (between === ".") return HINT.mail | HINT.url;
  if (between.includes("@")) return HINT.mail | HINT.handle;
  return lower === "at" && /[[({<]/.test(between) ? HINT.mail : 0;
}

function gapOf(between: string, last: string): Gap {
  if (between === " ") return "space";
  if (between === "-" || between === "‑" || between === "‐") return "hyphen";
  if (/^[.,]?\s*$/.test(between)) {
    if (/\n\s*\n/.test(between)) return "end";
    if (between.startsWith(".")) return ABBREVIATED.test(last) ? "dot" : "end";
    if (between.startsWith(",")) return "comma";
    return "space";
  }
  return /[.!?…]|\n|--/.test(between) ? "end" : "mark";
}

function shapeOf(word: string): Shape {
  if (DIGIT.test(word)) return "code";
  const head = String.fromCodePoint(word.codePointAt(0)!);
  const rest = word.slice(head.length);
  if (!UPPER.test(head)) return UPPER.test(rest) ? "mixed" : "lower";
  if (!UPPER.test(rest)) return "capital";
  return LOWER.test(rest) ? "mixed" : "capitals";
}

/** Short lines, or parts of lines between walls, most of whose longer words begin with a capital: titles and lines in capitals. */
function shoutingLines(text: string, walls: readonly number[]): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  let wall = 0;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf("\n", start);
    if (end < 0) end = text.length;
    // A speaker's label makes no title of a short answer behind it.
    while (wall < walls.length && walls[wall]! <= start) wall++;
    const cut = wall < walls.length && walls[wall]! < end;
    if (cut) end = walls[wall]!;
    if (end - start < 200) {
      const { capital, lower, small } = countCapitals(text, start, end);
      // A line that ends in a stop is a sentence, however many names it holds.
      const sentence = /[.?!]["”’)]?\s*$/.test(text.slice(start, end));
      if (capital >= 2 && lower * 2 < capital && (!sentence || small === 0)) lines.push({ start, end });
    }
    start = cut ? end : end + 1;
  }
  return lines;
}

/** Words of a stretch that begin with a capital and have over three letters; those without a capital, all and over three letters. */
function countCapitals(text: string, start: number, end: number): { capital: number; lower: number; small: number } {
  let [capital, lower, small] = [0, 0, 0];
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && isLetter(text, stop)) stop++;
    if (stop === at) {
      at++;
      continue;
    }
    const code = text.charCodeAt(at);
    const upper = code < FIRST_BEYOND ? code <= UPPER_Z : UPPER.test(text[at]!);
    if (!upper) {
      small++;
      if (stop - at > 3) lower++;
    } else if (stop - at > 3) capital++;
    at = stop;
  }
  return { capital, lower, small };
}

const UPPER_Z = 90;
const NINE = 57;
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < FIRST_BEYOND ? PLAIN[code] === 1 && code > NINE : LETTER.test(text[at]!);
}

/** Whether two neighbouring words stand so close that they can be one name. */
export function joins(gap: Gap): boolean {
  return gap === "space" || gap === "hyphen" || gap === "dot";
}
