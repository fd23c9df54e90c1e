import { codeUnitsOf } from "./code-units.js";
import { hashed, TOKEN, type Vocabulary } from "./vocabulary.js";

/**
 * Tokens of a text in columns, in order. Offsets are UTF-16 code units into the scanned text. What stands between two tokens is
 * white space only, so that tokens and gaps together give the text back.
 */
export interface Tokens {
  readonly start: number[];
  readonly end: number[];
  /** One of TOKEN. */
  readonly kind: number[];
  /** Type number in the vocabulary. */
  readonly type: number[];
}

/** Tokens that are read and no longer added to. */
export interface TokenColumns {
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  readonly kind: ArrayLike<number>;
  readonly type: ArrayLike<number>;
}

export function emptyTokens(): Tokens {
  return { start: [], end: [], kind: [], type: [] };
}

// Character classes of the first 128 code units: 0 other mark, 1 letter, 2 digit, 3 white space.
const CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  CLASS[c] =
    (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
      ? 1
      : c >= 48 && c <= 57
        ? 2
        : c === 32 || (c >= 9 && c <= 13) || c === 0x1c
          ? 3
          : 0;
}
const LETTER = /[\p{L}\p{M}]/u;
const SPACE = /\s/;

function classOf(text: string, at: number): number {
  const c = text.charCodeAt(at);
  if (c < 128) return CLASS[c]!;
  if (c >= 0xd800 && c <= 0xdfff) return LETTER.test(String.fromCodePoint(text.codePointAt(at)!)) ? 1 : 0;
  const s = text[at]!;
  return LETTER.test(s) ? 1 : SPACE.test(s) ? 3 : 0;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/iy;
const DOTTED = /(?:[A-Za-z]\.){2,}/y;
const NUMBER = /\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\d])|\d+(?:[.,:]\d+)*/uy;
const PLACEHOLDER = /\[[A-Z]{2,10}-[0-9A-Z]{3}\]/y;
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/i;
/** Words after which 's is "is", not a possessive. */
const CONTRACTS_IS = /^(?:it|that|there|he|she|what|who|where|here|how|let|nobody|everybody|somebody|one)$/i;
const APOSTROPHES = "'’‘ʼ`";
const DOUBLE_QUOTES = '"“”„«»';
const DASHES = "–—―";
const STOP = 46;

/** Marks behind which a plain word may go on: as an address, a contraction, an abbreviation. */
const GOES_ON = new Uint8Array(128);
for (const c of ".@:+_'`") GOES_ON[c.charCodeAt(0)] = 1;
const COMMA = 44;

/** Scans `text[from, to)` and appends its tokens. One pass; linear in the stretch. */
export function scan(text: string, from: number, to: number, vocabulary: Vocabulary, tokens: Tokens): void {
  const units = codeUnitsOf(text);
  let i = from;
  while (i < to) {
    const first = units[i]!;
    const sort = first < 128 ? CLASS[first]! : 0;
    if (sort === 3) {
      i++;
      continue;
    }
    if (sort === 1) {
      // Nearly all words are letters of the alphabet between white space and a plain mark: these are read here.
      let hash = hashed(0, first);
      let end = i + 1;
      let next = 32;
      for (; end < to; end++) {
        next = units[end]!;
        if (next >= 128) break;
        const k = CLASS[next]!;
        if (k !== 1 && k !== 2) break;
        hash = hashed(hash, next);
      }
      const plain = end >= to || (next < 128 && (GOES_ON[next] === 0 || (end > i + 1 && isLastStop(units, end, to))));
      if (plain) {
        tokens.start.push(i);
        tokens.end.push(end);
        tokens.kind.push(TOKEN.word);
        tokens.type.push(vocabulary.idAt(text, units, i, end, TOKEN.word, hash));
        i = end;
        continue;
      }
    } else if (first === COMMA) {
      tokens.start.push(i);
      tokens.end.push(i + 1);
      tokens.kind.push(TOKEN.hard);
      tokens.type.push(vocabulary.idAt(text, units, i, i + 1, TOKEN.hard, hashed(0, COMMA)));
      i++;
      continue;
    }
    i = scanClosely(text, units, i, from, to, vocabulary, tokens);
  }
}

/** Whether a full stop stands before white space or the end: no address goes on behind it. */
function isLastStop(units: Uint16Array, at: number, to: number): boolean {
  if (units[at] !== STOP) return false;
  if (at + 1 >= to) return true;
  const next = units[at + 1]!;
  return next < 128 && CLASS[next] === 3;
}

/** Reads what stands at `at` and appends its tokens; returns where it ends. */
function scanClosely(
  text: string,
  units: Uint16Array,
  at: number,
  from: number,
  to: number,
  vocabulary: Vocabulary,
  tokens: Tokens,
): number {
  const push = (start: number, end: number, kind: number): void => {
    let hash = 0;
    for (let i = start; i < end; i++) hash = hashed(hash, units[i]!);
    tokens.start.push(start);
    tokens.end.push(end);
    tokens.kind.push(kind);
    tokens.type.push(vocabulary.idAt(text, units, start, end, kind, hash));
  };
  /** A sticky match at `at` that stays inside the stretch: its end, or -1. */
  const sticky = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return -1;
    return pattern.lastIndex <= to ? pattern.lastIndex : -1;
  };
  const kind = classOf(text, at);
  if (kind === 3) return at + 1;
  if (kind === 1) return word(at);
  if (kind !== 2) return mark(at);
  const found = sticky(NUMBER, at);
  const stop = found > at ? found : at + 1;
  if (stop < to && classOf(text, stop) === 1) return word(at);
  push(at, stop, TOKEN.number);
  return stop;

  /** A word with its inner apostrophes; contractions come apart, addresses and dotted abbreviations hold together. */
  function word(at: number): number {
    if (text.charCodeAt(at + 1) === STOP && text.charCodeAt(at) < 128) {
      const dotted = sticky(DOTTED, at);
      if (dotted > 0 && (dotted >= to || classOf(text, dotted) !== 1)) {
        push(at, dotted, TOKEN.word);
        return dotted;
      }
    }
    let end = at;
    let contracted = false;
    while (end < to) {
      const c = text.charCodeAt(end);
      if (c < 128) {
        const k = CLASS[c]!;
        if (k === 1 || k === 2) {
          end++;
          continue;
        }
        if (k === 3) break;
      }
      const k = classOf(text, end);
      if (k === 1 || k === 2) end += text.codePointAt(end)! > 0xffff ? 2 : 1;
      else if (APOSTROPHES.includes(text[end]!) && end + 1 < to && classOf(text, end + 1) === 1 && end > at) {
        contracted = true;
        end++;
      } else break;
    }
    if (end > to) end = to;
    const next = end < to ? text[end] : "";
    if (next === "." || next === "@" || next === ":" || next === "+" || next === "_") {
      const address = sticky(ADDRESS, at);
      if (address > end) {
        // A full stop or comma at the end belongs to the sentence, not to the address.
        let stop = address;
        while (stop > end && ".,;:!?".includes(text[stop - 1]!)) stop--;
        push(at, stop, TOKEN.other);
        return stop;
      }
    }
    const parts = contracted ? CLITIC.exec(text.slice(at, end)) : null;
    if (parts) {
      const cut = at + parts[1]!.length;
      push(at, cut, TOKEN.word);
      const clitic = parts[2]!;
      push(cut, end, /^['’]s$/i.test(clitic) && !CONTRACTS_IS.test(parts[1]!) ? TOKEN.soft : TOKEN.word);
    } else {
      push(at, end, TOKEN.word);
    }
    return end;
  }

  function mark(at: number): number {
    const c = text[at]!;
    if (c === "[") {
      const end = sticky(PLACEHOLDER, at);
      if (end > 0) {
        push(at, end, TOKEN.placeholder);
        return end;
      }
    }
    if (c === ".") {
      let end = at + 1;
      while (end < to && text[end] === ".") end++;
      push(at, end, TOKEN.stop);
      return end;
    }
    if (c === "!" || c === "?" || c === "…") {
      push(at, at + 1, TOKEN.stop);
      return at + 1;
    }
    if (c === "&") {
      push(at, at + 1, TOKEN.word);
      return at + 1;
    }
    if (c === "-") {
      const inside =
        at > from &&
        at + 1 < to &&
        classOf(text, at - 1) !== 3 &&
        classOf(text, at + 1) !== 3 &&
        text[at + 1] !== "-" &&
        text[at - 1] !== "-";
      push(at, at + 1, inside ? TOKEN.soft : TOKEN.hard);
      return at + 1;
    }
    if (APOSTROPHES.includes(c) || DOUBLE_QUOTES.includes(c) || c === "*" || c === "_" || c === "#") {
      push(at, at + 1, TOKEN.soft);
      return at + 1;
    }
    if (",;:()[]{}/\\|".includes(c) || DASHES.includes(c)) {
      push(at, at + 1, TOKEN.hard);
      return at + 1;
    }
    const end = at + (text.codePointAt(at)! > 0xffff && at + 2 <= to ? 2 : 1);
    push(at, end, TOKEN.other);
    return end;
  }
}
