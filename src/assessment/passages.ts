import type { Frame, Mention, ReviewMeta, Session } from "../model/index.js";
import { byText } from "./names.js";
import type { AssessmentRules, EvidenceRule } from "./rules.js";

/** What the assessment reads of one review. */
export type AssessedReview = {
  readonly meta: ReviewMeta;
  readonly sessions: readonly Session[];
  readonly mentions: readonly Mention[];
};

/** One sentence of one session as evidence on some codes of one heading: the passage that is counted. */
export type Passage = {
  readonly review: string;
  readonly cohort: string;
  readonly session: string;
  readonly heading: string;
  readonly quote: string;
  /** Mentions of the heading's codes, by id; the first stands for the passage. */
  readonly mentions: readonly Mention[];
  readonly strong: boolean;
  readonly weak: boolean;
  /** Whether the sentence praises and finds fault, under this heading or across headings: such a sentence speaks for neither side alone. */
  readonly divided: boolean;
};

/** Whether a mention is evidence of the kind that rules name: counted, current, local, and of one of the rules. */
export function isEvidence(mention: Mention, rules: readonly EvidenceRule[]): boolean {
  return ruleOf(mention, rules) >= 0;
}

/** Place of the first rule by which a mention is evidence; -1 where it is none. */
export function ruleOf(mention: Mention, rules: readonly EvidenceRule[]): number {
  if (!isTold(mention)) return -1;
  return rules.findIndex(
    ({ assertion, appraisal, theme }) =>
      (assertion?.includes(mention.assertion) ?? true) &&
      (appraisal?.includes(mention.appraisal) ?? true) &&
      (theme?.includes(mention.theme) ?? true),
  );
}

/** Whether a mention tells of the area as it is now. */
export function isTold({ evidence, temporality, locus }: Mention): boolean {
  return evidence && temporality === "current" && locus === "local";
}

/** Place of a sentence, by which the codes of one passage are joined. */
export const placeOf = ({ review, document, sentence }: Mention): string =>
  JSON.stringify([review, document, sentence]);

/**
 * The passages of reviews under the headings of a frame, each sentence once a heading: three codes of one principle in a sentence are one
 * piece of evidence, not three. A sentence that praises and finds fault is both. Sorted by review, then mention.
 */
export function passagesOf(reviews: readonly AssessedReview[], frame: Frame, rules: AssessmentRules): Passage[] {
  const headingOf = new Map(frame.headings.flatMap(({ id, codes }) => codes.map((code) => [code, id] as const)));
  return [...reviews]
    .sort((a, b) => byText(a.meta.id, b.meta.id))
    .flatMap(({ meta, mentions }) => {
      const places = (kind: readonly EvidenceRule[]) =>
        new Set(mentions.filter((mention) => isEvidence(mention, kind)).map(placeOf));
      const praised = places(rules.strong);
      const faulted = places(rules.weak);
      const groups = new Map<string, Mention[]>();
      for (const mention of mentions) {
        const heading = headingOf.get(mention.code);
        if (heading === undefined || !isTold(mention)) continue;
        const key = JSON.stringify([heading, placeOf(mention)]);
        const group = groups.get(key);
        if (group) group.push(mention);
        else groups.set(key, [mention]);
      }
      const passages = [...groups.values()].map((group): Passage => {
        const sorted = group.sort((a, b) => byText(a.id, b.id));
        const strong = sorted.filter((mention) => isEvidence(mention, rules.strong));
        const weak = sorted.filter((mention) => isEvidence(mention, rules.weak));
        const [first] = [...strong, ...weak, ...sorted];
        return {
          ...{ review: meta.id, cohort: meta.cohort, session: first!.session, heading: headingOf.get(first!.code)! },
          ...{ quote: first!.quote, mentions: sorted, strong: strong.length > 0, weak: weak.length > 0 },
          divided: praised.has(placeOf(first!)) && faulted.has(placeOf(first!)),
        };
      });
      return passages.sort((a, b) => byText(a.heading, b.heading) || byText(a.mentions[0]!.id, b.mentions[0]!.id));
    });
}
