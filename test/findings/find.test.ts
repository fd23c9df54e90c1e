import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFindings, type ReviewEvidence } from "../../src/findings/index.js";
import { type Corroboration, Finding } from "../../src/model/index.js";
import { draftReview, RULES } from "./review.js";

const SESSIONS = {
  s1: "police / strategic",
  s2: "housing",
  s3: "health",
  s4: "education",
  s5: "youth justice; police",
  s6: "fire",
  s7: "unknown",
};
const series = [
  { period: "2010", value: 21.7 },
  { period: "2023", value: 12.9 },
];
const offences = (result: Corroboration["result"]): Corroboration => ({
  ...{ review: "york-2019", code: "knife-crime", measure: "Recorded knife offences", perceived: "rising", periods: 14 },
  ...{ s: -54, z: -2.9, p: 0.0037, slope: -0.56, result, series },
});
const line = (session: string, mention: string, counted: boolean) => ({
  ...{ review: "york-2019", session, mention, exporter: "Leeds", importer: "York", counted },
  ...{ assertion: counted ? ("present" as const) : ("absent" as const), temporality: "current" as const },
});

type Draft = Partial<Parameters<typeof draftReview>[0]>;
const of = (draft: Draft) => findFindings(draftReview({ sessions: SESSIONS, says: [], ...draft }), RULES);

/** The statements of one type that a review yields. */
function check(type: Finding["type"], draft: Draft, ...statements: string[]) {
  const found = of(draft).filter((finding) => finding.type === type);
  expect(found.map((finding) => finding.statement)).toEqual(statements);
  for (const finding of found) Finding.parse(finding);
}

describe("findFindings: what each type says and when", () => {
  it("words an emerging trend with its opposite", () => {
    const says = [
      "s1 cuckooing affirms rising",
      "s2 cuckooing affirms rising",
      "s3 cuckooing affirms rising",
      "s4 cuckooing affirms falling",
    ];
    check(
      "emerging trend",
      { says },
      "Three of seven sessions, from police, housing and health, say that cuckooing is rising; education says the opposite.",
    );
  });
  it("says of a response that something around it rises", () => {
    check(
      "emerging trend",
      { says: ["s1 training-awareness affirms rising", "s2 training-awareness affirms emerging"] },
      "Two of seven sessions, from police and housing, say that something around training and awareness is rising or emerging.",
    );
  });
  it("takes one rising session for a trend only where the data corroborate it", () => {
    const says = ["s1 knife-crime affirms rising"];
    check("emerging trend", { says, corroborations: [offences("not shown")] });
    check(
      "emerging trend",
      { says, corroborations: [offences("corroborated")] },
      "One of seven sessions, from police, says that the carrying or use of knives and other weapons is rising. Counted data: “Recorded knife offences” bears it out, from 21.7 in 2010 to 12.9 in 2023 over 14 periods (Mann-Kendall p 0.004).",
    );
  });
  it("does not count two sessions of one sector, or of no known sector, as independent", () => {
    check("emerging trend", { says: ["s1 cuckooing affirms rising", "s5 cuckooing affirms rising"] });
    check("emerging trend", { says: ["s1 cuckooing affirms rising", "s7 cuckooing affirms rising"] });
  });
  it("takes a tie of rising and emerging for either", () => {
    const review = draftReview({
      sessions: SESSIONS,
      says: ["s1 cuckooing affirms rising", "s1 cuckooing affirms emerging", "s2 cuckooing affirms rising"],
    });
    const tied = review.stances.map((row) =>
      row.session === "s1" && row.code === "cuckooing" ? { ...row, trend: "mixed" as const } : row,
    );
    const [found] = findFindings({ ...review, stances: tied }, RULES).filter((each) => each.type === "emerging trend");
    expect(found?.statement).toBe(
      "Two of seven sessions, from police and housing, say that cuckooing is rising or emerging.",
    );
  });
  it("never takes a denied trend or concern for one", () => {
    const says = ["s1 cuckooing denies rising concern", "s2 cuckooing denies rising concern"];
    check("emerging trend", { says });
    check("shared concern", { says, verdicts: { cuckooing: "agreement" } });
  });
  it("words a shared concern with what speaks against it", () => {
    const says = [
      "s1 cuckooing affirms concern",
      "s2 cuckooing affirms barrier",
      "s3 cuckooing affirms",
      "s4 cuckooing affirms strength",
    ];
    check(
      "shared concern",
      { says },
      "Two of seven sessions, from police and housing, raise cuckooing as a barrier or a concern; education names a strength there.",
    );
    check("shared concern", { says, verdicts: { cuckooing: "dissonance" } });
  });
  it("finds a knowledge gap from two sessions, or from one that is expected to know", () => {
    check("knowledge gap", { says: ["s6 cuckooing uncertain"] });
    check(
      "knowledge gap",
      { says: ["s2 cuckooing uncertain", "s1 cuckooing affirms", "s3 cuckooing affirms"] },
      "One of seven sessions, from housing, says that it is unaware of cuckooing; two sessions, from police and health, affirm it. Housing is expected to know of it.",
    );
    check(
      "knowledge gap",
      { says: ["s4 cuckooing uncertain", "s6 cuckooing uncertain"] },
      "Two of seven sessions, from education and the fire service, say that they are unaware of cuckooing.",
    );
    check("knowledge gap", { says: ["s2 cuckooing uncertain elsewhere"] });
  });
  it("words an inconsistent picture, and names another session of the same sector as such", () => {
    check(
      "inconsistent picture",
      {
        says: ["s1 county-lines affirms", "s2 county-lines affirms", "s5 county-lines denies", "s3 county-lines mixed"],
      },
      "Two of seven sessions, from police and housing, say that county lines are part of the local picture; one other session, from police and youth justice, says that they are not; health says both.",
    );
    check(
      "inconsistent picture",
      {
        says: ["s1 county-lines affirms rising", "s2 county-lines affirms falling"],
        verdicts: { "county-lines": "dissonance" },
      },
      "One of seven sessions, from police, says that county lines are rising; housing says that they are falling.",
    );
  });
  it("words displacement of a code and as a code", () => {
    const says = ["s1 displacement affirms", "s2 drug-markets affirms displaced"];
    check(
      "displacement",
      { says },
      ...[
        "One of seven sessions, from police, says that problems have moved from one place, person or form to another.",
        "One of seven sessions, from housing, says that drug dealing has moved from one place or form to another.",
      ].sort(
        (a, b) => of({ says }).findIndex((f) => f.statement === a) - of({ says }).findIndex((f) => f.statement === b),
      ),
    );
  });
  it("words barrier, duplication, strength and need from any one session", () => {
    const says = [
      "s2 information-sharing affirms barrier",
      "s3 information-sharing affirms strength",
      "s3 silos-duplication affirms",
    ];
    check(
      "barrier",
      { says },
      "One of seven sessions, from housing, names a barrier around information sharing; health names a strength there.",
    );
    check(
      "strength",
      { says },
      "One of seven sessions, from health, names a strength around information sharing; housing finds something lacking or in the way.",
    );
    check(
      "duplication",
      { says },
      "One of seven sessions, from health, describes agencies that work in silos or repeat each other's work.",
    );
    check(
      "need",
      { says: ["s1 training-awareness uncertain hypothetical future need"] },
      "One of seven sessions, from police, names a need around training and awareness.",
    );
    check(
      "strength",
      { says: ["s2 good-practice affirms"] },
      "One of seven sessions, from housing, singles out work as good practice.",
    );
    check(
      "barrier",
      { says: ["s2 information-sharing denies barrier"] },
      "One of seven sessions, from housing, names a barrier around information sharing.",
    );
    check("barrier", { says: ["s2 silos-duplication denies barrier"] });
  });
  it("words silence from one sector, and from an expected sector that was asked", () => {
    check(
      "silence",
      {
        says: ["s1 drug-markets affirms", "s5 drug-markets affirms"],
        asked: ["s3 drug-markets"],
        verdicts: { "drug-markets": "silence" },
      },
      "Two of seven sessions, from police and youth justice, speak of drug markets; no other sector does. One of seven sessions was asked about them and said nothing. Of the sectors expected to know, health is silent. Silence is not absence.",
    );
    check(
      "silence",
      { says: ["s1 cuckooing affirms", "s3 cuckooing affirms"], asked: ["s2 cuckooing"] },
      "One of seven sessions, from housing, is expected to know of cuckooing, was asked about it and said nothing. Two of seven sessions, from police and health, speak of it. Silence is not absence.",
    );
    check("silence", { says: ["s1 cuckooing affirms", "s3 cuckooing affirms"] });
  });
  it("sets a perceived trend against counted data that run the other way", () => {
    check(
      "contradicted by data",
      {
        says: ["s1 knife-crime affirms rising", "s2 knife-crime affirms emerging", "s4 knife-crime affirms stable"],
        corroborations: [offences("contradicted")],
      },
      "Two of seven sessions, from police and housing, say that the carrying or use of knives and other weapons is rising, but “Recorded knife offences” runs the other way, from 21.7 in 2010 to 12.9 in 2023 over 14 periods (Mann-Kendall p 0.004). Education sees it otherwise.",
    );
  });
  it("words a line once for its two places, with who denies it", () => {
    const says = ["s1 county-lines affirms", "s1 offenders affirms", "s4 county-lines denies"];
    check(
      "line",
      { says, lines: [line("s1", "m000", true), line("s1", "m001", true), line("s4", "m002", false)] },
      "One of seven sessions, from police, speaks of a drug line, or of people moved, from Leeds to York (two mentions); education denies it.",
    );
    check("line", { says, lines: [line("s4", "m002", false)] });
  });
  it("words divergent language only where two sectors use the words in this review", () => {
    const use = (code: string, sector: "police" | "housing", term: string, divergence: string) => ({
      code,
      sector,
      term,
      count: 6,
      g2: 14,
      divergence,
    });
    const language = [
      use("cuckooing", "police", "cuckooing", "different words"),
      use("cuckooing", "housing", "cuckooing", "different words"),
    ];
    check("divergent language", { says: ["s1 cuckooing affirms"], language });
    check(
      "divergent language",
      { says: ["s1 cuckooing affirms", "s2 cuckooing affirms"], language },
      "Sectors use different words for cuckooing: police say “cuckooing”; housing says “cuckooing”.",
    );
  });
  it("words a word that stands for two codes, both heard in this review", () => {
    const language = ["county-lines", "drug-markets"].map((code, i) => ({
      ...{ code, sector: i === 0 ? ("police" as const) : ("housing" as const), term: "line", count: 6, g2: 14 },
      divergence: "different codes",
    }));
    const review = draftReview({
      sessions: SESSIONS,
      says: ["s1 county-lines affirms", "s2 drug-markets affirms"],
      language,
    });
    const mentions = review.mentions.map((mention) => ({ ...mention, near: ["line"] }));
    const statements = (rows: typeof mentions) =>
      findFindings({ ...review, mentions: rows }, RULES)
        .filter((each) => each.type === "divergent language")
        .map((each) => [each.codes, each.statement]);
    expect(statements(mentions)).toEqual([
      [
        ["county-lines", "drug-markets"],
        "The same words are used for county lines and drug markets: police say “line”; housing says “line”.",
      ],
    ]);
    expect(statements(mentions.slice(0, 1))).toEqual([]);
  });
  it("gives a per cent from ten sessions and figures with it", () => {
    const sectors = [
      "police",
      "housing",
      "health",
      "education",
      "fire",
      "youth justice",
      "housing",
      "health",
      "education",
      "fire",
    ];
    const sessions = Object.fromEntries(sectors.map((sector, i) => [`s${i}`, sector]));
    check(
      "duplication",
      {
        sessions,
        says: ["s1 silos-duplication affirms", "s2 silos-duplication affirms", "s6 silos-duplication affirms"],
      },
      "3 of 10 sessions (30 per cent), from housing and health, describe agencies that work in silos or repeat each other's work.",
    );
    check(
      "duplication",
      { sessions: { s1: "police" }, says: ["s1 silos-duplication affirms"] },
      "The only session, from police, describes agencies that work in silos or repeat each other's work.",
    );
    check(
      "duplication",
      {
        sessions: { s1: "police", s2: "police" },
        says: ["s1 silos-duplication affirms", "s2 silos-duplication affirms"],
      },
      "Both sessions, both from police, describe agencies that work in silos or repeat each other's work.",
    );
    check(
      "duplication",
      { sessions: { s1: "unknown" }, says: ["s1 silos-duplication affirms"] },
      "The only session, whose sector is not known, describes agencies that work in silos or repeat each other's work.",
    );
  });
});

describe("findFindings: what a finding holds", () => {
  const draft: Draft = {
    says: [
      "s1 cuckooing affirms rising one | One man.",
      "s1 cuckooing affirms rising all | All of us.",
      "s2 cuckooing affirms rising some",
      "s2 cuckooing affirms rising most",
      "s4 cuckooing affirms falling",
      "s3 cuckooing denies",
    ],
    frames: [{ id: "eight", title: "", headings: [{ id: "q8", title: "", codes: ["cuckooing"] }], none: [] }],
  };
  it("keeps sessions apart and puts the best quote of every session first", () => {
    const found = of({ ...draft, verdicts: { cuckooing: "agreement" } }).find((each) => each.type === "emerging trend");
    expect(found).toMatchObject({
      ...{ sessionsFor: ["s1", "s2"], sessionsAgainst: ["s3", "s4"], sessionsSilent: ["s5", "s6", "s7"] },
      ...{ sectorsFor: ["police", "housing"], sectorsAgainst: ["health", "education"], verdict: "agreement" },
      ...{ frames: ["eight/q8"], questions: [8], status: "candidate" },
    });
    expect(found?.evidence.map((each) => each.mention)).toEqual(["m001", "m003", "m002", "m000"]);
    expect(found?.counterEvidence.map((each) => each.mention)).toEqual(["m004", "m005"]);
  });
  it("reckons strength by the formula", () => {
    const strengthOf = (says: string[], result?: Corroboration["result"]) =>
      of({ says, corroborations: result ? [offences(result)] : [] }).find((each) => each.type === "barrier")?.strength;
    // one sector: 0; one level: 10; weight 70: 14; not tested: 10
    expect(strengthOf(["s2 knife-crime affirms barrier"])).toBe(34);
    // unknown level is none; two sectors: 13.33; weights 100 and 50: 15; contradicted: 0
    expect(
      strengthOf(["s1 knife-crime affirms barrier all", "s2 knife-crime affirms barrier some"], "contradicted"),
    ).toBe(48);
    expect(
      strengthOf(
        [
          "s1 knife-crime affirms barrier all",
          "s2 knife-crime affirms barrier all",
          "s3 knife-crime affirms barrier all",
          "s4 knife-crime affirms barrier all",
        ],
        "corroborated",
      ),
    ).toBe(100);
    expect(strengthOf(["s2 knife-crime affirms barrier support=none"], "not shown")).toBe(15);
  });
  it("takes no mention that is no evidence", () => {
    const review = draftReview({ sessions: SESSIONS, says: ["s2 information-sharing affirms barrier"] });
    const none = review.mentions.map((each) => ({ ...each, evidence: false, excluded: "heading" as const }));
    expect(findFindings({ ...review, mentions: none }, RULES).filter((each) => each.type === "barrier")).toEqual([]);
  });
  it("keeps its id from night to night and changes its hash with the evidence", () => {
    const one = of(draft).find((each) => each.type === "emerging trend");
    const two = of({ ...draft, says: [...draft.says!, "s6 cuckooing affirms rising"] }).find(
      (each) => each.type === "emerging trend",
    );
    expect(two?.id).toBe(one?.id);
    expect(two?.evidenceHash).not.toBe(one?.evidenceHash);
    expect(one?.id).toMatch(/^[0-9a-f]{16}$/);
  });
  it("does not depend on the order of rows", () => {
    const review = draftReview({
      sessions: SESSIONS,
      says: draft.says!,
      lines: [line("s1", "m000", true), line("s4", "m004", false)],
    });
    const straight = JSON.stringify(findFindings(review, RULES));
    const shuffled = <K extends "sessions" | "mentions" | "stances" | "verdicts" | "lines">(key: K) =>
      fc.shuffledSubarray([...review[key]] as ReviewEvidence[K][number][], { minLength: review[key].length });
    const rows = fc.record({
      sessions: shuffled("sessions"),
      mentions: shuffled("mentions"),
      stances: shuffled("stances"),
      verdicts: shuffled("verdicts"),
      lines: shuffled("lines"),
    });
    fc.assert(
      fc.property(
        rows,
        (order) => JSON.stringify(findFindings({ ...review, ...(order as object) }, RULES)) === straight,
      ),
      { numRuns: 25 },
    );
  });
});
