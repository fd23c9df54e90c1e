import { SECTORS, type Sector, type Session } from "../model/index.js";
import { largestPacking } from "../statistics/index.js";

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
 * Exact (see `largestPacking`).
 */
export function independentVoices(sessions: readonly Pick<Session, "sectors">[]): number {
  if (sessions.length === 0) return 0;
  return Math.max(
    1,
    largestPacking(new Set(sessions.map((session) => bits(session.sectors)).filter((mask) => mask > 0))),
  );
}
