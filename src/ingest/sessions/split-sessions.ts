import type { Problem, SessionPart, SessionRow, Transcript } from "../../model/index.js";
import { problem } from "../unreadable.js";
import { matchHeading } from "./match-heading.js";
import { readDate } from "./read-date.js";
import { guessKind, isSessionHeading } from "./recognise-session-heading.js";

/** A session's stretch of a document; sectors and words are joined later by others. */
export interface Part
  extends Pick<SessionPart, "start" | "end" | "session" | "label" | "kind" | "date" | "record" | "guessed"> {
  /** Index of its first block. */
  startsAtBlock: number;
}

/** Where a part begins and ends, in blocks, and what is given of it. */
interface Stretch {
  from: number;
  to: number;
  label: string;
  row: SessionRow | undefined;
}

/** Blocks at the head of a part, and words in each of them, in which a date is the session's rather than a story's. */
const HEAD_BLOCKS = 6;
const SHORT_BLOCK = 14;

/**
 * Finds the sessions of a document. With rows of sessions.csv a part starts at the heading that equals `startsAt` (by
 * default its label) and ends at `endsAt`, the next start or the end; a single row without a match is the whole document.
 * Without rows, headings that name sessions split it; else it is one session, named for its file. Parts are sorted and
 * disjoint; text outside them belongs to no session. What is guessed is named in `guessed` and in one info problem a part.
 */
export function splitSessions(
  transcript: Transcript,
  rows: readonly SessionRow[],
  fileStem: string,
): { parts: Part[]; problems: Problem[] } {
  if (transcript.blocks.length === 0) return { parts: [], problems: [] };
  const problems: Problem[] = [];
  const stretches = rows.length > 0 ? stretchesOfRows(transcript, rows, problems) : guessStretches(transcript);
  if (stretches.length === 0 && rows.length === 0) {
    stretches.push({ from: 0, to: transcript.blocks.length, label: humanise(fileStem), row: undefined });
  }
  const parts = stretches.map((stretch) => toPart(transcript, stretch, fileStem));
  for (const [index, part] of parts.entries()) {
    if (part.guessed.length === 0) continue;
    problems.push(
      problem(
        "session-guessed",
        `Of this session the following was guessed from names, headings and text: ${part.guessed.join(", ")}.`,
        "Run triangulum init and correct sessions.csv.",
        { severity: "info", place: `session ${index + 1} of ${parts.length}` },
      ),
    );
  }
  return { parts, problems };
}

function stretchesOfRows(transcript: Transcript, rows: readonly SessionRow[], problems: Problem[]): Stretch[] {
  const blocks = transcript.blocks.length;
  const taken = new Set<number>();
  const starts: { from: number; row: SessionRow }[] = [];
  for (const row of rows) {
    const from = matchHeading(transcript, row.startsAt || row.label || row.session, 0, taken);
    if (from >= 0) {
      taken.add(from);
      starts.push({ from, row });
      continue;
    }
    if (rows.length === 1) starts.push({ from: 0, row });
    if (rows.length > 1 || row.startsAt) problems.push(startNotFound(rows.indexOf(row), rows.length));
  }
  starts.sort((a, b) => a.from - b.from);
  return starts.map(({ from, row }, index) => {
    const next = starts[index + 1]?.from ?? blocks;
    const end = row.endsAt ? matchHeading(transcript, row.endsAt, from + 1, new Set()) : -1;
    if (row.endsAt && end < 0) problems.push(endNotFound(rows.indexOf(row)));
    return { from, to: end >= 0 ? Math.min(end, next) : next, label: row.label || row.session, row };
  });
}

function startNotFound(index: number, rows: number): Problem {
  return problem(
    "start-not-found",
    rows > 1
      ? "No heading of the document equals the session's starts_at, or its label where that is empty; the session has no text here."
      : "No heading of the document equals the session's starts_at; the whole document was taken.",
    "Write starts_at in sessions.csv as the heading stands in the document.",
    { place: `row ${index + 1} of the file's sessions` },
  );
}

function endNotFound(index: number): Problem {
  return problem(
    "end-not-found",
    "No heading after the session's start equals its ends_at; it was taken to end at the next session or the end of the document.",
    "Write ends_at in sessions.csv as the heading stands in the document, or leave it empty.",
    { place: `row ${index + 1} of the file's sessions` },
  );
}

/** Headings that name sessions, each with what stands under it; one with nothing under it is an entry of a contents list. */
function guessStretches({ text, blocks }: Transcript): Stretch[] {
  const starts = blocks.flatMap((block, index) =>
    block.kind === "heading" && isSessionHeading(text.slice(block.start, block.end)) ? [index] : [],
  );
  return starts.flatMap((from, nth) => {
    const to = starts[nth + 1] ?? blocks.length;
    const filled = blocks.slice(from, to).some((block) => block.kind !== "heading");
    const heading = blocks[from];
    return filled && heading
      ? [{ from, to, label: text.slice(heading.start, heading.end).trim(), row: undefined }]
      : [];
  });
}

function toPart(transcript: Transcript, { from, to, label, row }: Stretch, fileStem: string): Part {
  const { text, blocks } = transcript;
  const start = blocks[from]?.start ?? 0;
  const end = blocks[to - 1]?.end ?? text.length;
  const guessed: string[] = [];
  const guess = <T>(name: string, given: T | undefined, make: () => T | undefined): T | undefined => {
    if (given !== undefined && given !== "") return given;
    const made = make();
    if (made !== undefined && made !== "") guessed.push(name);
    return made === "" ? undefined : made;
  };
  const session = guess("session", row?.session, () => toSlug(label)) ?? "session";
  const shown = guess("label", row?.label, () => label) ?? session;
  const kind = guess(
    "kind",
    row?.kind,
    () => guessKind(label) ?? guessKind(fileStem) ?? guessKind(headText(transcript, from, to)),
  );
  const date = guess("date", row?.date, () => guessDate(transcript, from, to, label, fileStem));
  const record = guess("record", row?.record, () => recordOf(transcript, from, to)) ?? transcript.record;
  return {
    start,
    end,
    session,
    label: shown,
    ...(kind && { kind }),
    ...(date && { date }),
    record,
    guessed,
    startsAtBlock: from,
  };
}

/** The label, then what stands at the head of the part, then the file's name, then the head of the document. */
function guessDate(transcript: Transcript, from: number, to: number, label: string, fileStem: string): string {
  return (
    readDate(label) ||
    readDate(headText(transcript, from, to)) ||
    readDate(fileStem) ||
    (from > 0 ? readDate(headText(transcript, 0, from)) : "")
  );
}

/** Headings and short lines at the head of a stretch, where a session's particulars stand. */
function headText({ text, blocks }: Transcript, from: number, to: number): string {
  return blocks
    .slice(from, Math.min(to, from + HEAD_BLOCKS))
    .map((block) => text.slice(block.start, Math.min(block.end, block.start + 200)))
    .filter((line) => line.split(" ").length <= SHORT_BLOCK)
    .join("\n");
}

/** Speech when named speakers say at least half of it; a document of captions without names is speech throughout. */
function recordOf({ blocks, turns, record }: Transcript, from: number, to: number): Transcript["record"] {
  if (record === "verbatim" && turns.every((turn) => turn.speaker === "" || turn.role === "note-taker")) return record;
  let spoken = 0;
  let all = 0;
  for (const block of blocks.slice(from, to)) {
    if (block.kind === "heading" || block.kind === "attendees") continue;
    const turn = turns[block.turn];
    all += block.end - block.start;
    if (turn && turn.speaker !== "" && turn.role !== "note-taker") spoken += block.end - block.start;
  }
  if (all === 0) return record;
  return spoken * 2 >= all ? "verbatim" : "notes";
}

/** Lower-case letters and digits with single hyphens: the session id that a label stands for. */
export function toSlug(label: string): string {
  const slug = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug || "session";
}

function humanise(fileStem: string): string {
  return fileStem.replace(/[_\s-]+/g, " ").trim();
}
