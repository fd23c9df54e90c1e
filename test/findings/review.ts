import { readFileSync } from "node:fs";
import { loadRules, type ReviewEvidence } from "../../src/findings/index.js";
import {
  type Concept,
  type Corroboration,
  DEFAULT_FACETS,
  FACET_VALUES,
  type Facets,
  type Level,
  type Mention,
  SECTORS,
  type Sector,
  type Session,
  type Stance,
  SUPPORT_WEIGHT,
  type Theme,
  type Verdict,
} from "../../src/model/index.js";

export const RULES_PATH = "pipelines/finding-rules.yaml";
export const RULES_TEXT = readFileSync(new URL(`../../${RULES_PATH}`, import.meta.url), "utf8");
export const RULES = loadRules(RULES_TEXT, RULES_PATH);

const concept = (id: string, prefLabel: string, theme: Theme, ...expectedSectors: Sector[]): Concept => ({
  ...{ id, prefLabel, theme, definition: prefLabel, expectedSectors, yieldsTo: [], unless: [], terms: [prefLabel] },
});

/** A small codebook: real codes of every theme that the cases speak of. */
export const CONCEPTS: Concept[] = [
  concept("county-lines", "County lines", "exploitation", "police", "education", "housing", "health"),
  concept("cuckooing", "Cuckooing", "exploitation", "police", "housing", "adult social care"),
  concept("debt-bondage", "Debt bondage", "exploitation", "police"),
  concept("offenders", "Offenders and perpetrators", "actors"),
  concept("drug-markets", "Drug markets and supply", "drugs", "police", "health"),
  concept("knife-crime", "Knives and weapons", "violence", "police", "education", "youth justice", "health"),
  concept("displacement", "Displacement", "violence", "police"),
  concept("mental-health", "Mental health and capacity", "vulnerability", "health"),
  concept("night-time-economy", "Night-time economy and transport", "settings"),
  concept("silos-duplication", "Silos and duplication", "response"),
  concept("information-sharing", "Information sharing", "response", "police", "housing", "health"),
  concept("training-awareness", "Training and awareness", "response", "education"),
  concept("shared-language", "Shared language and understanding", "response"),
  concept("good-practice", "Good practice", "response"),
];

const STANCE_OF = {
  affirms: "present",
  denies: "absent",
  mixed: "present",
  uncertain: "unaware",
  silent: "present",
} as const;
type StanceWord = keyof typeof STANCE_OF;

/** The facets that a list of words names: "absent rising support=none" -> {assertion: absent, trend: rising, support: none}. */
function facetsOf(words: readonly string[]): Partial<Facets> {
  const found: Record<string, string> = {};
  for (const word of words) {
    if (word.includes("=")) {
      const [name = "", value = ""] = word.split("=");
      found[name] = value;
      continue;
    }
    const facet = Object.entries(FACET_VALUES).find(([, values]) => (values as readonly string[]).includes(word));
    if (facet === undefined) throw new Error(`no facet has the value ${word}`);
    found[facet[0]] = word;
  }
  return found as Partial<Facets>;
}

type Draft = {
  review?: string;
  area?: string;
  /** Session id to sectors, with a level after a slash: `{s1: "police; housing / strategic"}`. */
  sessions: Record<string, string>;
  /** "session code stance facet values | the quote": one mention each; the first of a session and code gives its stance. */
  says: string[];
  /** Verdict of a code where the plain reading of its stances is not meant. */
  verdicts?: Record<string, Verdict["verdict"]>;
  /** "session code": asked about it. */
  asked?: string[];
  corroborations?: Corroboration[];
  lines?: ReviewEvidence["lines"][number][];
  language?: ReviewEvidence["language"][number][];
  frames?: ReviewEvidence["frames"][number][];
};

/** Rows as earlier stages would leave them, from a few words a mention. */
export function draftReview(draft: Draft): ReviewEvidence {
  const review = draft.review ?? "york-2019";
  const asked = new Set(draft.asked ?? []);
  const sessions: Session[] = Object.entries(draft.sessions).map(([id, text], order) => {
    const [sectors = "", level = "practitioner"] = text.split("/").map((part) => part.trim());
    return {
      ...{
        review,
        id,
        label: `Session ${id}`,
        kind: "focus-group" as const,
        date: "2019-05-01",
        record: "notes" as const,
      },
      sectors: SECTORS.filter((sector) => sectors.split(";").some((each) => each.trim() === sector)),
      ...{ level: level as Level, documents: [`${id}.txt`], words: 1000, order, asked: {} },
    };
  });
  const mentions: Mention[] = [];
  const stances = new Map<string, Stance>();
  for (const [place, line] of draft.says.entries()) {
    const [head = "", quote = `They spoke of it here, in words number ${place}.`] = line
      .split("|")
      .map((part) => part.trim());
    const [session = "", code = "", stance = "affirms", ...words] = head.split(/ +/) as [
      string,
      string,
      StanceWord,
      ...string[],
    ];
    const facets: Facets = { ...DEFAULT_FACETS, assertion: STANCE_OF[stance], ...facetsOf(words) };
    const theme = CONCEPTS.find((each) => each.id === code)?.theme;
    if (theme === undefined) throw new Error(`no code ${code}`);
    const id = `m${String(place).padStart(3, "0")}`;
    const span = { start: place * 100, end: place * 100 + 9, text: code, term: code.replaceAll("-", " ") };
    mentions.push({
      ...{
        id,
        review,
        session,
        document: `${session}.txt`,
        turn: 0,
        speaker: "",
        role: "participant",
        sentence: place,
      },
      ...{
        ...span,
        code,
        theme,
        ...facets,
        evidence: true,
        excluded: "",
        prompted: "",
        quote,
        time: "",
        cues: [],
        near: [],
      },
    });
    const key = `${session} ${code}`;
    const known = stances.get(key);
    if (known !== undefined) known.mentions += 1;
    else {
      const weight = SUPPORT_WEIGHT[facets.support];
      stances.set(key, {
        ...{ review, session, code, stance, mentions: 1, trend: facets.trend, appraisal: facets.appraisal, best: id },
        ...{ p: facets.assertion === "present" ? weight : 0, a: facets.assertion === "absent" ? weight : 0 },
        asked: asked.has(key) ? "yes" : "not known",
      });
    }
  }
  for (const { id } of sessions) {
    for (const { id: code } of CONCEPTS) {
      const key = `${id} ${code}`;
      if (stances.has(key)) continue;
      stances.set(key, {
        ...{
          review,
          session: id,
          code,
          stance: "silent",
          p: 0,
          a: 0,
          mentions: 0,
          trend: "none",
          appraisal: "none",
          best: "",
        },
        asked: asked.has(key) ? "yes" : "not known",
      });
    }
  }
  const rows = [...stances.values()];
  return {
    meta: {
      id: review,
      area: draft.area ?? "York",
      date: "2019-05-01",
      title: "",
      cohort: "",
      region: "",
      topicGuide: [],
    },
    ...{ sessions, mentions, stances: rows },
    verdicts: CONCEPTS.map((each) => draftVerdict(each, review, sessions, rows, draft.verdicts?.[each.id])),
    corroborations: draft.corroborations ?? [],
    lines: draft.lines ?? [],
    language: draft.language ?? [],
    concepts: CONCEPTS,
    frames: draft.frames ?? [],
  };
}

function draftVerdict(
  of: Concept,
  review: string,
  sessions: readonly Session[],
  stances: readonly Stance[],
  given: Verdict["verdict"] | undefined,
): Verdict {
  const own = stances.filter((stance) => stance.code === of.id);
  const ids = (...wanted: string[]) =>
    own
      .filter((row) => wanted.includes(row.stance))
      .map((row) => row.session)
      .sort();
  const sectors = (list: string[]) =>
    SECTORS.filter((sector) => sessions.some((each) => list.includes(each.id) && each.sectors.includes(sector)));
  const [affirms, denies, mixed, uncertain, silent] = [
    ids("affirms"),
    ids("denies"),
    ids("mixed"),
    ids("uncertain"),
    ids("silent"),
  ];
  const speaking = [...affirms, ...denies, ...mixed, ...uncertain];
  const spoken = sectors(speaking);
  const plain = (): Verdict["verdict"] => {
    if (speaking.length === 0) return "not raised";
    if (affirms.length > 0 && denies.length > 0) return "dissonance";
    if (spoken.length === 1) return "silence";
    if (speaking.length - uncertain.length < 2) return "unclear";
    return mixed.length > 0 ? "partial agreement" : "agreement";
  };
  const trends = own.map((row) => row.trend).filter((trend) => trend !== "none");
  return {
    ...{ review, code: of.id, verdict: given ?? plain(), rule: "", affirms, denies, mixed, uncertain, silent },
    asked: own.filter((row) => row.asked === "yes").map((row) => row.session),
    ...{ notAsked: [], askedNotKnown: [], sectorsFor: sectors(affirms), sectorsAgainst: sectors(denies) },
    levels: [...new Set(sessions.filter((each) => affirms.includes(each.id)).map((each) => each.level))],
    silentExpected: sectors(silent).filter((sector) => of.expectedSectors.includes(sector) && !spoken.includes(sector)),
    ...{ mentions: own.reduce((sum, row) => sum + row.mentions, 0), mentionsTotal: 100 },
    ...{ sessions: speaking.length, sessionsTotal: sessions.length, independent: spoken.length },
    ...{ independentTotal: sectors(sessions.map((each) => each.id)).length, independentFor: sectors(affirms).length },
    ...{ trend: trends[0] ?? "none", levelFlag: "" },
  };
}
