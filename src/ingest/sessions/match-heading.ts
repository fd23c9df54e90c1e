import type { Transcript } from "../../model/index.js";
import { mendCharacters } from "../mend/mend-characters.js";

/**
 * Index of the block at which a stretch named `line` starts, from block `from` on, or -1. Case, kind of dash, spaces, a
 * trailing stop or colon and a leading number do not matter. A heading is preferred to a paragraph, equality to a
 * heading that only begins so, and one with text under it to an entry of a contents list. `taken` blocks are passed over.
 */
export function matchHeading(transcript: Transcript, line: string, from: number, taken: ReadonlySet<number>): number {
  const wanted = toComparable(line);
  if (wanted === "") return -1;
  let best = -1;
  let bestRank = 0;
  for (let index = from; index < transcript.blocks.length; index++) {
    const block = transcript.blocks[index];
    if (!block || taken.has(index) || block.end - block.start > line.length * 3 + 80) continue;
    const found = toComparable(transcript.text.slice(block.start, block.end));
    const isHeading = block.kind === "heading";
    const equal = found === wanted;
    if (!equal && !(isHeading && found.startsWith(`${wanted} `))) continue;
    const next = transcript.blocks[index + 1];
    const rank =
      (equal ? 4 : 1) + (isHeading ? 2 : 0) + (next && next.kind !== "heading" && next.kind !== block.kind ? 1 : 0);
    if (rank > bestRank) {
      best = index;
      bestRank = rank;
    }
  }
  return best;
}

function toComparable(line: string): string {
  const bare = mendCharacters(line)
    .toLowerCase()
    .replace(/[-\u2013\u2014]+/g, " - ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^#{1,6} /, "")
    .replace(/^(?:\(?\d{1,2}(?:\.\d{1,2})?[.)]? |\(?[ivx]{1,4}[.)] )(?=\D)/, "");
  let end = bare.length;
  while (end > 0 && /[\s.:]/.test(bare[end - 1]!)) end--;
  return bare.slice(0, end);
}
