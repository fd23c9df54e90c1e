/** The conductor: plans what changed, drives the stages, publishes; and the same way for one document alone. */
export { codeFile } from "./code-file.js";
export { explainChanges } from "./difference/index.js";
export { standingDoubts } from "./doubts.js";
export { type Forgettable, type ForgottenReport, forget } from "./forget.js";
export { guessRows } from "./guess-rows.js";
export { type KeptTexts, keepTexts, keptTextsOf } from "./kept-texts.js";
export { type KeyEntry, keyOf, type RunKey } from "./key-export.js";
export { loadNation } from "./national.js";
export { PageRefusal } from "./page-refusal.js";
export { correctionsSheetOf, importCorrections, openPages, type Pages, type Viewer } from "./pages.js";
export {
  archiveFolder,
  type Definition,
  type LoadedPipeline,
  loadDefinition,
  loadPipeline,
  outFolder,
} from "./pipeline.js";
export { previewLexicon } from "./preview.js";
export { judgedBy } from "./preview-judged.js";
export { reportOf } from "./report.js";
export { readRules } from "./rules-file.js";
export { type RunDone, type RunOptions, run } from "./run.js";
export { type Suggestions, suggestTerms } from "./suggest.js";
export { type TermUse, termUse } from "./term-use.js";
