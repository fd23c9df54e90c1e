/** Rules, held as data, that turn recommendations, survey waves and what is said into the assessment of a programme. */
export { type AssessmentRows, assess } from "./assess.js";
export type { AssessedReview } from "./passages.js";
export type { CodedRecommendation, Recommended } from "./recommendations.js";
export { AssessmentRules } from "./rules.js";
export type { Survey } from "./survey-facts.js";
