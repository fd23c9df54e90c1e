import { logLikelihood } from "../statistics/index.js";
import { type UncodedContext, UncodedContexts } from "./uncoded-context.js";
import type { UncodedSentence, UncodedWord, UncodedWords } from "./uncoded-words.js";
import { numberOf } from "./words.js";

/** Words that stand beside a code, in more documents than chance would put there, and that no term has coded. */
export interface BesideCode {
  readonly code: string;
  /** One to three lemmas of neighbouring words of content. */
  readonly words: string;
  /** Documents in which they stand beside the code. */
  readonly documents: number;
  /** Documents that hold them at all. */
  readonly holding: number;
  /** Documents that have uncoded words beside the code. */
  readonly of: number;
  /** Documents in which they stand away from it, of so many that have uncoded words away from it. */
  readonly elsewhere: number;
  readonly elsewhereOf: number;
  /** Rayson's log-likelihood of the two counts of documents; 10.83 is the 0.1 % point. */
  readonly g2: number;
  readonly contexts: readonly UncodedContext[];
}

/** Fewest documents: one person's habit is no trade's word. */
const FEWEST = 2;
const LONGEST = 3;
/** Slots of the first count, two bytes each; a power of two. */
const SLOTS = 1 << 22;

/**
 * The uncoded language that stands beside each code, the most telling first. Counted by document, so that one talkative session is one.
 *
 * Words that stand in a single document are never held: a first pass counts documents in a table of fixed size by hash (Park, Chen & Yu
 * 1995), the second counts exactly what the first has not ruled out.
 *
 * @param codes in the order of the result.
 * @param top most suggestions of each code.
 */
export function besideCodes(words: UncodedWords, codes: readonly string[], top: number): BesideCode[] {
  const wanted = new Set(codes);
  const counts = countDocuments(words, wanted, candidatesOf(words, wanted));
  const best = codes.flatMap((code) => ranked(counts, code).slice(0, top));
  const keys = new Set(best.map(({ code, words: own }) => `${code} ${own}`));
  const contexts = new UncodedContexts();
  for (const document of words.documents)
    for (const sentence of words.sentences(document))
      for (const { key, start, end } of phrasesOf(words, sentence))
        for (const code of sentence.beside)
          if (keys.has(`${code} ${key}`)) contexts.add(`${code} ${key}`, document, sentence, start, end);
  return best.map((one) => ({ ...one, contexts: contexts.of(`${one.code} ${one.words}`) }));
}

interface Phrase {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Words and phrases of a sentence: words of grammar, numbers, placeholders and what may be a name are in none, and end one. */
function* phrasesOf(words: UncodedWords, { runs }: UncodedSentence): Iterable<Phrase> {
  for (const run of runs) {
    const fits = run.map(({ type }) => type.content && !words.maybeName(type));
    for (const [first, word] of run.entries()) {
      let key = "";
      for (let last = first; last < Math.min(run.length, first + LONGEST) && fits[last]; last++) {
        const { type, end }: UncodedWord = run[last]!;
        key = key === "" ? type.lemma : `${key} ${type.lemma}`;
        yield { key, start: word.start, end };
      }
    }
  }
}

/** Says of words whether they may stand beside a wanted code in enough documents: never wrongly no. */
function candidatesOf(words: UncodedWords, wanted: ReadonlySet<string>): (key: string) => boolean {
  const slots = new Uint16Array(SLOTS);
  const slotOf = (key: string): number => numberOf(key) % SLOTS;
  for (const document of words.documents) {
    const here = new Set<number>();
    for (const sentence of words.sentences(document)) {
      if (!sentence.beside.some((code) => wanted.has(code))) continue;
      for (const { key } of phrasesOf(words, sentence)) here.add(slotOf(key));
    }
    for (const slot of here) if (slots[slot]! < FEWEST) slots[slot]!++;
  }
  return (key) => slots[slotOf(key)]! >= FEWEST;
}

interface Counts {
  /** Documents that hold the words at all. */
  readonly holding: ReadonlyMap<string, number>;
  /** By code and words: documents that hold them beside it, and of these those that hold them nowhere else. */
  readonly beside: ReadonlyMap<string, ReadonlyMap<string, { documents: number; only: number }>>;
  /** By code: documents with uncoded words beside it, and with such away from it. */
  readonly near: ReadonlyMap<string, number>;
  readonly away: ReadonlyMap<string, number>;
}

function countDocuments(words: UncodedWords, wanted: ReadonlySet<string>, candidate: (key: string) => boolean): Counts {
  const holding = new Map<string, number>();
  const beside = new Map([...wanted].map((code) => [code, new Map<string, { documents: number; only: number }>()]));
  const [near, away] = [new Map<string, number>(), new Map<string, number>()];
  for (const document of words.documents) {
    const uses = new Map<string, number>();
    const usesBeside = new Map<string, Map<string, number>>();
    const sentencesBeside = new Map<string, number>();
    let sentences = 0;
    for (const sentence of words.sentences(document)) {
      if (sentence.runs.length === 0) continue;
      sentences++;
      const codes = sentence.beside.filter((code) => wanted.has(code));
      for (const code of codes) add(sentencesBeside, code);
      for (const { key } of phrasesOf(words, sentence)) {
        if (!candidate(key)) continue;
        add(uses, key);
        for (const code of codes) {
          const own = usesBeside.get(code) ?? new Map<string, number>();
          add(own, key);
          usesBeside.set(code, own);
        }
      }
    }
    for (const key of uses.keys()) add(holding, key);
    for (const [code, own] of usesBeside) {
      const counts = beside.get(code)!;
      for (const [key, number] of own) {
        const count = counts.get(key) ?? { documents: 0, only: 0 };
        count.documents++;
        if (number === uses.get(key)) count.only++;
        counts.set(key, count);
      }
    }
    for (const code of wanted) {
      const own = sentencesBeside.get(code) ?? 0;
      if (own > 0) add(near, code);
      if (own < sentences) add(away, code);
    }
  }
  return { holding, beside, near, away };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranked({ holding, beside, near, away }: Counts, code: string): Omit<BesideCode, "contexts">[] {
  const [of, elsewhereOf] = [near.get(code) ?? 0, away.get(code) ?? 0];
  const found = new Map<string, Omit<BesideCode, "contexts">>();
  for (const [words, { documents, only }] of beside.get(code) ?? []) {
    const inAll = holding.get(words)!;
    const elsewhere = inAll - only;
    if (documents < FEWEST || documents * elsewhereOf <= elsewhere * of) continue;
    const g2 = logLikelihood(documents, of, elsewhere, elsewhereOf);
    found.set(words, { code, words, documents, holding: inAll, of, elsewhere, elsewhereOf, g2 });
  }
  // Words that never stand but in one phrase say nothing by themselves.
  for (const { words, documents, elsewhere } of [...found.values()]) {
    for (const part of partsOf(words)) {
      const own = found.get(part);
      if (own?.documents === documents && own.elsewhere === elsewhere) found.delete(part);
    }
  }
  const length = (words: string): number => words.split(" ").length;
  return [...found.values()].sort(
    (a, b) =>
      b.g2 - a.g2 ||
      b.documents - a.documents ||
      length(b.words) - length(a.words) ||
      (a.words < b.words ? -1 : a.words > b.words ? 1 : 0),
  );
}

/** The shorter stretches of a phrase. */
function partsOf(words: string): string[] {
  const list = words.split(" ");
  return list.flatMap((_, from) =>
    list.slice(from).flatMap((_word, more) => {
      const part = list.slice(from, from + more + 1);
      return part.length < list.length ? [part.join(" ")] : [];
    }),
  );
}
