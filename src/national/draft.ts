import { createHash } from "node:crypto";
import type { ClaimKind } from "../model/index.js";
import type { ReviewDigest } from "./digest.js";
import type { Field } from "./field.js";
import type { LIMITS } from "./rules.js";
import type { SlotDigest } from "./slot.js";
import { backingParts, countedOn, strengthOf } from "./strength.js";
import { count, type Tally } from "./tally.js";

export type Limit = (typeof LIMITS)[number];

/** A claim before disclosure control and before it is worded: exact, and only for inside the house. */
export interface ClaimDraft {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly codes: readonly string[];
  readonly about: readonly string[];
  readonly headings: readonly string[];
  readonly tally: Tally;
  readonly strength: number;
  /** Each holds the claim below the line. */
  readonly limits: readonly Limit[];
  /** Holm-adjusted probability of a difference; undefined where nothing is compared. */
  readonly chance?: number;
  /** What a difference is held against: reviews (for a level sessions) that back it and that could have, elsewhere or before, and the sessions that back it. */
  readonly other?: { readonly hits: number; readonly of: number; readonly units: readonly string[] };
  /** Whether a session's words belong to it, where the claim is of one level. */
  readonly takes?: (review: ReviewDigest, session: string) => boolean;
}

/** Id of a claim: the same wherever and whenever the same is claimed. 16 hexadecimal digits. */
export function claimId(kind: ClaimKind | "practice", codes: readonly string[], about: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify([kind, [...codes].sort(), about]))
    .digest("hex")
    .slice(0, 16);
}

/** Headings of all codes of a claim, each once. */
export function headingsOf(codes: readonly string[], field: Field): string[] {
  return [...new Set(codes.flatMap((code) => field.headings.get(code) ?? []))];
}

/** Whether too few reviews stand behind a number to tell it as a finding. */
export function fewness(backed: number, of: number, field: Field): Limit[] {
  const { fewest } = field.rules;
  if (backed < fewest.reviews) return ["few"];
  return backed < fewest.share * of ? ["narrow"] : [];
}

/** A claim whose strength is how many of the reviews that could have said it say it. */
export function plainDraft(
  about: Pick<ClaimDraft, "kind" | "codes" | "about">,
  tally: Tally,
  field: Field,
  more: { contradicted?: number; limits?: readonly Limit[] } = {},
): ClaimDraft {
  const hits = count(tally, "for", "contested");
  const share = countedOn(hits, tally.status.size, tally.wide);
  const parts = backingParts(tally, more.contradicted ?? 0);
  return {
    ...about,
    id: claimId(about.kind, about.codes, about.about),
    headings: headingsOf(about.codes, field),
    tally,
    strength: strengthOf({ share, ...parts }),
    limits: [...fewness(hits, tally.status.size, field), ...(more.limits ?? [])],
  };
}

/** Reviews under the ids that a slot key gives. */
export function slotsUnder(key: string): (review: ReviewDigest) => SlotDigest | undefined {
  return ({ slots }) => slots.get(key);
}
