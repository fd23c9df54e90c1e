import { readFile } from "node:fs/promises";
import { join } from "node:path";

import {
  Assessment,
  type Changes,
  type Finding,
  type Overruled,
  type Problem,
  type ReviewResult,
  type RunRecord,
  type Verdict,
} from "../model/index.js";

import { TABLE_NAMES, type TableName } from "./columns.js";
import { readTables } from "./parquet.js";
import { reviewsFrom } from "./rows.js";
import { readRecord } from "./runs.js";

/** Tables that hold the layers of texts. */
const TEXT_TABLES: ReadonlySet<TableName> = new Set(["turns", "blocks", "sentences", "overruled"]);

/** A published run, read back: as much as any report needs. */
export interface SavedRun {
  record: RunRecord;
  /** In order of id. */
  reviews: ReviewResult[];
  /** Problems that belong to no review. */
  problems: Problem[];
  /** Absent where the archive held nothing of a programme. */
  assessment?: Assessment;
}

/** Where a run keeps the assessment of a programme, under its folder. */
export const ASSESSMENT_FILE = "data/assessment.json";

/**
 * Reads a published run back from its folder.
 *
 * @throws Stop when it is of a format that this program does not know.
 */
export async function readRun(folder: string): Promise<SavedRun> {
  const record = await readRecord(folder);
  const text = await readFile(join(folder, ASSESSMENT_FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return {
    record,
    ...reviewsFrom(await readTables(folder, TABLE_NAMES)),
    ...(text !== undefined && { assessment: Assessment.parse(JSON.parse(text)) }),
  };
}

/**
 * Reads reviews of a run back without their texts: `texts` is empty in each. For what is rolled up over reviews that did not change.
 */
export async function readReviews(folder: string, ids: readonly string[]): Promise<ReviewResult[]> {
  if (ids.length === 0) return [];
  const tables = TABLE_NAMES.filter((table) => !TEXT_TABLES.has(table));
  const read = await readTables(folder, tables, { reviews: [...ids].sort(), without: ["documents.text"] });
  const nothing = Object.fromEntries([...TEXT_TABLES].map((table) => [table, []]));
  return reviewsFrom({ ...nothing, ...read } as Parameters<typeof reviewsFrom>[0]).reviews;
}

/** The texts of reviews of a run by review: what {@link readReviews} leaves out. */
export async function readTexts(folder: string, ids: readonly string[]): Promise<Map<string, ReviewResult["texts"]>> {
  if (ids.length === 0) return new Map();
  const tables = TABLE_NAMES.filter((table) => TEXT_TABLES.has(table) || table === "reviews" || table === "documents");
  const read = await readTables(folder, tables, { reviews: [...ids].sort() });
  const nothing = Object.fromEntries(TABLE_NAMES.map((table) => [table, []]));
  const { reviews } = reviewsFrom({ ...nothing, ...read } as Parameters<typeof reviewsFrom>[0]);
  return new Map(reviews.map(({ meta, texts }) => [meta.id, texts]));
}

/** As much of a run as a comparison needs. */
export interface RunView {
  record: RunRecord;
  verdicts: Verdict[];
  findings: Finding[];
}

/**
 * Reads what {@link RunView} names, and nothing of the texts.
 *
 * @throws Stop when the run is of a format that this program does not know.
 */
export async function readView(folder: string): Promise<RunView> {
  const record = await readRecord(folder);
  const tables = await readTables(folder, ["verdicts", "findings"]);
  return {
    record,
    verdicts: tables.verdicts as unknown as Verdict[],
    findings: tables.findings as unknown as Finding[],
  };
}

/** As much of a review as tells, against the same review of another run, what changed and why. */
export interface ComparedReview
  extends Pick<ReviewResult, "sessions" | "mentions" | "stances" | "verdicts" | "findings"> {
  overruled: (Overruled & { document: string })[];
  corroborations: ReviewResult["corroborations"];
  problems: Problem[];
}

/** Reads one review of a run for comparison, without its texts. */
export async function readCompared(folder: string, review: string): Promise<ComparedReview> {
  const tables = await readTables(
    folder,
    ["sessions", "mentions", "overruled", "stances", "verdicts", "findings", "corroboration", "problems"],
    { reviews: [review], without: ["mentions.near"] },
  );
  const { corroboration, ...rest } = tables;
  return { ...rest, corroborations: corroboration } as unknown as ComparedReview;
}

/** What was said in a review: its sentences with their sessions, in order of document and place. */
export async function readSaid(
  folder: string,
  review: string,
): Promise<{ document: string; session: string; text: string }[]> {
  const without = ["sentence", "start", "end", "block", "turn", "part"].map((field) => `sentences.${field}`);
  const { sentences } = await readTables(folder, ["sentences"], { reviews: [review], without });
  return sentences as unknown as { document: string; session: string; text: string }[];
}

/** What changed against the run before, as the run was published with it; undefined where it cannot be read. */
export async function readChanges(folder: string): Promise<Changes | undefined> {
  const text = await readFile(join(folder, "changes.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Changes);
}
