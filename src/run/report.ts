import type { Lexicon } from "../lexicon/index.js";
import type { Assessment, Changes, Decision, Doubt, Problem, ReviewResult } from "../model/index.js";
import type { RunReport } from "../reporting/index.js";
import { languageUse, lines } from "../triangulation/index.js";
import { clientAsset } from "./client-asset.js";
import { type NationSettings, nationOf } from "./national.js";
import type { LoadedPipeline } from "./pipeline.js";

/** What a report of a run is made from: its reviews as they were made or read back, and what is rolled up over them. */
export function reportOf(run: {
  reviews: readonly ReviewResult[];
  problems: readonly Problem[];
  lexicon: Pick<Lexicon, "concepts" | "frames" | "places">;
  pipeline: Pick<LoadedPipeline, "reports">;
  /** How the nation is told; absent where it is not. */
  national?: NationSettings;
  /** Absent where the archive holds nothing of a programme. */
  assessment?: Assessment;
  /** Against the run before. Its names are left out of report.html, which holds no times. */
  changes?: Changes;
  /** The log in its order. */
  decisions?: readonly Decision[];
  doubts?: readonly Doubt[];
}): RunReport {
  const { reviews, problems, lexicon, pipeline, national, assessment, changes, decisions, doubts } = run;
  const { bom, quotes, qda_facets: qdaFacets } = pipeline.reports;
  const language = languageUse(
    reviews.flatMap(({ sessions }) => sessions),
    reviews.flatMap(({ mentions }) => mentions),
    lexicon.concepts.map(({ id }) => id),
  );
  return {
    reviews,
    lines: lines(reviews.flatMap((review) => review.lines)),
    language,
    ...(national && { national: { ...nationOf(reviews, language, national, lexicon), text: national.rules.text } }),
    problems,
    concepts: lexicon.concepts,
    frames: lexicon.frames,
    client: clientAsset(),
    ...(changes === undefined ? {} : { changes: nameless(changes) }),
    ...{ decisions, doubts, assessment, bom, quotes, qdaFacets },
  };
}

/** Without the names of the runs, which are times: the file says the same of the same archive on every night. */
function nameless(changes: Changes): Changes {
  return { ...changes, before: changes.before === "" ? "" : "the run before", after: "this run" };
}
