import { SENTENCE_CELLS } from "./sketch.js";

/** A place where a fragment stands: word positions of a sentence, half-open. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/**
 * What is looked up from a fragment: terms, cues with a scope, cues that answer for the sentence before, cues that say who came, and (of
 * those with a scope) cues that say whose word something is.
 */
export const ROLE = { term: 0, cue: 1, answer: 2, attendance: 3, voice: 4 } as const;
const ROLES = Object.values(ROLE);

const NOWHERE: readonly Occurrence[] = [];

/** How much of what a lexicon has there is to keep columns for. */
export interface Sizes {
  readonly patterns: number;
  /** Most terms or cues of a role. */
  readonly owners: number;
}

/**
 * What is known of one sentence: for each fragment that an automaton found its places, in order of start, and what was worked out about
 * symbols, fragments and patterns. Kept in columns that are used again for sentence after sentence; a cell holds for the sentence whose
 * number stands in it, so that `clear` forgets all in one step.
 */
export class Found {
  /** Of the fragments that stand in the sentence, those from which a term or a cue is looked up: by role, each once, in order of first sight. */
  readonly standing: readonly number[][] = ROLES.map(() => []);
  /** Number of the sentence. */
  now = 0;
  /** Where patterns stand, and for which sentence. */
  readonly patternKnown: Int32Array;
  readonly patternPlaces: (readonly Occurrence[])[];
  /** In which listing a term or cue was last listed, and how many listings there were. */
  readonly listed: Int32Array;
  listings = 0;
  /** What the words of a sentence may begin (`Sketch`), and of which sentence. */
  readonly bits = new Int32Array(SENTENCE_CELLS);
  bitsKnown = 0;
  /** By fragment: the sentence in which it was found last, its first and last place there, its roles. One line of the cache holds them. */
  private readonly fragments: Int32Array;
  /** By place: from, to, and the fragment's next place or -1. */
  private placed: Int32Array<ArrayBuffer> = new Int32Array(256 * PLACE.cells);
  private count = 0;

  /** @param roles bits of each fragment of the automaton: 1 << ROLE.… */
  constructor(roles: Uint8Array, sizes: Sizes) {
    const size = roles.length;
    this.patternKnown = new Int32Array(sizes.patterns);
    this.patternPlaces = Array.from<readonly Occurrence[]>({ length: sizes.patterns }).fill(NOWHERE);
    this.listed = new Int32Array(sizes.owners);
    this.fragments = new Int32Array(size * OF.cells);
    for (let f = 0; f < size; f++) this.fragments[f * OF.cells + OF.roles] = roles[f]!;
  }

  /** Forgets all. */
  clear(): void {
    for (let role = 0; role < ROLES.length; role++)
      if (this.standing[role]!.length > 0) this.standing[role]!.length = 0;
    this.count = 0;
    this.now++;
  }

  /** Notes a place of a fragment. Places must come in order of their start. */
  note(fragment: number, from: number, to: number): void {
    const at = this.count++ * PLACE.cells;
    if (at === this.placed.length) this.grow();
    const { placed, fragments } = this;
    placed[at + PLACE.from] = from;
    placed[at + PLACE.to] = to;
    placed[at + PLACE.next] = -1;
    const cell = fragment * OF.cells;
    if (fragments[cell + OF.sentence] === this.now) {
      placed[fragments[cell + OF.last]! + PLACE.next] = at;
    } else {
      fragments[cell + OF.sentence] = this.now;
      fragments[cell + OF.first] = at;
      const roles = fragments[cell + OF.roles]!;
      if (roles === ONLY_TERMS) this.standing[ROLE.term]!.push(fragment);
      else if (roles !== 0)
        for (let role = 0; role < ROLES.length; role++) if (roles & (1 << role)) this.standing[role]!.push(fragment);
    }
    fragments[cell + OF.last] = at;
  }

  /** Notes a place unless it is known. */
  noteOnce(fragment: number, from: number, to: number): void {
    for (let at = this.head(fragment); at >= 0; at = this.after(at))
      if (this.fromOf(at) === from && this.toOf(at) === to) return;
    this.note(fragment, from, to);
  }

  has(fragment: number): boolean {
    return this.fragments[fragment * OF.cells + OF.sentence] === this.now;
  }

  /** The first place of a fragment as a number for the next three, or -1. */
  head(fragment: number): number {
    const cell = fragment * OF.cells;
    return this.fragments[cell + OF.sentence] === this.now ? this.fragments[cell + OF.first]! : -1;
  }

  /** The fragment's next place, or -1. */
  after(place: number): number {
    return this.placed[place + PLACE.next]!;
  }

  fromOf(place: number): number {
    return this.placed[place + PLACE.from]!;
  }

  toOf(place: number): number {
    return this.placed[place + PLACE.to]!;
  }

  /** The places of a fragment, in order of start. */
  places(fragment: number): readonly Occurrence[] {
    let at = this.head(fragment);
    if (at < 0) return NOWHERE;
    const places: Occurrence[] = [];
    for (; at >= 0; at = this.after(at)) places.push({ from: this.fromOf(at), to: this.toOf(at) });
    return places;
  }

  private grow(): void {
    const grown = new Int32Array(this.placed.length * 2);
    grown.set(this.placed);
    this.placed = grown;
  }
}

/** Cells of a fragment, and of a place. */
const OF = { sentence: 0, first: 1, last: 2, roles: 3, cells: 4 } as const;
const PLACE = { from: 0, to: 1, next: 2, cells: 4 } as const;
const ONLY_TERMS = 1 << ROLE.term;
