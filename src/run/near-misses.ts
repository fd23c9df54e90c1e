import distance from "natural/lib/natural/distance/index.js";
import type { WordType } from "../language/index.js";
import type { Lexicon } from "../lexicon/index.js";
import { English } from "../privacy/index.js";
import { type TermOfCode, TermWords, wordOf } from "./term-words.js";
import { type UncodedContext, UncodedContexts } from "./uncoded-context.js";
import type { UncodedWords } from "./uncoded-words.js";

/** A form of the texts that no lexicon has and that is nearly a word of a term: perhaps a slip of spelling or dictation. */
export interface NearMiss {
  readonly code: string;
  /** As it stands in the texts, in small letters. */
  readonly form: string;
  /** The word that it is nearly, in the form that it is nearest to. */
  readonly word: string;
  /** Terms of the code that the word belongs to, in the lexicon's order. */
  readonly terms: readonly string[];
  /** Jaro-Winkler, 0 to 1. */
  readonly similarity: number;
  /** It is an English word in its own right, so that it may well be meant: "country" for "county". */
  readonly ordinary: boolean;
  readonly uses: number;
  readonly documents: number;
  /** Documents in which it stands beside the code. */
  readonly beside: number;
  readonly contexts: readonly UncodedContext[];
}

/** Shorter words are nearly too many others. */
const SHORTEST = 5;
/** From so many letters on one slip may be any: a letter too many, too few, another, or two changed about. */
const LONG = 6;
/** For shorter words, and for two slips in one word. */
const ALIKE = 0.94;
/** Longer forms are no words, and would fill the index. */
const LONGEST = 40;

interface Form {
  readonly type: WordType;
  uses: number;
  documents: number;
  /** Documents by code that it stands beside. */
  readonly beside: Map<string, number>;
}

/**
 * Slips in words of terms, of each code the likeliest first: forms that are no English word, then those found beside the code in most
 * documents, then the most alike. Nothing is matched by them; they are for a person to judge.
 *
 * Words are held against each other only where they are equal once a letter is taken from either or both, so that the work grows with the
 * number of distinct words.
 *
 * @param codes in the order of the result.
 * @param top most near-misses of each code.
 */
export function nearMisses(words: UncodedWords, lexicon: Lexicon, codes: readonly string[], top: number): NearMiss[] {
  const known = new TermWords(lexicon);
  const forms = formsIn(words);
  const index = indexOf(known, words);
  const english = new English(new Set());
  const found = new Map<string, Omit<NearMiss, "contexts">[]>(codes.map((code) => [code, []]));
  for (const [form, { type, uses, documents, beside }] of forms) {
    if (known.knows(type) || words.maybeName(type)) continue;
    const best = nearest(form, index, type.lemma);
    if (best === undefined) continue;
    const terms = termsByCode(known.termsOf(wordOf(best.word)));
    for (const [code, own] of terms) {
      found.get(code)?.push({
        ...{ code, form, word: best.word, terms: own, similarity: best.similarity },
        ...{ ordinary: english.has(form), uses, documents, beside: beside.get(code) ?? 0 },
      });
    }
  }
  const shown = codes.flatMap((code) => found.get(code)!.sort(byLikelihood).slice(0, top));
  const wanted = new Set(shown.map(({ form }) => form));
  const contexts = new UncodedContexts();
  for (const document of words.documents)
    for (const sentence of words.sentences(document))
      for (const { type, start, end } of sentence.runs.flat())
        if (wanted.has(type.norm)) contexts.add(type.norm, document, sentence, start, end);
  return shown.map((one) => ({ ...one, contexts: contexts.of(one.form) }));
}

function byLikelihood(a: Omit<NearMiss, "contexts">, b: Omit<NearMiss, "contexts">): number {
  return (
    Number(a.ordinary) - Number(b.ordinary) ||
    b.beside - a.beside ||
    b.similarity - a.similarity ||
    (a.form < b.form ? -1 : a.form > b.form ? 1 : 0)
  );
}

function formsIn(words: UncodedWords): Map<string, Form> {
  const forms = new Map<string, Form>();
  for (const document of words.documents) {
    const here = new Map<string, Set<string>>();
    for (const { beside, runs } of words.sentences(document)) {
      for (const { type } of runs.flat()) {
        const { norm } = type;
        if (!isWord(norm) || !type.content) continue;
        const form = forms.get(norm) ?? { type, uses: 0, documents: 0, beside: new Map<string, number>() };
        form.uses++;
        forms.set(norm, form);
        const codes = here.get(norm) ?? new Set<string>();
        for (const code of beside) codes.add(code);
        here.set(norm, codes);
      }
    }
    for (const [norm, codes] of here) {
      const form = forms.get(norm)!;
      form.documents++;
      for (const code of codes) form.beside.set(code, (form.beside.get(code) ?? 0) + 1);
    }
  }
  return forms;
}

function isWord(norm: string): boolean {
  return norm.length >= SHORTEST && norm.length <= LONGEST && /^\p{L}+$/u.test(norm);
}

/** The words of terms, as written and as the texts have them, by themselves and by what is left when one letter is taken out. */
function indexOf(known: TermWords, words: UncodedWords): Map<string, string[]> {
  const targets = new Set<string>();
  for (const word of known.written()) targets.add(word);
  for (const type of words.types()) if (known.termsOf(type).length > 0) targets.add(type.norm);
  const index = new Map<string, string[]>();
  for (const word of targets) {
    if (!isWord(word)) continue;
    for (const left of shortened(word)) {
      const list = index.get(left);
      if (list) list.push(word);
      else index.set(left, [word]);
    }
  }
  return index;
}

function shortened(word: string): Set<string> {
  const all = new Set([word]);
  for (let at = 0; at < word.length; at++) all.add(word.slice(0, at) + word.slice(at + 1));
  return all;
}

/** The word of a term that a form is nearest to; undefined where it is near to none. Inflections of one word are no slips. */
function nearest(
  form: string,
  index: ReadonlyMap<string, readonly string[]>,
  lemma: string,
): { word: string; similarity: number } | undefined {
  const candidates = new Set([...shortened(form)].flatMap((left) => index.get(left) ?? []));
  let best: { word: string; similarity: number } | undefined;
  for (const word of candidates) {
    if (wordOf(word).lemma === lemma) continue;
    const similarity = distance.JaroWinklerDistance(form, word);
    const near =
      similarity >= ALIKE ||
      (Math.min(form.length, word.length) >= LONG &&
        distance.DamerauLevenshteinDistance(form, word, { restricted: true }) <= 1);
    if (!near) continue;
    if (best === undefined || similarity > best.similarity || (similarity === best.similarity && word < best.word))
      best = { word, similarity };
  }
  return best;
}

function termsByCode(terms: readonly TermOfCode[]): Map<string, string[]> {
  const byCode = new Map<string, string[]>();
  for (const { code, term } of terms) byCode.set(code, [...(byCode.get(code) ?? []), term]);
  return byCode;
}
