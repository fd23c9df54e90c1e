import { readFileSync } from "node:fs";
import { type AssessmentRows, AssessmentRules, assess } from "../../src/assessment/index.js";
import { loadLexicon, readYaml } from "../../src/lexicon/index.js";
import { DEFAULT_FACETS, FACET_VALUES, type Facets, type Mention, type SurveyRow } from "../../src/model/index.js";
import { RULES as FINDING_RULES } from "../findings/review.js";

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
export const RULES_PATH = "pipelines/assessment-rules.yaml";
export const RULES_TEXT = file(RULES_PATH);
export const RULES = readYaml(RULES_TEXT, RULES_PATH, AssessmentRules);
export const LEXICON = loadLexicon(new URL("../../lexicons", import.meta.url).pathname, []);
const FRAME = LEXICON.frames.find(({ id }) => id === RULES.frame)!;

/** Rows of a survey from lines "cohort | topic | item | measure | wave | 5/9 | line"; without a base "5". */
export function rows(...lines: string[]): SurveyRow[] {
  return lines.map((text) => {
    const [cohort = "", topic = "", item = "", measure = "", wave = "", figure = "", line = ""] = text
      .split("|")
      .map((part) => part.trim());
    const [count = "", outOf] = figure.split("/");
    return { cohort, topic, item, measure, wave, count: Number(count), outOf: outOf ? Number(outOf) : undefined, line };
  });
}

type Review = AssessmentRows["reviews"][number];

/** A review from lines "session code facet values | quote"; equal quotes of a session are one sentence. */
export function review(
  id: string,
  meta: { cohort?: string; region?: string; area?: string; verbatim?: boolean },
  ...says: string[]
): Review {
  const sentences = new Map<string, number>();
  const mentions = says.map((text, place): Mention => {
    const [head = "", quote = `In ${id} they spoke at some length of the thing numbered ${place}.`] = text
      .split("|")
      .map((part) => part.trim());
    const [session = "", code = "", ...values] = head.split(/ +/);
    const facets: Record<string, string> = { ...DEFAULT_FACETS };
    for (const value of values) {
      const facet = Object.entries(FACET_VALUES).find(([, list]) => (list as readonly string[]).includes(value));
      if (facet === undefined) throw new Error(`no facet has the value ${value}`);
      facets[facet[0]] = value;
    }
    const theme = LEXICON.concepts.find((concept) => concept.id === code)?.theme;
    if (theme === undefined) throw new Error(`no code ${code}`);
    const sentence = sentences.get(`${session} ${quote}`) ?? sentences.size;
    sentences.set(`${session} ${quote}`, sentence);
    return {
      ...{ id: `${id}-m${String(place).padStart(3, "0")}`, review: id, session, document: `${session}.txt`, turn: 0 },
      ...{ speaker: "", role: "participant" as const, sentence, start: place, end: place + 1, text: code, term: code },
      ...{ code, theme, ...(facets as Facets), evidence: true, excluded: "" as const, prompted: "" as const },
      ...{ quote, time: "", cues: [], near: [] },
    };
  });
  const sessions = [...new Set(mentions.map(({ session }) => session))].map((session, order) => ({
    ...{
      review: id,
      id: session,
      label: `Session ${session}`,
      kind: "focus-group" as const,
      sectors: ["police" as const],
    },
    ...{ level: "practitioner" as const, date: "", record: meta.verbatim ? ("verbatim" as const) : ("notes" as const) },
    ...{ documents: [`${session}.txt`], words: 100, order, asked: {} },
  }));
  return {
    meta: {
      ...{ id, area: meta.area ?? id, date: "", title: "", topicGuide: [] },
      ...{ cohort: meta.cohort ?? "", region: meta.region ?? "" },
    },
    sessions,
    mentions,
  };
}

/** The assessment of what is given, by the shipped rules unless others are. */
export function assessed(given: Partial<AssessmentRows> & { survey?: SurveyRow[] }, rules: AssessmentRules = RULES) {
  const { survey, ...rest } = given;
  return assess(
    {
      ...{ reviews: [], recommended: [], concepts: LEXICON.concepts, frame: FRAME, codeWording: FINDING_RULES.wording },
      surveys: survey ? [{ review: "programme", rows: survey }] : [],
      ...rest,
    },
    rules,
  );
}
