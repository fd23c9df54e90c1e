import type { Found } from "./found.js";
import type { Fragment } from "./fragment.js";
import type { Symbols } from "./symbols.js";
import { Transitions } from "./transitions.js";
import { eachHead, Forest, NODE, type SentenceWords } from "./tree.js";

/** The state from which nothing goes on. */
const DEAD = 0;
const ROOT = 1;
const UNKNOWN = -1;
const NOTHING: readonly number[] = [];
const GOES_ON = 1;
const LEADS_TO_HEAD = 2;
/** Cells of a state: what ends in it, as a stretch of `ending`; its flags; two masks of the symbols by which it goes on (`Symbols.masks`). */
const STATE = { ends: 0, endsTo: 1, flags: 2, first: 3, second: 4, cells: 8 } as const;

/**
 * One automaton over many wordings. A state is the set of nodes that a run of word classes reaches, worked out when a text first
 * reaches it (subset construction, Rabin & Scott 1959, done lazily); reading a word is then one look-up.
 */
export class Automaton {
  private readonly forest = new Forest();
  private readonly root = this.forest.node();
  private readonly symbols: Symbols;
  /** The states met so far: their nodes, and what may end in them behind a coordination. */
  private readonly nodes: (readonly number[])[] = [[], [this.root]];
  private readonly heads: (readonly number[])[] = [NOTHING, NOTHING];
  /** By state, `STATE.cells` cells. Flags: whether it goes on at all, whether one of its branches ends a fragment that may be coordinated. */
  private states: Int32Array<ArrayBuffer> = new Int32Array(1024 * STATE.cells);
  private ending: Int32Array<ArrayBuffer> = new Int32Array(1024);
  private endings = 0;
  private readonly stateIds = new Map<string, number>();
  private begin: Int32Array<ArrayBuffer> = new Int32Array(1024).fill(UNKNOWN);
  private readonly transitions = new Transitions();

  constructor(symbols: Symbols) {
    this.symbols = symbols;
  }

  /** Adds the wordings of a fragment. Only before the first `find`. */
  add(fragment: Fragment, id: number): void {
    fragment.addTo(this.forest, this.root, id);
  }

  /** Notes all fragments that stand in a sentence; positions count from the sentence's first word. */
  find(words: SentenceWords, found: Found): void {
    const { kind, broken, from: first, to: count } = words;
    const { symbols } = this;
    for (let from = first; from < count; from++) {
      const opening = kind[from]!;
      let state = opening < this.begin.length ? this.begin[opening]! : UNKNOWN;
      if (state === DEAD) continue;
      if (state === UNKNOWN) state = this.beginWith(opening);
      let at = from + 1;
      while (state !== DEAD) {
        const { states } = this;
        const cell = state * STATE.cells;
        const end = states[cell + STATE.endsTo]!;
        for (let k = states[cell + STATE.ends]!; k < end; k++) found.note(this.ending[k]!, from - first, at - first);
        const flags = states[cell + STATE.flags]!;
        if (at >= count || (flags & GOES_ON) === 0) break;
        const cut = broken[at] !== 0;
        if ((flags & LEADS_TO_HEAD) !== 0 && (cut || symbols.joins(kind[at]!)))
          this.coordinate(state, words, from, at, found);
        if (cut) break;
        const next = kind[at]!;
        if (
          (states[cell + STATE.first]! & symbols.masks[next * 2]!) === 0 ||
          (states[cell + STATE.second]! & symbols.masks[next * 2 + 1]!) === 0
        )
          break;
        state = this.step(state, next);
        at++;
      }
    }
  }

  /** From a state one word before its end, looks behind "and X", "or X Y", ", X and Y" for that word. */
  private coordinate(state: number, words: SentenceWords, from: number, at: number, found: Found): void {
    const first = words.from;
    eachHead(this.symbols, words, at, (k) => {
      const next = this.step(state, words.kind[k]!);
      if (next !== DEAD)
        for (const fragment of this.heads[next]!) found.noteOnce(fragment, from - first, k + 1 - first);
    });
  }

  private beginWith(kind: number): number {
    if (kind >= this.begin.length) {
      const grown = new Int32Array(Math.max(kind + 1, this.begin.length * 2)).fill(UNKNOWN);
      grown.set(this.begin);
      this.begin = grown;
    }
    const state = this.reach(ROOT, kind);
    this.begin[kind] = state;
    return state;
  }

  private step(state: number, kind: number): number {
    const known = this.transitions.get(state, kind);
    if (known !== UNKNOWN) return known;
    const next = this.reach(state, kind);
    this.transitions.set(state, kind, next);
    return next;
  }

  /** The state that a class leads to, made on first sight. */
  private reach(state: number, kind: number): number {
    const { forest } = this;
    const reached: number[] = [];
    const { answers } = this.symbols;
    const last = this.symbols.lastAnswer(kind);
    for (const node of this.nodes[state]!) {
      for (let a = this.symbols.firstAnswer(kind); a < last; a++) {
        const next = forest.next(node, answers[a]!);
        if (next >= 0 && !reached.includes(next)) reached.push(next);
      }
    }
    if (reached.length === 0) return DEAD;
    const key = [...reached].sort((a, b) => a - b).join(" ");
    const known = this.stateIds.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.length;
    this.stateIds.set(key, id);
    this.nodes.push(reached);
    this.heads.push([...new Set(reached.flatMap((node) => forest.endsOf(node, true)))]);
    const ends = new Set(reached.flatMap((node) => forest.endsOf(node, false)));
    while (this.endings + ends.size > this.ending.length) this.ending = grown(this.ending);
    if ((id + 1) * STATE.cells > this.states.length) this.states = grown(this.states);
    const { states } = this;
    const cell = id * STATE.cells;
    states[cell + STATE.ends] = this.endings;
    for (const fragment of ends) this.ending[this.endings++] = fragment;
    states[cell + STATE.endsTo] = this.endings;
    let marks = 0;
    for (const node of reached) {
      marks |= forest.marks[node]!;
      states[cell + STATE.first]! |= forest.masks[node * 2]!;
      states[cell + STATE.second]! |= forest.masks[node * 2 + 1]!;
    }
    states[cell + STATE.flags] =
      (states[cell + STATE.first] !== 0 ? GOES_ON : 0) | ((marks & NODE.leadsToHead) !== 0 ? LEADS_TO_HEAD : 0);
    return id;
  }
}

function grown(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}
