import type { Span } from "../model/index.js";
import { GOES_ON, MAY_END } from "./abbreviations.js";
import { codeUnitsOf } from "./code-units.js";
import { readClosely } from "./doubt.js";
import type { Tokens } from "./scan.js";
import { TOKEN, type Vocabulary } from "./vocabulary.js";

/** A sentence as a run of tokens, half-open indexes. */
export interface TokenRun {
  readonly from: number;
  readonly to: number;
}

const STOP = ".".charCodeAt(0);

/** Words after which a run of unpunctuated speech is cut at the next joining word, and the most a sentence may hold. */
const LONG = 90;
const LONGEST = 180;
const JOINING = new Set(["and", "but", "so", "because", "then", "cause", "cos", "or", "which", "well", "yeah"]);
/** Words that, with a capital, open a sentence rather than go on with a name. */
const OPENERS = new Set(
  "the we they he she it i you this that these those there in on at and but so if when then as for what who why how our their no not yes all some".split(
    " ",
  ),
);
const CLOSERS = new Set(["'", '"', "’", "”", ")", "]", "»", "*", "_"]);

/**
 * Sentences of a block whose tokens are `[from, to)`. Each token belongs to exactly one sentence. Where the form of the words is
 * clear the rules below decide; where it is not (after "a.m.", an initial, "etc.") wink-nlp's reading of the block does.
 */
export function splitSentences(
  text: string,
  tokens: Tokens,
  vocabulary: Vocabulary,
  from: number,
  to: number,
): TokenRun[] {
  const runs: TokenRun[] = [];
  let begin = from;
  let begins: Set<number> | undefined;
  const units = codeUnitsOf(text);
  const surface = (i: number): string => vocabulary.types[tokens.type[i]!]!.surface;
  const spaced = (i: number): boolean => i < to && tokens.start[i]! > tokens.end[i - 1]!;

  /** wink's opinion on whether a sentence begins at token i. */
  const winkBegins = (i: number): boolean => {
    const origin = tokens.start[from]!;
    begins ??= new Set(
      readClosely(text.slice(origin, tokens.end[to - 1]))
        .filter((t) => t.begins)
        .map((t) => t.start + origin),
    );
    return begins.has(tokens.start[i]!);
  };

  const cut = (at: number): void => {
    if (at > begin) runs.push({ from: begin, to: at });
    begin = at;
  };

  for (let i = from; i < to; i++) {
    if (i - begin >= LONG && joins(i)) cut(i);
    else if (i - begin >= LONGEST) cut(i);
    if (dottedEnd(i)) cut(i + 1);
    if (tokens.kind[i] !== TOKEN.stop) continue;
    let after = i + 1;
    while (after < to && !spaced(after) && (CLOSERS.has(surface(after)) || tokens.kind[after] === TOKEN.stop)) after++;
    if (after >= to) break;
    if (ends(i, after)) {
      cut(after);
      i = after - 1;
    }
  }
  cut(to);
  return runs;

  /** An abbreviation with its own stops ("a.m.", "U.K.") that closes its sentence: what follows opens with a capital and a sentence's word. */
  function dottedEnd(i: number): boolean {
    if (units[tokens.end[i]! - 1] !== STOP || tokens.kind[i] !== TOKEN.word) return false;
    if (i + 1 >= to || !spaced(i + 1)) return false;
    const form = vocabulary.types[tokens.type[i]!]!.norm;
    if (form === "e.g." || form === "i.e." || !/^\p{Lu}/u.test(surface(i + 1))) return false;
    return OPENERS.has(vocabulary.types[tokens.type[i + 1]!]!.norm) || (MAY_END.has(form) && winkBegins(i + 1));
  }

  function joins(i: number): boolean {
    return JOINING.has(vocabulary.types[tokens.type[i]!]!.norm) && tokens.kind[i] === TOKEN.word;
  }

  /** Whether the stop at token i ends its sentence, when `after` is the next token behind closing marks. */
  function ends(i: number, after: number): boolean {
    const mark = surface(i);
    const next = nextWord(after);
    const opener = surface(next);
    const lower = /^\p{Ll}/u.test(opener);
    const gap = spaced(after);
    const previous = i > begin ? vocabulary.types[tokens.type[i - 1]!]! : undefined;
    if (!gap) {
      // "…happened here.We then": a missing space, seen by the capital after a plain word.
      return (
        mark === "." &&
        after === i + 1 &&
        /^\p{Lu}\p{Ll}/u.test(opener) &&
        previous !== undefined &&
        /^\p{Ll}{3,}$/u.test(previous.surface)
      );
    }
    const closed = after > i + 1;
    if (mark === "?" || mark === "!") return !(lower && closed);
    if (mark === "…" || mark.length > 1) return !lower && opener !== "I" && tokens.kind[next] === TOKEN.word;
    if (previous === undefined) return false;
    if (tokens.kind[i - 1] === TOKEN.number && i - 1 === begin && previous.surface.length <= 3) return false; // "3. Strong leadership"
    if (previous.kind === TOKEN.word && i - 1 >= begin) {
      const form = previous.norm;
      if (form === "no") return /^\d/.test(opener) ? false : !lower || i - 1 === begin;
      if (GOES_ON.has(form) && !(form === "st" || form === "al" || form === "v") && !allCaps(previous.surface))
        return form === "est" ? !lower : false;
      if (form === "al") return false;
      if (MAY_END.has(form))
        return !lower && (OPENERS.has(vocabulary.types[tokens.type[next]!]!.norm) || winkBegins(next));
      if (/^\p{L}$/u.test(previous.surface)) return initial(i, lower, next);
    }
    if (lower && closed) return false;
    if (lower) return previous.surface.length > 1 || previous.kind !== TOKEN.word;
    return true;
  }

  /** A single letter before the stop: an initial ("X. Smith") unless it closes something ("A & E. He said", "plan B. We"). */
  function initial(i: number, lower: boolean, next: number): boolean {
    if (lower) return false;
    const before = i - 2 >= begin ? vocabulary.types[tokens.type[i - 2]!]!.norm : "";
    if (before === "and" || vocabulary.types[tokens.type[i - 1]!]!.surface === "I") return true;
    if (/^\p{Ll}/u.test(before) && before.length > 2 && i - 2 >= begin && /^\p{Ll}/u.test(surface(i - 2)))
      return OPENERS.has(vocabulary.types[tokens.type[next]!]!.norm) || winkBegins(next);
    return false;
  }

  function nextWord(at: number): number {
    let k = at;
    while (
      k < to - 1 &&
      tokens.kind[k] !== TOKEN.word &&
      tokens.kind[k] !== TOKEN.number &&
      tokens.kind[k] !== TOKEN.placeholder
    )
      k++;
    return k;
  }
}

function allCaps(surface: string): boolean {
  return surface.length > 1 && surface === surface.toUpperCase();
}

/** A run of tokens as a span of the text. */
export function spanOf(tokens: Tokens, run: TokenRun): Span {
  return { start: tokens.start[run.from]!, end: tokens.end[run.to - 1]! };
}
