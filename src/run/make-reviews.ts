import type { Rules } from "../findings/index.js";
import type { Lexicon } from "../lexicon/index.js";
import type { Decision, Problem, ReviewFolder, ReviewResult, RunRecord } from "../model/index.js";
import { countReviewFiles, type Effects, readReviews } from "../store/index.js";
import type { CodedArchive, FoundDocument, MaskName } from "./code-archive.js";
import { makeReview } from "./review.js";
import { byText } from "./sessions.js";
import { hashOf } from "./words.js";

/** What the reviews of a run are made with. */
export interface ReviewWorkshop {
  lexicon: Lexicon;
  rules: Rules;
  decisions: readonly Decision[];
  maskName: MaskName;
  /** Blocks of a document that stand word for word in several documents of the archive. */
  repeatedIn(document: Pick<FoundDocument, "document">): ReadonlySet<number>;
  /** Problems that the archive had with its reviews. */
  problems: readonly Problem[];
  /** Everything that all reviews depend on: hashes of lexicon, rules, pipeline, program, masking. */
  common: string;
  /** The last good run, whose reviews are taken over where nothing of theirs changed; undefined makes all. */
  before: { folder: string; record: RunRecord } | undefined;
}

/** What became of a review tonight, as run.json keeps it. */
export type ReviewRecord = RunRecord["reviews"][number];

/** A review, made tonight or taken over from the last good run; of one that was taken over the texts are not read back. */
export interface MadeReview {
  result: ReviewResult;
  record: Omit<ReviewRecord, "files">;
}

/**
 * Makes the reviews of an archive, each with its documents opened and let go again, and takes over from the last good run those of which
 * nothing changed: no document, no metadata, no problem, no repeated matter, no decision, nor anything that all depend on.
 */
export async function makeReviews(
  folders: readonly ReviewFolder[],
  coded: CodedArchive,
  workshop: ReviewWorkshop,
  effects: Effects,
): Promise<MadeReview[]> {
  const keys = new Map(folders.map((folder) => [folder.meta.id, keyOf(folder, coded, workshop)]));
  const standing = await takenOver(keys, workshop);
  const made: MadeReview[] = [];
  for (const [index, folder] of folders.entries()) {
    const { id } = folder.meta;
    made.push(standing.get(id) ?? (await makeOne(folder, coded, keys.get(id) ?? "", workshop)));
    effects.progress({ stage: "triangulate", done: index + 1, total: folders.length });
  }
  return made;
}

async function makeOne(
  folder: ReviewFolder,
  coded: CodedArchive,
  key: string,
  workshop: ReviewWorkshop,
): Promise<MadeReview> {
  const { id } = folder.meta;
  const documents = await Promise.all((coded.documents.get(id) ?? []).map((document) => document.open()));
  const problems = workshop.problems.filter(({ review }) => review === id);
  const result = makeReview(folder, documents, workshop.repeatedIn, problems, workshop);
  const findings = result.findings.map((finding) => finding.id);
  const sentences = result.texts.reduce((total, text) => total + text.sentences.length, 0);
  // A document that was lost only now (its cached halves were torn, and it could not be read again) may do better tomorrow.
  const lost = documents.some(
    ({ result: made, problems: why }) => !made && why.some(({ rule }) => rule.startsWith("run/")),
  );
  const decided = decidedOn(findings, workshop.decisions);
  return { result, record: { review: id, key: lost ? "" : key, decided, sentences, status: "made" } };
}

/** A hash of everything that a review's own files depend on but the decisions on its findings; empty where a document was lost. */
function keyOf(folder: ReviewFolder, { documents }: CodedArchive, workshop: ReviewWorkshop): string {
  const { meta, rows, indicators, recommendations, survey, metadataHash } = folder;
  const found = documents.get(meta.id) ?? [];
  if (found.some(({ key }) => key === "")) return "";
  const own = found.map((one) => [
    one.document.path,
    one.document.sha256,
    one.key,
    [...workshop.repeatedIn(one)].sort((a, b) => a - b),
  ]);
  const problems = workshop.problems.filter(({ review }) => review === meta.id);
  return hashOf(
    workshop.common,
    metadataHash,
    JSON.stringify({ meta, rows, indicators, recommendations, survey, own, problems }),
  );
}

/** A hash of the last decision on each of the findings. */
function decidedOn(findings: readonly string[], decisions: readonly Decision[]): string {
  const last = new Map(decisions.map((decision) => [decision.finding, decision]));
  return hashOf(JSON.stringify([...findings].sort(byText).map((id) => last.get(id) ?? null)));
}

async function takenOver(
  keys: ReadonlyMap<string, string>,
  { before, decisions }: ReviewWorkshop,
): Promise<Map<string, MadeReview>> {
  if (before === undefined) return new Map();
  const { folder, record } = before;
  const candidates = record.reviews.filter(({ review, key }) => key !== "" && keys.get(review) === key);
  const whole = await Promise.all(
    candidates.map(async ({ review, files }) => (await countReviewFiles(folder, review)) === files),
  );
  const standing = candidates.filter((_, index) => whole[index]);
  // A run whose files are damaged gives nothing away: everything is made again from the documents.
  const read = await readReviews(
    folder,
    standing.map(({ review }) => review),
  ).catch(() => []);
  const results = new Map(read.map((result) => [result.meta.id, result]));
  return new Map(
    standing.flatMap(({ review, key, decided, sentences }): [string, MadeReview][] => {
      const result = results.get(review);
      if (!result) return [];
      const findings = result.findings.map(({ id }) => id);
      if (decidedOn(findings, decisions) !== decided) return [];
      return [[review, { result, record: { review, key, decided, sentences, status: "reused" } }]];
    }),
  );
}
