import { capital, codePhrase, type Wording } from "../findings/index.js";
import { type ClaimKind, PRACTICE_STATUSES, type Practice, type ReviewLinks } from "../model/index.js";
import type { ReviewDigest } from "./digest.js";
import { slotKey } from "./digest.js";
import type { Doorkeeper } from "./disclose.js";
import { claimId } from "./draft.js";
import type { Field } from "./field.js";
import { at, byText, distinct } from "./order.js";
import type { PracticeSighting } from "./practices.js";
import { isFor } from "./tally.js";

/** A practice of the directory with what stays in the house: where it was told. */
export interface PracticeDraft {
  readonly practice: Practice;
  readonly told: readonly { readonly review: ReviewDigest; readonly sighting: PracticeSighting }[];
}

const WANTS = ["need", "gap", "barrier"] as const;

/**
 * The best practice directory: one entry an area and practice, the best tried first under each theme. Reviews of one area that tell of the same project, or
 * praise the same code in the same words, are one entry, under its best status.
 */
export function directoryOf(
  reviews: readonly ReviewDigest[],
  field: Field,
  wording: Wording,
  door: Doorkeeper,
): PracticeDraft[] {
  const entries = new Map<string, PracticeDraft["told"][number][]>();
  for (const review of reviews) {
    for (const sighting of review.practices) {
      // A project is one in its area whenever it is told of; a sentence is one practice by its words.
      const key = sighting.isNamed ? sighting.name.toLowerCase() : sighting.quote.text.toLowerCase();
      at(entries, JSON.stringify([review.area, sighting.isNamed, key]), () => []).push({ review, sighting });
    }
  }
  const [, strategy] = field.frames;
  const order = new Map(strategy?.headings.map(({ id }, i) => [`${strategy.id}/${id}`, i]));
  return [...entries]
    .map(([key, told]) => ({ practice: practiceOf(key, told, { field, wording, door }), told }))
    .sort(
      ({ practice: a }, { practice: b }) =>
        (order.get(a.heading) ?? order.size) - (order.get(b.heading) ?? order.size) ||
        PRACTICE_STATUSES.indexOf(b.status) - PRACTICE_STATUSES.indexOf(a.status) ||
        byText(a.place, b.place) ||
        byText(a.practice, b.practice) ||
        byText(a.id, b.id),
    );
}

function practiceOf(
  key: string,
  told: PracticeDraft["told"],
  { field, wording, door }: { field: Field; wording: Wording; door: Doorkeeper },
): Practice {
  const rank = ({ sighting }: PracticeDraft["told"][number]) => PRACTICE_STATUSES.indexOf(sighting.status);
  const [best] = [...told].sort((a, b) => rank(b) - rank(a) || byText(a.review.id, b.review.id)) as [
    PracticeDraft["told"][number],
  ];
  const { sighting, review } = best;
  const codes = distinct(told.flatMap((one) => one.sighting.codes));
  const named = door.names(review) && door.places(sighting.quote);
  const concept = field.concepts.find(({ id }) => id === sighting.codes[0]);
  const heading = (field.headings.get(sighting.codes[0] ?? "") ?? []).find((id) =>
    id.startsWith(`${field.rules.frames.strategy}/`),
  );
  return {
    id: claimId("practice", codes, [key]),
    heading: heading ?? "",
    place: named ? review.area : "",
    region: review.region,
    practice: sighting.isNamed
      ? sighting.name
      : capital(codePhrase(sighting.codes[0] ?? "", concept?.prefLabel, wording).text),
    description: door.shows(sighting.quote) ? sighting.quote.text : "",
    status: sighting.status,
    because: field.rules.practice.because[sighting.status],
    codes,
    quarter:
      told
        .map((one) => one.review.quarter)
        .sort(byText)
        .at(-1) ?? "",
  };
}

/** For each review, practices elsewhere that answer a code in which it names a need, a gap or a barrier; the best tried first, then of its own region. */
export function linksOf(
  reviews: readonly ReviewDigest[],
  directory: readonly PracticeDraft[],
  field: Field,
  door: Doorkeeper,
  isOut: (kind: ClaimKind, code: string) => boolean,
): ReviewLinks[] {
  const byCode = new Map<string, PracticeDraft[]>();
  for (const draft of directory) for (const code of draft.practice.codes) at(byCode, code, () => []).push(draft);
  return reviews
    .filter((review) => door.names(review))
    .map((review) => ({
      area: review.area,
      quarter: review.quarter,
      visits: field.concepts.flatMap(({ id: code }) => {
        const wants = WANTS.filter((kind) => isOut(kind, code) && isFor(review.slots.get(slotKey(kind, code))?.status));
        if (wants.length === 0) return [];
        return [
          { code, wants: [...wants], practices: answers(review, byCode.get(code) ?? [], field.rules.practice.visits) },
        ];
      }),
      from: distinct(review.edges.filter(({ slot }) => isFor(slot.status)).map(({ exporter }) => exporter)).filter(
        (place) => place !== review.area,
      ),
      to: distinct(review.edges.filter(({ slot }) => isFor(slot.status)).map(({ importer }) => importer)).filter(
        (place) => place !== review.area,
      ),
    }));
}

function answers(review: ReviewDigest, known: readonly PracticeDraft[], most: number): string[] {
  return known
    .filter(({ practice }) => practice.place !== "" && practice.place !== review.area)
    .map(({ practice }) => practice)
    .sort(
      (a, b) =>
        PRACTICE_STATUSES.indexOf(b.status) - PRACTICE_STATUSES.indexOf(a.status) ||
        Number(b.region === review.region) - Number(a.region === review.region) ||
        byText(b.quarter, a.quarter) ||
        byText(a.id, b.id),
    )
    .slice(0, most)
    .map(({ id }) => id);
}
