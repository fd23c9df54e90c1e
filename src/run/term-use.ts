import { type Lexicon, termOf } from "../lexicon/index.js";
import type { ReviewResult } from "../model/index.js";

/** How the terms of a lexicon did in a run; both lists in codebook order. */
export interface TermUse {
  /** Terms without a mention. `setAside`: how often their words stood there and another term or an innocent reading went before. */
  readonly neverMatched: readonly { code: string; term: string; setAside: number }[];
  /** Codes that stand or fall with one term. */
  readonly carriedByOne: readonly { code: string; term: string; mentions: number; of: number; share: number }[];
}

/** Share of a code's mentions from which one term carries it alone. */
const ALONE = 0.8;

/** Terms that found nothing in a run, and codes of whose mentions that are evidence one term found four in five or more. */
export function termUse(lexicon: Lexicon, reviews: readonly ReviewResult[]): TermUse {
  const [found, evidence, setAside] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const review of reviews) {
    for (const mention of review.mentions) {
      add(found, keyOf(mention));
      if (mention.evidence) add(evidence, keyOf(mention));
    }
    for (const text of review.texts) for (const one of text.overruled) add(setAside, keyOf(one));
  }
  const neverMatched: TermUse["neverMatched"][number][] = [];
  const carriedByOne: TermUse["carriedByOne"][number][] = [];
  for (const { id: code, terms } of lexicon.concepts) {
    let of = 0;
    let most = { term: "", mentions: 0 };
    for (const term of new Set(terms.map((entry) => termOf(entry).term))) {
      const key = keyOf({ code, term });
      if (!found.has(key)) neverMatched.push({ code, term, setAside: setAside.get(key) ?? 0 });
      const mentions = evidence.get(key) ?? 0;
      of += mentions;
      if (mentions > most.mentions) most = { term, mentions };
    }
    if (of > 0 && most.mentions >= ALONE * of) carriedByOne.push({ code, ...most, of, share: most.mentions / of });
  }
  return { neverMatched, carriedByOne };
}

function keyOf({ code, term }: { code: string; term: string }): string {
  return `${code} ${term}`;
}
