import { readFile } from "node:fs/promises";
import pLimit from "p-limit";
import { parse, splitSessions, toTranscript } from "../ingest/index.js";
import { type Lexicon, sectorsIn } from "../lexicon/index.js";
import type { ArchiveDocument, Limits, ReviewFolder, SessionRow } from "../model/index.js";
import { stemOf } from "./document.js";
import { isHeavy, Parsers } from "./parsers.js";
import { levelIn } from "./sessions.js";

/** Documents read at once. */
const AT_ONCE = 2;

/**
 * Rows of sessions.csv as they can be guessed from file names, headings and texts, in the order of the documents. Rows that are there already go
 * before guesses. Labels are as they stand in the documents, since they must be found there again; so names are not masked.
 * A document that cannot be read has no row.
 */
export async function guessRows(
  review: ReviewFolder,
  { limits }: { limits: Limits },
  lexicon: Lexicon,
): Promise<Partial<SessionRow>[]> {
  const parsers = new Parsers();
  const hand = pLimit(AT_ONCE);
  try {
    const rows = await Promise.all(
      review.documents.map((document) => hand(() => rowsOf(document, limits, lexicon, parsers))),
    );
    return rows.flat();
  } finally {
    parsers.close();
  }
}

async function rowsOf(
  document: ArchiveDocument,
  limits: Limits,
  { agencies }: Lexicon,
  parsers: Parsers,
): Promise<Partial<SessionRow>[]> {
  if (document.rows.length > 0) return document.rows;
  if (document.bytes > limits.bytes) return [];
  const bytes = await readFile(document.absolutePath);
  const parsed = await (isHeavy(document.format)
    ? parsers.parse(document.format, bytes, limits)
    : parse(document.format, bytes, limits));
  if ("lost" in parsed) return [];
  const { transcript } = toTranscript(parsed, { interviewers: [], participants: [] });
  const stem = stemOf(document.path);
  const { parts } = splitSessions(transcript, [], stem);
  const speakers = (role: "interviewer" | "participant", part: { start: number; end: number }): string[] => {
    const labels = transcript.turns
      .filter((turn) => turn.role === role && turn.speaker !== "" && turn.start >= part.start && turn.end <= part.end)
      .map(({ speaker }) => speaker);
    return [...new Set(labels)];
  };
  return parts.map((part) => {
    const sectors = [part.label, stem].map((wording) => sectorsIn(wording, agencies)).find((found) => found.length > 0);
    return {
      file: document.path,
      session: part.session,
      label: part.label,
      kind: part.kind,
      sectors,
      level: levelIn(part.label),
      date: part.date,
      record: part.record,
      startsAt: parts.length > 1 ? part.label : undefined,
      interviewers: speakers("interviewer", part),
      participants: speakers("participant", part),
    };
  });
}
