import { createHash } from "node:crypto";
import type { Evidence, Mention } from "../model/index.js";
import { byText, weight } from "./code-view.js";

/** How well a mention speaks for others: weight, then own words before reports, then a quote long enough to be understood. */
function rank(mention: Mention): number {
  const firstHand = mention.evidentiality === "own" ? 1 : 0;
  const long = Math.min(mention.quote.split(" ", 8).length, 8);
  return weight(mention) * 100 + firstHand * 10 + long;
}

/**
 * Representative quotes: the best of every session first, then the rest by weight; one quote a sentence, at most `most`.
 * The order of the mentions does not matter.
 */
export function chooseQuotes(mentions: Iterable<Mention>, most: number): Evidence[] {
  const ranked = [...mentions].map((mention) => ({ mention, rank: rank(mention) }));
  ranked.sort((a, b) => b.rank - a.rank || byText(a.mention.id, b.mention.id));
  const said = new Map<string, Set<string>>();
  const first: Mention[] = [];
  const rest: Mention[] = [];
  for (const { mention } of ranked) {
    const heard = said.get(mention.session);
    if (heard === undefined) {
      said.set(mention.session, new Set([mention.quote]));
      first.push(mention);
    } else if (!heard.has(mention.quote)) {
      heard.add(mention.quote);
      rest.push(mention);
    }
  }
  return [...first, ...rest].slice(0, most).map(({ id, session, quote }) => ({ mention: id, session, quote }));
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
