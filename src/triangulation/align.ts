import type { HumanSentence, MachineSentence } from "./coding-rows.js";
import { DocumentWords, firstFrom, LONGEST_RUN, runAt, wordsOf } from "./document-words.js";
import { byCodeUnits } from "./order.js";

/** Where the sentences of a coding sheet stand in a document. */
export interface Alignment {
  /** The sheet's distinct sentences, by line and then by their place in the document. */
  readonly sentences: readonly HumanSentence[];
  /** For each of them, whether it was found. */
  readonly found: readonly boolean[];
  /** Index into `sentences` of the sentence that covers this offset of the document; -1 where none does. */
  readonly at: (offset: number) => number;
}

/** A stretch of the document's words, half-open, that a sentence of the sheet may be. */
interface Candidate {
  readonly from: number;
  readonly to: number;
  /** Words that are the same. */
  readonly same: number;
  /** Words of the sheet's sentence before the first and after the last that is the same. */
  readonly lead: number;
  readonly tail: number;
}

/** Share of a sentence's words that must stand in the document, in order. The rest is masked names and mended line ends. */
const SAME_ENOUGH = 0.6;
/** Most words that may be skipped, on both sides together, before the two texts meet again. */
const LONGEST_SKIP = 8;
/** A run of words that stands more often than this finds its place from its neighbours. */
const RARE = 8;
/** How many of a sentence's rarest runs are tried. */
const RUNS_TRIED = 3;

/**
 * Finds the sentences of a coding sheet in a document by their words, in order: a sentence of the sheet may span several
 * of the document's sentences or be part of one, and a few words may differ (a masked name, a mended line end). Words
 * are runs of letters and digits in lower case; placeholders are no words.
 *
 * First every sentence is looked up by its rarest run of three words, and of all places the heaviest chain is kept in
 * which both texts run forward; then what is left (short or repeated sentences) is sought between its neighbours. Work
 * grows with the words of both texts, since each look-up has a fixed number of places.
 */
export function align(sheet: readonly HumanSentence[], document: readonly MachineSentence[]): Alignment {
  const text = new DocumentWords(document);
  const entries = distinct(sheet).map((sentence) => ({ sentence, words: wordsOf(sentence.sentence).map(([w]) => w) }));
  const sought = entries.map((entry) => ({
    ...entry,
    candidates: candidates(entry.words, text, 0, text.words.length, "pass over"),
  }));
  sought.sort(
    (a, b) =>
      a.sentence.line - b.sentence.line ||
      (a.candidates[0]?.from ?? 0) - (b.candidates[0]?.from ?? 0) ||
      byCodeUnits(a.sentence.sentence, b.sentence.sentence),
  );
  const places = heaviestChain(
    sought.map(({ candidates }) => candidates),
    text.words.length,
  );
  fillBetween(
    places,
    sought.map(({ words }) => words),
    text,
  );
  const owner = new Int32Array(text.words.length).fill(-1);
  let before = 0;
  for (const [i, place] of places.entries()) {
    if (!place) continue;
    const [from, to] = withEdges(place, text, before);
    // A neighbour that comes later takes back what is its own.
    owner.fill(i, from, to);
    before = place.to;
  }
  return {
    sentences: sought.map(({ sentence }) => sentence),
    found: places.map((place) => place !== undefined),
    at: (offset) => owner[text.wordFrom(offset)] ?? -1,
  };
}

/** Each sentence once, under whichever of its labels comes first. */
function distinct(sheet: readonly HumanSentence[]): HumanSentence[] {
  const seen = new Map<string, HumanSentence>();
  for (const sentence of sheet) {
    const key = sentenceKey(sentence);
    const held = seen.get(key);
    if (held === undefined || comesBefore(sentence, held)) seen.set(key, sentence);
  }
  return [...seen.values()];
}

function comesBefore(a: HumanSentence, b: HumanSentence): boolean {
  return (byCodeUnits(a.session, b.session) || byCodeUnits(a.sentence, b.sentence)) < 0;
}

/** The same sentence of a sheet, whether it stands there with a code, with several or with none. */
export function sentenceKey({ line, sentence }: Pick<HumanSentence, "line" | "sentence">): string {
  return `${line} ${wordsOf(sentence)
    .map(([word]) => word)
    .join(" ")}`;
}

/**
 * Places in [from, to) where a sentence may stand, found by its rarest runs of words; ascending, without repeats.
 * Where a run stands too often it is passed over, or its first places are tried, as `often` says.
 */
function candidates(
  words: readonly string[],
  text: DocumentWords,
  from: number,
  to: number,
  often: "pass over" | "try the first",
): Candidate[] {
  const length = Math.min(LONGEST_RUN, words.length);
  if (length === 0) return [];
  const runs = [];
  for (let i = 0; i + length <= words.length; i++) {
    const places = text.placesOf(runAt(words, i, length));
    const first = firstFrom(places, from);
    const within = firstFrom(places, to) - first;
    if (within > 0) runs.push({ i, places, first, within });
  }
  runs.sort((a, b) => a.within - b.within || a.i - b.i);
  const found = new Map<number, Candidate>();
  for (const { i, places, first, within } of runs.slice(0, RUNS_TRIED)) {
    if (within > RARE && often === "pass over") continue;
    for (const place of places.slice(first, first + Math.min(within, RARE))) {
      const candidate = grow(words, i, text.words, place, from, to);
      if (candidate.same >= SAME_ENOUGH * words.length) found.set(candidate.from, candidate);
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** Walks from a word that both texts share in both directions, over small differences. */
function grow(
  words: readonly string[],
  i: number,
  text: readonly string[],
  place: number,
  from: number,
  to: number,
): Candidate {
  const forward = walk(words, i, text, place, 1, from, to);
  const backward = walk(words, i - 1, text, place - 1, -1, from, to);
  return {
    from: backward.same > 0 ? backward.place : place,
    to: forward.place + 1,
    same: forward.same + backward.same,
    lead: backward.same > 0 ? backward.word : i,
    tail: words.length - 1 - forward.word,
  };
}

/**
 * A sentence that begins or ends with a masked name or a mended word has no word there that is the same; it covers as
 * many of the document's words as it has left, within the document's sentence and after its neighbour.
 */
function withEdges({ from, to, lead, tail }: Candidate, text: DocumentWords, before: number): [number, number] {
  let first = from;
  while (first > before && from - first < lead && text.areInOneSentence(first - 1, from)) first--;
  let end = to;
  while (end < text.words.length && end - to < tail && text.areInOneSentence(end, to - 1)) end++;
  return [first, end];
}

function walk(
  words: readonly string[],
  startWord: number,
  text: readonly string[],
  startPlace: number,
  step: 1 | -1,
  from: number,
  to: number,
): { same: number; word: number; place: number } {
  let i = startWord;
  let j = startPlace;
  let same = 0;
  let word = startWord;
  let place = startPlace;
  while (i >= 0 && i < words.length && j >= from && j < to) {
    if (words[i] === text[j]) {
      same++;
      word = i;
      place = j;
      i += step;
      j += step;
      continue;
    }
    const skip = meetingPoint(words, i, text, j, step);
    if (skip === undefined) break;
    i += skip[0] * step;
    j += skip[1] * step;
  }
  return { same, word, place };
}

/** The least number of words to skip on each side until two words in a row are the same again. */
function meetingPoint(
  words: readonly string[],
  i: number,
  text: readonly string[],
  j: number,
  step: 1 | -1,
): [number, number] | undefined {
  for (let skipped = 1; skipped <= LONGEST_SKIP; skipped++) {
    for (let ours = 0; ours <= skipped; ours++) {
      const a = i + ours * step;
      const b = j + (skipped - ours) * step;
      const next = words[a + step];
      if (words[a] !== undefined && words[a] === text[b] && next !== undefined && next === text[b + step]) {
        return [ours, skipped - ours];
      }
    }
  }
  return undefined;
}

/**
 * One place a sentence at most, so that places follow one another as sentences do and do not overlap, with as many
 * words in common as can be had (heaviest increasing subsequence, by a Fenwick tree of maxima over places).
 */
function heaviestChain(sentences: readonly (readonly Candidate[])[], words: number): (Candidate | undefined)[] {
  interface Link {
    readonly sentence: number;
    readonly candidate: Candidate;
    readonly weight: number;
    readonly before: Link | undefined;
  }
  const heaviest = new Array<Link | undefined>(words + 2);
  const bestUpTo = (place: number): Link | undefined => {
    let best: Link | undefined;
    for (let i = place + 1; i > 0; i -= i & -i)
      if ((heaviest[i]?.weight ?? 0) > (best?.weight ?? 0)) best = heaviest[i];
    return best;
  };
  const hold = (link: Link) => {
    for (let i = link.candidate.to + 1; i < heaviest.length; i += i & -i) {
      if (link.weight > (heaviest[i]?.weight ?? 0)) heaviest[i] = link;
    }
  };
  for (const [sentence, candidates] of sentences.entries()) {
    const links = candidates.map((candidate) => {
      const before = bestUpTo(candidate.from);
      return { sentence, candidate, weight: (before?.weight ?? 0) + candidate.same, before };
    });
    // Held only when all are made, so that no sentence follows itself.
    links.forEach(hold);
  }
  const chain = new Array<Candidate | undefined>(sentences.length).fill(undefined);
  for (let link = bestUpTo(words); link; link = link.before) chain[link.sentence] = link.candidate;
  return chain;
}

/** Seeks what has no place yet between the neighbours that have one, from left to right. */
function fillBetween(
  places: (Candidate | undefined)[],
  sentences: readonly (readonly string[])[],
  text: DocumentWords,
): void {
  const nextPlace = new Array<number>(places.length + 1).fill(text.words.length);
  for (let i = places.length - 1; i >= 0; i--) nextPlace[i] = places[i]?.from ?? (nextPlace[i + 1] as number);
  let from = 0;
  for (const [i, words] of sentences.entries()) {
    const [first] = places[i] ? [] : candidates(words, text, from, nextPlace[i] as number, "try the first");
    places[i] ??= first;
    from = places[i]?.to ?? from;
  }
}
