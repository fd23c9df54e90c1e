import { SECTORS, type Sector, type Session } from "../model/index.js";
import { largestPacking } from "../statistics/index.js";

type Sectors = Pick<Session, "sectors">;

/** A bit for each sector that can make a voice independent: all but `unknown`. */
const KNOWN: readonly Sector[] = SECTORS.filter((sector) => sector !== "unknown");

/** Whether two sessions are independent voices: their sectors are all known and they share none. */
export function areIndependent(a: Sectors, b: Sectors): boolean {
  const one = maskOf(a);
  const other = maskOf(b);
  return one !== undefined && other !== undefined && (one & other) === 0;
}

/** The sectors that all of these sessions hold. An unknown sector is shared with nobody. */
export function sharedSectors(sessions: readonly Sectors[]): Sector[] {
  return KNOWN.filter((sector) => sessions.length > 0 && sessions.every(({ sectors }) => sectors.includes(sector)));
}

/**
 * The largest number of sessions of which any two are independent; 1 for any sessions at all, since one voice needs no
 * other. Exact: a set of sessions is tried through the sectors that it leaves free, of which there are at most 2^11,
 * so the work does not grow with the number of sessions beyond reading them.
 */
export function largestIndependent(sessions: readonly Sectors[]): number {
  const masks = new Set<number>();
  for (const session of sessions) {
    const mask = maskOf(session);
    if (mask !== undefined) masks.add(mask);
  }
  return masks.size === 0 ? Math.min(1, sessions.length) : largestPacking(masks);
}

/** The session's sectors as bits; undefined where one is unknown, so that it can form no pair. */
function maskOf({ sectors }: Sectors): number | undefined {
  let mask = 0;
  for (const sector of sectors) {
    const bit = KNOWN.indexOf(sector);
    if (bit < 0) return undefined;
    mask |= 1 << bit;
  }
  return mask === 0 ? undefined : mask;
}
