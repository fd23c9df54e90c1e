import { type Mention, SECTORS, type Sector, type Session } from "../model/index.js";
import { byCodeUnits, groupBy, keyOf } from "./order.js";

/** Two codes that sessions of one sector name in the same sentences. */
export interface Tie {
  sector: Sector;
  /** In code-unit order. */
  codes: [string, string];
  /** Sentences of the sector's sessions with evidence on both. */
  sentences: number;
  /** Sessions with such a sentence. */
  sessions: number;
}

/**
 * Which codes each sector ties together: pairs of codes with evidence in one sentence, by sector, the commonest first.
 * A joint session speaks for each of its sectors. Takes any number of reviews together; pass one to keep to it.
 */
export function ties(mentions: readonly Mention[], sessions: readonly Session[]): Tie[] {
  const sectorsOf = new Map(sessions.map((session) => [keyOf(session.review, session.id), session.sectors]));
  const found = new Map<string, { tie: Tie; seen: Set<string> }>();
  const evidence = mentions.filter((mention) => mention.evidence);
  for (const sentence of groupBy(evidence, placeOf).values()) {
    const { review, session } = sentence[0] as Mention;
    const speaker = keyOf(review, session);
    for (const pair of pairs(sentence)) {
      for (const sector of sectorsOf.get(speaker) ?? []) {
        const key = keyOf(sector, ...pair);
        const held = found.get(key) ?? { tie: { sector, codes: pair, sentences: 0, sessions: 0 }, seen: new Set() };
        found.set(key, held);
        held.tie.sentences++;
        held.tie.sessions = held.seen.add(speaker).size;
      }
    }
  }
  return [...found.values()].map(({ tie }) => tie).sort(byStrength);
}

function placeOf({ review, session, document, sentence }: Mention): string {
  return keyOf(review, session, document, String(sentence));
}

/** The distinct codes of a sentence two by two; a sentence has at most as many as the codebook. */
function pairs(sentence: readonly Mention[]): [string, string][] {
  const codes = [...new Set(sentence.map(({ code }) => code))].sort(byCodeUnits);
  return codes.flatMap((code, i) => codes.slice(i + 1).map((other): [string, string] => [code, other]));
}

function byStrength(a: Tie, b: Tie): number {
  return (
    SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) ||
    b.sentences - a.sentences ||
    b.sessions - a.sessions ||
    byCodeUnits(a.codes[0], b.codes[0]) ||
    byCodeUnits(a.codes[1], b.codes[1])
  );
}
