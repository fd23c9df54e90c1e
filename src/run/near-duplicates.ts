import { SKETCH_SIZE } from "./fingerprint.js";

/** A document as the search for near-duplicates sees it. */
export interface Sketched {
  key: string;
  /** Sessions it holds: documents of one session may well say the same. */
  sessions: readonly string[];
  shingles: readonly number[];
}

/** Share of the shorter document's shingles that the other has too, over which the two are one voice. */
const OVERLAP = 0.5;
/** Fewer shingles than this tell nothing. */
const FEWEST = 16;

/**
 * Finds documents that repeat an earlier one of another session. Documents come in the order of their sessions; the first of a
 * likeness is kept.
 *
 * @returns the key of each repeating document, with the key of the one that it repeats.
 */
export function nearDuplicates(documents: readonly Sketched[]): Map<string, string> {
  const repeats = new Map<string, string>();
  const holders = new Map<number, number[]>();
  for (const [index, document] of documents.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of document.shingles)
      for (const earlier of holders.get(shingle) ?? []) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
    const twin = [...shared.keys()]
      .sort((a, b) => a - b)
      .find((earlier) => {
        const other = documents[earlier]!;
        return (
          !document.sessions.some((session) => other.sessions.includes(session)) &&
          overlap(document.shingles, other.shingles) > OVERLAP
        );
      });
    if (twin !== undefined) {
      repeats.set(document.key, documents[twin]!.key);
      continue; // What repeats is kept out of the index: each shingle is held by few documents.
    }
    for (const shingle of document.shingles) {
      const list = holders.get(shingle);
      if (list) list.push(index);
      else holders.set(shingle, [index]);
    }
  }
  return repeats;
}

/** Overlap coefficient (shared over the smaller set) of two bottom-k sketches, estimated below the hash up to which both are whole. */
export function overlap(one: readonly number[], other: readonly number[]): number {
  const limit = Math.min(wholeUpTo(one), wholeUpTo(other));
  const a = one.filter((shingle) => shingle <= limit);
  const b = new Set(other.filter((shingle) => shingle <= limit));
  const smaller = Math.min(a.length, b.size);
  if (smaller < FEWEST) return 0;
  return a.filter((shingle) => b.has(shingle)).length / smaller;
}

function wholeUpTo(sketch: readonly number[]): number {
  return sketch.length < SKETCH_SIZE ? Number.MAX_SAFE_INTEGER : sketch[sketch.length - 1]!;
}
