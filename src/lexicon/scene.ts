import type { Found, Occurrence } from "./found.js";
import type { Fragment } from "./fragment.js";
import type { Symbols } from "./symbols.js";
import type { SentenceWords } from "./tree.js";

/** What of a compiled lexicon a sentence is read with. */
interface Reader {
  readonly symbols: Symbols;
  readonly fragments: readonly Fragment[];
  /** Of each fragment, whether an automaton finds it; the rest is matched where it is asked for. */
  readonly sought: Uint8Array;
}

/** A sentence in which patterns are looked up: its words, what the automata found in it, and the symbols that its words answer to. */
export class Scene {
  readonly words: SentenceWords;
  readonly found: Found;
  private readonly reader: Reader;
  private marked = false;

  constructor(reader: Reader, words: SentenceWords, found: Found) {
    this.reader = reader;
    this.words = words;
    this.found = found;
  }

  fragment(id: number): Fragment {
    return this.reader.fragments[id]!;
  }

  /** Whether an automaton finds a fragment. */
  isSought(id: number): boolean {
    return this.reader.sought[id] !== 0;
  }

  /** Where a fragment stands, in order of start. */
  places(id: number): readonly Occurrence[] {
    if (this.isSought(id)) return this.found.places(id);
    return this.mayStand(id) ? this.match(id) : NOWHERE;
  }

  /** Matches a fragment at every word. */
  match(id: number): readonly Occurrence[] {
    const fragment = this.fragment(id);
    const places: Occurrence[] = [];
    const { kind, from, to } = this.words;
    const { symbols } = this.reader;
    this.found.want(fragment.beginnings);
    for (let at = from; at < to; at++)
      if (this.found.isWanted(symbols.answersOf(kind[at]!))) fragment.matchAt(this.words, at - from, places);
    return places;
  }

  /** Whether the sentence holds a word with which a fragment can begin. */
  mayStand(id: number): boolean {
    if (!this.marked) this.mark();
    return this.found.mayBegin(id, this.reader.fragments[id]!.beginnings);
  }

  private mark(): void {
    this.marked = true;
    const { kind, from, to } = this.words;
    for (let at = from; at < to; at++) this.found.markSymbols(this.reader.symbols.answersOf(kind[at]!));
  }
}

const NOWHERE: readonly Occurrence[] = [];
