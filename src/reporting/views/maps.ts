import type { Corroboration, Line, Maps, Mention } from "../../model/index.js";
import { byText, byTexts } from "../order.js";
import type { PageIndex, ReviewIndex } from "./source.js";

/** Pictures of all reviews, or of one. Counts are of evidence. */
export function mapsView(index: PageIndex, only?: ReviewIndex): Maps {
  const { source } = index;
  const reviews = only === undefined ? index.reviews : [only];
  const ids = new Set(reviews.map(({ result }) => result.meta.id));
  const sightings = reviews.flatMap(({ result, mentions }) =>
    result.lines
      .map((line) => ({ ...line, quote: mentions.get(line.mention)?.quote ?? "" }))
      .sort(
        byTexts(
          ({ exporter }) => exporter,
          ({ importer }) => importer,
          ({ session }) => session,
          ({ mention }) => mention,
        ),
      ),
  );
  const codes = new Map(source.concepts.map(({ id }) => [id, { mentions: 0, sessions: new Set<string>() }]));
  const pairs = new Map<string, { sentences: number; sessions: Set<string> }>();
  const place = new Map(source.concepts.map(({ id }, at) => [id, at]));
  for (const { result } of reviews) {
    for (const sentence of sentencesOf(result.mentions, codes)) {
      const own = [...sentence.codes].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
      for (const [at, a] of own.entries())
        for (const b of own.slice(at + 1)) {
          const known = pairs.get(`${a} ${b}`) ?? { sentences: 0, sessions: new Set<string>() };
          known.sentences++;
          known.sessions.add(sentence.session);
          pairs.set(`${a} ${b}`, known);
        }
    }
  }
  return {
    lines: (only === undefined ? [...source.lines] : linesOf(source.lines, sightings)).sort(
      (a, b) => b.sessions - a.sessions || byText(a.exporter, b.exporter) || byText(a.importer, b.importer),
    ),
    sightings,
    together: [...pairs]
      .map(([key, { sentences, sessions }]) => {
        const [a = "", b = ""] = key.split(" ");
        return { a, b, sentences, sessions: sessions.size };
      })
      .sort((one, two) => two.sentences - one.sentences || byText(one.a, two.a) || byText(one.b, two.b)),
    codes: [...codes]
      .filter(([, { mentions }]) => mentions > 0)
      .map(([code, { mentions, sessions }]) => ({ code, mentions, sessions: sessions.size })),
    indicators: reviews.flatMap(({ result }) => inOrder(result.corroborations, place)),
    overReviews: reviews
      .filter(({ result }) => result.meta.date !== "" && ids.has(result.meta.id))
      .flatMap(overReview)
      .sort(
        (a, b) =>
          byText(a.date, b.date) || byText(a.review, b.review) || (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0),
      ),
    language: [...source.language].sort(
      (a, b) =>
        (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0) ||
        byText(a.sector, b.sector) ||
        b.g2 - a.g2 ||
        byText(a.term, b.term),
    ),
  };
}

/** Series in codebook order, then by what they measure. */
export function inOrder(rows: readonly Corroboration[], place: ReadonlyMap<string, number>): Corroboration[] {
  return [...rows].sort((a, b) => (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0) || byText(a.measure, b.measure));
}

/** The sentences that hold evidence, each with its codes; counts the codes on the way. */
function sentencesOf(
  mentions: readonly Mention[],
  codes: Map<string, { mentions: number; sessions: Set<string> }>,
): Iterable<{ session: string; codes: Set<string> }> {
  const sentences = new Map<string, { session: string; codes: Set<string> }>();
  for (const { evidence, review, document, sentence, session, code } of mentions) {
    if (!evidence) continue;
    const count = codes.get(code);
    if (count !== undefined) {
      count.mentions++;
      count.sessions.add(`${review}\u0000${session}`);
    }
    const key = `${document}\u0000${sentence}`;
    const own = sentences.get(key) ?? { session: `${review}\u0000${session}`, codes: new Set() };
    own.codes.add(code);
    sentences.set(key, own);
  }
  return sentences.values();
}

/** Edges of one review, reckoned from its sightings. */
function linesOf(all: readonly Line[], sightings: Maps["sightings"]): Maps["lines"] {
  return all.flatMap((line) => {
    const own = sightings.filter(
      ({ counted, exporter, importer }) => counted && exporter === line.exporter && importer === line.importer,
    );
    if (own.length === 0) return [];
    const [{ review }] = own as [Maps["sightings"][number]];
    return [
      { ...line, reviews: [review], sessions: new Set(own.map(({ session }) => session)).size, mentions: own.length },
    ];
  });
}

function overReview({ result, sessions }: ReviewIndex): Maps["overReviews"] {
  const { id, date } = result.meta;
  return result.verdicts
    .filter(({ verdict, asked }) => verdict !== "not raised" || asked.length > 0)
    .map(({ code, affirms, denies, mixed, uncertain, asked }) => ({
      ...{ code, review: id, date },
      affirms: affirms.length,
      denies: denies.length,
      speaks: affirms.length + denies.length + mixed.length + uncertain.length,
      asked: asked.length,
      sessions: sessions.length,
    }));
}
