/** The conductor: plans what changed, drives the stages, publishes; and the same way for one document alone. */
export { codeFile } from "./code-file.js";
export { guessRows } from "./guess-rows.js";
export { type KeptTexts, keepTexts } from "./kept-texts.js";
export { archiveFolder, type LoadedPipeline, loadDefinition, loadPipeline, outFolder } from "./pipeline.js";
export { previewLexicon } from "./preview.js";
export { reportOf } from "./report.js";
export { type RunDone, type RunOptions, run } from "./run.js";
