const EMPTY = -1;

/** A table from (state, class) to state in three columns: open addressing, since a Map of pairs costs four times the look-up. */
export class Transitions {
  private states = new Int32Array(1 << 14).fill(EMPTY);
  private kinds = new Int32Array(1 << 14);
  private targets = new Int32Array(1 << 14);
  private mask = (1 << 14) - 1;
  private size = 0;

  /** The target of a pair, or -1. */
  get(state: number, kind: number): number {
    let at = hash(state, kind) & this.mask;
    for (;;) {
      const there = this.states[at]!;
      if (there === EMPTY) return EMPTY;
      if (there === state && this.kinds[at] === kind) return this.targets[at]!;
      at = (at + 1) & this.mask;
    }
  }

  /** Adds a pair that is not there. */
  set(state: number, kind: number, target: number): void {
    if (++this.size * 2 > this.mask) this.grow();
    this.put(state, kind, target);
  }

  private put(state: number, kind: number, target: number): void {
    let at = hash(state, kind) & this.mask;
    while (this.states[at] !== EMPTY) at = (at + 1) & this.mask;
    this.states[at] = state;
    this.kinds[at] = kind;
    this.targets[at] = target;
  }

  private grow(): void {
    const { states, kinds, targets } = this;
    const length = states.length * 2;
    this.states = new Int32Array(length).fill(EMPTY);
    this.kinds = new Int32Array(length);
    this.targets = new Int32Array(length);
    this.mask = length - 1;
    for (let at = 0; at < states.length; at++)
      if (states[at] !== EMPTY) this.put(states[at]!, kinds[at]!, targets[at]!);
  }
}

/** Spreads the pair over the table (multiplicative hashing, Knuth 1973). */
function hash(state: number, kind: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(kind, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
