import type { Block, Fingerprint } from "../model/index.js";
import type { ReadText } from "./document.js";

/**
 * As much of a document as its neighbours ask for: what it is called, and the fingerprints by which repeated matter is found. Kept in
 * the cache beside the text, so that a night on which a review did not change opens no text of it.
 */
export interface Sketch {
  /** Path under the review, masked where it names a person. */
  name: string;
  /** Whether it held anything; a document that its reader refused did not. */
  coded: boolean;
  fingerprints: readonly Fingerprint[];
  blocks: readonly Pick<Block, "kind">[];
}

/** The sketch of a text. */
export function sketchOf({ name, blocks, fingerprints }: ReadText): Sketch {
  return { name, coded: blocks.length > 0, fingerprints, blocks: blocks.map(({ kind }) => ({ kind })) };
}
