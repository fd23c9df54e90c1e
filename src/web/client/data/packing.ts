/** Sectors of a session as a mask of bits, in the order in which they are first met; `unknown` is no bit, and independent of nobody. */
export function sectorMasks(sessions: readonly { readonly sectors: readonly string[] }[]): number[] {
  const bits = new Map<string, number>();
  return sessions.map(({ sectors }) => {
    if (sectors.includes("unknown")) return 0;
    let mask = 0;
    for (const sector of sectors) {
      if (!bits.has(sector)) bits.set(sector, 1 << bits.size);
      mask |= bits.get(sector) ?? 0;
    }
    return mask;
  });
}

/** Most sessions of which no two share a sector, as the verdicts count independent voices; masks of 0 count for nothing. */
export function mostIndependent(masks: Iterable<number>): number {
  const distinct = [...new Set(masks)].filter((mask) => mask !== 0);
  const known = new Map<number, number>([[0, 0]]);
  const most = (free: number): number => {
    const before = known.get(free);
    if (before !== undefined) return before;
    const lowest = free & -free;
    let best = most(free ^ lowest);
    for (const mask of distinct)
      if ((mask & lowest) !== 0 && (mask & free) === mask) best = Math.max(best, 1 + most(free ^ mask));
    known.set(free, best);
    return best;
  };
  return most(distinct.reduce((all, mask) => all | mask, 0));
}
