import type { Judgement, Mention, Quote } from "../../model/index.js";
import { markOf } from "./marks.js";
import type { ReviewIndex } from "./source.js";

/** A mention with its sentence, where it stands in it, and the cues that bore on it, in the order of their place. */
export function quoteOf(review: ReviewIndex, mention: Mention, judged?: ReadonlyMap<string, Judgement>): Quote {
  const stored = review.texts.get(mention.document);
  const sentence = stored?.sentences[mention.sentence];
  // Without the text (a run whose texts are not kept) the words are looked for in the sentence.
  const start =
    sentence === undefined ? Math.max(0, mention.quote.indexOf(mention.text)) : mention.start - sentence.start;
  return {
    mention: mention.id,
    review: mention.review,
    session: mention.session,
    document: mention.document,
    code: mention.code,
    quote: mention.quote,
    at: [start, start + (mention.end - mention.start)],
    speaker: mention.speaker,
    role: mention.role,
    time: mention.time,
    mark: markOf(mention),
    excluded: mention.excluded,
    term: mention.term,
    cues: [...mention.cues]
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map((cue) => ({
        facet: cue.facet,
        value: cue.value,
        words: stored?.text.slice(cue.start, cue.end) ?? "",
        decided: cue.outcome === "decided",
      })),
    ...judgedOf(judged, mention.id),
  };
}

/** What an analyst said of a mention, where one did. */
export function judgedOf(judged: ReadonlyMap<string, Judgement> | undefined, mention: string): { judged?: Judgement } {
  const said = judged?.get(mention);
  return said === undefined ? {} : { judged: said };
}
