import type { Chains } from "./chains.js";
import type { Found, Occurrence } from "./found.js";
import type { Fragment } from "./fragment.js";
import { holds, type Needs } from "./needs.js";
import type { Sketch } from "./sketch.js";
import type { Symbols } from "./symbols.js";
import { eachHead, NODE, type SentenceWords } from "./tree.js";
import type { Trees } from "./trees.js";

/** What of a compiled lexicon a sentence is read with. */
interface Reader {
  readonly symbols: Symbols;
  readonly fragments: readonly Fragment[];
  readonly chains: Chains;
  readonly trees: Trees;
  /** Of each fragment, whether an automaton finds it; the rest is matched where it is asked for. */
  readonly sought: Uint8Array;
  readonly sketch: Sketch;
  readonly needs: Needs;
}

/**
 * A sentence in which patterns are looked up: its words, what the automata found in it, and what its words may begin. Most questions are
 * answered by the bits of `Sketch`; only what they leave open is matched.
 */
export class Scene {
  readonly words: SentenceWords;
  readonly found: Found;
  readonly chains: Chains;
  /** Words of the sentence. */
  readonly length: number;
  private readonly reader: Reader;

  constructor(reader: Reader, words: SentenceWords, found: Found) {
    this.reader = reader;
    this.chains = reader.chains;
    this.words = words;
    this.length = words.to - words.from;
    this.found = found;
  }

  /** What the words of the sentence may begin of all that patterns need. */
  bits(): Int32Array {
    const { found } = this;
    const { bits } = found;
    if (found.bitsKnown !== found.now) {
      found.bitsKnown = found.now;
      const { kind, from, to } = this.words;
      bits.fill(0);
      for (let at = from; at < to; at++) this.reader.sketch.addTo(bits, kind[at]!);
    }
    return bits;
  }

  /** Whether the sentence may have a word for each stretch of a chain but its anchor. */
  mayHold(chain: number): boolean {
    const need = this.reader.needs.ofChain[chain]!;
    return need === 0 || holds(need, this.bits());
  }

  /** Whether an automaton finds a fragment. */
  isSought(id: number): boolean {
    return this.reader.sought[id] !== 0;
  }

  /** Where a fragment stands, in order of start. */
  places(id: number): readonly Occurrence[] {
    return this.isSought(id) ? this.found.places(id) : this.match(id);
  }

  /** Whether a fragment may begin at a word of `[first, end)`. */
  mayBegin(id: number, first: number, end: number): boolean {
    const { sketch } = this.reader;
    const { kind, from } = this.words;
    const bit = sketch.bit[id]!;
    const stop = end > this.length ? this.length : end;
    for (let at = first < 0 ? 0 : first; at < stop; at++) if (sketch.has(kind[from + at]!, bit)) return true;
    return false;
  }

  /** Where a fragment stands that begins at a word of `[first, end)`, in order of start, without asking the automata. */
  match(id: number, first = 0, end = this.length): readonly Occurrence[] {
    const { sketch, trees } = this.reader;
    const { kind, from } = this.words;
    const bit = sketch.bit[id]!;
    const stop = end > this.length ? this.length : end;
    let places: Occurrence[] | undefined;
    for (let at = first < 0 ? 0 : first; at < stop; at++) {
      if (!sketch.has(kind[from + at]!, bit)) continue;
      places ??= [];
      this.walk(trees.rootOf(id), this.reader.fragments[id]!.coordinates, from + at, from + at, places);
    }
    return places ?? NOWHERE;
  }

  /** Follows a tree from a node on, at the word `at` of a stretch that begins at the word `from`. */
  private walk(node: number, coordinates: boolean, from: number, at: number, places: Occurrence[]): void {
    const { words } = this;
    const { symbols } = this.reader;
    const { forest } = this.reader.trees;
    const marks = forest.marks[node]!;
    if ((marks & NODE.ends) !== 0) note(places, from - words.from, at - words.from);
    if (at >= words.to || forest.masks[node * 2] === 0) return;
    const cut = at > from && words.broken[at] !== 0;
    const kind = words.kind[at]!;
    if ((marks & NODE.leadsToHead) !== 0 && at > from && coordinates && (cut || symbols.joins(kind)))
      eachHead(symbols, words, at, (k) => {
        const head = words.kind[k]!;
        for (let a = symbols.firstAnswer(head); a < symbols.lastAnswer(head); a++) {
          const next = forest.next(node, symbols.answers[a]!);
          if (next >= 0 && (forest.marks[next]! & NODE.heads) !== 0)
            note(places, from - words.from, k + 1 - words.from);
        }
      });
    if (cut || !forest.mayGoOn(node, symbols.masks, kind)) return;
    const last = symbols.lastAnswer(kind);
    for (let a = symbols.firstAnswer(kind); a < last; a++) {
      const next = forest.next(node, symbols.answers[a]!);
      if (next >= 0) this.walk(next, coordinates, from, at + 1, places);
    }
  }
}

const NOWHERE: readonly Occurrence[] = [];

function note(places: Occurrence[], from: number, to: number): void {
  for (let k = places.length - 1; k >= 0; k--) {
    const place = places[k]!;
    if (place.from !== from) break;
    if (place.to === to) return;
  }
  places.push({ from, to });
}
