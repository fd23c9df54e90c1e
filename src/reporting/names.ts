import type { ReviewResult } from "../model/index.js";
import { csv, figure, items, text } from "./csv.js";
import { byText, byTexts, reviewsInOrder } from "./order.js";
import type { Reporter } from "./run-report.js";

type Name = ReviewResult["names"][number];
/** Where a name is said: ids of sessions, and the first sentence that says it. */
type Place = { readonly sessions: Set<string>; readonly quote: string };
type Row = Name & { readonly sessions: readonly string[]; readonly quote: string };

const COLUMNS = [
  text<Row>("name", ({ name }) => name),
  text<Row>("kind", ({ kind }) => kind),
  figure<Row>("mentions", ({ mentions }) => mentions),
  items<Row>("sessions", ({ sessions }) => sessions),
  text<Row>("first_quote", ({ quote }) => quote),
];

/**
 * reviews/<id>/names.csv: what operations, projects and meetings are called here, by kind and name. They are neither masked nor coded: an
 * analyst reads them to see which are to go into a local lexicon, or to be masked (`privacy.mask`).
 */
export const names: Reporter = function* (run) {
  for (const review of reviewsInOrder(run)) {
    const places = placesOf(review);
    const rows = review.names.map((name): Row => {
      const place = places.get(name.name);
      return { ...name, sessions: [...(place?.sessions ?? [])].sort(byText), quote: place?.quote ?? "" };
    });
    const inOrder = rows.sort(
      byTexts<Row>(
        (row) => row.kind,
        (row) => row.name,
      ),
    );
    yield { path: `reviews/${review.meta.id}/names.csv`, chunks: csv(COLUMNS, inOrder, run.bom) };
  }
};

/**
 * Sentences are read once, from word to word; at every two words only the names that begin with them are tried, the
 * longest first, so that "Children Panel" is not found inside "Missing Children Panel".
 */
function placesOf({ names, texts, sessions }: ReviewResult): Map<string, Place> {
  const beginning = new Map<string, string[]>();
  for (const name of new Set(names.map(({ name }) => name))) {
    const key = pairAt(wordsIn(name), 0);
    beginning.set(
      key,
      [...(beginning.get(key) ?? []), name].sort((a, b) => b.length - a.length || byText(a, b)),
    );
  }
  const voices = new Set(sessions.map(({ id }) => id));
  const places = new Map<string, Place>();
  for (const { text, sentences } of [...texts].sort(byTexts(({ document }) => document)))
    for (const { start, end, session } of sentences) {
      const quote = text.slice(start, end).replace(/\s+/g, " ").trim();
      for (const name of saidIn(quote, beginning)) {
        const place = places.get(name) ?? { sessions: new Set<string>(), quote };
        if (voices.has(session)) place.sessions.add(session);
        places.set(name, place);
      }
    }
  return places;
}

function* saidIn(quote: string, beginning: ReadonlyMap<string, readonly string[]>): Iterable<string> {
  const words = wordsIn(quote);
  let free = 0;
  for (const [i, { index }] of words.entries()) {
    if (index < free) continue;
    const name = beginning
      .get(pairAt(words, i))
      ?.find((one) => quote.startsWith(one, index) && !/^[\p{L}\p{N}]/u.test(quote.slice(index + one.length)));
    if (name === undefined) continue;
    yield name;
    free = index + name.length;
  }
}

function wordsIn(text: string): { readonly word: string; readonly index: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word, index }));
}

function pairAt(words: readonly { readonly word: string }[], at: number): string {
  return `${words[at]?.word} ${words[at + 1]?.word}`;
}
