import type { Reader, SearchHit, SearchResults } from "../../../model/index.js";
import type { Params } from "./source.js";

/** Hits on a page of results, as the server has it. */
const PAGE = 50;

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

/** The words of a question, and phrases in double quotes, as `reporting/views/search` reads them. */
function wordsOf(q: string): string[] {
  return [...q.matchAll(/"([^"]+)"|(\S+)/g)]
    .map((match) => folded((match[1] ?? match[2] ?? "").replaceAll('"', "").trim()))
    .filter((word) => word !== "");
}

/** The search of the server over the transcripts that stand in the file: a test holds the two against each other. */
export async function searchTexts(
  readers: readonly (() => Promise<unknown>)[],
  params: Params,
): Promise<SearchResults> {
  const [q, offset] = [String(params.q ?? ""), Number(params.offset ?? 0)];
  const words = wordsOf(q);
  const hits: SearchHit[] = [];
  if (words.length > 0)
    for (const read of readers) {
      const reader = (await read()) as Reader;
      if (params.review === undefined || reader.review === params.review)
        hits.push(...searchReader(reader, words, params.code === undefined ? undefined : String(params.code)));
    }
  const counts = (keys: readonly string[]) => {
    const tally = new Map<string, number>();
    for (const key of keys) tally.set(key, (tally.get(key) ?? 0) + 1);
    return [...tally].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  };
  return {
    ...{ q, offset, total: hits.length, hits: hits.slice(offset, offset + PAGE) },
    byCode: counts(hits.flatMap(({ codes }) => codes)).map(([code, n]) => ({ code, hits: n })),
    byReview: counts(hits.map(({ review }) => review)).map(([review, n]) => ({ review, hits: n })),
  };
}

function searchReader(reader: Reader, words: readonly string[], code: string | undefined): SearchHit[] {
  const { review, document, text, turns, sentences, mentions } = reader;
  const plain = folded(text);
  if (words.some((word) => !plain.includes(word))) return [];
  let next = 0;
  return sentences.flatMap(({ start, end, turn, session }): SearchHit[] => {
    const codes = new Set<string>();
    while ((mentions[next]?.start ?? Number.POSITIVE_INFINITY) < end) {
      const mention = mentions[next++];
      if (mention !== undefined && mention.start >= start) codes.add(mention.code);
    }
    const sentence = plain.slice(start, end);
    if (words.some((word) => !sentence.includes(word)) || (code !== undefined && !codes.has(code))) return [];
    const [word = ""] = words;
    const at = start + sentence.indexOf(word);
    return [
      {
        ...{ review, session, document, start },
        ...{ speaker: turns[turn]?.speaker ?? "", role: turns[turn]?.role ?? "participant" },
        left: text.slice(start, at),
        keyword: text.slice(at, at + word.length),
        right: text.slice(at + word.length, end),
        codes: [...codes].sort(),
      },
    ];
  });
}
