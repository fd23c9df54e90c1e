/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * A small generator with a 32-bit state, the same on every machine: mulberry32 (Tommy Ettinger, 2017, public domain).
 * Good enough to shuffle sessions and to draw bootstrap samples; never for secrets.
 * @param seed any number; taken modulo 2^32, so 0.5 and 0 give the same stream.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to `n` - 1. */
export function below(n: number, random: Random): number {
  return Math.floor(random() * n);
}

/** A shuffled copy; every order is equally likely (Fisher & Yates 1938, in Durstenfeld's form, 1964). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = below(i + 1, random);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
