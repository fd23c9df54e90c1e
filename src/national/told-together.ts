import type { ClaimKind, Mention } from "../model/index.js";
import { at, byText } from "./order.js";

/**
 * Codes that a review tells in one breath: for every kind and code, the codes in whose sentences each of its own sentences stands. A finding on
 * "vulnerable adults" that is only ever said in the sentences on cuckooing is not a second finding. Linear in mentions, since a sentence
 * holds few codes.
 *
 * @param kindsOf kinds that a mention speaks for.
 */
export function containedCodes(
  mentions: readonly Mention[],
  kindsOf: (mention: Mention) => readonly ClaimKind[],
): Map<string, string[]> {
  const sentences = new Map<string, Map<ClaimKind, Set<string>>>();
  for (const mention of mentions) {
    if (!mention.evidence) continue;
    const key = `${mention.document}|${mention.sentence}`;
    for (const kind of kindsOf(mention)) {
      const byKind = at(sentences, key, () => new Map<ClaimKind, Set<string>>());
      at(byKind, kind, () => new Set<string>()).add(mention.code);
    }
  }
  const own = new Map<string, number>();
  const shared = new Map<string, Map<string, number>>();
  for (const byKind of sentences.values()) {
    for (const [kind, codes] of byKind) {
      for (const code of codes) {
        const key = `${kind}|${code}`;
        own.set(key, (own.get(key) ?? 0) + 1);
        const others = at(shared, key, () => new Map<string, number>());
        for (const other of codes) if (other !== code) others.set(other, (others.get(other) ?? 0) + 1);
      }
    }
  }
  const found = new Map<string, string[]>();
  for (const [key, others] of shared) {
    const all = [...others].filter(([, count]) => count === own.get(key)).map(([code]) => code);
    if (all.length > 0) found.set(key, all.sort(byText));
  }
  return found;
}
