import { TOKEN, type TokenRun, type Tokens } from "../language/index.js";
import { type CompiledLexicon, type Occurrence, occurrences } from "../lexicon/index.js";

/** A sentence as the matcher sees it: its words, what the automaton found in them, and patterns looked up on demand. */
export class SentenceReading {
  private readonly tokens: number[] = [];
  private readonly types: number[] = [];
  private readonly breaks: boolean[] = [];
  private readonly marks: string[] = [];
  private readonly found: Map<number, Occurrence[]>;
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
      this.tokens.push(t);
      this.types.push(tokens.type[t]!);
      this.breaks.push(mark !== "");
      this.marks.push(mark);
      mark = "";
    }
    this.found = lexicon.automaton.find({ type: this.types, broken: this.breaks });
  }

  /** Words of the sentence. */
  get length(): number {
    return this.tokens.length;
  }

  /** Token index of a word. */
  token(word: number): number {
    return this.tokens[word]!;
  }

  /** Whether a comma, colon, bracket or dash stands before a word. */
  broken(word: number): boolean {
    return this.breaks[word] ?? false;
  }

  /** The marks that stand before a word, or "". */
  mark(word: number): string {
    return this.marks[word] ?? "";
  }

  norm(word: number): string {
    return this.lexicon.vocabulary.types[this.types[word]!]?.norm ?? "";
  }

  lemma(word: number): string {
    return this.lexicon.vocabulary.types[this.types[word]!]?.lemma ?? "";
  }

  surface(word: number): string {
    return this.lexicon.vocabulary.types[this.types[word]!]?.surface ?? "";
  }

  /** The terms or cues of an index whose anchor stands in the sentence; each once. */
  owners(index: ReadonlyMap<number, readonly number[]>): Iterable<number> {
    const owners = new Set<number>();
    for (const fragment of this.found.keys()) for (const owner of index.get(fragment) ?? []) owners.add(owner);
    return owners;
  }

  /** Where a fragment of the automaton stands in the sentence. */
  standing(fragment: number): readonly Occurrence[] {
    return this.found.get(fragment) ?? [];
  }

  /** Where a compiled pattern stands in the sentence. */
  occurrences(pattern: number): readonly Occurrence[] {
    let places = this.places.get(pattern);
    if (!places) {
      places = occurrences(this.lexicon.patterns[pattern]!, this.found, this.breaks);
      this.places.set(pattern, places);
    }
    return places;
  }
}

/** Character span of a run of words. */
export function charSpan(tokens: Tokens, reading: SentenceReading, place: Occurrence): { start: number; end: number } {
  return { start: tokens.start[reading.token(place.from)]!, end: tokens.end[reading.token(place.to - 1)]! };
}
