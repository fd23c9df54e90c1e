/** Order by code units, the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Texts once each, in order. */
export function distinct(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(byText);
}

/** Adds to a count held under a key. */
export function add<K>(counts: Map<K, number>, key: K, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

/** The value under a key, made when there is none. */
export function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
