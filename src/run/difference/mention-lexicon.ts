import type { EntryChange, Mention, Reason } from "../../model/index.js";
import type { ComparedReview } from "../../store/index.js";
import { wordsOf } from "../words.js";
import { type LexiconChanges, told } from "./entries.js";

/** What a run coded in each sentence, whether it stood or was set aside, by session and words. */
export type Sentences = ReadonlyMap<string, readonly Coded[]>;

interface Coded {
  code: string;
  term: string;
  /** Why it was set aside; empty where it stood. */
  because: string;
}

/** The coding of a review sentence by sentence. */
export function sentencesOf({ mentions, overruled }: Pick<ComparedReview, "mentions" | "overruled">): Sentences {
  const sentences = new Map<string, Coded[]>();
  const keys = new Map<string, string>();
  for (const { session, document, sentence, quote, code, term } of mentions) {
    const key = keyOf(session, quote);
    keys.set(`${document} ${sentence}`, key);
    const own = sentences.get(key);
    if (own) own.push({ code, term, because: "" });
    else sentences.set(key, [{ code, term, because: "" }]);
  }
  for (const { document, sentence, code, term, because } of overruled) {
    const key = keys.get(`${document} ${sentence}`);
    if (key !== undefined) sentences.get(key)?.push({ code, term, because });
  }
  return sentences;
}

function keyOf(session: string, quote: string): string {
  return `${session}\n${wordsOf(quote).join(" ")}`;
}

/** Which entries of the lexicon made the difference to a mention whose sentence both runs hold. */
export interface LexiconReasons {
  /** Why it came (`came`) or went; `own` where its own term was edited, which decides alone. */
  ofComing(mention: Mention, came: boolean): { own: boolean; reasons: Reason[] };
  /** Why the term that stands is another. */
  ofTerms(was: Mention, is: Mention): Reason[];
  /** Why its facets are others. */
  ofFacets(was: Mention, is: Mention): Reason[];
}

export function lexiconReasons(
  before: Sentences,
  after: Sentences,
  lexicon: LexiconChanges | undefined,
): LexiconReasons {
  const laid = (entries: Iterable<EntryChange | undefined>): Reason[] =>
    [...entries].flatMap((entry) => (entry ? [{ cause: "lexicon" as const, what: told(entry) }] : []));
  const nothing = { own: false, reasons: [] };
  if (lexicon === undefined) return { ofComing: () => nothing, ofTerms: () => [], ofFacets: () => [] };

  const edited = ({ code, term }: { code: string; term: string }): EntryChange | undefined =>
    lexicon.terms.get(`${code} ${term}`);
  /** Groups of words and places that a term is written with. */
  const within = (terms: readonly string[]): EntryChange[] =>
    terms.flatMap((term) =>
      Array.from(term.matchAll(/@([a-z][a-z0-9-]*)/g), ([, name]) => name ?? "").flatMap((name) =>
        name === "place" ? lexicon.places : (lexicon.groups.get(name) ?? []),
      ),
    );
  /** Edited terms of the mention's sentence, in either run, that were taken in its place: longer ones of its code, and those that it gave way to. */
  const rivals = (mention: Mention): EntryChange[] => {
    const key = keyOf(mention.session, mention.quote);
    const coded = [...(before.get(key) ?? []), ...(after.get(key) ?? [])];
    const aside = coded.filter(({ code, because }) => code === mention.code && because !== "");
    const won = (other: Coded): boolean =>
      other.code === mention.code
        ? other.term !== mention.term
        : aside.some(({ because }) => because.includes(`${other.code} ("${other.term}")`));
    return coded.flatMap((other) => (won(other) ? (edited(other) ?? []) : []));
  };
  return {
    ofComing(mention, came) {
      const own = edited(mention);
      if (own && own.change !== (came ? "gone" : "new")) return { own: true, reasons: laid([own]) };
      const entries = [own, lexicon.codes.get(mention.code), ...within([mention.term]), ...rivals(mention)];
      return { own: false, reasons: laid(entries) };
    },
    ofTerms: (was, is) =>
      laid([edited(was), edited(is), lexicon.codes.get(is.code), ...within([was.term, is.term]), ...rivals(is)]),
    ofFacets(was, is) {
      const cues = new Set([...was.cues, ...is.cues].map(({ cue }) => cue));
      return laid([
        ...[...cues].map((cue) => lexicon.cues.get(cue)),
        ...[edited(was), edited(is), lexicon.codes.get(is.code)],
        ...(was.locus === is.locus ? [] : lexicon.places.filter(({ name }) => is.quote.includes(name))),
      ]);
    },
  };
}
