import type { Block, Fingerprint, Transcript } from "../model/index.js";
import { hashOf, numberOf, wordsOf } from "./words.js";

/** Shingles kept of a document: enough to tell an overlap of a half within a few per cent. */
export const SKETCH_SIZE = 1024;
/** Words of a shingle. */
const SHINGLE = 5;

/** The fingerprints of a document's blocks, in order; blocks without a word have none. */
export function fingerprintsOf({ text, blocks }: Pick<Transcript, "text" | "blocks">): Fingerprint[] {
  return blocks.flatMap((block, index) => {
    const words = wordsOf(text.slice(block.start, block.end));
    return words.length === 0 ? [] : [{ block: index, hash: hashOf(words.join(" ")), words: words.length }];
  });
}

/**
 * The smallest hashes of what participants and note-takers say, five words at a time (bottom-k sketch: Broder 1997), sorted ascending.
 * Headings, attendee lists and interviewers' turns are left out: every session of a review shares its questions.
 *
 * @param without blocks to leave out as well, such as matter that is repeated across the archive.
 */
export function shinglesOf(
  { text, blocks, turns }: Pick<Transcript, "text" | "blocks" | "turns">,
  without: ReadonlySet<number> = new Set(),
): number[] {
  const said = (block: Block, index: number): boolean =>
    (block.kind === "paragraph" || block.kind === "bullet") &&
    turns[block.turn]?.role !== "interviewer" &&
    !without.has(index);
  const words = blocks.filter(said).flatMap((block) => wordsOf(text.slice(block.start, block.end)));
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) hashes.add(numberOf(words.slice(at, at + SHINGLE).join(" ")));
  return [...hashes].sort((a, b) => a - b).slice(0, SKETCH_SIZE);
}
