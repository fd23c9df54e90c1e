import { SECTORS, type Sector, type Session } from "../model/index.js";

const BIT: ReadonlyMap<Sector, number> = new Map(
  SECTORS.filter((sector) => sector !== "unknown").map((sector, place) => [sector, 1 << place]),
);

/** The known sectors of a session as bits; 0 where a sector is unknown, because such a session is independent of nobody. */
function bits(sectors: readonly Sector[]): number {
  let mask = 0;
  for (const sector of sectors) {
    const bit = BIT.get(sector);
    if (bit === undefined) return 0;
    mask |= bit;
  }
  return mask;
}

/**
 * Largest number of pairwise independent sessions: no two share a sector. A joint group is one voice; sessions of unknown
 * sector are worth one voice together where nobody else speaks, since one session alone contradicts no independence.
 * Exact: best count for each set of sectors used so far (at most 2^11 sets).
 */
export function independentVoices(sessions: readonly Pick<Session, "sectors">[]): number {
  if (sessions.length === 0) return 0;
  const masks = new Set(sessions.map((session) => bits(session.sectors)).filter((mask) => mask > 0));
  let best = new Map<number, number>([[0, 0]]);
  for (const mask of masks) {
    const next = new Map(best);
    for (const [used, count] of best) {
      if ((used & mask) !== 0) continue;
      const both = used | mask;
      if ((next.get(both) ?? -1) < count + 1) next.set(both, count + 1);
    }
    best = next;
  }
  return Math.max(1, ...best.values());
}
