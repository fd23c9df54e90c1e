import type { KeptDocument } from "./kept-texts.js";

/** A masked line of a text in which suggested words stand. */
export interface UncodedContext {
  readonly review: string;
  readonly document: string;
  /** White space flattened; cut to about a line around the words, with an ellipsis where something is missing. */
  readonly line: string;
}

/** Most lines shown of one suggestion, each from another document. */
const MOST = 3;
/** Characters shown on either side of the words. */
const ROOM = 60;

/** Lines for suggestions, gathered in one pass over the texts in their order: of each suggestion the first of each document. */
export class UncodedContexts {
  private readonly lines = new Map<string, UncodedContext[]>();
  private readonly last = new Map<string, KeptDocument>();

  /** Adds the line around `text[start, end)` of a sentence, unless there are enough or its document has one. */
  add(key: string, document: KeptDocument, sentence: { start: number; end: number }, start: number, end: number): void {
    const own = this.lines.get(key) ?? [];
    if (own.length >= MOST || this.last.get(key) === document) return;
    this.last.set(key, document);
    const { text, document: name } = document.text;
    own.push({ review: document.review.meta.id, document: name, line: lineAround(text, sentence, start, end) });
    this.lines.set(key, own);
  }

  of(key: string): readonly UncodedContext[] {
    return this.lines.get(key) ?? [];
  }
}

function lineAround(text: string, sentence: { start: number; end: number }, start: number, end: number): string {
  const from = wordStart(text, Math.max(sentence.start, start - ROOM), sentence.start);
  const to = wordEnd(text, Math.min(sentence.end, end + ROOM), sentence.end);
  const line = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > sentence.start ? "…" : ""}${line}${to < sentence.end ? "…" : ""}`;
}

/** Back to the gap before a word, so that no placeholder is cut; a few dozen characters at most. */
function wordStart(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && at - start < ROOM && !/\s/.test(text[start - 1]!)) start--;
  return start;
}

function wordEnd(text: string, at: number, most: number): number {
  let end = at;
  while (end < most && end - at < ROOM && !/\s/.test(text[end]!)) end++;
  return end;
}
