/** Requests that somebody may make: `burst` at once, and `perSecond` more as time goes by. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Takers that are remembered; those that have not asked for longest are forgotten, full again. */
const MOST = 1000;

/** A bucket of requests for each taker. `clock` gives milliseconds. Returns whether a taker may make one more. */
export function rateLimit({ burst, perSecond }: Rate, clock: () => number): (taker: string) => boolean {
  const buckets = new Map<string, { left: number; at: number }>();
  return (taker) => {
    const now = clock();
    const held = buckets.get(taker) ?? { left: burst, at: now };
    const left = Math.min(burst, held.left + ((now - held.at) / 1000) * perSecond);
    buckets.delete(taker);
    buckets.set(taker, { left: left >= 1 ? left - 1 : left, at: now });
    for (const oldest of buckets.keys()) if (buckets.size > MOST) buckets.delete(oldest);
    return left >= 1;
  };
}
