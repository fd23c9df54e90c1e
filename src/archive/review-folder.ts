import { createHash } from "node:crypto";
import type { LimitFunction } from "p-limit";
import type { ArchiveDocument, Problem, ReviewFolder, ReviewMeta, SessionRow } from "../model/index.js";
import { checkMetadata } from "./check-metadata.js";
import { readIndicators, readRecommendations, readSurvey } from "./counted-tables.js";
import { kindOfFile, type MetadataKind, wayOutFor } from "./files.js";
import { guessFromName, kebab } from "./folder-name.js";
import { groupBy } from "./group-by.js";
import { type FileRead, type OpenBytes, readFile } from "./read-file.js";
import { quoted, reporter } from "./report.js";
import { readReviewYaml, type SaidOfReview } from "./review-yaml.js";
import { readSessions } from "./sessions-csv.js";
import { byCodeUnits, type FoundFile } from "./walk.js";

/** Metadata is written by hand: more than this (16 MiB) is something else under a known name. */
const LARGEST_METADATA = 16 * 1024 * 1024;

/** A folder with its files sorted by what they are, and what review.yaml says; its id is still to be made unique. */
export interface OpenedReview {
  folder: string;
  /** Id that review.yaml or the folder's name asks for. */
  wantedId: string;
  said: SaidOfReview;
  documents: Omit<ArchiveDocument, "review" | "rows">[];
  metadata: Map<MetadataKind, FileRead & { path: string }>;
  /** Paths of files that are no transcripts or could not be read. */
  other: Set<string>;
  problems: Problem[];
}

export interface Reading {
  known: { codes: ReadonlySet<string> };
  limit: LimitFunction;
  open: OpenBytes;
}

/** Opens a folder: judges its files by name, hashes transcripts, reads metadata. `problems` are those of the walk. */
export async function openReview(
  folder: string,
  files: readonly FoundFile[],
  problems: Problem[],
  { known, limit, open }: Reading,
): Promise<OpenedReview> {
  const opened: OpenedReview = {
    folder,
    wantedId: kebab(folder),
    said: {},
    documents: [],
    metadata: new Map(),
    other: new Set(),
    problems: [...problems],
  };
  const companions = new Map<string, number>();
  const chosen = firstOfEachKind(files);
  const reads = files.map(async (file) => {
    const mine: Problem[] = [];
    const report = reporter(mine, file.path);
    const kind = kindOfFile(file.name);
    const isTop = !file.path.includes("/");
    if (kind.is === "transcript") {
      const read = await limit(() => readFile(file.absolutePath, report, open));
      if (read)
        opened.documents.push({
          path: file.path,
          absolutePath: file.absolutePath,
          format: kind.format,
          bytes: read.bytes,
          sha256: read.sha256,
        });
      else opened.other.add(file.path);
      return mine;
    }
    opened.other.add(file.path);
    if (kind.is === "companion") companions.set(kind.as, (companions.get(kind.as) ?? 0) + 1);
    else if (kind.is === "unknown")
      report({
        rule: "archive/unknown-format",
        severity: "warning",
        message: `Found ${kind.extension === "" ? "no extension" : `the extension ${quoted(`.${kind.extension}`)}`}, expected a transcript format; the file was not read.`,
        wayOut: wayOutFor(kind.extension),
      });
    else if (!isTop)
      report({
        rule: "archive/metadata-too-deep",
        severity: "warning",
        message: "Metadata is read at the top of a review folder only; this file was not read.",
        wayOut: "Move it to the top of the review, or make its folder a review of its own.",
      });
    else if (chosen.get(kind.kind) !== file)
      report({
        rule: "archive/metadata-twice",
        severity: "warning",
        message: `Another file of this review is its ${kind.kind} metadata already (names differ in case or in .yaml and .yml); this one was not read.`,
        wayOut: "Keep one of the two.",
      });
    else {
      const read = await limit(() => readFile(file.absolutePath, report, open, true));
      if (read && read.bytes > LARGEST_METADATA)
        report({
          rule: "archive/metadata-too-large",
          severity: "error",
          message: `The file has ${read.bytes} bytes, at most ${LARGEST_METADATA} are read; it is ignored.`,
          wayOut: "Check that it is what its name says.",
        });
      else if (read) opened.metadata.set(kind.kind, { ...read, path: file.path });
    }
    return mine;
  });
  opened.problems.push(...(await Promise.all(reads)).flat());
  opened.documents.sort((a, b) => byCodeUnits(a.path, b.path));
  if (companions.size > 0) opened.problems.push(companionsNamed(companions));
  const yaml = opened.metadata.get("review");
  if (yaml) {
    opened.said = readReviewYaml(yaml.content, known.codes, reporter(opened.problems, yaml.path));
    const { id } = opened.said;
    if (id !== undefined) {
      opened.wantedId = kebab(id);
      if (opened.wantedId !== id)
        reporter(
          opened.problems,
          yaml.path,
        )({
          rule: "archive/id-not-plain",
          severity: "warning",
          place: "id",
          message: `Found ${quoted(id)}, expected small letters, digits and hyphens; ${opened.wantedId} was taken.`,
          wayOut: "Write the id so: it names folders of the results.",
        });
    }
  }
  return opened;
}

/** Metadata at the top of the review, by kind: the first by path where several names mean the same. */
function firstOfEachKind(files: readonly FoundFile[]): Map<MetadataKind, FoundFile> {
  const first = new Map<MetadataKind, FoundFile>();
  for (const file of files) {
    const kind = kindOfFile(file.name);
    if (kind.is === "metadata" && !file.path.includes("/") && !first.has(kind.kind)) first.set(kind.kind, file);
  }
  return first;
}

/** One problem for all that lies beside the transcripts, by kind: file names can name people, kinds cannot. */
function companionsNamed(companions: ReadonlyMap<string, number>): Problem {
  const named = [...companions].sort(([a], [b]) => byCodeUnits(a, b)).map(([as, count]) => `${count} ${as}`);
  return {
    rule: "archive/companions",
    review: "",
    document: "",
    place: "",
    severity: "info",
    message: `Files that are no transcripts were left alone: ${named.join(", ")}.`,
    wayOut: "Nothing; a recording needs a transcript beside it to be coded.",
  };
}

/** Puts a review together under its final id: metadata tables, what the folder's name lets us guess, and the checks of one against the other. */
export async function assembleReview(
  opened: OpenedReview,
  id: string,
  known: { codes: ReadonlySet<string> },
): Promise<{ review: ReviewFolder; problems: Problem[] }> {
  const problems = [...opened.problems];
  const meta = completed(opened, id, problems);
  const table = async <T>(
    kind: MetadataKind,
    read: (bytes: Buffer, report: ReturnType<typeof reporter>) => Promise<T[]>,
  ): Promise<T[]> => {
    const file = opened.metadata.get(kind);
    return file ? read(file.content, reporter(problems, file.path)) : [];
  };
  const files = { readable: new Set(opened.documents.map((d) => d.path)), other: opened.other };
  const rows = await table("sessions", (bytes, report) => readSessions(bytes, files, known.codes, report));
  const review: ReviewFolder = {
    meta,
    documents: withRows(opened, id, rows, problems),
    rows,
    indicators: await table("indicators", (bytes, report) => readIndicators(bytes, meta, known.codes, report)),
    recommendations: await table("recommendations", (b, report) => readRecommendations(b, meta, known.codes, report)),
    survey: await table("survey", (bytes, report) => readSurvey(bytes, meta, report)),
    metadataHash: hashOf(opened),
  };
  if (review.documents.length === 0 && review.recommendations.length === 0 && review.survey.length === 0)
    reporter(problems)({
      rule: "archive/no-transcripts",
      severity: "warning",
      message: "The review holds metadata, but no transcript that could be read.",
      wayOut: "Put its transcripts in, or move the folder out of the archive.",
    });
  problems.push(...checkMetadata(review, known));
  return { review, problems: problems.map((problem) => ({ ...problem, review: id })) };
}

/** What review.yaml says, filled up with guesses from the folder's name; each guess is a problem of severity info. */
function completed(opened: OpenedReview, id: string, problems: Problem[]): ReviewMeta {
  const { said, folder } = opened;
  const guess = guessFromName(folder);
  const report = reporter(problems);
  const wayOut = "Write it into review.yaml (triangulum init makes a draft).";
  if (said.area === undefined)
    report({
      rule: "archive/guessed-area",
      severity: "info",
      place: "area",
      message: `No area is given; ${quoted(guess.area)} was taken from the folder's name.`,
      wayOut,
    });
  if (said.date === undefined)
    report({
      rule: guess.date ? "archive/guessed-date" : "archive/no-date",
      severity: "info",
      place: "date",
      message: guess.date
        ? `No date is given; ${guess.date.iso} was taken from the folder's name${guess.date.exact ? "" : ", which names no day"}.`
        : "No date is given, and the folder's name holds none.",
      wayOut,
    });
  return {
    id,
    area: said.area ?? guess.area,
    date: said.date ?? guess.date?.iso ?? "",
    title: said.title ?? "",
    cohort: said.cohort ?? "",
    region: said.region ?? "",
    topicGuide: said.topicGuide ?? [],
  };
}

/** Documents with the rows that name them. Where sessions.csv exists, a file that it forgets is still read, and named. */
function withRows(
  opened: OpenedReview,
  id: string,
  rows: readonly SessionRow[],
  problems: Problem[],
): ArchiveDocument[] {
  const rowsOf = groupBy(rows, (row) => row.file);
  return opened.documents.map((document) => {
    const named = rowsOf.get(document.path) ?? [];
    if (named.length === 0 && opened.metadata.has("sessions"))
      reporter(
        problems,
        document.path,
      )({
        rule: "archive/not-in-sessions",
        severity: "info",
        message: "No line of sessions.csv names this file; it is read, and its session is guessed.",
        wayOut: "Add a line for it, or move it out of the review.",
      });
    return { review: id, ...document, rows: named };
  });
}

/** Over kind and content of the metadata files and the folder's name, from which the rest is guessed. */
function hashOf(opened: OpenedReview): string {
  const hash = createHash("sha256").update(opened.folder.normalize("NFC"));
  for (const [kind, { sha256 }] of [...opened.metadata].sort(([a], [b]) => byCodeUnits(a, b)))
    hash.update(`\n${kind} ${sha256}`);
  return hash.digest("hex");
}
