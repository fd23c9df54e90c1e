import type { Slot, Transcript } from "../model/index.js";
import type { Detail } from "./detail.js";
import { blankPlaceholder } from "./placeholder.js";

/** A text with its details replaced, the slots they left, and where each old offset went. */
export interface Replaced {
  readonly text: string;
  readonly slots: Slot[];
  /**
   * Offsets of the raw text, given in ascending order, as offsets of the stored text. One inside a detail goes to the end of its
   * placeholder, so that spans that did not overlap do not overlap afterwards.
   */
  place(offsets: readonly number[]): number[];
}

/** Replaces details (sorted by start, not overlapping; throws otherwise) by blank placeholders. `hashOf` gives each its keyed hash. */
export function replaceDetails(text: string, details: readonly Detail[], hashOf: (detail: Detail) => string): Replaced {
  const pieces: string[] = [];
  const slots: Slot[] = [];
  let from = 0;
  let length = 0;
  for (const detail of details) {
    if (detail.start < from || detail.end <= detail.start || detail.end > text.length)
      throw new Error("details out of order");
    const placeholder = blankPlaceholder(detail.kind);
    pieces.push(text.slice(from, detail.start), placeholder);
    length += detail.start - from;
    slots.push({ start: length, end: length + placeholder.length, kind: detail.kind, hash: hashOf(detail) });
    length += placeholder.length;
    from = detail.end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(""), slots, place };

  function place(offsets: readonly number[]): number[] {
    let d = 0;
    return offsets.map((offset) => {
      while (d < details.length && details[d]!.end <= offset) d++;
      const shift = d > 0 ? slots[d - 1]!.end - details[d - 1]!.end : 0;
      return d < details.length && details[d]!.start < offset ? slots[d]!.end : offset + shift;
    });
  }
}

/** The transcript's layers laid over the stored text; labels are masked by `label`. */
export function moveLayers(raw: Transcript, replaced: Replaced, label: (speaker: string) => string): Transcript {
  const blocks = replaced.place(raw.blocks.flatMap((b) => [b.start, b.end]));
  const turns = replaced.place(raw.turns.flatMap((t) => [t.start, t.end]));
  return {
    text: replaced.text,
    record: raw.record,
    blocks: raw.blocks.map((block, i) => ({ ...block, start: blocks[2 * i]!, end: blocks[2 * i + 1]! })),
    turns: raw.turns.map((turn, i) => ({
      ...turn,
      start: turns[2 * i]!,
      end: turns[2 * i + 1]!,
      speaker: label(turn.speaker),
    })),
  };
}
