import type { Lexicon } from "../lexicon/index.js";
import {
  type Exclusion,
  FACET_VALUES,
  type FacetName,
  type Mention,
  type ReviewChange,
  type ReviewResult,
} from "../model/index.js";
import { stances, verdicts } from "../triangulation/index.js";
import type { KeptTexts } from "./kept-texts.js";
import type { LexiconEdit } from "./lexicon-edit.js";
import { type Compared, keyOf } from "./preview-mentions.js";

/** A mention that comes or goes with an edit, shown in its sentence. */
export interface PreviewedMention {
  review: string;
  session: string;
  document: string;
  code: string;
  term: string;
  speaker: string;
  /** Where its sentence starts in the document's stored text. */
  start: number;
  /** The sentence, masked. */
  quote: string;
  /** Where the mention stands in `quote`, half-open. */
  at: [number, number];
  /** Why it is no evidence; empty where it is. */
  excluded: Exclusion;
}

/** What an edited lexicon gains and loses on the texts of a run. Lists are in order of review, document and place. */
export interface LexiconPreview {
  /** Reviews and codes of which something changes, by review, then in codebook order. */
  reviews: ReviewChange[];
  gained: PreviewedMention[];
  lost: PreviewedMention[];
  /** Mentions that stay, each with the facets that change. */
  changed: (PreviewedMention & { facets: { facet: FacetName; before: string; after: string }[] })[];
  /** Documents whose texts were looked through, and of these the ones that an edit can touch. */
  documents: number;
  touched: number;
}

const FACETS = Object.keys(FACET_VALUES) as FacetName[];

/** What becomes of a run's mentions and verdicts when those of `compared` come, go or read differently. */
export function effectOf(
  kept: KeptTexts,
  edit: LexiconEdit,
  edited: Lexicon,
  compared: readonly Compared[],
): LexiconPreview {
  const gained = compared.filter(({ was }) => was === undefined);
  const lost = compared.filter(({ is }) => is === undefined);
  const changed = compared.flatMap(({ document, was, is }) => {
    if (was === undefined || is === undefined) return [];
    const facets = FACETS.filter((facet) => was[facet] !== is[facet]);
    if (facets.length === 0) return [];
    return [{ document, was, is, facets: facets.map((facet) => ({ facet, before: was[facet], after: is[facet] })) }];
  });
  const after = new Map<string, Mention>();
  const rows: ReviewChange[] = [];
  for (const review of new Set(kept.documents.map((document) => document.review))) {
    const own = <T extends Compared>(list: readonly T[]): T[] => list.filter((one) => one.document.review === review);
    const moved = { gained: own(gained), lost: own(lost), changed: own(changed) };
    if (Object.values(moved).every((list) => list.length === 0)) continue;
    const mentions = mentionsAfter(review, edit, moved);
    for (const mention of mentions) after.set(`${mention.review}/${placeOf(mention)}`, mention);
    rows.push(...changesOf(review, edit, edited, moved, mentions));
  }
  const found = (mention: Mention): Mention => after.get(`${mention.review}/${placeOf(mention)}`) ?? mention;
  return {
    reviews: rows,
    gained: gained.map(({ is, document }) => shown(found(is!), document.text.sentences[is!.sentence]!.start)),
    lost: lost.map(({ was, document }) => shown(was!, document.text.sentences[was!.sentence]!.start)),
    changed: changed.map(({ is, facets, document }) => ({
      ...shown(found(is), document.text.sentences[is.sentence]!.start),
      facets,
    })),
    documents: kept.documents.length,
    touched: new Set([...gained, ...lost, ...changed].map(({ document }) => document)).size,
  };
}

/** What comes, goes and reads differently in one review. */
interface Moved {
  readonly gained: readonly Compared[];
  readonly lost: readonly Compared[];
  readonly changed: readonly Compared[];
}

function shown(mention: Mention, sentence: number): PreviewedMention {
  const { review, session, document, code, term, speaker, quote, start, end, excluded } = mention;
  return {
    ...{ review, session, document, code, term, speaker, quote, excluded },
    start: sentence,
    at: [start - sentence, end - sentence],
  };
}

function changesOf(
  review: ReviewResult,
  edit: LexiconEdit,
  edited: Lexicon,
  { gained, lost, changed }: Moved,
  after: readonly Mention[],
): ReviewChange[] {
  const concepts = edited.concepts.filter(({ id }) => edit.codes.has(id));
  // A code that the edit takes away altogether is told last.
  const codes = [...new Set([...concepts.map(({ id }) => id), ...edit.codes])];
  const verdict = new Map(
    verdicts(review.sessions, stances(review.sessions, after, codes), after, concepts).map((one) => [
      one.code,
      one.verdict,
    ]),
  );
  const evidence = new Set(after.filter((one) => one.evidence).map(placeOf));
  return codes.flatMap((code) => {
    const of = (list: readonly Compared[]): Mention[] =>
      list.map(({ was, is }) => (is ?? was)!).filter((one) => one.code === code);
    const count = (mentions: readonly Mention[]): number =>
      mentions.filter((one) => one.code === code && one.evidence).length;
    const row: ReviewChange = {
      ...{ review: review.meta.id, code, before: count(review.mentions), after: count(after) },
      gained: of(gained).filter((one) => evidence.has(placeOf(one))).length,
      ...{ lost: count(of(lost)), changed: of(changed).filter((one) => evidence.has(placeOf(one))).length },
      verdictBefore: review.verdicts.find((one) => one.code === code)?.verdict ?? "not raised",
      verdictAfter: verdict.get(code) ?? "not raised",
    };
    const touched = of([...gained, ...lost, ...changed]).length > 0;
    return touched || row.before !== row.after ? [row] : [];
  });
}

const placeOf = (mention: Mention): string => `${mention.document} ${keyOf(mention)}`;

/** The stored mentions with those that went taken out, those that came put in, and those that read differently in their new reading. */
function mentionsAfter(review: ReviewResult, edit: LexiconEdit, { gained, lost, changed }: Moved): Mention[] {
  const stored = review.mentions.filter(({ code }) => edit.codes.has(code));
  const gone = new Set(lost.map(({ was }) => placeOf(was!)));
  const anew = new Map([...changed, ...gained].map(({ is }) => [placeOf(is!), is!]));
  const stay = stored.filter((mention) => !gone.has(placeOf(mention)) && !anew.has(placeOf(mention)));
  return withRecords(review, [...stay, ...anew.values()]);
}

/** Of a session that is kept in speech and in notes, the notes count for a code only where the speech says nothing of it. */
function withRecords(review: ReviewResult, mentions: readonly Mention[]): Mention[] {
  const both = new Set(
    review.sessions
      .filter(({ record, documents }) => record === "verbatim" && documents.length > 1)
      .map(({ id }) => id),
  );
  if (both.size === 0) return [...mentions];
  const place = ({ session, code }: Mention): string => `${session} ${code}`;
  const spoken = new Set(mentions.filter((one) => one.evidence && one.prompted !== "").map(place));
  return mentions.map((mention): Mention => {
    if (mention.prompted !== "" || !both.has(mention.session)) return mention;
    if (mention.excluded === "" && spoken.has(place(mention)))
      return { ...mention, evidence: false, excluded: "verbatim counts" };
    if (mention.excluded === "verbatim counts" && !spoken.has(place(mention)))
      return { ...mention, evidence: true, excluded: "" };
    return mention;
  });
}
