import type { Answer, Finding } from "../model/index.js";
import { answerByList } from "./answer-by-list.js";
import type { AnswerContext, Said } from "./answer-context.js";
import { answerAccepted, answerCommon, answerUnderstood } from "./answer-understanding.js";
import { type ReviewEvidence, viewCodes } from "./code-view.js";
import { chooseQuotes } from "./evidence.js";
import type { Rules } from "./rules.js";

const QUESTIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/**
 * The eight questions of a locality review, each answered from what the method says it is answered from, with exact counts.
 * Where nothing was said, or too little to tell, the answer says that and no more: silence is never read as absence.
 * `findings` are those of the same review; each answer lists the ids of those that bear on it, in their order.
 */
export function answerQuestions(review: ReviewEvidence, findings: readonly Finding[], rules: Rules): Answer[] {
  const views = viewCodes(review, rules.wording);
  const context: AnswerContext = { review, views, rules };
  const spoken = views.some((view) => view.mentions.size > 0);
  return QUESTIONS.map((question) => {
    const said = spoken ? answer(context, question) : { sentences: [rules.questions.empty], mentions: [] };
    return {
      review: review.meta.id,
      question,
      title: rules.questions[question].title,
      sentences: said.sentences.filter((sentence) => sentence !== ""),
      findings: findings.filter((finding) => finding.questions.includes(question)).map((finding) => finding.id),
      evidence: chooseQuotes(new Set(said.mentions), rules.evidence),
    };
  });
}

function answer(context: AnswerContext, question: (typeof QUESTIONS)[number]): Said {
  if (question === 1) return answerCommon(context);
  if (question === 2) return answerAccepted(context);
  if (question === 3) return answerUnderstood(context);
  return answerByList(context, question);
}
