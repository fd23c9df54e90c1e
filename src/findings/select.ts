import type { Facets, Mention, Session, TRENDS } from "../model/index.js";
import { type CodeView, isCounted, weight } from "./code-view.js";
import type { Says, Selection } from "./rules.js";

type Trend = (typeof TRENDS)[number];

/** A group of sessions and the mentions that put them there. */
export type Group = { readonly sessions: readonly Session[]; readonly mentions: readonly Mention[] };

/** Whether a mention shows, for every facet named, one of the values. */
export function showsFacets(mention: Facets, says: Says): boolean {
  return (
    says.temporality.includes(mention.temporality) &&
    says.locus.includes(mention.locus) &&
    (says.assertion?.includes(mention.assertion) ?? true) &&
    (says.trend?.includes(mention.trend) ?? true) &&
    (says.appraisal?.includes(mention.appraisal) ?? true) &&
    (says.evidentiality?.includes(mention.evidentiality) ?? true)
  );
}

/** Courses that count as the one perceived, or as stated against it. Displaced opposes nothing: it moves, it does not turn. */
function courses(perceived: string, wanted: "perceived" | "opposed"): Trend[] {
  const up: Trend[] = ["rising", "emerging"];
  if (up.includes(perceived as Trend)) return wanted === "perceived" ? up : ["falling", "stable"];
  if (perceived === "falling") return wanted === "perceived" ? ["falling"] : [...up, "stable"];
  if (perceived === "stable") return wanted === "perceived" ? ["stable"] : [...up, "falling"];
  return [];
}

/** Whether the value of a session's facet is listed; of a tie, whether every value that shares the most weight is. */
function holdsValue(
  facet: "trend" | "appraisal",
  value: string,
  listed: readonly string[],
  mentions: readonly Mention[],
): boolean {
  if (value !== "mixed") return listed.includes(value);
  const sums = new Map<string, number>();
  for (const mention of mentions) {
    if (mention[facet] === "none" || !isCounted(mention)) continue;
    sums.set(mention[facet], (sums.get(mention[facet]) ?? 0) + weight(mention));
  }
  const most = Math.max(...sums.values());
  return sums.size > 0 && [...sums].every(([tied, sum]) => sum < most || listed.includes(tied));
}

/** Whether a mention is what a stance of its session rests on. */
function showsStance(mention: Mention, stance: string): boolean {
  if (stance === "affirms" || stance === "mixed") return isCounted(mention) && mention.assertion === "present";
  if (stance === "denies") return isCounted(mention) && mention.assertion === "absent";
  return !isCounted(mention);
}

/**
 * The mentions that put a session into a group under one selection, or undefined where it does not belong.
 * A session that is silent belongs with no mention at all.
 */
function belongs(view: CodeView, session: Session, selection: Selection): readonly Mention[] | undefined {
  const mentions = view.mentions.get(session.id) ?? [];
  const row = view.stances.get(session.id);
  const stance = row?.stance ?? "silent";
  const { says } = selection;
  if (selection.stance !== undefined && !selection.stance.includes(stance)) return undefined;
  if (selection.asked !== undefined && !selection.asked.includes(row?.asked ?? "not known")) return undefined;
  if (selection.sector !== undefined) {
    const wanted =
      selection.sector === "expected" ? view.concept.expectedSectors : (view.verdict?.silentExpected ?? []);
    if (!session.sectors.some((sector) => sector !== "unknown" && wanted.includes(sector))) return undefined;
  }
  let shown = mentions;
  if (selection.trend !== undefined) {
    const listed =
      typeof selection.trend === "string" ? courses(view.verdict?.trend ?? "none", selection.trend) : selection.trend;
    if (!holdsValue("trend", row?.trend ?? "none", listed, mentions)) return undefined;
    shown = shown.filter((mention) => isCounted(mention) && listed.includes(mention.trend));
  }
  if (selection.appraisal !== undefined) {
    const listed = selection.appraisal;
    if (!holdsValue("appraisal", row?.appraisal ?? "none", listed, mentions)) return undefined;
    shown = shown.filter((mention) => isCounted(mention) && listed.includes(mention.appraisal));
  }
  if (says !== undefined) {
    shown = shown.filter((mention) => showsFacets(mention, says));
    if (shown.length === 0) return undefined;
  }
  if (selection.stance === undefined) return shown;
  const steady = shown.filter((mention) => showsStance(mention, stance));
  return steady.length > 0 ? steady : shown;
}

/** The sessions for which one of the selections holds, by id, with all mentions that put them there. */
export function selectGroup(view: CodeView, selections: readonly Selection[]): Group {
  const sessions: Session[] = [];
  const mentions: Mention[] = [];
  for (const session of view.sessions) {
    const found = new Set<Mention>();
    let member = false;
    for (const selection of selections) {
      const shown = belongs(view, session, selection);
      if (shown === undefined) continue;
      member = true;
      for (const mention of shown) found.add(mention);
    }
    if (!member) continue;
    sessions.push(session);
    mentions.push(...found);
  }
  return { sessions, mentions };
}
