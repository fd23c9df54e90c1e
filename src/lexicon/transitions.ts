const EMPTY = -1;
/** Cells of an entry: state, class, target, and one that is left free so that an entry never lies across two lines of the cache. */
const CELLS = 4;

/** A table from (state, class) to state: open addressing in one column, since a Map of pairs costs four times the look-up. */
export class Transitions {
  private cells: Int32Array<ArrayBuffer> = new Int32Array((1 << 13) * CELLS).fill(EMPTY);
  private mask = (1 << 13) - 1;
  private size = 0;

  /** The target of a pair, or -1. */
  get(state: number, kind: number): number {
    const { cells, mask } = this;
    let at = hash(state, kind) & mask;
    for (;;) {
      const cell = at * CELLS;
      const there = cells[cell]!;
      if (there === EMPTY) return EMPTY;
      if (there === state && cells[cell + 1] === kind) return cells[cell + 2]!;
      at = (at + 1) & mask;
    }
  }

  /** Adds a pair that is not there. */
  set(state: number, kind: number, target: number): void {
    if (++this.size * 2 > this.mask) this.grow();
    this.put(state, kind, target);
  }

  private put(state: number, kind: number, target: number): void {
    let at = hash(state, kind) & this.mask;
    while (this.cells[at * CELLS] !== EMPTY) at = (at + 1) & this.mask;
    this.cells[at * CELLS] = state;
    this.cells[at * CELLS + 1] = kind;
    this.cells[at * CELLS + 2] = target;
  }

  private grow(): void {
    const { cells } = this;
    this.cells = new Int32Array(cells.length * 2).fill(EMPTY);
    this.mask = this.mask * 2 + 1;
    for (let cell = 0; cell < cells.length; cell += CELLS)
      if (cells[cell] !== EMPTY) this.put(cells[cell]!, cells[cell + 1]!, cells[cell + 2]!);
  }
}

/** Spreads the pair over the table (multiplicative hashing, Knuth 1973). */
function hash(state: number, kind: number): number {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(kind, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
