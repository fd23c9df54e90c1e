import type { Span } from "../model/index.js";
import { emptyTokens, scan, type TokenColumns } from "./scan.js";
import { splitSentences, type TokenRun } from "./sentences.js";
import type { Vocabulary } from "./vocabulary.js";

/** The tokens of a document and its sentences, in order. */
export interface Segments {
  readonly tokens: TokenColumns;
  readonly runs: readonly TokenRun[];
  /** By sentence, the index of its block. */
  readonly blocks: readonly number[];
}

/** Cuts the blocks of a text into tokens and sentences: what every reading of the text rests on, and what is kept of it (`keepSegments`). */
export function segment(text: string, blocks: readonly Span[], vocabulary: Vocabulary): Segments {
  const tokens = emptyTokens();
  const runs: TokenRun[] = [];
  const blockOf: number[] = [];
  for (const [b, { start, end }] of blocks.entries()) {
    const from = tokens.start.length;
    scan(text, start, end, vocabulary, tokens);
    for (const run of splitSentences(text, tokens, vocabulary, from, tokens.start.length)) {
      runs.push(run);
      blockOf.push(b);
    }
  }
  return { tokens, runs, blocks: blockOf };
}
