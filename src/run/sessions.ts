import {
  type Level,
  type Problem,
  type ReviewFolder,
  SECTORS,
  type Sector,
  type Session,
  type SessionPart,
  type SessionRow,
} from "../model/index.js";
import type { CodedDocument } from "./read-document.js";

/** A session before its questions are known, with the reason for which it is left out, if it is. */
export interface JoinedSession {
  session: Omit<Session, "asked">;
  /** Codes that sessions.csv says it was asked about. */
  asked: readonly string[];
  excluded: boolean;
}

interface Gathered {
  id: string;
  parts: { part: SessionPart; document: string }[];
  rows: SessionRow[];
  /** Where it is first met: place of its row in sessions.csv, else after all rows, in order of documents. */
  listed: number;
}

/**
 * Joins the parts of a review's documents into sessions: files that bear one session id are one session, verbatim when one of
 * them is. What sessions.csv says goes before what was guessed; what was guessed is a problem of severity info.
 */
export function joinSessions(
  folder: Pick<ReviewFolder, "meta" | "rows">,
  documents: readonly CodedDocument[],
): { sessions: JoinedSession[]; problems: Problem[] } {
  const gathered = new Map<string, Gathered>();
  const order = new Map(folder.rows.map((row, index) => [row.session, index] as const).reverse());
  for (const { name, result } of documents) {
    for (const part of result.parts) {
      const session = gathered.get(part.session) ?? {
        id: part.session,
        parts: [],
        rows: folder.rows.filter((row) => row.session === part.session),
        listed: order.get(part.session) ?? folder.rows.length + gathered.size,
      };
      session.parts.push({ part, document: name });
      gathered.set(part.session, session);
    }
  }
  const problems: Problem[] = [];
  const joined = [...gathered.values()].map((one) => ({ ...join(one, folder, problems), listed: one.listed }));
  // By date, the undated last; then as listed.
  joined.sort((a, b) => byText(a.session.date || "9", b.session.date || "9") || a.listed - b.listed);
  const sessions = joined.map(({ session, asked, excluded }, index) => ({
    session: { ...session, order: index },
    asked,
    excluded,
  }));
  return { sessions: sessions.sort((a, b) => byText(a.session.id, b.session.id)), problems };
}

function join({ id, parts, rows }: Gathered, { meta }: Pick<ReviewFolder, "meta">, problems: Problem[]): JoinedSession {
  const given = <Field extends keyof SessionRow>(field: Field): SessionRow[Field] | undefined =>
    rows.find((row) => row[field] !== undefined)?.[field];
  const guess = <Field extends "kind" | "sectors" | "date">(field: Field): SessionPart[Field] | undefined =>
    parts.find(({ part }) => part[field] !== undefined && part[field]?.length !== 0)?.part[field];
  // The part's label is that of the row, masked; the row's own is not.
  const label = parts[0]?.part.label ?? id;
  const sectors = given("sectors") ?? guess("sectors") ?? [];
  const level = given("level") ?? levelIn(label);
  const session: JoinedSession["session"] = {
    review: meta.id,
    id,
    label,
    kind: given("kind") ?? guess("kind") ?? "focus-group",
    sectors: inOrder(sectors),
    level: level ?? "unknown",
    date: given("date") ?? guess("date") ?? meta.date,
    record: parts.some(({ part }) => part.record === "verbatim") ? "verbatim" : "notes",
    documents: [...new Set(parts.map(({ document }) => document))].sort(byText),
    members: given("members"),
    words: parts.reduce((sum, { part }) => sum + part.words, 0),
    order: 0,
  };
  const guessed = (["kind", "sectors", "level", "date", "record"] as const).filter(
    (field) => given(field) === undefined,
  );
  const told = guessed.map((field) => `${field} (${said(session[field])})`);
  if (rows.length === 0) told.unshift("that it is a session of its own");
  if (told.length > 0)
    problems.push({
      rule: "session/guessed",
      review: meta.id,
      document: session.documents[0] ?? "",
      place: `session ${id}`,
      severity: "info",
      message: `Not given in sessions.csv and guessed: ${told.join(", ")}.`,
      wayOut: "Write it into sessions.csv; `triangulum init` makes a draft of it.",
    });
  if (rows.length === 0 && session.documents.length > 1)
    problems.push({
      rule: "session/guessed-one",
      review: meta.id,
      document: session.documents[0] ?? "",
      place: `session ${id}`,
      severity: "warning",
      message: `${session.documents.length} files led to the same guessed session and are counted as one voice.`,
      wayOut:
        "If they are different sessions, give each its own id in sessions.csv; `triangulum init` makes a draft of it.",
    });
  if (session.sectors.includes("unknown"))
    problems.push({
      rule: "session/unknown-sector",
      review: meta.id,
      document: session.documents[0] ?? "",
      place: `session ${id}`,
      severity: "warning",
      message: "It is not known which sector speaks in this session, so it is independent of no other.",
      wayOut: "Write its sectors into sessions.csv.",
    });
  return { session, asked: rows.flatMap((row) => row.asked ?? []), excluded: rows.some(isExcluded) };
}

/** Whether sessions.csv leaves the session out: any reason but an empty one or "no". */
export function isExcluded({ exclude = "" }: Pick<SessionRow, "exclude">): boolean {
  return exclude.trim() !== "" && exclude.trim().toLowerCase() !== "no";
}

function said(value: string | readonly string[]): string {
  return (typeof value === "string" ? value : value.join("; ")) || "not known";
}

function inOrder(sectors: readonly Sector[]): Sector[] {
  const known = SECTORS.filter((sector) => sector !== "unknown" && sectors.includes(sector));
  return known.length > 0 ? known : ["unknown"];
}

/** Words of a label that tell at which level its people work, the surest first. */
const LEVEL_WORDS: readonly [RegExp, Level][] = [
  [/\b(?:strategic|chief|directors?|commissioners?|board|leaders)\b/i, "strategic"],
  [/\bmanag(?:ers?|ement|erial)\b/i, "managerial"],
  [/\b(?:practitioners?|front[- ]?line|operational|workers?|officers?|teachers?|nurses?)\b/i, "practitioner"],
  [/\b(?:residents?|parents?|young people|communit(?:y members?|ies)|carers)\b/i, "community"],
];

/** Level that a session's label names; undefined where it names none. */
export function levelIn(label: string): Level | undefined {
  const found = LEVEL_WORDS.filter(([words]) => words.test(label)).map(([, level]) => level);
  return found.length > 1 ? "mixed" : found[0];
}

/** Order of texts by code units, the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
