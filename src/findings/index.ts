/** Rules, held as data, that turn what sessions say into candidate findings; and the eight questions answered from the same rows. */
export { answerQuestions } from "./answers.js";
export type { ReviewEvidence } from "./code-view.js";
export { applyDecisions, EVIDENCE_CHANGED } from "./decide.js";
export { findFindings } from "./find.js";
export { type Fault, loadRules, readRules } from "./load-rules.js";
export { Rules, type Wording } from "./rules.js";
export { fill, type Slots, slotNames } from "./template.js";
export {
  capital,
  codePhrase,
  counted,
  coursePhrase,
  list,
  listUpTo,
  number,
  type Phrase,
  sectorPhrase,
  share,
} from "./words.js";
