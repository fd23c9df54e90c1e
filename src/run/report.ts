import type { Lexicon } from "../lexicon/index.js";
import type { Problem, ReviewResult } from "../model/index.js";
import type { RunReport } from "../reporting/index.js";
import { languageUse, lines } from "../triangulation/index.js";
import type { LoadedPipeline } from "./pipeline.js";

/** What a report of a run is made from: its reviews as they were made or read back, and what is rolled up over them. */
export function reportOf(run: {
  reviews: readonly ReviewResult[];
  problems: readonly Problem[];
  lexicon: Pick<Lexicon, "concepts" | "frames">;
  pipeline: Pick<LoadedPipeline, "reports">;
}): RunReport {
  const { reviews, problems, lexicon, pipeline } = run;
  return {
    reviews,
    lines: lines(reviews.flatMap((review) => review.lines)),
    language: languageUse(
      reviews.flatMap(({ sessions }) => sessions),
      reviews.flatMap(({ mentions }) => mentions),
      lexicon.concepts.map(({ id }) => id),
    ),
    problems,
    concepts: lexicon.concepts,
    frames: lexicon.frames,
    ...pipeline.reports,
  };
}
