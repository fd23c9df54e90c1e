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
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const TAIL = /['’](?:s|ll|d|ve|re|m)$/i;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const DIGIT = /\p{N}/u;
const ABBREVIATED = /^(?:mr|mrs|ms|dr|prof|rev|st|sgt|insp|supt|cllr|hon|capt|col|maj|lt|det|con|\p{L})$/iu;

/**
 * The words of a text, in order. `walls` (ascending) are offsets that no name crosses: borders of blocks and turns. `headings` are
 * stretches whose capitals say nothing.
 */
export function readWords(
  text: string,
  walls: readonly number[],
  headings: readonly { start: number; end: number }[],
): Word[] {
  const words: Word[] = [];
  const lines = shoutingLines(text, walls);
  let line = 0;
  let wall = 0;
  let heading = 0;
  let before = 0;
  let last = "";
  WORD.lastIndex = 0;
  for (let m = WORD.exec(text); m; m = WORD.exec(text)) {
    const start = m.index;
    let crossed = words.length === 0;
    while (wall < walls.length && walls[wall]! <= start) {
      if (walls[wall]! >= before) crossed = true;
      wall++;
    }
    while (heading < headings.length && headings[heading]!.end <= start) heading++;
    while (line < lines.length && lines[line]!.end <= start) line++;
    const whole = m[0];
    const cut = whole.length > 2 && (whole.includes("'") || whole.includes("’")) ? whole.search(TAIL) : -1;
    const written = cut > 0 ? whole.slice(0, cut) : whole;
    const between = text.slice(before, start);
    const inLine =
      (heading < headings.length && headings[heading]!.start <= start) ||
      (line < lines.length && lines[line]!.start <= start);
    const gap: Gap = crossed ? "end" : gapOf(between, last);
    words.push({
      start,
      end: start + written.length,
      text: written,
      lower: written.toLowerCase().replaceAll("’", "'"),
      shape: shapeOf(written),
      gap,
      tail: cut > 0 ? whole.slice(cut) : "",
      weak: inLine ? "line" : gap === "end" || (gap === "mark" && /["“”‘:•*–—-]/.test(between)) ? "start" : "",
    });
    last = written;
    before = start + whole.length;
  }
  return words;
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
      let capital = 0;
      let lower = 0;
      let small = 0;
      for (const word of text.slice(start, end).split(/[^\p{L}]+/u)) {
        if (word === "") continue;
        if (!UPPER.test(word[0]!)) {
          small++;
          if (word.length > 3) lower++;
        } else if (word.length > 3) capital++;
      }
      // A line that ends in a stop is a sentence, however many names it holds.
      const sentence = /[.?!]["”’)]?\s*$/.test(text.slice(start, end));
      if (capital >= 2 && lower * 2 < capital && (!sentence || small === 0)) lines.push({ start, end });
    }
    start = cut ? end : end + 1;
  }
  return lines;
}

/** Whether two neighbouring words stand so close that they can be one name. */
export function joins(gap: Gap): boolean {
  return gap === "space" || gap === "hyphen" || gap === "dot";
}
