import { endsHyphenated, joinHyphenatedLineEnd } from "./join-hyphenated-line-end.js";

/** What line mending needs to know of a line. */
export interface WrappedLine {
  /** Mended characters, no line feed, no space at either end. */
  text: string;
  /** The line begins a paragraph of the format (a blank line stands before it). */
  first: boolean;
  /** The line begins something of its own: a heading, a bullet, a speaker's label, a cue. It is never joined to what stands before. */
  opens: boolean;
  /** Nothing is ever joined to this line: a heading, an attendee. */
  closed: boolean;
  page?: number | undefined;
}

/** Words that no sentence and no heading ends with: the line goes on. */
const GOES_ON =
  /(?:^|\s)(?:the|a|an|and|or|of|to|in|on|at|by|for|from|with|as|that|which|who|is|are|was|were|be|been|their|its|our|his|her|this|these|those|into|than|not|has|have|had|no|but|if|when|because)$|[,–—&]$/i;
const SENTENCE_END = /[.?!…]["')\]]{0,3}$/;
const CLAUSE_END = /[:;]$/;
const STARTS_LOWER = /^["'([]{0,2}\p{Ll}/u;

/** Fewer lines than this cannot show at which width a text was wrapped. */
const FEWEST_FOR_WIDTH = 4;
/** Shorter lines before a blank line are entries of a list, not a paragraph cut by a page. */
const SHORTEST_CUT = 40;

/** Whether the text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.slice(-8));
}

/**
 * The width at which a text was hard-wrapped, or 0 when its line breaks are meant. Wrapped means: most lines that are
 * followed by another of the same paragraph had no room for the next line's first word.
 */
export function findWrapWidth(lines: readonly WrappedLine[]): number {
  const inner = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && !next.first && !next.opens && !line.closed ? [{ line: line.text, next: next.text }] : [];
  });
  if (inner.length < FEWEST_FOR_WIDTH) return 0;
  const lengths = inner.map(({ line }) => line.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  if (width < 30 || width > 140) return 0;
  const full = inner.filter(({ line, next }) => isFull(line, next, width)).length;
  return full >= inner.length * 0.6 ? width : 0;
}

function isFull(line: string, next: string, width: number): boolean {
  const space = next.indexOf(" ");
  const word = space < 0 ? next.length : space;
  return line.length + 1 + word >= width - 2;
}

/** Whether `line` goes on with `next`: the line break between them, or the blank line of a page break, is not meant. */
export function goesOn(line: WrappedLine, next: WrappedLine, width: number): boolean {
  if (next.opens || line.closed || line.text === "" || next.text === "") return false;
  const { text } = line;
  if (next.first) return goesOnAfterBlank(line, next);
  if (endsHyphenated(text, next.text)) return true;
  if (width > 0) return isFull(text, next.text, width) || (!endsSentence(text) && STARTS_LOWER.test(next.text));
  if (endsSentence(text) || CLAUSE_END.test(text)) return false;
  return STARTS_LOWER.test(next.text) || GOES_ON.test(text.slice(-40)) || (text.length >= 60 && text.length <= 140);
}

function goesOnAfterBlank(line: WrappedLine, next: WrappedLine): boolean {
  const { text } = line;
  if (text.length < SHORTEST_CUT || endsSentence(text) || CLAUSE_END.test(text)) return false;
  if (endsHyphenated(text, next.text) || STARTS_LOWER.test(next.text)) return true;
  const otherPage = line.page !== undefined && next.page !== undefined && line.page !== next.page;
  return otherPage && GOES_ON.test(text.slice(-40));
}

/** Two lines as one, hyphenated line ends mended. */
export function joinLine(line: string, next: string, vocabulary: ReadonlySet<string>): string {
  return endsHyphenated(line, next) ? joinHyphenatedLineEnd(line, next, vocabulary) : `${line} ${next}`;
}
