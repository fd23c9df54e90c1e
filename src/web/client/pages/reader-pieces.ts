import type { Reader, ReaderMention } from "../../../model/index.js";

/** A stretch of a turn in which the same mentions and the same cue stand. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Mentions over it, the shortest first: the one that a click means. */
  readonly over: readonly ReaderMention[];
  /** A cue of the mention that is looked at stands here. */
  readonly cue: boolean;
}

/**
 * Cuts a stretch of text where mentions, and cues of the chosen mention, begin and end. Mentions are sorted by start; those that do not
 * touch the stretch are passed over.
 */
export function piecesOf(
  { start, end }: { readonly start: number; readonly end: number },
  mentions: readonly ReaderMention[],
  cues: ReaderMention["cues"] = [],
): Piece[] {
  const touching = mentions.filter((mention) => mention.start < end && mention.end > start);
  const cuts = new Set([start, end]);
  for (const span of [...touching, ...cues])
    for (const at of [span.start, span.end]) if (at > start && at < end) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, place) => {
    const until = places[place + 1] ?? end;
    return {
      start: from,
      end: until,
      over: touching
        .filter((mention) => mention.start < until && mention.end > from)
        .sort((a, b) => a.end - a.start - (b.end - b.start) || (a.code < b.code ? -1 : 1)),
      cue: cues.some((cue) => cue.start < until && cue.end > from),
    };
  });
}

/** Mentions of each turn, in one pass over both. */
export function mentionsByTurn({ turns, mentions }: Reader): ReaderMention[][] {
  let next = 0;
  return turns.map((turn) => {
    const own: ReaderMention[] = [];
    while ((mentions[next]?.start ?? Number.POSITIVE_INFINITY) < turn.end) {
      const mention = mentions[next++];
      if (mention !== undefined && mention.end > turn.start) own.push(mention);
    }
    return own;
  });
}

/** Where words stand in a text, nearest to a place; undefined where they do not stand at all. */
export function placeOf(text: string, words: string, near: number): { start: number; end: number } | undefined {
  if (words.trim() === "") return undefined;
  const before = text.lastIndexOf(words, near);
  const after = text.indexOf(words, near);
  if (before < 0 && after < 0) return undefined;
  const start = before < 0 || (after >= 0 && after - near <= near - before) ? after : before;
  return { start, end: start + words.length };
}
