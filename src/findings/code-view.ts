import {
  type Concept,
  type Corroboration,
  type Facets,
  type Frame,
  type LanguageUse,
  type LineSighting,
  type Mention,
  type ReviewMeta,
  type Session,
  type Stance,
  SUPPORT_WEIGHT,
  type Verdict,
} from "../model/index.js";
import type { Wording } from "./rules.js";
import { codePhrase, coursePhrase, type Phrase } from "./words.js";

/** What the findings of one review are made from: rows of earlier stages, in any order. */
export type ReviewEvidence = {
  readonly meta: ReviewMeta;
  readonly sessions: readonly Session[];
  readonly mentions: readonly Mention[];
  readonly stances: readonly Stance[];
  readonly verdicts: readonly Verdict[];
  readonly corroborations: readonly Corroboration[];
  readonly lines: readonly LineSighting[];
  readonly language: readonly LanguageUse[];
  readonly concepts: readonly Concept[];
  readonly frames: readonly Frame[];
};

/** All that a review holds of one code, ready to be asked. */
export type CodeView = {
  readonly concept: Concept;
  /** The code in running text. */
  readonly phrase: Phrase;
  /** What of it rises or falls. */
  readonly course: Phrase;
  readonly verdict: Verdict | undefined;
  /** Every session of the review, by id. */
  readonly sessions: readonly Session[];
  readonly stances: ReadonlyMap<string, Stance>;
  /** Evidence mentions of the code by session, sorted by id. */
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  readonly corroborations: readonly Corroboration[];
};

/** Order by code units, the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a mention is counted into a stance: current, local, stated or denied. */
export function isCounted(mention: Facets): boolean {
  return (
    mention.temporality === "current" &&
    mention.locus === "local" &&
    (mention.assertion === "present" || mention.assertion === "absent")
  );
}

/** Weight of a mention by how much of the group stands behind it, 0 to 100. */
export function weight(mention: Pick<Facets, "support">): number {
  return SUPPORT_WEIGHT[mention.support];
}

/** Rows grouped by a key, in the order in which they come. */
export function grouped<T>(rows: Iterable<T>, key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const of = key(row);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [row]);
    else group.push(row);
  }
  return groups;
}

/** The sessions of a review by id, its evidence mentions by id, and a view of each code in codebook order. */
export function viewCodes(review: ReviewEvidence, wording: Wording): CodeView[] {
  const sessions = [...review.sessions].sort((a, b) => byText(a.id, b.id));
  const evidence = review.mentions.filter((mention) => mention.evidence).sort((a, b) => byText(a.id, b.id));
  const mentions = grouped(evidence, (mention) => mention.code);
  const stances = grouped(review.stances, (stance) => stance.code);
  const verdicts = new Map(review.verdicts.map((verdict) => [verdict.code, verdict]));
  const corroborations = grouped(
    [...review.corroborations].sort((a, b) => byText(a.measure, b.measure)),
    (corroboration) => corroboration.code,
  );
  const phrases = (concept: Concept) => {
    const phrase = codePhrase(concept.id, concept.prefLabel, wording);
    return { phrase, course: coursePhrase(concept, phrase, wording) };
  };
  return review.concepts.map((concept) => ({
    concept,
    ...phrases(concept),
    verdict: verdicts.get(concept.id),
    sessions,
    stances: new Map((stances.get(concept.id) ?? []).map((stance) => [stance.session, stance])),
    mentions: grouped(mentions.get(concept.id) ?? [], (mention) => mention.session),
    corroborations: corroborations.get(concept.id) ?? [],
  }));
}
