import { SECTORS } from "../model/index.js";
import { type ReviewDigest, slotKey } from "./digest.js";
import { type ClaimDraft, plainDraft } from "./draft.js";
import type { Field } from "./field.js";
import type { SlotDigest } from "./slot.js";
import { isFor, type Tally } from "./tally.js";

/** Fewest reviews in which a sector was asked and said nothing before that is told. */
const FEWEST = 2;

/**
 * Sectors that are expected to know of a code, were asked about it and said nothing, in reviews where others raise it. A sector that nobody asked is
 * not known. Silence is a question to put, not a finding: however many reviews, it stays below the line.
 */
export function silenceClaims(reviews: readonly ReviewDigest[], field: Field): ClaimDraft[] {
  const silent = new Map<string, { asked: Set<string>; unasked: Set<string> }>();
  for (const review of reviews) {
    for (const { sector, code, asked } of review.silent) {
      if (!isFor(review.slots.get(slotKey("reach", code))?.status)) continue;
      const key = `${sector}|${code}`;
      const own = silent.get(key) ?? { asked: new Set(), unasked: new Set() };
      silent.set(key, own);
      (asked ? own.asked : own.unasked).add(review.id);
    }
  }
  return field.concepts.flatMap((concept) =>
    SECTORS.flatMap((sector) => {
      const own = silent.get(`${sector}|${concept.id}`);
      if (own === undefined || own.asked.size < FEWEST) return [];
      const status = new Map<string, "for" | "against">();
      const slots = new Map<string, SlotDigest>();
      for (const { id, slots: all } of reviews) {
        const slot = all.get(slotKey("reach", concept.id));
        if (slot === undefined || !isFor(slot.status)) continue;
        if (own.asked.has(id)) status.set(id, "for");
        else if (slot.sectors.includes(sector)) status.set(id, "against");
        // Those who speak for what the others are silent on are the voices against the silence.
        if (status.has(id)) slots.set(id, turned(slot));
      }
      const tally: Tally = { among: reviews, status, slots, volunteered: 0, wide: [own.asked.size, status.size] };
      const about = { kind: "silence" as const, codes: [concept.id], about: [sector] };
      return [plainDraft(about, tally, field, { limits: ["silence"] })];
    }),
  );
}

function turned(slot: SlotDigest): SlotDigest {
  return { ...slot, for: [], against: slot.for, quotesFor: [], quotesAgainst: slot.quotesFor, independent: false };
}
