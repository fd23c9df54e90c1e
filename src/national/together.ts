import type { ReviewDigest } from "./digest.js";
import type { ClaimDraft, Limit } from "./draft.js";
import type { Field } from "./field.js";
import { byText } from "./order.js";
import { backing, count } from "./tally.js";

/** A claim with the codes that are told with it. */
export type JoinedDraft = ClaimDraft & { readonly alongside: readonly string[] };

/**
 * Joins claims of one kind that are told in the same sentences: where a claim stands, in most of its reviews, in no other sentences than those of a
 * wider one, it is listed with that one and is no finding of its own. The wider one leads; of equals the first of the codebook.
 */
export function heldTogether(drafts: readonly ClaimDraft[], field: Field): JoinedDraft[] {
  const place = ({ codes }: ClaimDraft) => field.order.get(codes[0] ?? "") ?? field.order.size;
  const themes = new Map(field.concepts.map(({ id, theme }) => [id, theme]));
  const isContext = ({ codes }: ClaimDraft) => field.rules.context.includes(themes.get(codes[0] ?? "") ?? "settings");
  const ordered = [...drafts].sort(
    (a, b) =>
      Number(isContext(a)) - Number(isContext(b)) ||
      count(b.tally, "for", "contested") - count(a.tally, "for", "contested") ||
      place(a) - place(b) ||
      byText(a.id, b.id),
  );
  const leads = new Map<string, ClaimDraft>();
  const alongside = new Map<string, string[]>();
  const held = new Set<string>();
  for (const draft of ordered) {
    const code = draft.codes[0] ?? "";
    const lead = draft.codes.length === 1 ? leaderOf(draft, leads, field) : undefined;
    if (lead === undefined) leads.set(keyOf(draft, code), draft);
    else {
      held.add(draft.id);
      alongside.set(lead.id, [...(alongside.get(lead.id) ?? []), code]);
    }
  }
  return drafts.map((draft) => ({
    ...draft,
    limits: held.has(draft.id) ? [...draft.limits, "together" as Limit] : draft.limits,
    alongside: alongside.get(draft.id) ?? [],
  }));
}

/** Claims of one kind about one thing (one region, one quarter) lie side by side. */
function keyOf({ kind, about }: ClaimDraft, code: string): string {
  return JSON.stringify([kind, about, code]);
}

function leaderOf(draft: ClaimDraft, leads: ReadonlyMap<string, ClaimDraft>, field: Field): ClaimDraft | undefined {
  const kind = ["emerged", "faded", "new", "region", "level"].includes(draft.kind) ? "reach" : draft.kind;
  const reviews = backing(draft.tally);
  const shared = new Map<string, number>();
  for (const review of reviews)
    for (const code of told(review, kind, draft)) shared.set(code, (shared.get(code) ?? 0) + 1);
  const candidates = [...shared]
    .filter(([, n]) => n >= field.rules.together * reviews.length)
    .sort(([a, n], [b, m]) => m - n || (field.order.get(a) ?? 0) - (field.order.get(b) ?? 0));
  for (const [code] of candidates) {
    const lead = leads.get(keyOf(draft, code));
    if (lead !== undefined) return lead;
  }
  return undefined;
}

function told(review: ReviewDigest, kind: string, { codes }: ClaimDraft): readonly string[] {
  return review.within.get(`${kind}|${codes[0] ?? ""}`) ?? [];
}
