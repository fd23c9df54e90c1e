import type { Block, RecordKind, Transcript, Turn } from "../../model/index.js";
import type { DraftTurn } from "./units-to-turns.js";

/**
 * Lays turns out as one text: blocks parted by a line feed, turns by two. The text holds nothing but blocks and line
 * feeds. A bullet's `leadIn` is the paragraph of its turn right before the list.
 */
export function layOut(drafts: readonly DraftTurn[], record: RecordKind): Transcript {
  const pieces: string[] = [];
  const blocks: Block[] = [];
  const turns: Turn[] = [];
  let at = 0;
  for (const { speaker, role, time, blocks: texts } of drafts) {
    if (at > 0) at += push(pieces, "\n\n");
    const start = at;
    let leadIn = -1;
    for (const [index, { text, kind }] of texts.entries()) {
      if (index > 0) at += push(pieces, "\n");
      if (kind !== "bullet") leadIn = kind === "paragraph" ? blocks.length : -1;
      blocks.push({
        start: at,
        end: at + text.length,
        kind,
        turn: turns.length,
        leadIn: kind === "bullet" ? leadIn : -1,
      });
      at += push(pieces, text);
    }
    turns.push({ start, end: at, speaker, role, time });
  }
  return { text: pieces.join(""), blocks, turns, record };
}

function push(pieces: string[], piece: string): number {
  pieces.push(piece);
  return piece.length;
}
