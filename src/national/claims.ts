import type { ClaimKind, Concept } from "../model/index.js";
import { wilson } from "../statistics/index.js";
import { comparisons } from "./comparisons.js";
import { type ReviewDigest, slotKey } from "./digest.js";
import { type ClaimDraft, claimId, fewness, headingsOf, plainDraft, slotsUnder } from "./draft.js";
import type { Field } from "./field.js";
import { lineClaims } from "./lines.js";
import { silenceClaims } from "./silence.js";
import { backingParts, strengthOf } from "./strength.js";
import { count, isFor, type Tally, tallyOf } from "./tally.js";
import { heldTogether, type JoinedDraft } from "./together.js";

const JUDGED = ["concern", "barrier", "gap", "need", "strength", "unaware"] as const;
const COURSES = ["rising", "falling", "displaced"] as const;

/** Everything that reviews together say, each claim with what it rests on, in no order. Linear in reviews times codes. */
export function draftClaims(reviews: readonly ReviewDigest[], field: Field): JoinedDraft[] {
  const reaches = new Map(field.concepts.map((concept) => [concept.id, reachOf(concept, reviews)]));
  const drafts: ClaimDraft[] = [];
  for (const concept of field.concepts) {
    const reach = reaches.get(concept.id);
    if (reach === undefined) continue;
    drafts.push(...ofReach(concept, reach, field));
    for (const kind of JUDGED) drafts.push(...judged(concept, kind, reviews, field));
    for (const kind of COURSES) drafts.push(...course(concept, kind, reviews, field));
  }
  drafts.push(...comparisons(reviews, reaches, field));
  drafts.push(...silenceClaims(reviews, field));
  drafts.push(...lineClaims(reviews, field));
  return heldTogether(drafts, field);
}

/** Who raises a code. A review that says anything on it could have said it. */
function reachOf({ id }: Concept, reviews: readonly ReviewDigest[]): Tally {
  return tallyOf(reviews, slotsUnder(slotKey("reach", id)), able(id));
}

function able(code: string) {
  return {
    able: ({ able: codes }: ReviewDigest) => codes.has(code),
    wide: ({ wide }: ReviewDigest) => wide.has(code),
  };
}

/** That a code is raised, and that reviews stand against one another on it. */
function ofReach(concept: Concept, reach: Tally, field: Field): ClaimDraft[] {
  const backed = count(reach, "for", "contested");
  const opposed = count(reach, "against", "contested");
  const isContext = field.rules.context.includes(concept.theme);
  const about = { kind: "reach" as const, codes: [concept.id], about: [] };
  return [
    ...(backed > 0 ? [plainDraft(about, reach, field, { limits: isContext ? ["context"] : [] })] : []),
    ...(backed > 0 && opposed > 0 ? [dissonance(concept.id, reach, field)] : []),
  ];
}

/**
 * Reviews that deny a code or contradict themselves on it. Its strength is that of reviews set against one another in pairs, twice the smaller side
 * and those that are torn within: 20 against 2 is a stray voice, 11 against 11 a divided country.
 */
function dissonance(code: string, reach: Tally, field: Field): ClaimDraft {
  const turned = new Map(
    [...reach.status].map(
      ([id, status]) => [id, status === "for" ? "against" : status === "against" ? "for" : status] as const,
    ),
  );
  const [on, off, torn] = [count(reach, "for"), count(reach, "against"), count(reach, "contested")];
  const divided = torn + 2 * Math.min(on, off);
  const slots = new Map(
    [...reach.slots].map(([id, slot]) => [
      id,
      { ...slot, for: slot.against, against: slot.for, quotesFor: slot.quotesAgainst, quotesAgainst: slot.quotesFor },
    ]),
  );
  const tally: Tally = { ...reach, status: turned, slots, volunteered: 0 };
  const [, wide] = reach.wide;
  const of = Math.max(wide, reach.status.size);
  return {
    ...{ id: claimId("dissonance", [code], []), kind: "dissonance", codes: [code], about: [], tally },
    headings: headingsOf([code], field),
    strength: strengthOf({ share: wilson(divided, of).low, ...backingParts(reach), against: 0 }),
    limits: fewness(divided, reach.status.size, field),
  };
}

/** How a code is judged. A review that raises it could have judged it. */
function judged(concept: Concept, kind: ClaimKind, reviews: readonly ReviewDigest[], field: Field): ClaimDraft[] {
  const own = able(concept.id);
  const raised = slotKey("reach", concept.id);
  const tally = tallyOf(reviews, slotsUnder(slotKey(kind, concept.id)), {
    able: (review) => own.able(review) || review.slots.has(raised),
    wide: own.wide,
  });
  const about = { kind, codes: [concept.id], about: [] };
  return count(tally, "for", "contested") > 0 ? [plainDraft(about, tally, field)] : [];
}

/**
 * Which way a code goes, by those reviews that give it a course: a review that says nothing of its course does not say that it stands still. A review
 * whose counted data run the other way counts as against.
 */
function course(concept: Concept, kind: ClaimKind, reviews: readonly ReviewDigest[], field: Field): ClaimDraft[] {
  const own = able(concept.id);
  const raised = slotKey("reach", concept.id);
  const tally = tallyOf(reviews, slotsUnder(slotKey(kind, concept.id)), {
    able: (review) => own.able(review) || review.slots.has(raised),
    wide: own.wide,
  });
  const backed = count(tally, "for", "contested");
  if (backed === 0) return [];
  const contradicted = reviews.filter(
    ({ id, data }) => isFor(tally.status.get(id)) && data.get(concept.id) === "contradicted",
  ).length;
  const about = { kind, codes: [concept.id], about: [] };
  const draft = plainDraft(about, tally, field, { contradicted });
  const given = backed + count(tally, "against");
  return [
    { ...draft, strength: strengthOf({ share: wilson(backed, given).low, ...backingParts(tally, contradicted) }) },
  ];
}
