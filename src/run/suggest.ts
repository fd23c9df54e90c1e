import type { Lexicon } from "../lexicon/index.js";
import type { ReviewResult } from "../model/index.js";
import { type BesideCode, besideCodes } from "./beside-codes.js";
import { type NearMiss, nearMisses } from "./near-misses.js";
import { UncodedWords } from "./uncoded-words.js";

/** What a lexicon may lack, told by the texts of a run; both lists in codebook order. */
export interface Suggestions {
  readonly beside: readonly BesideCode[];
  readonly nearMisses: readonly NearMiss[];
}

/**
 * Language that the lexicon does not have: what stands uncoded beside coded language, and what is nearly a word of a term. Only suggested;
 * nothing is coded by it.
 *
 * @param codes codes that are asked for.
 * @param top most suggestions of each kind and code.
 * @throws Stop when the run was made before blocks were stored; PatternError on a lexicon that cannot be compiled.
 */
export function suggestTerms(
  reviews: readonly ReviewResult[],
  lexicon: Lexicon,
  codes: readonly string[],
  top: number,
): Suggestions {
  const words = new UncodedWords(reviews);
  return { beside: besideCodes(words, codes, top), nearMisses: nearMisses(words, lexicon, codes, top) };
}
