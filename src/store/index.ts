/** Saved runs, cache, decisions and locks: all that is ever written under `out/`, and the way back. */
export { type Cache, openCache, pruneCache } from "./cache.js";
export { changesBetween } from "./changes.js";
export { type Codebook, readCodebook } from "./codebook.js";
export { appendCorrection, keepAgreement, readAgreement, readCorrections, saveProposal } from "./corrections.js";
export { appendDecisions, type DecisionLog, parseDecisions, readDecisions, takeDecision } from "./decisions.js";
export { type Chunks, type Effects, type Progress, realEffects } from "./effects.js";
export { type Export, noteExport, readExports } from "./exports.js";
export { type Forgotten, readForgotten, rememberForgotten, type Scrub, scrubLogs } from "./forgotten.js";
export { INPUTS, type Inputs, inputsText, readInputs } from "./inputs.js";
export { removeBeside } from "./kept-beside.js";
export { takeLock } from "./lock.js";
export { type Keep, pruneRuns } from "./prune.js";
export { type Answered, query } from "./query.js";
export { countReviewFiles, reviewFiles } from "./review-files.js";
export { beginRun, type Draft, FORMAT, findRun, latestRun, listRuns, readRecord, rewriteRun } from "./runs.js";
export {
  ASSESSMENT_FILE,
  type ComparedReview,
  type RunView,
  readChanges,
  readCompared,
  readReviews,
  readRun,
  readSaid,
  readTexts,
  readView,
  type SavedRun,
} from "./saved-run.js";
