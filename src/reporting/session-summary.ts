import { type Mention, SUPPORT_WEIGHT } from "../model/index.js";
import { byText } from "./order.js";

/** A sentence chosen for the summary of a session, with all that it was coded with. */
export type SummarySentence = {
  readonly quote: string;
  /** The mention that stands for it, by which it is found again in the evidence. */
  readonly mention: string;
  readonly codes: readonly string[];
  readonly time: string;
};

type Candidate = SummarySentence & {
  readonly document: string;
  readonly start: number;
  readonly words: readonly string[];
  /** How much of the group stands behind it, 0 to 1. */
  readonly support: number;
};

/** Fewest and most sentences of a summary; between them one for every so many codes. */
const LEAST = 3;
const MOST = 8;
const CODES_A_SENTENCE = 4;
/** Lengths between which a sentence can stand alone and still be a summary, in words. */
const SHORT = 7;
const LONG = 45;
/** Share of centrality in a sentence's worth; the rest is the codes that it adds. */
const CENTRALITY = 0.35;

/**
 * Sentences of one session that together speak of most of its codes: extractive, masked, in the order of the session.
 *
 * Greedy weighted coverage (Lin & Bilmes 2011): again and again the sentence that adds most, a code weighing the logarithm
 * of its mentions in the session. To that comes centrality, the cosine between a sentence's words (tf-idf within the
 * session) and the session's centroid (Radev et al. 2004). Sentences too short to stand alone or too long to read are worth
 * less, never barred; support counts as it does in a stance. Where a sentence stands in the session is worth nothing, so the
 * first have no advantage. Ties fall to the earlier mention in document and place.
 */
export function summarise(mentions: readonly Mention[]): SummarySentence[] {
  const candidates = sentencesOf(mentions);
  const counts = new Map<string, number>();
  for (const { codes } of candidates) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const weight = (code: string) => Math.log1p(counts.get(code) ?? 0);
  const total = [...counts.keys()].sort(byText).reduce((sum, code) => sum + weight(code), 0);
  const central = centralities(candidates);
  const wanted = Math.min(MOST, Math.max(LEAST, Math.ceil(counts.size / CODES_A_SENTENCE)));

  const covered = new Set<string>();
  const chosen: Candidate[] = [];
  const left = new Set(candidates.keys());
  while (chosen.length < wanted && left.size > 0) {
    let [best, most] = [-1, -1];
    for (const i of left) {
      const candidate = candidates[i] as Candidate;
      let added = 0;
      for (const code of candidate.codes) if (!covered.has(code)) added += weight(code);
      const worth =
        ((1 - CENTRALITY) * (total === 0 ? 0 : (added / total) * wanted) + CENTRALITY * (central[i] ?? 0)) *
        readable(candidate.words.length) *
        (0.6 + 0.4 * candidate.support);
      // Worth is compared to nine places, so that the last bit of a logarithm on another machine decides nothing.
      const rounded = Math.round(worth * 1e9);
      if (rounded > most) [best, most] = [i, rounded];
    }
    const next = candidates[best] as Candidate;
    left.delete(best);
    // A session that says the same thing twice is summed up by it once.
    if (chosen.some((other) => overlap(other.words, next.words) > 0.6)) continue;
    for (const code of next.codes) covered.add(code);
    chosen.push(next);
  }
  chosen.sort((a, b) => byText(a.document, b.document) || a.start - b.start);
  return chosen.map(({ quote, mention, codes, time }) => ({ quote, mention, codes, time }));
}

/** The sentences of evidence, each once, in document order. */
function sentencesOf(mentions: readonly Mention[]): Candidate[] {
  const sentences = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (!mention.evidence) continue;
    const key = JSON.stringify([mention.document, mention.sentence]);
    const own = sentences.get(key);
    if (own === undefined) sentences.set(key, [mention]);
    else own.push(mention);
  }
  const candidates = [...sentences.values()].map((own): Candidate => {
    own.sort((a, b) => a.start - b.start || byText(a.id, b.id));
    const first = own[0] as Mention;
    return {
      ...{ quote: first.quote, mention: first.id, document: first.document, start: first.start, time: first.time },
      codes: [...new Set(own.map(({ code }) => code))],
      words: first.quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [],
      support: Math.max(...own.map(({ support }) => SUPPORT_WEIGHT[support])) / SUPPORT_WEIGHT.all,
    };
  });
  return candidates.sort((a, b) => byText(a.document, b.document) || a.start - b.start || byText(a.mention, b.mention));
}

/** How readily a sentence of so many words stands alone: 1 in the middle, down to a fifth. */
function readable(words: number): number {
  if (words < SHORT) return Math.max(0.2, words / SHORT);
  return words <= LONG ? 1 : Math.max(0.2, LONG / words);
}

/** Cosine of each sentence with the centroid of all, from 0 to 1, by tf-idf; the most central is 1. */
function centralities(sentences: readonly Candidate[]): number[] {
  const documents = new Map<string, number>();
  for (const { words } of sentences)
    for (const word of new Set(words)) documents.set(word, (documents.get(word) ?? 0) + 1);
  const vectors = sentences.map(({ words }) => {
    const vector = new Map<string, number>();
    // A word that every sentence holds weighs nothing, and so needs no list of stop words.
    for (const word of words) {
      const rare = Math.log(sentences.length / (documents.get(word) ?? 1));
      vector.set(word, (vector.get(word) ?? 0) + rare);
    }
    return vector;
  });
  const centroid = new Map<string, number>();
  for (const vector of vectors) for (const [word, x] of vector) centroid.set(word, (centroid.get(word) ?? 0) + x);
  const length = (vector: Map<string, number>) => Math.sqrt([...vector.values()].reduce((sum, x) => sum + x * x, 0));
  const size = length(centroid);
  const cosines = vectors.map((vector) => {
    const own = length(vector);
    if (own === 0 || size === 0) return 0;
    let dot = 0;
    for (const [word, x] of vector) dot += x * (centroid.get(word) ?? 0);
    return dot / own / size;
  });
  const top = cosines.reduce((most, x) => Math.max(most, x), 0);
  return cosines.map((x) => (top === 0 ? 0 : x / top));
}

/** Shared words over those of the shorter sentence. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const [own, other] = [new Set(a), new Set(b)];
  const shared = [...own].filter((word) => other.has(word)).length;
  return shared / Math.max(1, Math.min(own.size, other.size));
}
