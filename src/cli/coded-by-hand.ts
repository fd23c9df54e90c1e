import { readFile } from "node:fs/promises";
import { parseString } from "fast-csv";
import type { z } from "zod";
import { type Problem, Stop } from "../model/index.js";
import { HumanRow, HumanSentence } from "../triangulation/index.js";

/** A document as a person coded it. */
export interface HumanDocument {
  /** What the person's file calls it; empty where it does not say. */
  readonly name: string;
  readonly rows: readonly HumanRow[];
  /** All sentences that the person read. */
  readonly sentences: readonly HumanSentence[];
}

/** What a person coded, and what of it could not be used. */
export interface HumanCoding {
  readonly documents: readonly HumanDocument[];
  /** Whether the person coded facets too. */
  readonly facets: boolean;
  readonly problems: readonly Problem[];
}

/**
 * A coding sheet as CSV. A row without a code is a sentence that was read and carries none; a column `document` tells documents apart.
 *
 * @param sentences a second sheet of all sentences that were read.
 * @throws Stop when a file cannot be opened or a row is not of its form.
 */
export async function readCodingSheet(path: string, sentences: string | undefined): Promise<HumanCoding> {
  const documents = new Map<string, { name: string; rows: HumanRow[]; sentences: HumanSentence[] }>();
  const documentOf = ({ document = "" }: Record<string, string>) => {
    const held = documents.get(document) ?? { name: document, rows: [], sentences: [] };
    documents.set(document, held);
    return held;
  };
  for (const { row, place } of await readCsv(path)) {
    const held = documentOf(row);
    // The sheet that a second coder fills in holds sentences that carry nothing; a sheet without the column is a mistake.
    if (row.code?.trim() === "") held.sentences.push(checked(HumanSentence, row, place));
    else held.rows.push(checked(HumanRow, row, place));
  }
  for (const { row, place } of sentences === undefined ? [] : await readCsv(sentences))
    documentOf(row).sentences.push(checked(HumanSentence, row, place));
  return { documents: [...documents.values()], facets: true, problems: [] };
}

function checked<Schema extends z.ZodType>(schema: Schema, row: unknown, place: string): z.infer<Schema> {
  const read = schema.safeParse(row);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Stop(`${place}: ${issue?.path.join(".")}: ${issue?.message}`);
}

async function readCsv(path: string): Promise<{ row: Record<string, string>; place: string }[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${path} cannot be read (${error.code}).`);
  });
  const rows: { row: Record<string, string>; place: string }[] = [];
  for await (const row of parseString(text, { headers: true }))
    rows.push({ row, place: `${path} row ${rows.length + 2}` });
  return rows;
}
