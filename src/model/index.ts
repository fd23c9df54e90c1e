/** The nouns of the method. Imports nothing of ours; everything else imports it. */
export * from "./archive.js";
export * from "./document-result.js";
export * from "./facets.js";
export * from "./field.js";
export * from "./finding.js";
export * from "./lexicon.js";
export * from "./line.js";
export * from "./mention.js";
export * from "./pipeline.js";
export * from "./problem.js";
export * from "./qda-project.js";
export * from "./results.js";
export * from "./run-record.js";
export * from "./session.js";
export * from "./span.js";
export * from "./transcript.js";
export * from "./triangulation.js";
