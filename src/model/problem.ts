import { z } from "zod";

export const SEVERITIES = ["error", "warning", "info"] as const;

/**
 * Something in the input that a person should know of. A problem stands beside a result; it never replaces the night.
 * `error`: something could not be read or used; `warning`: read, but perhaps not as meant; `info`: guessed.
 */
export const Problem = z.object({
  /** Slug of the rule that speaks, `stage/what`: `ingest/no-text`, `archive/unknown-column`. */
  rule: z.string(),
  /** Review id, or empty where the problem belongs to no review. */
  review: z.string().default(""),
  /** Path of the document under its review, or empty. */
  document: z.string().default(""),
  /** Where in it: a line, page, cell, cue or key; empty for the whole. Never transcript text. */
  place: z.string().default(""),
  severity: z.enum(SEVERITIES),
  /** What was found and what was expected, in one sentence. Never transcript text. */
  message: z.string(),
  /** What the reader can do about it. */
  wayOut: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** An error meant for a person: the program stops, prints the message without a stack and ends with `exitCode`. */
export class Stop extends Error {
  /** 1 strict, 2 usage or configuration, 3 locked, 4 failed. */
  readonly exitCode: 1 | 2 | 3 | 4;
  constructor(message: string, exitCode: 1 | 2 | 3 | 4 = 2) {
    super(message);
    this.name = "Stop";
    this.exitCode = exitCode;
  }
}
