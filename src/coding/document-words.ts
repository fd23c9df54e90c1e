import { TOKEN, type TokenColumns, type TokenRun, type Vocabulary } from "../language/index.js";
import type { Symbols } from "../lexicon/index.js";
import { listsOf } from "./word-lists.js";

/** The words of a document in columns: its tokens without the marks that words reach across, and what stands before each. */
export interface DocumentWords {
  /** Token index of each word. */
  readonly token: Int32Array;
  /** Type of each word in the vocabulary. */
  readonly type: Int32Array;
  /** Class of each word among the symbols of the lexicon. */
  readonly kind: Int32Array;
  /** Lists on which each word stands, by bits (`listOf`). */
  readonly lists: Int32Array;
  /** Number of the marks that stand before the word in its sentence (comma, colon, bracket, dash), 0 for none. */
  readonly mark: Int32Array;
  /** Marks by number; the first is "". */
  readonly marks: readonly string[];
  /** What there is among marks, by number: bits of `MARK`. */
  readonly markBits: readonly number[];
  /** First word of each sentence, and one more for the end. */
  readonly sentence: Int32Array;
}

/** What may be among the marks before a word. */
export const MARK = { comma: 1, slash: 2, clauseEnd: 4 } as const;
const CLAUSE_END = /[;:–—()[\]{}.!?…]/;

type Columns = Record<"token" | "type" | "kind" | "lists" | "mark", Int32Array<ArrayBuffer>>;

/** The columns of the last document: they are used again for the next, and made anew only where they are too short. */
let kept: Columns | undefined;

function columnsFor(size: number): Columns {
  if (!kept || kept.token.length < size) {
    const column = (): Int32Array<ArrayBuffer> => new Int32Array(size + (size >> 1));
    kept = { token: column(), type: column(), kind: column(), lists: column(), mark: column() };
  }
  return kept;
}

/** Reads the words of sentences. Marks at a sentence's end belong to no word. What is returned holds until the next document is read. */
export function wordsOf(
  tokens: TokenColumns,
  runs: readonly TokenRun[],
  vocabulary: Vocabulary,
  symbols: Symbols,
): DocumentWords {
  const { types } = vocabulary;
  const listed = listsOf(vocabulary);
  const { token, type, kind, lists, mark } = columnsFor(tokens.start.length);
  const sentence = new Int32Array(runs.length + 1);
  const marks = [""];
  const markBits = [0];
  const numbers = new Map<string, number>([["", 0]]);
  let count = 0;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r]!;
    sentence[r] = count;
    let before = "";
    for (let t = run.from; t < run.to; t++) {
      const sort = tokens.kind[t]!;
      if (sort === TOKEN.soft) continue;
      const id = tokens.type[t]!;
      if (sort === TOKEN.hard || sort === TOKEN.stop) {
        before += types[id]!.surface;
        continue;
      }
      token[count] = t;
      type[count] = id;
      kind[count] = symbols.classOf(id);
      lists[count] = listed.of(id);
      mark[count] = before === "" ? 0 : numberOf(before);
      count++;
      before = "";
    }
  }
  sentence[runs.length] = count;
  return { token, type, kind, lists, mark, marks, markBits, sentence };

  function numberOf(text: string): number {
    let number = numbers.get(text);
    if (number === undefined) {
      number = marks.length;
      marks.push(text);
      markBits.push(
        (text.includes(",") ? MARK.comma : 0) |
          (text.includes("/") ? MARK.slash : 0) |
          (CLAUSE_END.test(text) || text === "-" || text === "--" ? MARK.clauseEnd : 0),
      );
      numbers.set(text, number);
    }
    return number;
  }
}
