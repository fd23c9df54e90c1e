/** Characters that programs drop, count differently or take for a line end or a byte-order mark. */
const AWKWARD = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/;

/** A stored text as programs for qualitative analysis can count it. */
export interface CountableText {
  readonly text: string;
  /** Position in `text` of an offset of the stored text. */
  at(offset: number): number;
}

/**
 * A text in which code points and UTF-16 units are the same number, so that positions hold whichever a program counts: each character
 * beyond the basic plane (an emoji) becomes one U+25A1 (a white square), half of such a character U+FFFD, a control character or
 * a separator that some take for a line end a blank, and CR LF or CR one LF. Everything else stays as it is; positions are therefore
 * also those of the code points of the stored text, where it has no CR.
 */
export function countable(stored: string): CountableText {
  if (!AWKWARD.test(stored) && !/[\r\uD800-\uDFFF]/.test(stored)) return { text: stored, at: (wanted) => wanted };
  /** Offsets of the stored text just behind which one unit was lost, ascending. */
  const lost: number[] = [];
  let text = "";
  let offset = 0;
  for (const sign of stored) {
    const after = offset + sign.length;
    if (sign.length === 2) {
      text += "\u25A1";
      lost.push(after);
    } else if (sign === "\r") {
      if (stored[after] === "\n") lost.push(after);
      else text += "\n";
    } else if (/\p{Cs}/u.test(sign)) text += "\uFFFD";
    else text += AWKWARD.test(sign) ? " " : sign;
    offset = after;
  }
  return { text, at: (wanted) => wanted - countUpTo(lost, wanted) };
}

/** How many of ascending numbers are no greater than `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
