import type { Answer, Finding, ReviewResult, Session } from "../model/index.js";
import { plain } from "./markdown.js";
import { reviewsInOrder } from "./order.js";
import { reviewName } from "./review-name.js";
import type { Reporter } from "./run-report.js";

/** Most findings named under one question; they come strongest first. */
const FINDINGS = 12;

function* answered(answer: Answer, sessions: ReadonlyMap<string, Session>, findings: ReadonlyMap<string, Finding>) {
  yield `\n## ${answer.question}. ${plain(answer.title)}\n\n`;
  for (const sentence of answer.sentences) yield `- ${plain(sentence)}\n`;
  const own = answer.findings.flatMap((id) => findings.get(id) ?? []);
  if (own.length > 0) {
    yield "\nCandidate findings that bear on it:\n\n";
    for (const { title, strength, status, id } of own.slice(0, FINDINGS)) {
      yield `- ${plain(title)} (strength ${strength}, ${status}, \`${id}\`)\n`;
    }
    if (own.length > FINDINGS) yield `- and ${own.length - FINDINGS} more in findings.csv\n`;
  }
  if (answer.evidence.length > 0) yield "\nIn their words:\n\n";
  for (const { quote, session } of answer.evidence) {
    yield `> “${plain(quote)}”\n> — ${plain(sessions.get(session)?.label ?? session)}\n\n`;
  }
}

function* document(review: ReviewResult): Iterable<string> {
  const sessions = new Map(review.sessions.map((session) => [session.id, session]));
  const findings = new Map(review.findings.map((finding) => [finding.id, finding]));
  yield `# ${plain(reviewName(review.meta))}: the eight questions\n\n`;
  yield "What practitioners said, sorted and counted. It is perception, not fact; silence is not absence; the findings are candidates until an analyst decides.\n";
  for (const answer of [...review.answers].sort((a, b) => a.question - b.question)) {
    yield* answered(answer, sessions, findings);
  }
}

/** reviews/<id>/questions.md: the eight questions of a locality review answered with evidence. */
export const questions: Reporter = function* (run) {
  for (const review of reviewsInOrder(run)) {
    yield { path: `reviews/${review.meta.id}/questions.md`, chunks: document(review) };
  }
};
