/**
 * The largest number of these sets of which no two share an element; each set is a mask of bits, none of them empty. Exact: tried through the
 * elements that are left free, at most 2^n states for n elements, whatever the number of sets. 0 for no sets.
 */
export function largestPacking(masks: ReadonlySet<number>): number {
  const byLowestSector = new Map<number, number[]>();
  let all = 0;
  for (const mask of masks) {
    const lowest = mask & -mask;
    byLowestSector.set(lowest, [...(byLowestSector.get(lowest) ?? []), mask]);
    all |= mask;
  }
  const known = new Map<number, number>([[0, 0]]);
  const most = (free: number): number => {
    const seen = known.get(free);
    if (seen !== undefined) return seen;
    // Either nobody speaks for the lowest free sector, or one of the sessions whose lowest sector it is.
    const lowest = free & -free;
    let best = most(free ^ lowest);
    for (const mask of byLowestSector.get(lowest) ?? []) {
      if ((mask & free) === mask) best = Math.max(best, 1 + most(free ^ mask));
    }
    known.set(free, best);
    return best;
  };
  return most(all);
}
