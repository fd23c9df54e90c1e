import type { Finding, Problem, ReviewResult, RunRecord, Verdict } from "../model/index.js";
import { TABLE_NAMES } from "./columns.js";
import { readTables } from "./parquet.js";
import { reviewsFrom } from "./rows.js";
import { readRecord } from "./runs.js";

/** A published run, read back: as much as any report needs. */
export interface SavedRun {
  record: RunRecord;
  /** In order of id. */
  reviews: ReviewResult[];
  /** Problems that belong to no review. */
  problems: Problem[];
}

/**
 * Reads a published run back from its folder.
 *
 * @throws Stop when it is of a format that this program does not know.
 */
export async function readRun(folder: string): Promise<SavedRun> {
  const record = await readRecord(folder);
  return { record, ...reviewsFrom(await readTables(folder, TABLE_NAMES)) };
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
