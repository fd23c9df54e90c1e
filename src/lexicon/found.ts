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
  private readonly roles: Uint8Array;
  private readonly stamp: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private next = new Int32Array(256);
  private from = new Int32Array(256);
  private to = new Int32Array(256);
  private count = 0;

  /** @param roles bits of each fragment of the automaton: 1 << ROLE.… */
  constructor(roles: Uint8Array, sizes: Sizes) {
    const size = roles.length;
    this.patternKnown = new Int32Array(sizes.patterns);
    this.patternPlaces = Array.from<readonly Occurrence[]>({ length: sizes.patterns }).fill(NOWHERE);
    this.listed = new Int32Array(sizes.owners);
    this.roles = roles;
    this.stamp = new Int32Array(size);
    this.first = new Int32Array(size);
    this.last = new Int32Array(size);
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
    const at = this.count++;
    if (at === this.from.length) this.grow();
    this.from[at] = from;
    this.to[at] = to;
    this.next[at] = -1;
    if (this.stamp[fragment] === this.now) {
      this.next[this.last[fragment]!] = at;
    } else {
      this.stamp[fragment] = this.now;
      this.first[fragment] = at;
      const roles = this.roles[fragment]!;
      if (roles === ONLY_TERMS) this.standing[ROLE.term]!.push(fragment);
      else if (roles !== 0)
        for (let role = 0; role < ROLES.length; role++) if (roles & (1 << role)) this.standing[role]!.push(fragment);
    }
    this.last[fragment] = at;
  }

  /** Notes a place unless it is known. */
  noteOnce(fragment: number, from: number, to: number): void {
    if (this.has(fragment))
      for (let at = this.first[fragment]!; at >= 0; at = this.next[at]!)
        if (this.from[at] === from && this.to[at] === to) return;
    this.note(fragment, from, to);
  }

  has(fragment: number): boolean {
    return this.stamp[fragment] === this.now;
  }

  /** The first place of a fragment as a number for the next three, or -1. */
  head(fragment: number): number {
    return this.stamp[fragment] === this.now ? this.first[fragment]! : -1;
  }

  /** The fragment's next place, or -1. */
  after(place: number): number {
    return this.next[place]!;
  }

  fromOf(place: number): number {
    return this.from[place]!;
  }

  toOf(place: number): number {
    return this.to[place]!;
  }

  /** The places of a fragment, in order of start. */
  places(fragment: number): readonly Occurrence[] {
    if (!this.has(fragment)) return NOWHERE;
    const places: Occurrence[] = [];
    for (let at = this.first[fragment]!; at >= 0; at = this.next[at]!)
      places.push({ from: this.from[at]!, to: this.to[at]! });
    return places;
  }

  private grow(): void {
    const larger = (column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(column.length * 2);
      grown.set(column);
      return grown;
    };
    this.next = larger(this.next);
    this.from = larger(this.from);
    this.to = larger(this.to);
  }
}

const ONLY_TERMS = 1 << ROLE.term;
