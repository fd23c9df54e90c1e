import { TOKEN, type TokenRun, type Tokens, type Vocabulary } from "../language/index.js";
import type { Symbols } from "../lexicon/index.js";

/** The words of a document in columns: its tokens without the marks that words reach across, and what stands before each. */
export interface DocumentWords {
  /** Token index of each word. */
  readonly token: number[];
  /** Type of each word in the vocabulary. */
  readonly type: number[];
  /** Class of each word among the symbols of the lexicon. */
  readonly kind: number[];
  /** Number of the marks that stand before the word in its sentence (comma, colon, bracket, dash), 0 for none. */
  readonly mark: number[];
  /** Marks by number; the first is "". */
  readonly marks: readonly string[];
  /** First word of each sentence, and one more for the end. */
  readonly sentence: number[];
}

/** Reads the words of sentences. Marks at a sentence's end belong to no word. */
export function wordsOf(
  tokens: Tokens,
  runs: readonly TokenRun[],
  { types }: Vocabulary,
  symbols: Symbols,
): DocumentWords {
  const token: number[] = [];
  const type: number[] = [];
  const kind: number[] = [];
  const mark: number[] = [];
  const sentence: number[] = [];
  const marks = [""];
  const numbers = new Map<string, number>([["", 0]]);
  for (const run of runs) {
    sentence.push(token.length);
    let before = "";
    for (let t = run.from; t < run.to; t++) {
      const sort = tokens.kind[t]!;
      if (sort === TOKEN.soft) continue;
      if (sort === TOKEN.hard || sort === TOKEN.stop) {
        before += types[tokens.type[t]!]!.surface;
        continue;
      }
      token.push(t);
      type.push(tokens.type[t]!);
      kind.push(symbols.classOf(tokens.type[t]!));
      mark.push(before === "" ? 0 : numberOf(before));
      before = "";
    }
  }
  sentence.push(token.length);
  return { token, type, kind, mark, marks, sentence };

  function numberOf(text: string): number {
    let number = numbers.get(text);
    if (number === undefined) {
      number = marks.length;
      marks.push(text);
      numbers.set(text, number);
    }
    return number;
  }
}
