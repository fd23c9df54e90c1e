import { createHash } from "node:crypto";
import type { Evidence, Mention } from "../model/index.js";
import { byText, weight } from "./code-view.js";

/** How well a mention speaks for others: own words before reports, then weight, then a quote long enough to be understood. */
function rank(mention: Mention): number[] {
  const words = mention.quote.split(" ", 12).length;
  const firstHand = mention.evidentiality === "own" ? 1 : 0;
  return [weight(mention), firstHand, Math.min(words, 8)];
}

function byRank(a: Mention, b: Mention): number {
  const [left, right] = [rank(a), rank(b)];
  for (const [i, value] of left.entries()) {
    const difference = (right[i] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return byText(a.id, b.id);
}

/**
 * Representative quotes: the best of every session first, then the rest by weight; one quote a sentence, at most `most`.
 * The order of the mentions does not matter.
 */
export function chooseQuotes(mentions: Iterable<Mention>, most: number): Evidence[] {
  const ranked = [...mentions].sort(byRank);
  const said = new Set<string>();
  const once = ranked.filter((mention) => {
    const sentence = JSON.stringify([mention.session, mention.quote]);
    return !said.has(sentence) && said.add(sentence);
  });
  const heard = new Set<string>();
  const first = once.filter((mention) => !heard.has(mention.session) && heard.add(mention.session));
  const opening = new Set(first);
  return [...first, ...once.filter((mention) => !opening.has(mention))]
    .slice(0, most)
    .map(({ id, session, quote }) => ({ mention: id, session, quote }));
}

/** First 16 hexadecimal digits of the SHA-256 of the parts, kept apart from one another. */
export function shortHash(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** Hash over every mention for and against, shown or not, so that a decision sees that what it rested on has changed. */
export function hashEvidence(backing: Iterable<Mention>, against: Iterable<Mention>): string {
  const ids = (mentions: Iterable<Mention>) => [...new Set([...mentions].map((mention) => mention.id))].sort(byText);
  return shortHash(ids(backing), ids(against));
}
