import { z } from "zod";
import { ASKED, Kind, Level, RecordKind, Sector } from "./field.js";

/** One focus group, interview, workshop or visit: all documents of a review that bear its id, joined with its metadata. */
export const Session = z.object({
  review: z.string(),
  /** Unique in the review. */
  id: z.string(),
  label: z.string(),
  kind: Kind,
  /** At least one; `unknown` alone where nothing is known. Sorted in the order of SECTORS. */
  sectors: z.array(Sector).min(1),
  level: Level,
  /** ISO date or empty. */
  date: z.string(),
  /** `verbatim` when any of its documents is. */
  record: RecordKind,
  documents: z.array(z.string()),
  members: z.int().optional(),
  words: z.int().nonnegative(),
  /** Order for saturation: by date, then as sessions.csv (or the archive) lists them; from 0. */
  order: z.int().nonnegative(),
  /** For every code that is not `not known`: whether it was asked. */
  asked: z.record(z.string(), z.enum(ASKED)),
});
export type Session = z.infer<typeof Session>;
