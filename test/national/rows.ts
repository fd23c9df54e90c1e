import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadRules } from "../../src/findings/index.js";
import { type Lexicon, loadLexicon } from "../../src/lexicon/index.js";
import {
  DEFAULT_FACETS,
  type Facets,
  type LineSighting,
  type Mention,
  type ReviewResult,
  type Session,
} from "../../src/model/index.js";
import {
  digestReview,
  type Field,
  fieldOf,
  type HouseRules,
  loadNationalRules,
  type Nation,
  type SummaryOptions,
  summarise,
} from "../../src/national/index.js";
import { loadTellingWords } from "../../src/privacy/index.js";
import { stances, verdicts } from "../../src/triangulation/index.js";
import type { SownArchive, SownReview, Utterance } from "./archive.js";

const PIPELINES = fileURLToPath(new URL("../../pipelines/", import.meta.url));
const LEXICON = fileURLToPath(new URL("../../lexicons", import.meta.url));

export const lexicon: Lexicon = loadLexicon(LEXICON);
const read = (name: string) => readFileSync(`${PIPELINES}${name}`, "utf8");
export const rules = loadNationalRules(read("national-rules.yaml"), "national-rules.yaml", lexicon);
export const { wording } = loadRules(read("finding-rules.yaml"), "finding-rules.yaml");
export const field: Field = fieldOf(lexicon, rules);
const themes = new Map(lexicon.concepts.map(({ id, theme }) => [id, theme]));

export const HOUSE: HouseRules = {
  disclosure: { national: true, threshold: 3, signed_off: [] },
  words: loadTellingWords(LEXICON),
};
export const ALL: SummaryOptions = { name: "all", regions: [], since: "", until: "" };

/** Reviews as they would be if every sentence were understood: what was planted, without the coder between. */
export function rowsOf({ reviews, utterances, sown }: SownArchive): ReviewResult[] {
  const asked = [...new Set(sown.map(({ planted }) => planted.code))];
  return reviews.map((review) =>
    reviewOf(
      review,
      utterances.filter((one) => one.review === review.id),
      asked,
    ),
  );
}

/** Rolls reviews up, with what is usual where nothing else is said. */
export function told(reviews: readonly ReviewResult[], options: Partial<SummaryOptions> = {}, house = HOUSE): Nation {
  const digests = reviews.map((review) => digestReview(review, field));
  return summarise(digests, [], { ...ALL, ...options }, { field, wording, house });
}

export const slug = (sector: string): string => sector.replace(/[^a-z]+/g, "-");

function reviewOf(review: SownReview, said: readonly Utterance[], asked: readonly string[]): ReviewResult {
  const { id, area, region, date } = review;
  const sessions: Session[] = review.sectors.map((sector, order) => ({
    ...{ review: id, id: slug(sector), label: sector, kind: "focus-group" as const, sectors: [sector] },
    level: sector === "local authority" ? "strategic" : sector === "youth justice" ? "managerial" : "practitioner",
    ...{ date, record: "notes" as const, documents: [`${slug(sector)}.txt`], words: 400, order },
    asked: Object.fromEntries(review.thin ? [] : asked.map((code) => [code, "yes" as const])),
  }));
  const mentions = said.filter(({ code }) => themes.has(code)).map((one, place) => mentionOf(one, place));
  const lines = said.flatMap((one, place): LineSighting[] => {
    const { planted } = one;
    if (planted?.from === undefined) return [];
    return [
      {
        ...{
          review: id,
          session: slug(one.sector),
          mention: `${id}-${place}`,
          exporter: planted.from.place,
          importer: area,
        },
        ...{ counted: true, assertion: "present", temporality: "current" },
      },
    ];
  });
  const own = stances(sessions, mentions, [...themes.keys()]);
  return {
    meta: { id, area, date, title: "", cohort: "", region, topicGuide: [] },
    ...{ documents: [], texts: [], sessions, mentions, stances: own, corroborations: [], lines, findings: [] },
    verdicts: verdicts(sessions, own, mentions, lexicon.concepts),
    ...{ answers: [], names: [], problems: [] },
    saturation: { review: id, sessions: sessions.length, codes: 0, reachedAt: "", note: "" },
  };
}

function mentionOf({ review, sector, text, planted, practice, side, code }: Utterance, place: number): Mention {
  return {
    ...{ id: `${review}-${place}`, review, session: slug(sector), document: `${slug(sector)}.txt` },
    ...{ turn: 0, speaker: "", role: "participant", sentence: place, start: place * 1000, end: place * 1000 + 5 },
    ...{ text: code, term: code, code, theme: themes.get(code) ?? "settings" },
    ...DEFAULT_FACETS,
    ...facetsOf(planted?.kind, side),
    ...(practice !== undefined && { appraisal: "strength" as const }),
    ...{ evidence: true, excluded: "", prompted: "", quote: text, time: "", cues: [], near: [] },
  };
}

function facetsOf(kind: string | undefined, side: Utterance["side"]): Partial<Facets> {
  if (side === "against") return { assertion: "absent" };
  switch (kind) {
    case "concern":
    case "barrier":
    case "gap":
    case "need":
    case "strength":
      return { appraisal: kind };
    case "rising":
    case "falling":
      return { trend: kind };
    case "unaware":
      return { assertion: "unaware" };
    default:
      return {};
  }
}
