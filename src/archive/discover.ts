import type { Dirent } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import pLimit from "p-limit";
import { type Problem, type ReviewFolder, Stop } from "../model/index.js";
import { isPassedOver, kindOfFile } from "./files.js";
import { type OpenBytes, openOnDisk } from "./read-file.js";
import { reporter } from "./report.js";
import { assembleReview, type OpenedReview, openReview, type Reading } from "./review-folder.js";
import { byCodeUnits, type FoundFile, kindOfEntry, walk } from "./walk.js";

/** Files open at the same time. */
const AT_ONCE = 8;

/**
 * Finds the reviews of an archive with their documents (hashed, not read as text) and metadata. Nothing is written and no link that leaves the
 * archive is followed. Reviews are sorted by id, documents by path, both by code units.
 *
 * Every sub-folder is a review. An archive folder that holds transcripts itself, and no folder of transcripts, is one review; so is one with a
 * review.yaml or sessions.csv at its top, with all that lies below it. Transcripts that lie loose beside review folders are a review of
 * their own, with a warning: were the folders taken for parts of it, one stray file would melt all areas into one.
 *
 * @param known codes of the lexicon; others are dropped from the metadata, with a problem
 * @param open where bytes come from; for tests
 * @throws Stop (2) when the archive folder cannot be listed
 */
export async function discover(
  archiveDir: string,
  known: { codes: ReadonlySet<string> },
  open: OpenBytes = openOnDisk,
): Promise<{ reviews: ReviewFolder[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const { root, entries } = await listed(archiveDir);
  const reading: Reading = { known, limit: pLimit(AT_ONCE), open };
  const opened = await openAll(root, entries, reading, problems);
  const reviews: ReviewFolder[] = [];
  for (const { review, id } of withUniqueIds(opened, problems)) {
    const assembled = await assembleReview(review, id, known);
    reviews.push(assembled.review);
    problems.push(...assembled.problems);
  }
  if (reviews.length === 0)
    reporter(problems)({
      rule: "archive/no-reviews",
      severity: "warning",
      message: "The archive holds no review; expected one sub-folder with transcripts for each.",
      wayOut: "Check the path of the archive and that its drive is connected.",
    });
  return {
    reviews: reviews.sort((a, b) => byCodeUnits(a.meta.id, b.meta.id)),
    problems: problems
      .map((problem, at) => ({ problem, at }))
      .sort((a, b) => byCodeUnits(a.problem.review, b.problem.review) || a.at - b.at)
      .map(({ problem }) => problem),
  };
}

async function listed(archiveDir: string): Promise<{ root: string; entries: Dirent[] }> {
  try {
    const root = await realpath(archiveDir);
    const entries = await readdir(root, { withFileTypes: true });
    return { root, entries: entries.sort((a, b) => byCodeUnits(a.name, b.name)) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new Stop(
      `The archive folder ${archiveDir} cannot be listed (${code}). Give a folder that holds one sub-folder for each review, with --archive or in the pipeline.`,
    );
  }
}

/** All folders that hold something, opened; which of them are reviews is decided here. */
async function openAll(
  root: string,
  entries: Dirent[],
  reading: Reading,
  problems: Problem[],
): Promise<OpenedReview[]> {
  const folders: string[] = [];
  const loose: FoundFile[] = [];
  const atTop: Problem[] = [];
  for (const entry of entries) {
    const absolutePath = join(root, entry.name);
    if (isPassedOver(entry.name) && entry.isDirectory()) continue;
    const kind = await kindOfEntry(entry, absolutePath, entry.name.normalize("NFC"), root, reporter(atTop));
    if (kind === "folder") folders.push(entry.name);
    if (kind === "file") loose.push({ name: entry.name, path: entry.name.normalize("NFC"), absolutePath });
  }
  if (hasReviewMetadata(loose)) return [await openAsOne(root, reading)];
  const walked = await Promise.all(
    folders.map(async (name) => {
      const mine: Problem[] = [];
      return { name, files: await walk(join(root, name), root, reporter(mine)), mine };
    }),
  );
  const hasTranscripts = loose.some((file) => kindOfFile(file.name).is === "transcript");
  const reviews = new Set(walked.filter(({ files }) => files.some(isOfAReview)));
  if (hasTranscripts && reviews.size === 0) return [await openAsOne(root, reading)];

  problems.push(...atTop);
  const opened: OpenedReview[] = [];
  for (const folder of walked) {
    const { name, files, mine } = folder;
    if (reviews.has(folder)) opened.push(await openReview(name, files, mine, reading));
    else {
      // Judged like a review all the same, so that what lies in it is named.
      const { problems: inside } = await openReview(name, files, mine, reading);
      problems.push(...inside.map((problem) => ({ ...problem, document: joined(name, problem.document) })));
      reporter(
        problems,
        name.normalize("NFC"),
      )({
        rule: "archive/empty-folder",
        severity: "warning",
        message: "The folder holds no transcript and no metadata; it is no review.",
        wayOut: "Put its transcripts in, or move it out of the archive.",
      });
    }
  }
  if (loose.length > 0) opened.push(...(await openLoose(root, loose, hasTranscripts, reading, problems)));
  return opened;
}

/** Files that lie in the archive folder itself, beside review folders. */
async function openLoose(
  root: string,
  loose: readonly FoundFile[],
  hasTranscripts: boolean,
  reading: Reading,
  problems: Problem[],
): Promise<OpenedReview[]> {
  const metadata = loose.filter((file) => kindOfFile(file.name).is === "metadata");
  for (const file of metadata)
    reporter(
      problems,
      file.path,
    )({
      rule: "archive/loose-metadata",
      severity: "warning",
      message: "Metadata lies in the archive folder itself, beside the reviews; it was not read.",
      wayOut: "Move it into the folder of the review that it belongs to.",
    });
  const rest = loose.filter((file) => !metadata.includes(file));
  const opened = await openReview(basename(root), rest, [], reading);
  if (!hasTranscripts) {
    problems.push(...opened.problems);
    return [];
  }
  reporter(opened.problems)({
    rule: "archive/loose-transcripts",
    severity: "warning",
    message: `${opened.documents.length} transcripts lie in the archive folder itself, beside review folders; they were taken for a review of their own.`,
    wayOut:
      "Move them into the folder of the review that they belong to, or put a review.yaml beside them if all folders are one review.",
  });
  return [opened];
}

/** The archive folder itself as a review, with all that lies below it. */
async function openAsOne(root: string, reading: Reading): Promise<OpenedReview> {
  const problems: Problem[] = [];
  return openReview(basename(root), await walk(root, root, reporter(problems)), problems, reading);
}

function hasReviewMetadata(files: readonly FoundFile[]): boolean {
  return files.some((file) => /^(review\.ya?ml|sessions\.csv)$/iu.test(file.name));
}

/** A folder is a review by a transcript anywhere in it, or by metadata at its top (an area may have survey counts alone). */
function isOfAReview(file: FoundFile): boolean {
  const { is } = kindOfFile(file.name);
  return is === "transcript" || (is === "metadata" && !file.path.includes("/"));
}

function joined(folder: string, path: string): string {
  return path === "" ? folder.normalize("NFC") : `${folder.normalize("NFC")}/${path}`;
}

/** Ids, made different where two folders ask for the same: the first by folder name keeps it. */
function withUniqueIds(opened: readonly OpenedReview[], problems: Problem[]): { review: OpenedReview; id: string }[] {
  const taken = new Set<string>();
  return [...opened]
    .sort((a, b) => byCodeUnits(a.folder, b.folder))
    .map((review) => {
      let id = review.wantedId;
      for (let n = 2; taken.has(id); n++) id = `${review.wantedId}-${n}`;
      taken.add(id);
      if (id !== review.wantedId)
        problems.push({
          rule: "archive/id-twice",
          review: id,
          document: "",
          place: "id",
          severity: "error",
          message: `Two folders ask for the review id ${review.wantedId}; this one is called ${id}.`,
          wayOut: "Give each review its own folder name, or its own id in review.yaml.",
        });
      return { review, id };
    });
}
