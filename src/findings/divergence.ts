import { type LanguageUse, type Mention, SECTORS, type Sector, type Session } from "../model/index.js";
import { byText, type CodeView, grouped } from "./code-view.js";
import type { Wording } from "./rules.js";
import type { Group } from "./select.js";
import { fill } from "./template.js";
import { list, sectorPhrase } from "./words.js";

/** Codes whose words diverge, who uses which, and the sessions where these words stand. */
export type Divergence = {
  readonly views: readonly CodeView[];
  /** Sectors in the order of the closed list, each with its words, most used first. */
  readonly usage: readonly { sector: Sector; words: readonly string[] }[];
  readonly using: Group;
};

/** Most words named for one sector in a sentence. */
const WORDS_NAMED = 3;

/** Whether a mention stands for a use of a word: its term, its own words, or a word near it. */
function uses(mention: Mention, word: string): boolean {
  return (
    mention.term === word || mention.text.toLowerCase().includes(word.toLowerCase()) || mention.near.includes(word)
  );
}

function gather(rows: readonly LanguageUse[], views: readonly CodeView[]): Divergence {
  const bySector = grouped(rows, (row) => row.sector);
  const sessions = new Map<string, Session>();
  const mentions = new Set<Mention>();
  const usage: { sector: Sector; words: string[] }[] = [];
  for (const sector of SECTORS) {
    const own = [...(bySector.get(sector) ?? [])].sort((a, b) => b.count - a.count || byText(a.term, b.term));
    const words = [...new Set(own.map((row) => row.term))];
    if (words.length > 0) usage.push({ sector, words });
    if (words.length === 0) continue;
    const spoken = views.flatMap((view) =>
      view.sessions
        .filter((session) => session.sectors.includes(sector))
        .map((session) => ({ session, own: view.mentions.get(session.id) ?? [] })),
    );
    const telling = spoken.map(({ session, own }) => ({
      session,
      own: own.filter((mention) => words.some((word) => uses(mention, word))),
    }));
    // A word is listed in one of its inflections; where a sector says it only in others, all it says of the code stands.
    const shown = telling.some(({ own }) => own.length > 0) ? telling : spoken;
    for (const { session, own } of shown) {
      for (const mention of own) mentions.add(mention);
      if (own.length > 0) sessions.set(session.id, session);
    }
  }
  const inOrder = [...sessions.values()].sort((a, b) => byText(a.id, b.id));
  return { views, usage, using: { sessions: inOrder, mentions: [...mentions] } };
}

/**
 * The divergences of one kind that stand in this review: for *different words* one a code, in which at least two sectors
 * use the words; for *different codes* one a set of codes that a word stands for, in which every code of the set is heard.
 */
export function divergences(
  language: readonly LanguageUse[],
  views: readonly CodeView[],
  kind: "different words" | "different codes",
): Divergence[] {
  const rows = language.filter((row) => row.divergence === kind);
  const found: Divergence[] = [];
  if (kind === "different words") {
    const byCode = grouped(rows, (row) => row.code);
    for (const view of views) {
      const own = byCode.get(view.concept.id);
      if (own === undefined) continue;
      const divergence = gather(own, [view]);
      const sectors = new Set(divergence.using.sessions.flatMap((session) => session.sectors));
      if (divergence.usage.filter(({ sector }) => sectors.has(sector)).length > 1) found.push(divergence);
    }
    return found;
  }
  const codesOf = new Map(
    [...grouped(rows, (row) => row.term)].map(([term, own]) => [
      term,
      [...new Set(own.map((row) => row.code))].sort(byText),
    ]),
  );
  for (const own of grouped(rows, (row) => JSON.stringify(codesOf.get(row.term))).values()) {
    const codes = codesOf.get(own[0]?.term ?? "") ?? [];
    const divergence = gather(
      own,
      views.filter((view) => codes.includes(view.concept.id)),
    );
    const heard = new Set(divergence.using.mentions.map((mention) => mention.code));
    if (codes.length > 1 && codes.every((code) => heard.has(code))) found.push(divergence);
  }
  return found;
}

/** "police say “trap house”; housing says “home takeover”": the wording's sentence for every sector. */
export function usagePhrase({ usage }: Divergence, wording: Wording): string {
  return usage
    .map(({ sector, words }) => {
      const named = words.slice(0, WORDS_NAMED).map((word) => `“${word}”`);
      const phrase = sectorPhrase([sector], wording);
      const slots = { sector: phrase, words: { text: list(named), many: named.length > 1 } };
      return fill([wording.usage], slots, "clause");
    })
    .join("; ");
}
