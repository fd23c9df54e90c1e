import { codeUnitsOf } from "../language/index.js";
import type { Occurrence } from "../lexicon/index.js";

const DOUBLE_OPEN = '"“„«';
const DOUBLE_CLOSE = '"”»';
const SINGLE = "'‘’";
/** Characters below and above which none is a quotation mark: nearly all there are. */
const [LETTERS, FIRST_WIDE, APOSTROPHE] = ["'".charCodeAt(0) + 1, "«".charCodeAt(0), '"'.charCodeAt(0)];
/** Words in quotation marks below which they are a name or a scare quote, not somebody's voice. */
const FEWEST = 5;

/**
 * Quotations in a block, as character spans with their marks: a pair of double marks, or single marks that open a word and close
 * behind a stop. A quotation that opens the block and is not closed runs to its end. Linear in the block.
 */
export function quotationsIn(text: string, from: number, to: number): Occurrence[] {
  const found: Occurrence[] = [];
  let open = -1;
  let single = false;
  const units = codeUnitsOf(text);
  for (let i = from; i < to; i++) {
    const code = units[i]!;
    if (code < APOSTROPHE || (code >= LETTERS && code < FIRST_WIDE)) continue;
    const c = text[i]!;
    if (open < 0) {
      const double = DOUBLE_OPEN.includes(c);
      if (!double && !SINGLE.includes(c)) continue;
      const before = i === from || /[\s(*:_–—-]/.test(text[i - 1]!);
      if (before && double) {
        open = i;
        single = false;
      } else if (before && /\p{L}/u.test(text[i + 1] ?? "")) {
        if (opensVoice(text, i, from)) {
          open = i;
          single = true;
        }
      }
    } else if (
      single
        ? SINGLE.includes(c) && /[.!?,…;]/.test(text[i - 1]!) && !/\p{L}/u.test(text[i + 1] ?? "")
        : DOUBLE_CLOSE.includes(c) && i > open
    ) {
      add(open, i + 1);
      open = -1;
    }
  }
  if (
    open >= 0 &&
    text
      .slice(from, open)
      .trim()
      .replace(/^[*_•-]+/, "") === ""
  )
    add(open, to);
  return found;

  function add(start: number, end: number): void {
    if (text.slice(start, end).split(/\s+/).length >= FEWEST) found.push({ from: start, to: end });
  }
}

/** Single marks are also apostrophes and scare quotes: a voice begins its block, or stands behind a colon or comma. */
function opensVoice(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(from, at - 3), at).trimEnd();
  return /^[*_•\s-]*$/.test(text.slice(from, at)) || /[:,]$/.test(before);
}
