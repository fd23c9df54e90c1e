/** Words that carry what a sentence says: of four letters or more, in small letters, each once. Placeholders count as one word. */
export function contentWords(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/\[[a-z]+[-#][0-9a-z]+\]/g, " placeholder ");
  return new Set(plain.match(/\p{L}{4,}/gu) ?? []);
}

/** Share of the words of both that both have (Jaccard 1901), 0 to 1; 0 where neither has any. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
