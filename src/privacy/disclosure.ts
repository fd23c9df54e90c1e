import type { Disclosure } from "../model/index.js";

/** What a published table shows in place of a count that is held back: the symbol for "confidential" of official statistics. */
export const SUPPRESSED = "[c]";

/** A count and whom it rests on. */
export interface Counted {
  /** What is counted: mentions, sessions, reviews. A whole number, not negative. */
  readonly value: number;
  /** Ids of the people or sessions behind it. An id that stands twice is one; order does not matter. */
  readonly units: readonly string[];
}

/** Counts in rows and columns, with the totals that are published beside them. All rows have the same length. */
export interface CountTable {
  readonly cells: readonly (readonly Counted[])[];
  /** Whether each row's sum is shown. A total that is no sum (distinct sessions over codes that share them) is no total here: show it by `shownCount`. */
  readonly rowTotals: boolean;
  /** Whether each column's sum is shown; with both, the sum of all is shown too. */
  readonly columnTotals: boolean;
}

/** A number that may be published, or undefined where it is held back. */
export type Shown = number | undefined;

/** A table that may be published, in the shape of the table that went in. */
export interface ProtectedTable {
  readonly cells: Shown[][];
  /** Empty where the totals are not shown. */
  readonly rowTotals: Shown[];
  readonly columnTotals: Shown[];
  /** Undefined where it is held back or not shown. */
  readonly total: Shown;
  /** Counts held back because they rest on too few. */
  readonly small: number;
  /** Counts held back so that those cannot be reckoned from what is shown. */
  readonly complementary: number;
}

/** Whether a count must be held back: it counts something, and rests on fewer than `threshold` distinct people or sessions. Nought tells of nobody. */
export function isSmall(count: Counted, threshold: Disclosure["threshold"]): boolean {
  return count.value > 0 && new Set(count.units).size < threshold;
}

/** A count that stands alone, without a total from which it could be reckoned. */
export function shownCount(count: Counted, threshold: Disclosure["threshold"]): Shown {
  return isSmall(count, threshold) ? undefined : count.value;
}

/** A count as it is printed: the number, or `SUPPRESSED`. */
export function printCount(shown: Shown): string {
  return shown === undefined ? SUPPRESSED : String(shown);
}

/** One number of the table, drawn as an arc along which counts flow: from all, through a row and a column, to all. */
interface Arc {
  readonly value: number;
  readonly units: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
  hidden: boolean;
}

/**
 * Holds back small counts, and as many others as it takes that none of them can be reckoned from the sums that are shown. Afterwards
 * every count held back could be at least two different numbers, even to a reader who knows that a nought is always shown; and what the
 * counts held back in a line add up to rests on no fewer than `threshold` people or sessions.
 *
 * Numbers in a table with totals are a flow: from one source to the rows, through the cells to the columns, and back. A number held
 * back is open to change exactly when a cycle of numbers held back runs through it. (Counting two in each row and column is not
 * enough: two such squares joined by one cell give that cell away.) The cycle that hides least is taken, cells before totals; each number
 * is looked at once, so a table of n numbers costs at most about n squared.
 *
 * @throws RangeError when rows differ in length.
 */
export function protectTable(table: CountTable, threshold: Disclosure["threshold"]): ProtectedTable {
  const { cells, rowTotals, columnTotals } = table;
  const width = cells[0]?.length ?? 0;
  if (cells.some((row) => row.length !== width))
    throw new RangeError("A table for disclosure control has rows of different length; fill the gaps with noughts.");
  // Places where no sum is published are one place: what goes in there may come out anywhere.
  const free = 0;
  const both = rowTotals && columnTotals;
  const source = both ? 1 : free;
  const sink = both ? 2 : free;
  const rowPlace = (r: number): number => (rowTotals ? 3 + r : free);
  const columnPlace = (c: number): number => (columnTotals ? 3 + cells.length + c : free);

  const arcs: Arc[] = [];
  const arc = (from: number, to: number, counts: readonly Counted[], isTotal: boolean): Arc => {
    const value = counts.reduce((sum, count) => sum + count.value, 0);
    const units = new Set(counts.flatMap((count) => count.units));
    const made: Arc = { value, units, from, to, isTotal, hidden: value > 0 && units.size < threshold };
    arcs.push(made);
    return made;
  };
  const inner = cells.map((row, r) => row.map((cell, c) => arc(rowPlace(r), columnPlace(c), [cell], false)));
  const rows = rowTotals ? cells.map((row, r) => arc(source, rowPlace(r), row, true)) : [];
  const columns = columnTotals
    ? Array.from({ length: width }, (_, c) => {
        const column = cells.map((row) => row[c] as Counted);
        return arc(columnPlace(c), sink, column, true);
      })
    : [];
  const all = both ? arc(sink, source, cells.flat(), true) : undefined;

  const small = arcs.filter((one) => one.hidden).length;
  hideComplements(arcs, threshold);
  const shown = (one: Arc): Shown => (one.hidden ? undefined : one.value);
  return {
    cells: inner.map((row) => row.map(shown)),
    rowTotals: rows.map(shown),
    columnTotals: columns.map(shown),
    total: all && shown(all),
    small,
    complementary: arcs.filter((one) => one.hidden).length - small,
  };
}

/** Hides more arcs until every hidden one is open to change and no line's hidden sum is small. */
function hideComplements(arcs: readonly Arc[], threshold: number): void {
  const lines = new Map<number, Arc[]>();
  for (const one of arcs)
    for (const place of new Set([one.from, one.to])) {
      if (place === 0) continue;
      const line = lines.get(place);
      if (line) line.push(one);
      else lines.set(place, [one]);
    }
  const queue = arcs.filter((one) => one.hidden);
  const hide = (one: Arc): void => {
    one.hidden = true;
    queue.push(one);
  };
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const place of [next.from, next.to]) {
      const line = lines.get(place) ?? [];
      for (let more = leastShown(line); more && hidesTooFew(line, threshold); more = leastShown(line)) hide(more);
    }
    // Hiding more only opens more, so an arc found open stays open, and so do those on its cycle.
    for (const one of closestCycle(next, arcs)) if (!one.hidden) hide(one);
  }
}

/** Whether what a line hides can be added up from what it shows, and rests on too few. A line whose total is hidden gives no sum. */
function hidesTooFew(line: readonly Arc[], threshold: number): boolean {
  const hidden = line.filter((one) => one.hidden);
  if (hidden.length === 0 || hidden.some((one) => one.isTotal)) return false;
  const units = new Set<string>();
  for (const one of hidden)
    for (const unit of one.units) {
      units.add(unit);
      if (units.size >= threshold) return false;
    }
  return true;
}

/** The least number of a line that could be hidden, the first of equals. Noughts are always shown. */
function leastShown(line: readonly Arc[]): Arc | undefined {
  let best: Arc | undefined;
  for (const one of line) {
    if (one.hidden || one.isTotal || one.value === 0) continue;
    if (!best || one.value < best.value) best = one;
  }
  return best;
}

/**
 * The numbers round which a hidden number could change by one, the rest unchanged: upwards, or downwards if it stays above nought. Of all
 * such cycles the one that costs least: hidden numbers cost nothing, others their value, totals more than all cells. There always is one,
 * because counts that add up run in circles.
 */
function closestCycle(one: Arc, arcs: readonly Arc[]): readonly Arc[] {
  if (one.from === one.to) return [];
  const total = arcs.reduce((sum, { value }) => sum + value, 1);
  const steps = new Map<number, Step[]>();
  const step = (from: number, to: number, along: Arc): void => {
    const cost = along.hidden ? 0 : along.value + (along.isTotal ? total : 0);
    const made = { to, along, cost };
    const list = steps.get(from);
    if (list) list.push(made);
    else steps.set(from, [made]);
  };
  for (const other of arcs) {
    if (other === one || other.value === 0) continue;
    step(other.from, other.to, other);
    if (other.value > 1) step(other.to, other.from, other);
  }
  const up = cheapestWay(steps, one.to, one.from);
  const down = one.value > 1 ? cheapestWay(steps, one.from, one.to) : undefined;
  if (!up || (down && down.cost < up.cost)) return down?.along ?? [];
  return up.along;
}

interface Step {
  readonly to: number;
  readonly along: Arc;
  readonly cost: number;
}

interface Way {
  readonly cost: number;
  readonly along: readonly Arc[];
}

/** Dijkstra's shortest path over a few hundred places, without a heap. Undefined where there is none. */
function cheapestWay(steps: ReadonlyMap<number, readonly Step[]>, start: number, goal: number): Way | undefined {
  const open = new Map<number, Way>([[start, { cost: 0, along: [] }]]);
  const done = new Set<number>();
  while (open.size > 0) {
    let [place, way] = open.entries().next().value as [number, Way];
    for (const [other, otherWay] of open) if (otherWay.cost < way.cost) [place, way] = [other, otherWay];
    if (place === goal) return way;
    open.delete(place);
    done.add(place);
    for (const { to, along, cost } of steps.get(place) ?? []) {
      const known = open.get(to);
      if (done.has(to) || (known && known.cost <= way.cost + cost)) continue;
      open.set(to, { cost: way.cost + cost, along: [...way.along, along] });
    }
  }
  return undefined;
}
