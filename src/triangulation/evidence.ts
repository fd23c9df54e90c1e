import type { Mention, Session } from "../model/index.js";
import { SUPPORT_WEIGHT } from "../model/index.js";
import { groupBy, keyOf } from "./order.js";

/** The evidence mentions of one session on one code, in the order of the input; an empty list where there are none. */
export type EvidenceOf = (session: Pick<Session, "review" | "id">, code: string) => readonly Mention[];

/** Sorts evidence mentions under session and code in one pass. What is no evidence is left out here, once. */
export function evidenceBySessionAndCode(mentions: readonly Mention[]): EvidenceOf {
  const evidence = mentions.filter((mention) => mention.evidence);
  const held = groupBy(evidence, ({ review, session, code }) => keyOf(review, session, code));
  return (session, code) => held.get(keyOf(session.review, session.id, code)) ?? [];
}

/** Said of here and now. Past, future, elsewhere and national mentions stand beside the stance and never change it. */
export function isHereAndNow(mention: Mention): boolean {
  return mention.temporality === "current" && mention.locus === "local";
}

/** Whether a mention's weight is summed into P or A: evidence of here and now that states or denies. */
export function isCounted(mention: Mention): boolean {
  return (
    mention.evidence && isHereAndNow(mention) && (mention.assertion === "present" || mention.assertion === "absent")
  );
}

/**
 * Sums the weight of every value of a facet other than `none` over the counted mentions. Where nobody backs a mention
 * (weight 0) its value is not said by anybody.
 */
export function weighFacet<F extends "trend" | "appraisal">(
  facet: F,
  mentions: Iterable<Mention>,
  weights: Map<Mention[F], number> = new Map(),
): Map<Mention[F], number> {
  for (const mention of mentions) {
    const weight = SUPPORT_WEIGHT[mention.support];
    if (!isCounted(mention) || mention[facet] === "none" || weight === 0) continue;
    weights.set(mention[facet], (weights.get(mention[facet]) ?? 0) + weight);
  }
  return weights;
}

/** The value with most weight; `mixed` on a tie, `none` where no value was said. */
export function heaviest<T extends string>(weights: ReadonlyMap<T, number>): T | "mixed" | "none" {
  let best: T | "mixed" | "none" = "none";
  let most = 0;
  for (const [value, weight] of weights) {
    if (weight === most) best = "mixed";
    if (weight <= most) continue;
    best = value;
    most = weight;
  }
  return best;
}
