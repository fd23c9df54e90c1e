import { FINDING_TYPES, type Finding, type Overview } from "../../model/index.js";
import { problemsInOrder } from "../order.js";
import { changedSince } from "./findings.js";
import type { PageIndex } from "./source.js";

/** What is new, what went wrong, how far the reviews are saturated, and what there is to decide. */
export function overviewView(index: PageIndex): Overview {
  const { source, reviews } = index;
  const sum = (count: (review: (typeof reviews)[number]) => number) =>
    reviews.reduce((total, review) => total + count(review), 0);
  const sectors = new Set(reviews.flatMap(({ sessions }) => sessions.flatMap((session) => session.sectors)));
  sectors.delete("unknown");
  const raised = new Set(
    reviews.flatMap(({ result }) =>
      result.verdicts.filter(({ verdict }) => verdict !== "not raised").map(({ code }) => code),
    ),
  );
  const findings = reviews.flatMap(({ result }) => result.findings);
  return {
    counts: {
      reviews: reviews.length,
      sessions: sum(({ sessions }) => sessions.length),
      sectors: sectors.size,
      documents: sum(({ result }) => result.documents.length),
      words: sum(({ result }) => result.documents.reduce((words, document) => words + document.words, 0)),
      mentions: sum(({ result }) => result.mentions.length),
      evidence: sum(({ result }) => result.mentions.filter(({ evidence }) => evidence).length),
      codesRaised: raised.size,
      findings: findings.length,
      decided: findings.filter(({ status }) => status !== "candidate").length,
      changedSince: findings.filter((finding) => changedSince(index, finding)).length,
    },
    ...(source.changes === undefined ? {} : { changes: source.changes }),
    problems: problemsInOrder(source),
    saturation: reviews.map(({ result }) => result.saturation),
    findings: byType(findings),
    answers: reviews.flatMap(({ result }) =>
      result.answers
        .map(({ review, question, sentences, findings: ids }) => ({ review, question, sentences, findings: ids }))
        .sort((a, b) => a.question - b.question),
    ),
  };
}

function byType(findings: readonly Finding[]): Overview["findings"] {
  return FINDING_TYPES.flatMap((type) => {
    const own = findings.filter((finding) => finding.type === type);
    if (own.length === 0) return [];
    const having = (status: Finding["status"]) => own.filter((finding) => finding.status === status).length;
    const strengths = [0, 0, 0, 0, 0];
    for (const { strength } of own) {
      const fifth = Math.min(4, Math.floor(strength / 20));
      strengths[fifth] = (strengths[fifth] ?? 0) + 1;
    }
    return [
      {
        type,
        candidate: having("candidate"),
        accepted: having("accepted"),
        edited: having("edited"),
        rejected: having("rejected"),
        strengths,
      },
    ];
  });
}
