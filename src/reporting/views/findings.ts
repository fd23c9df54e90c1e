import type { Decision, Finding, FindingDetail, FindingList, FindingRow, Quote } from "../../model/index.js";
import { byText } from "../order.js";
import { inOrder } from "./maps.js";
import { strongestWord } from "./matrix.js";
import { quoteOf } from "./quote.js";
import type { PageIndex, ReviewIndex } from "./source.js";

/** Every finding in a line: by review, then rejected last, then strongest first. */
export function findingsView(index: PageIndex): FindingList {
  const rejected = ({ status }: Finding) => Number(status === "rejected");
  return {
    findings: index.reviews.flatMap(({ result }) =>
      [...result.findings]
        .sort((a, b) => rejected(a) - rejected(b) || b.strength - a.strength || byText(a.id, b.id))
        .map((finding) => rowOf(index, finding)),
    ),
  };
}

/** Whether a finding was decided on other evidence than stands now. A decision that takes earlier ones back rests on nothing. */
export function changedSince(index: PageIndex, finding: Finding): boolean {
  const decision = index.decisions(finding.id).at(-1);
  return decision !== undefined && decision.status !== "candidate" && decision.evidenceHash !== finding.evidenceHash;
}

function rowOf(index: PageIndex, finding: Finding): FindingRow {
  const { id, review, type, title, statement, codes, strength, verdict, sectorsFor, questions, status } = finding;
  const decision = index.decisions(id).at(-1);
  return {
    ...{ id, review, type, title, statement, codes, strength, verdict },
    for: finding.sessionsFor.length,
    against: finding.sessionsAgainst.length,
    uncertain: finding.sessionsUncertain.length,
    silent: finding.sessionsSilent.length,
    ...{ sectorsFor, corroboration: strongestWord(finding.indicators), questions, status },
    decidedBy: finding.decidedBy,
    decidedAt: finding.decidedAt,
    changed: changedSince(index, finding),
    into: status === "rejected" ? (decision?.into ?? "") : "",
    since: index.since(id),
  };
}

/** A finding with all that it rests on; at most `most` quotes a side. */
export function findingView(
  index: PageIndex,
  { review, finding }: { review: ReviewIndex; finding: Finding },
  most: number,
): FindingDetail {
  const history = index.decisions(finding.id);
  const last = history.at(-1);
  const quotes = (side: Finding["evidence"]): Quote[] =>
    side.slice(0, most).flatMap(({ mention }) => {
      const found = review.mentions.get(mention);
      return found === undefined ? [] : [quoteOf(review, found, index.source.judged)];
    });
  return {
    ...rowOf(index, finding),
    drafted: last?.status === "edited" ? (last.drafted ?? finding.statement) : finding.statement,
    note: last === undefined ? finding.note : last.note,
    seen: history.length,
    history: history.map(({ status, by, at, note, statement, into }) => ({
      ...{ status, by, at, note, statement: statement ?? "", into: into ?? "" },
    })),
    sessionsFor: finding.sessionsFor,
    sessionsAgainst: finding.sessionsAgainst,
    sessionsUncertain: finding.sessionsUncertain,
    sessionsSilent: finding.sessionsSilent,
    sessionsAsked: finding.sessionsAsked,
    sectorsAgainst: finding.sectorsAgainst,
    frames: finding.frames,
    indicators: inOrder(
      review.result.corroborations.filter(
        (row) => finding.codes.includes(row.code) && finding.indicators.some(({ measure }) => measure === row.measure),
      ),
      new Map(index.source.concepts.map(({ id }, place) => [id, place])),
    ),
    evidence: quotes(finding.evidence),
    counterEvidence: quotes(finding.counterEvidence),
    moreEvidence: Math.max(0, finding.evidence.length - most),
    moreCounterEvidence: Math.max(0, finding.counterEvidence.length - most),
    evidenceHash: finding.evidenceHash,
    ...movedSince(finding, last),
  };
}

/** Mentions that came and went since the last decision, where it remembers those it rested on. */
function movedSince(finding: Finding, last: Decision | undefined): Pick<FindingDetail, "came" | "went"> {
  if (last?.mentions === undefined || last.status === "candidate" || last.evidenceHash === finding.evidenceHash)
    return { came: [], went: 0 };
  const then = new Set(last.mentions);
  const now = new Set([...finding.evidence, ...finding.counterEvidence].map(({ mention }) => mention));
  return {
    came: [...now].filter((id) => !then.has(id)),
    went: [...then].filter((id) => !now.has(id)).length,
  };
}
