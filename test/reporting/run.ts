import { answerQuestions, findFindings } from "../../src/findings/index.js";
import type { Corroboration, Problem, ReviewResult } from "../../src/model/index.js";
import type { RunReport } from "../../src/reporting/index.js";
import { CONCEPTS, draftReview, RULES } from "../findings/review.js";

type Draft = Parameters<typeof draftReview>[0] & { problems?: Problem[]; labels?: Record<string, string> };

/** A review as a run would hold it, from a few words a mention. */
export function draftResult(draft: Draft): ReviewResult {
  const plain = draftReview(draft);
  const sessions = plain.sessions.map((session) => ({
    ...session,
    label: draft.labels?.[session.id] ?? session.label,
  }));
  const evidence = { ...plain, sessions };
  const findings = findFindings(evidence, RULES);
  const { meta, mentions, stances, verdicts, corroborations, lines } = evidence;
  return {
    ...{
      meta,
      sessions,
      mentions: [...mentions],
      stances: [...stances],
      verdicts: [...verdicts],
      findings,
      lines: [...lines],
    },
    documents: sessions.map(({ id, words }) => ({
      ...{
        review: meta.id,
        document: `${id}.txt`,
        sha256: "0".repeat(64),
        status: "coded" as const,
        sessions: [id],
        words,
      },
    })),
    ...{ texts: [], corroborations: [...corroborations], names: [], problems: draft.problems ?? [] },
    saturation: {
      ...{ review: meta.id, sessions: sessions.length, codes: new Set(mentions.map((mention) => mention.code)).size },
      ...(sessions.length < 6
        ? { reachedAt: "", note: "Under six sessions: not assessed." }
        : { reachedAt: "6-7", ratio: 0.0455, medianReachedAt: 7, note: "Measures exhaustion of the lexicon." }),
    },
    answers: answerQuestions(evidence, findings, RULES),
  };
}

const values = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11, 17.3, 15.9, 19, 18.3, 20.1, 21.7];
const indicator = (
  code: string,
  measure: string,
  result: Corroboration["result"],
  series: number[],
): Corroboration => ({
  ...{
    review: "hallam-2019",
    code,
    measure,
    perceived: "rising",
    periods: 14,
    s: 54,
    z: 2.9058,
    p: 0.0037,
    slope: 0.5667,
    result,
  },
  series: series.map((value, i) => ({ period: String(2006 + i), value })),
});

/** Three fictional areas, with agreement, dissonance, silence, unknowns, a line, indicators and problems. */
export const REVIEWS: ReviewResult[] = [
  draftResult({
    ...{ review: "hallam-2019", area: "Hallam" },
    sessions: {
      "fg-1": "police / strategic",
      "fg-2": "housing / practitioner",
      "fg-3": "health / practitioner",
      "fg-4": "education / practitioner",
      "fg-5": "children's social care; youth justice / managerial",
      "fg-6": "voluntary and community / community",
      "int-1": "unknown / unknown",
    },
    labels: {
      ...{
        "fg-1": "Neighbourhood policing",
        "fg-2": "Housing officers",
        "fg-3": "A&E and drug treatment",
        "fg-4": "Schools and colleges",
      },
      ...{ "fg-5": "Children's services and YOT", "fg-6": "Community workers", "int-1": "Interview, service lead" },
    },
    says: [
      "fg-1 cuckooing affirms rising concern all | We are putting doors through on somebody's flat every other week now, and every one of us would tell you it is going up.",
      "fg-1 cuckooing affirms most | They find the fella with the carer's key safe and within a fortnight it's their flat.",
      "fg-2 cuckooing affirms rising concern | Two years ago I could have named the tenants it was happening to; now I have stopped counting.",
      "fg-2 cuckooing affirms | It's the sheltered block that gets hit, because nobody asks who is visiting.",
      "fg-3 cuckooing affirms rising reported | The nurses say they are seeing more patients who cannot go home because somebody else is living there.",
      "fg-4 cuckooing affirms falling one | One tutor felt there was less of it round the college than there used to be.",
      "fg-6 cuckooing affirms concern some | Some of our volunteers won't do home visits in the towers any more.",
      "fg-1 county-lines affirms rising | There are six lines that we know of coming in off the train.",
      "fg-1 county-lines affirms | [PERSON-004] was found three counties away with a phone and a train ticket.",
      "fg-4 county-lines denies | We have not had county lines here, not in this school.",
      "fg-2 county-lines uncertain | Nobody in the room could say what a county line was.",
      "int-1 county-lines uncertain | I couldn't tell you, honestly.",
      "fg-5 county-lines affirms concern | Children are going missing on a Thursday and coming home on a Sunday with trainers nobody bought them.",
      "fg-5 debt-bondage affirms concern | They lose the package on purpose, the older ones do, and then the child owes it.",
      "fg-1 debt-bondage affirms | It's always the debt that keeps them in.",
      "fg-1 knife-crime affirms rising | More of the lads are carrying, no question.",
      "fg-5 knife-crime affirms rising perceived | It feels as if every other referral has a knife in it.",
      "fg-3 knife-crime affirms stable | Our stabbings have been flat for three winters.",
      "fg-2 information-sharing affirms barrier | We ring the front door and get told it is a data protection thing.",
      "fg-3 information-sharing affirms barrier most | Most of us have given up asking what happened after the referral.",
      "fg-1 information-sharing affirms strength | The Thursday call with housing works: everybody brings names and goes away with jobs.",
      "fg-6 training-awareness uncertain hypothetical future need | If somebody came and told our volunteers what to look for we would see it sooner.",
      "fg-4 training-awareness affirms need | Teachers want ten minutes at an inset, not another leaflet.",
      "fg-5 silos-duplication affirms | I sit on four panels about the same nine children.",
      "fg-5 shared-language denies | We say exploited, they say nominal, and we are talking about the same lad.",
      "fg-6 good-practice affirms one | The detached youth team on the estate is the one thing everybody here would keep.",
      "fg-1 displacement affirms | We shut one flat and it opens up over the road.",
      "fg-3 mental-health affirms concern elsewhere | In the city it is the mental health wards they hang about.",
      "fg-3 mental-health affirms | Half of them are ours already.",
    ],
    asked: ["fg-4 cuckooing", "fg-3 county-lines", "fg-6 drug-markets", "fg-4 knife-crime"],
    corroborations: [
      indicator("cuckooing", "Closure orders granted", "corroborated", values),
      indicator("knife-crime", "Hospital admissions, assault with a sharp object", "contradicted", values.toReversed()),
    ],
    lines: [
      {
        review: "hallam-2019",
        session: "fg-1",
        mention: "m007",
        exporter: "Manchester",
        importer: "Hallam",
        counted: true,
        assertion: "present",
        temporality: "current",
      },
    ],
    frames: [
      {
        id: "eight-questions",
        title: "The eight questions",
        headings: [{ id: "accepted", title: "Is the problem accepted?", codes: ["cuckooing", "county-lines"] }],
        none: [],
      },
    ],
    problems: [
      {
        rule: "archive/guessed-sector",
        review: "hallam-2019",
        document: "int-1.txt",
        place: "",
        severity: "info",
        message: "No sector is given and none could be read from the heading.",
        wayOut: "Fill in `sectors` in sessions.csv.",
      },
      {
        rule: "ingest/no-text",
        review: "hallam-2019",
        document: "scan.pdf",
        place: "page 1",
        severity: "error",
        message: "The pages hold pictures and no text.",
        wayOut: "Send a text version, or run it through text recognition.",
      },
    ],
  }),
  draftResult({
    ...{ review: "merestow-2019", area: "Merestow" },
    sessions: { s1: "police / managerial", s2: "education", s3: "fire", s4: "local authority / strategic" },
    labels: { s1: "Response officers", s2: "Pupil referral unit", s3: "Fire and rescue", s4: "Community safety board" },
    says: [
      "s1 drug-markets affirms | The street market is all in the one car park.",
      "s1 county-lines affirms emerging | It's new, this last summer.",
      "s2 county-lines affirms emerging concern | Two of ours have been approached outside the gates.",
      "s4 county-lines affirms concern some | Some members thought it the first thing on the list.",
      "s3 cuckooing affirms | Crews find padlocks on the inside doors.",
      "s4 information-sharing mixed strength | The board shares, the teams do not.",
      "s2 information-sharing affirms | They tell us on the Monday what happened on the Friday.",
    ],
    problems: [
      {
        rule: "archive/unknown-column",
        review: "merestow-2019",
        document: "sessions.csv",
        place: "column 9",
        severity: "warning",
        message: "The column `colour` is not known and was passed over.",
        wayOut: "Take it out, or see the README for the names of columns.",
      },
    ],
  }),
  draftResult({
    ...{ review: "wenbrook-2018", area: "Wenbrook" },
    sessions: { a: "housing", b: "health" },
    labels: { a: "Registered landlords", b: "Community nurses" },
    says: ["a cuckooing denies | We don't have cuckooing.", "b cuckooing denies | Not here, no."],
  }),
];

/** A run of these reviews. */
export function draftRun(over: Partial<RunReport> = {}): RunReport {
  return {
    reviews: REVIEWS,
    lines: [{ exporter: "Manchester", importer: "Hallam", reviews: ["hallam-2019"], sessions: 1, mentions: 1 }],
    language: [
      { code: "cuckooing", sector: "police", term: "cuckooing", count: 9, g2: 14.2071, divergence: "different words" },
      {
        code: "cuckooing",
        sector: "housing",
        term: "home takeover",
        count: 6,
        g2: 11.5,
        divergence: "different words",
      },
    ],
    problems: [],
    concepts: CONCEPTS,
    ...{ frames: [], bom: false, quotes: 20, qdaFacets: "notes" },
    client: { script: 'document.title = "</script>";', style: "body { margin: 0 }" },
    ...over,
  };
}
