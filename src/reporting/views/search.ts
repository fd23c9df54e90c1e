import type { Reader, SearchHit, SearchResults, StoredText } from "../../model/index.js";
import { byText } from "../order.js";
import type { PageIndex, ReviewIndex } from "./source.js";

/** Hits on a page of results. */
export const PAGE = 50;

/** What is looked for, and where. */
export interface Search {
  /** Words that must all stand in a sentence; words in double quotes stand together. Case and accents do not matter. */
  readonly q: string;
  readonly review?: string;
  readonly code?: string;
  readonly offset?: number;
}

/** Folds case and accents away, a UTF-16 unit for a unit, so that places stay what they are. */
function folded(text: string): string {
  return text
    .replace(/[^\x00-\x7f]/g, (unit) => {
      if (unit === "’") return "'";
      const bare = unit.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      return bare.length === 1 ? bare : unit;
    })
    .replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

const foldedTexts = new WeakMap<StoredText, string>();

/** The folded text of a document, made once. */
function foldedText(stored: StoredText): string {
  const known = foldedTexts.get(stored) ?? folded(stored.text);
  foldedTexts.set(stored, known);
  return known;
}

/** The words and phrases of a question. */
export function wordsOf(q: string): string[] {
  return [...q.matchAll(/"([^"]+)"|(\S+)/g)]
    .map((match) => folded((match[1] ?? match[2] ?? "").replaceAll('"', "").trim()))
    .filter((word) => word !== "");
}

/** Sentences that hold all the words asked for, by review, document and place, each with its keyword in context and its codes. */
export function searchView(index: PageIndex, search: Search): SearchResults {
  const words = wordsOf(search.q);
  const reviews = index.reviews.filter(({ result }) => search.review === undefined || result.meta.id === search.review);
  const hits = words.length === 0 ? [] : reviews.flatMap((review) => searchReview(review, words, search.code));
  const offset = search.offset ?? 0;
  const counts = (keys: readonly string[]) => {
    const tally = new Map<string, number>();
    for (const key of keys) tally.set(key, (tally.get(key) ?? 0) + 1);
    return [...tally].sort(([a, n], [b, m]) => m - n || byText(a, b));
  };
  return {
    q: search.q,
    total: hits.length,
    offset,
    hits: hits.slice(offset, offset + PAGE),
    byCode: counts(hits.flatMap(({ codes }) => codes)).map(([code, n]) => ({ code, hits: n })),
    byReview: counts(hits.map(({ review }) => review)).map(([review, n]) => ({ review, hits: n })),
  };
}

function searchReview(review: ReviewIndex, words: readonly string[], code: string | undefined): SearchHit[] {
  const codes = new Map<string, Set<string>>();
  for (const mention of review.result.mentions) {
    const key = `${mention.document}\u0000${mention.sentence}`;
    const own = codes.get(key) ?? new Set();
    own.add(mention.code);
    codes.set(key, own);
  }
  return [...review.texts.values()].flatMap((stored) => {
    const plain = foldedText(stored);
    // Most documents lack a word of the question altogether.
    if (words.some((word) => !plain.includes(word))) return [];
    return stored.sentences.flatMap(({ start, end, turn, session }, place): SearchHit[] => {
      const sentence = plain.slice(start, end);
      if (words.some((word) => !sentence.includes(word))) return [];
      const own = codes.get(`${stored.document}\u0000${place}`) ?? new Set<string>();
      if (code !== undefined && !own.has(code)) return [];
      const [word = ""] = words;
      const at = start + sentence.indexOf(word);
      const speaker: Partial<Reader["turns"][number]> = stored.turns[turn] ?? {};
      return [
        {
          ...{ review: review.result.meta.id, session, document: stored.document, start },
          ...{ speaker: speaker.speaker ?? "", role: speaker.role ?? "participant" },
          left: stored.text.slice(start, at),
          keyword: stored.text.slice(at, at + word.length),
          right: stored.text.slice(at + word.length, end),
          codes: [...own].sort(byText),
        },
      ];
    });
  });
}
