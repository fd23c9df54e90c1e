/** Rules, held as data, that turn what sessions say into candidate findings; and the eight questions answered from the same rows. */
export { answerQuestions } from "./answers.js";
export type { ReviewEvidence } from "./code-view.js";
export { applyDecisions, EVIDENCE_CHANGED } from "./decide.js";
export { findFindings } from "./find.js";
export { loadRules } from "./load-rules.js";
export { Rules, type Wording } from "./rules.js";
export { fill, slotNames } from "./template.js";
export { codePhrase, counted, list, number, type Phrase, share } from "./words.js";
