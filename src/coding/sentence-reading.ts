import type { TokenColumns, WordType } from "../language/index.js";
import {
  ALONE,
  type CompiledLexicon,
  distinct,
  ELSEWHERE,
  ENTRY,
  type Found,
  isPromising,
  type Occurrence,
  occurrences,
  ROLE,
  Scene,
} from "../lexicon/index.js";
import type { DocumentWords } from "./document-words.js";
import { CAPITAL } from "./word-lists.js";

/** A term or cue, by its number, and where it stands: at least one place. */
export interface Standing {
  readonly owner: number;
  readonly places: readonly Occurrence[];
}

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
    return this.isIn(word, CAPITAL);
  }

  /** Whether a word stands on one of some lists of words, given by their bits (`listOf`). */
  isIn(word: number, lists: number): boolean {
    return word >= 0 && word < this.length && (this.words.lists[this.from + word]! & lists) !== 0;
  }

  /** What there is among the marks before a word: bits of `MARK`. */
  marksBefore(word: number): number {
    return word < this.length ? this.words.markBits[this.words.mark[this.from + word]!]! : 0;
  }

  /** The number of a word's lemma where it carries content, else -1. */
  content(word: number): number {
    return this.lexicon.vocabulary.contents[this.words.type[this.from + word]!]!;
  }

  surface(word: number): string {
    return word >= 0 && word < this.length ? this.types[this.words.type[this.from + word]!]!.surface : "";
  }

  /** Whether any term or cue is to be tried for a role (`ROLE`). */
  hasOwners(role: number): boolean {
    return this.found.standing[role]!.length > 0;
  }

  /** The terms or cues of a role (`ROLE`) that stand in the sentence, each once. */
  standingOf(role: number): readonly Standing[] {
    if (role === ROLE.cue) this.widen();
    const { found } = this;
    const fragments = found.standing[role]!;
    if (fragments.length === 0) return NONE;
    const { needs } = this.lexicon;
    const { first, entries } = this.lexicon.owners[role]!;
    const standing: Standing[] = [];
    const listing = ++found.listings;
    const bits = this.scene.bits();
    for (let f = 0; f < fragments.length; f++) {
      const fragment = fragments[f]!;
      const end = first[fragment + 1]! * ENTRY.cells;
      for (let cell = first[fragment]! * ENTRY.cells; cell < end; cell += ENTRY.cells) {
        const need = entries[cell + ENTRY.need]!;
        if (need !== 0 && !needs.met(need, bits)) continue;
        const owner = entries[cell + ENTRY.owner]!;
        const marks = entries[cell + ENTRY.marks]!;
        if ((marks & ELSEWHERE) !== 0) {
          if (found.listed[owner] === listing) continue;
          found.listed[owner] = listing;
        }
        const places =
          (marks & ALONE) !== 0 ? distinct(found.places(fragment)) : this.occurrences(entries[cell + ENTRY.pattern]!);
        if (places.length > 0) standing.push({ owner, places });
      }
    }
    return standing;
  }

  /** Where a fragment of the automaton stands in the sentence. */
  standing(fragment: number): readonly Occurrence[] {
    this.widen();
    return this.found.places(fragment);
  }

  /** Where a compiled pattern stands in the sentence. */
  occurrences(pattern: number): readonly Occurrence[] {
    if (!this.wide && this.lexicon.late[pattern] !== 0) this.widen();
    const { found, scene } = this;
    if (found.patternKnown[pattern] === found.now) return found.patternPlaces[pattern]!;
    const { chain, link, fragment } = scene.chains;
    const only = chain[pattern]!;
    if (chain[pattern + 1]! - only === 1) {
      const first = link[only]!;
      if (link[only + 1]! - first > 1) {
        if (!isPromising(only, scene)) return NOWHERE;
      } else {
        const stretch = fragment[first]!;
        if (scene.isSought(stretch) && !found.has(stretch)) return NOWHERE;
      }
    }
    const places = occurrences(pattern, scene);
    found.patternKnown[pattern] = found.now;
    found.patternPlaces[pattern] = places;
    return places;
  }

  /** Whether a compiled pattern stands on words of a place. */
  standsOn(pattern: number, place: Occurrence): boolean {
    const { found, scene } = this;
    const { chain, link, fragment, longest } = scene.chains;
    const only = chain[pattern]!;
    if (chain[pattern + 1]! - only === 1 && link[only + 1]! - link[only]! === 1) {
      // One stretch: what begins too far before the place need not be matched.
      const stretch = fragment[link[only]!]!;
      if (!scene.isSought(stretch)) {
        const before = place.from - longest[stretch]! + 1;
        if (found.patternKnown[pattern] !== found.now)
          return overlapsAny(scene.match(stretch, before, place.to), place);
      }
    }
    return overlapsAny(this.occurrences(pattern), place);
  }

  private widen(): void {
    if (this.wide) return;
    this.wide = true;
    this.lexicon.contextAutomaton.find(this.scene.words, this.found);
  }
}

function overlapsAny(places: readonly Occurrence[], place: Occurrence): boolean {
  for (let k = 0; k < places.length; k++) if (places[k]!.from < place.to && place.from < places[k]!.to) return true;
  return false;
}

const NOWHERE: readonly Occurrence[] = [];
const NONE: readonly Standing[] = [];

/** Character span of a run of words. */
export function charSpan(
  tokens: TokenColumns,
  reading: SentenceReading,
  place: Occurrence,
): { start: number; end: number } {
  return { start: tokens.start[reading.token(place.from)]!, end: tokens.end[reading.token(place.to - 1)]! };
}
