import type { Mention, Reader, StoredText, TranscriptList } from "../../model/index.js";
import { byText } from "../order.js";
import { markOf } from "./marks.js";
import { judgedOf } from "./quote.js";
import { gather, type PageIndex, type ReviewIndex } from "./source.js";

const mentionsOf = new WeakMap<ReviewIndex, Map<string, Mention[]>>();

/** Mentions by document, gathered once a review. */
function byDocument(review: ReviewIndex): Map<string, Mention[]> {
  const known = mentionsOf.get(review) ?? gather(review.result.mentions, ({ document }) => document);
  mentionsOf.set(review, known);
  return known;
}

/** A document with the layers that a reader sees over it. */
export function readerView(index: PageIndex, review: ReviewIndex, stored: StoredText): Reader {
  const judged = index.source.judged;
  const { document, text, turns, sentences } = stored;
  const known = new Set(review.sessions.map(({ id }) => id));
  return {
    review: review.result.meta.id,
    document,
    sessions: [...new Set(sentences.map(({ session }) => session))].filter((id) => known.has(id)),
    text,
    turns: turns.map(({ start, end, speaker, role, time }) => ({ start, end, speaker, role, time })),
    sentences: sentences.map(({ start, end, turn, session }) => ({ start, end, turn, session })),
    mentions: [...(byDocument(review).get(document) ?? [])]
      .sort((a, b) => a.start - b.start || a.end - b.end || byText(a.code, b.code))
      .map((mention) => ({
        id: mention.id,
        code: mention.code,
        start: mention.start,
        end: mention.end,
        mark: markOf(mention),
        excluded: mention.excluded,
        term: mention.term,
        cues: mention.cues.map((cue) => ({
          facet: cue.facet,
          value: cue.value,
          start: cue.start,
          end: cue.end,
          decided: cue.outcome === "decided",
        })),
        ...judgedOf(judged, mention.id),
      })),
  };
}

/** Every document of the run, read or not. */
export function transcriptsView(index: PageIndex): TranscriptList {
  return {
    documents: index.reviews.flatMap((review) => {
      const labels = new Map(review.sessions.map(({ id, label }) => [id, label]));
      return [...review.result.documents]
        .sort((a, b) => byText(a.document, b.document))
        .map(({ document, status, sessions, words }) => ({
          ...{ review: review.result.meta.id, document, status, words },
          sessions: sessions.map((id) => labels.get(id) || id),
          evidence: (byDocument(review).get(document) ?? []).filter(({ evidence }) => evidence).length,
        }));
    }),
  };
}
