import { z } from "zod";

/** Who speaks in a session, by trade. A closed list; `unknown` is independent of nobody. */
export const SECTORS = [
  "police",
  "children's social care",
  "adult social care",
  "housing",
  "health",
  "education",
  "youth justice",
  "probation and justice",
  "fire",
  "voluntary and community",
  "local authority",
  "unknown",
] as const;
export const Sector = z.enum(SECTORS);
export type Sector = z.infer<typeof Sector>;

export const LEVELS = ["strategic", "managerial", "practitioner", "community", "mixed", "unknown"] as const;
export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

export const KINDS = ["focus-group", "interview", "workshop", "visit"] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** `verbatim`: speech as it was said. `notes`: the team's account ("the group said …"). */
export const RECORDS = ["verbatim", "notes"] as const;
export const RecordKind = z.enum(RECORDS);
export type RecordKind = z.infer<typeof RecordKind>;

export const ROLES = ["participant", "interviewer", "note-taker"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Whether a session was asked about a code. Notes that do not say are `not known`, never `no`. */
export const ASKED = ["yes", "no", "not known"] as const;
export type Asked = (typeof ASKED)[number];

/** The transcript formats that are read, by file extension without its dot. */
export const FORMATS = ["txt", "md", "docx", "pdf", "vtt", "srt", "odt", "rtf", "html", "csv", "json", "qdpx"] as const;
export const Format = z.enum(FORMATS);
export type Format = z.infer<typeof Format>;
