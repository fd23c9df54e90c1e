import { TOKEN, type TokenRun, type Tokens } from "../language/index.js";
import { type CompiledLexicon, type Occurrence, occurrences } from "../lexicon/index.js";

/** A sentence as the matcher sees it: its words, what the automaton found in them, and patterns looked up on demand. */
export class SentenceReading {
  /** Token index of each word. */
  readonly token: number[] = [];
  /** Vocabulary type of each word. */
  readonly type: number[] = [];
  /** Whether a comma, colon, bracket or dash stands before the word; and which. */
  readonly broken: boolean[] = [];
  readonly mark: string[] = [];
  readonly found: Map<number, Occurrence[]>;
  private readonly places = new Map<number, readonly Occurrence[]>();
  private readonly lexicon: CompiledLexicon;

  constructor(lexicon: CompiledLexicon, tokens: Tokens, run: TokenRun) {
    this.lexicon = lexicon;
    const types = lexicon.vocabulary.types;
    let mark = "";
    for (let t = run.from; t < run.to; t++) {
      const kind = tokens.kind[t]!;
      if (kind === TOKEN.soft) continue;
      if (kind === TOKEN.hard || kind === TOKEN.stop) {
        mark += types[tokens.type[t]!]!.surface;
        continue;
      }
      this.token.push(t);
      this.type.push(tokens.type[t]!);
      this.broken.push(mark !== "");
      this.mark.push(mark);
      mark = "";
    }
    this.found = lexicon.automaton.find(this);
  }

  get length(): number {
    return this.token.length;
  }

  norm(word: number): string {
    return this.lexicon.vocabulary.types[this.type[word]!]?.norm ?? "";
  }

  lemma(word: number): string {
    return this.lexicon.vocabulary.types[this.type[word]!]?.lemma ?? "";
  }

  surface(word: number): string {
    return this.lexicon.vocabulary.types[this.type[word]!]?.surface ?? "";
  }

  /** Where a compiled pattern stands in the sentence. */
  occurrences(pattern: number): readonly Occurrence[] {
    let places = this.places.get(pattern);
    if (!places) {
      places = occurrences(this.lexicon.patterns[pattern]!, this.found, this.broken);
      this.places.set(pattern, places);
    }
    return places;
  }
}

/** Character span of a run of words. */
export function charSpan(tokens: Tokens, reading: SentenceReading, place: Occurrence): { start: number; end: number } {
  return { start: tokens.start[reading.token[place.from]!]!, end: tokens.end[reading.token[place.to - 1]!]! };
}
