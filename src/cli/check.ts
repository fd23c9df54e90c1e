import { discover } from "../archive/index.js";
import { lintLexicon, loadLexicon } from "../lexicon/index.js";
import type { Problem } from "../model/index.js";
import { loadNation, loadPipeline, readRules } from "../run/index.js";
import { count, type Io } from "./io.js";
import { worded } from "./problems.js";

/** `triangulum check`: pipeline, lexicon, rules and metadata held against each other, without opening a transcript. Exit 2 where a run would stop or lose something. */
export async function checkCommand(
  options: { pipeline: string; archive?: string; out?: string; json?: boolean },
  io: Io,
): Promise<number> {
  const pipeline = await loadPipeline(options.pipeline, options);
  const lexicon = loadLexicon(pipeline.lexicon, pipeline.overlays);
  const codes = new Set(lexicon.concepts.map(({ id }) => id));
  const { rules } = await readRules(pipeline);
  // Refuses wrong rules of the national summary, and an earlier summary that cannot be read.
  await loadNation(pipeline, lexicon, rules.wording);
  const unknown = rules.rules
    .flatMap((rule) => rule.codes.map((code) => ({ code, type: rule.type })))
    .filter(({ code }) => !codes.has(code))
    .map(
      ({ code, type }): Problem => ({
        rule: "check/unknown-code",
        review: "",
        document: "",
        place: `${pipeline.rules}, rule ${type}`,
        severity: "error",
        message: `The rule names the code ${code}, which the lexicon does not hold.`,
        wayOut: "Correct the code in the rule, or add it to the lexicon.",
      }),
    );
  const { reviews, problems: ofArchive } = await discover(pipeline.archive, { codes });
  const problems = [...lintLexicon(lexicon), ...unknown, ...ofArchive];
  const documents = reviews.reduce((sum, review) => sum + review.documents.length, 0);
  if (options.json) io.out(`${JSON.stringify({ reviews: reviews.length, documents, problems })}\n`);
  else
    io.out(
      `${worded(problems)}${count(reviews.length, "review")} with ${count(documents, "document")}, ${count(codes.size, "code")}, ${count(rules.rules.length, "rule")}: ${count(problems.length, "problem")}.\n`,
    );
  return problems.some(({ severity }) => severity === "error") ? 2 : 0;
}
