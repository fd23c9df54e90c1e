/** Compares by code units, so that no locale can change an order that is published. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A key of several parts. The separator cannot stand in an id. */
export function keyOf(...parts: readonly string[]): string {
  return parts.join("\u0000");
}

/** The distinct values in their order in a closed list. */
export function inListOrder<T>(list: readonly T[], values: Iterable<T>): T[] {
  const present = new Set(values);
  return list.filter((value) => present.has(value));
}

/** "a", "a and b", "a, b and c". */
export function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Items under a key each, keys in the order in which they first come. */
export function groupBy<T, K>(items: Iterable<T>, keyOfItem: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
