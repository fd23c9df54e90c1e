import { posix } from "node:path";
import type { SessionRow } from "../model/index.js";
import { badValue, codesOfCell, dateOf, listOf } from "./cells.js";
import { kebab } from "./folder-name.js";
import type { Report } from "./report.js";
import { EXPECTED, readKind, readLevel, readRecord, readSectors } from "./synonyms.js";
import { type Row, readTable } from "./table.js";

/** The files of a review, to hold the rows against. */
export interface FilesOfReview {
  /** Paths of transcripts that were read. */
  readable: ReadonlySet<string>;
  /** Paths of everything else that lies there: companions, unknown formats, files that could not be read. */
  other: ReadonlySet<string>;
}

/**
 * Reads sessions.csv. A row stays only when its file is one of the review's transcripts; a cell with a bad value is as if it were empty.
 * Rows that repeat file, session and start of an earlier one are dropped. Everything that was not taken as written is reported.
 */
export async function readSessions(
  bytes: Uint8Array,
  files: FilesOfReview,
  known: ReadonlySet<string>,
  report: Report,
): Promise<SessionRow[]> {
  const find = fileFinder(files);
  const seen = new Map<string, number>();
  const rows: SessionRow[] = [];
  for (const row of await readTable("sessions", bytes, ["file"], report)) {
    const file = find(row, report);
    if (file === undefined) continue;
    const session = readRow(row, file, known, report);
    const key = JSON.stringify([session.file, session.session, session.startsAt ?? ""]);
    const before = seen.get(key);
    if (before !== undefined) {
      report({
        rule: "archive/row-twice",
        severity: "warning",
        place: `line ${row.line}`,
        message: `The line names the same file, session and start as line ${before}; it is ignored.`,
        wayOut: "Keep one of the two lines, or give each its own session or starts_at.",
      });
      continue;
    }
    seen.set(key, row.line);
    rows.push(session);
  }
  return rows;
}

function readRow(row: Row<"sessions">, file: string, known: ReadonlySet<string>, report: Report): SessionRow {
  const label = row.cell("label") || undefined;
  const place = (column: string) => `line ${row.line}, ${column}`;
  const one = <T>(column: "kind" | "level" | "record", read: (text: string) => T | undefined): T | undefined => {
    const cell = row.cell(column);
    if (cell === "") return undefined;
    const value = read(cell);
    if (value === undefined)
      badValue(
        report,
        place(column),
        cell,
        `one of ${EXPECTED[column]}`,
        "Correct it, or leave it empty to have it guessed.",
      );
    return value;
  };
  const asked = row.cell("asked");
  return {
    file,
    session: sessionId(row, file, label, report),
    label,
    kind: one("kind", readKind),
    sectors: sectorsOf(row, report),
    level: one("level", readLevel),
    date: dateOf(row.cell("date"), place("date"), report),
    record: one("record", readRecord),
    startsAt: row.cell("starts_at") || undefined,
    endsAt: row.cell("ends_at") || undefined,
    interviewers: listOf(row.cell("interviewers")),
    participants: listOf(row.cell("participants")),
    members: membersOf(row, report),
    asked: asked === "" ? undefined : codesOfCell(asked, known, place("asked"), report),
    exclude: /^(no|n|false|0|)$/iu.test(row.cell("exclude")) ? undefined : row.cell("exclude"),
  };
}

function sessionId(row: Row<"sessions">, file: string, label: string | undefined, report: Report): string {
  const id = row.cell("session");
  if (id !== "") return id;
  const guessed = kebab(label ?? posix.basename(file, posix.extname(file)));
  report({
    rule: "archive/guessed-session",
    severity: "info",
    place: `line ${row.line}, session`,
    message: `The line gives no session id; one was made from its ${label === undefined ? "file name" : "label"}.`,
    wayOut: "Write an id; notes and transcript of one group bear the same one.",
  });
  return guessed;
}

function sectorsOf(row: Row<"sessions">, report: Report): SessionRow["sectors"] {
  const { sectors, bad } = readSectors(row.cell("sectors"));
  for (const value of bad)
    badValue(
      report,
      `line ${row.line}, sectors`,
      value,
      `a list of ${EXPECTED.sectors}`,
      "Use these names with semicolons between them; social care is children's or adult.",
    );
  return sectors.length === 0 ? undefined : sectors;
}

function membersOf(row: Row<"sessions">, report: Report): number | undefined {
  const cell = row.cell("members");
  if (cell === "") return undefined;
  const match = /^([0-9]{1,4})( ?(people|persons|participants|members|attendees))?$/iu.exec(cell);
  const members = match ? Number(match[1]) : 0;
  if (members > 0) return members;
  badValue(report, `line ${row.line}, members`, cell, "a whole number over 0", "Write how many took part, in figures.");
  return undefined;
}

/**
 * Finds the transcript that a row means: its path as written; else with backslashes as slashes, in any case, or by file name alone where only
 * one file has it. A path that leaves the review is refused before the disk is asked.
 */
function fileFinder(files: FilesOfReview): (row: Row<"sessions">, report: Report) => string | undefined {
  const loosely = new Map<string, string[]>();
  const note = (key: string, path: string) => {
    const paths = loosely.get(key);
    if (paths) paths.push(path);
    else loosely.set(key, [path]);
  };
  for (const path of files.readable) {
    note(path.toLowerCase(), path);
    if (path.includes("/")) note(posix.basename(path).toLowerCase(), path);
  }
  return (row, report) => {
    const place = `line ${row.line}, file`;
    const written = row.cell("file").normalize("NFC");
    if (files.readable.has(written)) return written;
    if (written === "") {
      report({
        rule: "archive/no-file",
        severity: "error",
        place,
        message: "The line names no file; it is ignored.",
        wayOut: "Write the file's path under the review folder.",
      });
      return undefined;
    }
    const slashed = written.replaceAll("\\", "/");
    const path = posix.normalize(slashed);
    if (/^(\/|[a-z]:|~\/)/iu.test(slashed) || path === ".." || path.startsWith("../")) {
      report({
        rule: "archive/path-outside",
        severity: "error",
        place,
        message:
          "The path leaves the review folder; the line is ignored. Expected a path under the review, with forward slashes.",
        wayOut: "Put the file into the review folder and write its path from there.",
      });
      return undefined;
    }
    if (files.readable.has(path)) return path;
    const near = loosely.get(path.toLowerCase()) ?? [];
    if (near.length === 1) {
      report({
        rule: "archive/file-nearly",
        severity: "info",
        place,
        document: near[0]!,
        message:
          "sessions.csv writes this file's path in another case or without its folder; it was taken to be meant.",
        wayOut: "Write the path as it is under the review folder.",
      });
      return near[0];
    }
    const there = files.other.has(path);
    report({
      rule: there ? "archive/not-a-transcript" : "archive/missing-file",
      severity: "error",
      place: `sessions.csv, ${place}`,
      document: path,
      message: there
        ? "sessions.csv names this file, which is there but was not read as a transcript; the line is ignored."
        : `sessions.csv names this file, ${near.length > 1 ? "and several folders hold one of that name" : "which is not in the review folder"}; the line is ignored.`,
      wayOut: there
        ? "See the other problem about it, or take the line out."
        : "Correct the path or put the file there.",
    });
    return undefined;
  };
}
