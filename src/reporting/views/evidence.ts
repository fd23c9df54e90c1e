import type { CodeEvidence } from "../../model/index.js";
import { verdictView } from "./matrix.js";
import { quoteOf } from "./quote.js";
import { distinctQuotes, type PageIndex, type ReviewIndex } from "./source.js";

/** Quotes that stand behind a row of the matrix: at most `most` a session, of all sessions or of one. */
export function evidenceView(
  index: PageIndex,
  review: ReviewIndex,
  code: string,
  { most, session }: { most: number; session?: string },
): CodeEvidence {
  const verdict = verdictView(review, code);
  const ids = [...review.sessions.map(({ id }) => id), ...review.otherSessions];
  return {
    review: review.result.meta.id,
    code,
    ...(verdict === undefined ? {} : { verdict }),
    sessions: ids
      .filter((id) => session === undefined || id === session)
      .flatMap((id) => {
        const stance = review.stance(id, code);
        const quotes = distinctQuotes(review.cell(id, code), stance?.best ?? "");
        if (quotes.length === 0) return [];
        return [
          {
            session: id,
            stance: stance?.stance ?? "silent",
            asked: stance?.asked ?? ("not known" as const),
            quotes: quotes.slice(0, most).map((mention) => quoteOf(review, mention, index.source.judged)),
            more: Math.max(0, quotes.length - most),
          },
        ];
      }),
  };
}
