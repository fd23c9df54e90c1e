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

/**
 * What the automaton found in one sentence: for each fragment its places, in order of start. Kept in columns that are used again for
 * sentence after sentence; `clear` forgets all in one step.
 */
export class Found {
  /** Of the fragments that stand in the sentence, those from which a term or a cue is looked up: by role, each once, in order of first sight. */
  readonly standing: readonly number[][] = ROLES.map(() => []);
  private readonly roles: Uint8Array;
  private readonly stamp: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private next = new Int32Array(256);
  private from = new Int32Array(256);
  private to = new Int32Array(256);
  private count = 0;
  private now = 0;

  /** Symbols that the sentence's words answer to. */
  private readonly symbols: Int32Array;
  private readonly wanted: Int32Array;
  private wish = 0;
  /** Of each fragment, twice the sentence in which it was last asked about, and one more if it may begin there. */
  private readonly begins: Float64Array;

  /** @param roles bits of each fragment of the automaton: 1 << ROLE.…; @param symbols number of symbols */
  constructor(roles: Uint8Array, symbols: number) {
    this.symbols = new Int32Array(symbols);
    this.wanted = new Int32Array(symbols);
    this.begins = new Float64Array(roles.length);
    const size = roles.length;
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
      if (roles !== 0)
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

  /** Notes symbols that a word answers to. */
  markSymbols(answers: readonly number[]): void {
    for (let k = 0; k < answers.length; k++) this.symbols[answers[k]!] = this.now;
  }

  /** Whether one of the symbols with which a fragment begins is noted; remembered for the sentence. */
  mayBegin(fragment: number, beginnings: Int32Array): boolean {
    const known = this.begins[fragment]!;
    if (known === this.now * 2) return false;
    if (known === this.now * 2 + 1) return true;
    let may = false;
    for (let k = 0; k < beginnings.length && !may; k++) may = this.symbols[beginnings[k]!] === this.now;
    this.begins[fragment] = this.now * 2 + (may ? 1 : 0);
    return may;
  }

  /** Sets which symbols the next calls of `isWanted` look for. */
  want(symbols: Int32Array): void {
    this.wish++;
    for (let k = 0; k < symbols.length; k++) this.wanted[symbols[k]!] = this.wish;
  }

  isWanted(answers: readonly number[]): boolean {
    for (let k = 0; k < answers.length; k++) if (this.wanted[answers[k]!] === this.wish) return true;
    return false;
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
