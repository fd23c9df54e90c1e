/** What many reviews say together: verdicts, findings and practices of reviews in, claims with their reach out, under disclosure control. */
export { readSummary } from "./compare.js";
export { digestReview, type ReviewDigest } from "./digest.js";
export type { HouseRules } from "./disclose.js";
export { type Field, fieldOf } from "./field.js";
export { loadNationalRules } from "./load-rules.js";
export { NationalRules } from "./rules.js";
export { type Nation, type SummaryOptions, summarise } from "./summarise.js";
