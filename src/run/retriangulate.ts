import { answerQuestions, applyDecisions, findFindings, type Rules } from "../findings/index.js";
import type { Corroboration, Decision, ReviewResult, Verdict } from "../model/index.js";
import type { Codebook } from "../store/index.js";
import { languageUse, saturation, stances, verdicts } from "../triangulation/index.js";
import type { Remaining } from "./cut.js";

/** Level of the test that a corroboration was made with. */
const SIGNIFICANT = 0.05;

/** Triangulates a saved review again from the rows that are left of it. Pure. */
export function retriangulate(
  { meta, corroborations: before }: Pick<ReviewResult, "meta" | "corroborations">,
  remaining: Remaining,
  { concepts, frames, rules, decisions }: Codebook & { rules: Rules; decisions: readonly Decision[] },
): ReviewResult {
  const { documents, texts, sessions, mentions, lines, names, problems } = remaining;
  const codes = concepts.map(({ id }) => id);
  const ofSessions = stances(sessions, mentions, codes);
  const matrix = verdicts(sessions, ofSessions, mentions, concepts);
  const trends = new Map(matrix.map(({ code, trend }) => [code, trend]));
  const corroborations = before.flatMap((one) => held(one, trends.get(one.code)));
  const evidence = {
    ...{ meta, sessions, mentions, stances: ofSessions, verdicts: matrix, corroborations, lines, concepts, frames },
    language: languageUse(sessions, mentions),
  };
  const findings = applyDecisions(findFindings(evidence, rules), decisions);
  return {
    ...{ meta, documents, texts, sessions, mentions, stances: ofSessions, verdicts: matrix, corroborations },
    saturation: { ...saturation(sessions, mentions), review: meta.id },
    ...{ lines, findings, answers: answerQuestions(evidence, findings, rules), names, problems },
  };
}

/**
 * A corroboration with the course that is perceived now. A saved run does not say which way its series points; it is read off the
 * old result, and where that does not tell the series counts as not tested.
 */
function held(before: Corroboration, perceived: Verdict["trend"] | undefined): Corroboration[] {
  if (perceived === undefined) return [];
  if (perceived === before.perceived) return [before];
  return [{ ...before, perceived, result: resultOf(before, perceived) }];
}

function resultOf(
  { p, s, perceived: was, result }: Corroboration,
  perceived: Verdict["trend"],
): Corroboration["result"] {
  if (p === undefined || s === undefined || perceived === "none") return "not tested";
  if (perceived === "mixed" || perceived === "displaced") return p >= SIGNIFICANT ? "not shown" : "not tested";
  if (p >= SIGNIFICANT) return "not shown";
  if (perceived === "stable") return "contradicted";
  const tells = (result === "corroborated" || result === "contradicted") && was !== "stable";
  if (!tells) return "not tested";
  const goesUp = (was === "falling") === (result === "contradicted");
  return goesUp === (perceived !== "falling") ? "corroborated" : "contradicted";
}
