import type { Tokens, WordType } from "../language/index.js";
import {
  type CompiledLexicon,
  type Found,
  isPromising,
  type Occurrence,
  occurrences,
  ROLE,
  Scene,
} from "../lexicon/index.js";
import type { DocumentWords } from "./document-words.js";

/**
 * A sentence as the matcher sees it: its words, what the automaton found in them, and patterns looked up on demand. Positions count
 * from the sentence's first word.
 */
export class SentenceReading {
  /** Words of the sentence. */
  readonly length: number;
  private readonly from: number;
  private readonly words: DocumentWords;
  private readonly types: readonly WordType[];
  private readonly found: Found;
  private places: Map<number, readonly Occurrence[]> | undefined;
  private readonly lexicon: CompiledLexicon;
  private readonly scene: Scene;
  /** Whether cues, company and places are found as well. */
  private wide = false;

  /** Reads the words `[from, to)` of a document. `found` is filled here and must not be used for another sentence while this one is. */
  constructor(lexicon: CompiledLexicon, words: DocumentWords, from: number, to: number, found: Found) {
    this.lexicon = lexicon;
    this.words = words;
    this.types = lexicon.vocabulary.types;
    this.from = from;
    this.length = to - from;
    this.found = found;
    this.scene = new Scene(lexicon, { kind: words.kind, broken: words.mark, from, to }, found);
    found.clear();
    lexicon.termAutomaton.find(this.scene.words, found);
  }

  /** Token index of a word. */
  token(word: number): number {
    return this.words.token[this.from + word]!;
  }

  /** Whether a comma, colon, bracket or dash stands before a word. */
  broken(word: number): boolean {
    return word < this.length && this.words.mark[this.from + word] !== 0;
  }

  /** The marks that stand before a word, or "". */
  mark(word: number): string {
    return word < this.length ? this.words.marks[this.words.mark[this.from + word]!]! : "";
  }

  norm(word: number): string {
    return word >= 0 && word < this.length ? this.types[this.words.type[this.from + word]!]!.norm : "";
  }

  lemma(word: number): string {
    return word >= 0 && word < this.length ? this.types[this.words.type[this.from + word]!]!.lemma : "";
  }

  /** Whether a word begins with a capital. */
  capital(word: number): boolean {
    return word >= 0 && word < this.length && this.types[this.words.type[this.from + word]!]!.capital;
  }

  /** A word's lemma where it carries content, else "". */
  content(word: number): string {
    const type = this.types[this.words.type[this.from + word]!]!;
    return type.content ? type.lemma : "";
  }

  surface(word: number): string {
    return word >= 0 && word < this.length ? this.types[this.words.type[this.from + word]!]!.surface : "";
  }

  /** Whether any term or cue is to be tried for a role (`ROLE`). */
  hasOwners(role: number): boolean {
    return this.found.standing[role]!.length > 0;
  }

  /** The terms or cues of a role (`ROLE`) whose anchor stands in the sentence; each once. */
  owners(role: number): readonly number[] {
    if (role === ROLE.cue) this.widen();
    const fragments = this.found.standing[role]!;
    if (fragments.length === 0) return NONE;
    const { first, owner } = this.lexicon.owners[role]!;
    const owners: number[] = [];
    for (let f = 0; f < fragments.length; f++) {
      const fragment = fragments[f]!;
      for (let k = first[fragment]!; k < first[fragment + 1]!; k++) {
        if (!owners.includes(owner[k]!)) owners.push(owner[k]!);
      }
    }
    return owners;
  }

  /** Where a fragment of the automaton stands in the sentence. */
  standing(fragment: number): readonly Occurrence[] {
    this.widen();
    return this.found.places(fragment);
  }

  /** Where a compiled pattern stands in the sentence. */
  occurrences(pattern: number): readonly Occurrence[] {
    const compiled = this.lexicon.patterns[pattern]!;
    if (!this.wide && this.lexicon.late[pattern] !== 0) this.widen();
    const { chains } = compiled;
    if (chains.length === 1) {
      const { links } = chains[0]!;
      if (links.length > 1) {
        if (!isPromising(chains[0]!, this.scene)) return NOWHERE;
      } else if (this.scene.isSought(links[0]!.fragment)) {
        return this.found.has(links[0]!.fragment) ? occurrences(compiled, this.scene) : NOWHERE;
      } else if (!this.scene.mayStand(links[0]!.fragment)) {
        return NOWHERE;
      }
    }
    let places = this.places?.get(pattern);
    if (!places) {
      places = occurrences(compiled, this.scene);
      this.places ??= new Map();
      this.places.set(pattern, places);
    }
    return places;
  }

  private widen(): void {
    if (this.wide) return;
    this.wide = true;
    this.lexicon.contextAutomaton.find(this.scene.words, this.found);
  }
}

const NOWHERE: readonly Occurrence[] = [];
const NONE: readonly number[] = [];

/** Character span of a run of words. */
export function charSpan(tokens: Tokens, reading: SentenceReading, place: Occurrence): { start: number; end: number } {
  return { start: tokens.start[reading.token(place.from)]!, end: tokens.end[reading.token(place.to - 1)]! };
}
