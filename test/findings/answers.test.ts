import { describe, expect, it } from "vitest";
import { answerQuestions, findFindings } from "../../src/findings/index.js";
import { Answer } from "../../src/model/index.js";
import { draftReview, RULES } from "./review.js";

const SESSIONS = { s1: "police", s2: "housing", s3: "health", s4: "education" };

/** The sentences that answer one question of a review. */
function check(question: number, draft: Partial<Parameters<typeof draftReview>[0]>, ...sentences: string[]) {
  const review = draftReview({ sessions: SESSIONS, says: [], ...draft });
  const answers = answerQuestions(review, findFindings(review, RULES), RULES);
  expect(answers.map((answer) => Answer.parse(answer).question)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(answers[question - 1]?.sentences).toEqual(sentences);
}

describe("answerQuestions", () => {
  it("tells nothing where nothing was coded", () => {
    for (const question of [1, 2, 3, 4, 5, 6, 7, 8]) {
      check(question, {}, "Nothing was coded as evidence in this review, so this cannot be told.");
    }
  });
  it("1 counts agreement, dissonance and one-sector codes, and what is said of a shared language", () => {
    check(
      1,
      {
        says: [
          "s1 cuckooing affirms",
          "s2 cuckooing affirms",
          "s1 county-lines affirms",
          "s4 county-lines denies",
          "s3 mental-health affirms",
          "s2 shared-language denies",
          "s3 shared-language denies",
        ],
      },
      "Two of four codes that are raised stand in agreement or partial agreement between independent sessions.",
      "One code stands in dissonance, one code is heard from one sector only, and none is unclear.",
      "Sessions contradict one another on county lines.",
      "Two of four sessions, from housing and health, deny that there is a shared language or understanding.",
      "Whether sectors use different words for the same thing cannot be told, because no word was used often enough.",
    );
  });
  it("2 says who affirms, denies and is unaware", () => {
    check(
      2,
      {
        says: [
          "s1 cuckooing affirms",
          "s2 cuckooing affirms",
          "s1 county-lines affirms",
          "s4 county-lines denies",
          "s3 drug-markets uncertain",
        ],
      },
      "Exploitation: two of four sessions, from police and housing, affirm at least one code, most often cuckooing and county lines.",
      "Drugs: no session affirms a code.",
      "Violence: no session affirms a code.",
      "One of four sessions, from education, denies county lines.",
      "One of four sessions, from health, says that it is unaware of drug markets.",
    );
    check(
      2,
      { says: ["s1 cuckooing affirms"] },
      "Exploitation: one of four sessions, from police, affirms at least one code, most often cuckooing.",
      "Drugs: no session affirms a code.",
      "Violence: no session affirms a code.",
      "No session denies a code of these themes or says that it is unaware of one, which does not mean that all accept them.",
    );
  });
  it("3 names the codes that a sector ties together more than once", () => {
    const review = draftReview({
      sessions: SESSIONS,
      says: [
        "s1 county-lines affirms",
        "s1 debt-bondage affirms",
        "s1 county-lines affirms",
        "s1 debt-bondage affirms",
        "s2 cuckooing affirms",
      ],
    });
    const mentions = review.mentions.map((mention) => ({ ...mention, sentence: Math.floor(mention.sentence / 2) }));
    expect(answerQuestions({ ...review, mentions }, [], RULES)[2]?.sentences).toEqual([
      "Police tie together county lines with debt bondage (two sentences).",
      "Housing, health and education tie no two codes together more than once.",
    ]);
    check(
      3,
      { says: ["s1 cuckooing affirms"] },
      "No two codes are tied together in more than one sentence of a sector, so this cannot be told.",
    );
  });
  it("4 lists responses that are affirmed, most sessions first", () => {
    check(
      4,
      {
        says: [
          "s1 information-sharing affirms",
          "s2 training-awareness affirms",
          "s3 training-awareness affirms",
          "s4 silos-duplication affirms",
        ],
      },
      "Two of four sessions, from housing and health, affirm training and awareness.",
      "One of four sessions, from police, affirms information sharing.",
    );
    check(
      4,
      { says: ["s1 cuckooing affirms"] },
      "No session affirms a response, so this cannot be told; silence is not absence.",
    );
  });
  it("5 lists barriers, gaps and duplication", () => {
    check(
      5,
      {
        says: [
          "s1 information-sharing affirms barrier",
          "s2 training-awareness affirms gap",
          "s3 silos-duplication affirms",
        ],
      },
      "Three of four sessions, from police, housing and health, name a barrier, a gap or duplication.",
      "One of four sessions, from police, names a barrier around information sharing.",
      "One of four sessions, from housing, names a gap around training and awareness.",
      "One of four sessions, from health, describes agencies that work in silos or repeat each other's work.",
    );
    check(
      5,
      { says: ["s1 cuckooing affirms"] },
      "Nothing was said of a barrier, a gap or duplication; silence is not absence.",
    );
  });
  it("6 and 7 list strengths and needs", () => {
    const says = [
      "s1 information-sharing affirms strength",
      "s2 good-practice affirms",
      "s3 training-awareness uncertain hypothetical need",
    ];
    check(
      6,
      { says },
      "Two of four sessions, from police and housing, name a strength or good practice.",
      "One of four sessions, from housing, singles out work as good practice.",
      "One of four sessions, from police, names a strength around information sharing.",
    );
    check(
      7,
      { says },
      "One of four sessions, from health, names a need.",
      "One of four sessions, from health, names a need around training and awareness.",
    );
  });
  it("8 lists trends and concerns, never what falls or is denied", () => {
    check(
      8,
      {
        says: [
          "s1 cuckooing affirms rising",
          "s2 cuckooing affirms emerging",
          "s3 mental-health affirms concern",
          "s4 drug-markets affirms falling",
          "s4 knife-crime denies rising",
        ],
      },
      "Three of four sessions, from police, housing and health, speak of a rise, of something new, of displacement or of a concern.",
      "Two of four sessions, from police and housing, say that cuckooing is rising or emerging.",
      "One of four sessions, from health, raises mental ill health as a concern.",
    );
  });
  it("points to the findings that bear on a question and rests on quotes", () => {
    const review = draftReview({
      sessions: SESSIONS,
      says: ["s1 information-sharing affirms barrier | It gets stuck."],
    });
    const findings = findFindings(review, RULES);
    const answer = answerQuestions(review, findings, RULES)[4];
    expect(answer?.findings).toEqual(findings.filter((each) => each.type === "barrier").map((each) => each.id));
    expect(answer?.evidence).toEqual([{ mention: "m000", session: "s1", quote: "It gets stuck." }]);
  });
});
