/** Mentions in; what sessions, reviews and sectors say of every code out. Pure, and the order of input never matters. */
export {
  type Agreement,
  agreement,
  type CodeAgreement,
  type FacetAgreement,
  type Figure,
  type SessionAgreement,
} from "./agreement.js";
export { type Alignment, align } from "./align.js";
export {
  COMPARED_FACETS,
  type CodedTwice,
  HumanRow,
  HumanSentence,
  type MachineMention,
  type MachineSentence,
} from "./coding-rows.js";
export { type CorrectedRun, correctionList, doubtsOf, standingCorrections } from "./corrections.js";
export { corroborate } from "./corroborate.js";
export { type Disagreement, disagreements } from "./disagreements.js";
export { areIndependent, largestIndependent } from "./independence.js";
export { indicatorProblems } from "./indicator-series.js";
export { lines, sighting } from "./lines.js";
export { saturation } from "./saturation.js";
export { languageUse } from "./shared-language.js";
export { stances } from "./stances.js";
export { type Tie, ties } from "./ties.js";
export { verdicts } from "./verdicts.js";
