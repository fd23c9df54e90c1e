import { z } from "zod";

/** A pipeline definition: pipelines/*.yaml. Paths are relative to the definition's folder unless absolute. */
export const Pipeline = z.strictObject({
  /** Name shown in run.json. */
  name: z.string().min(1),
  description: z.string().default(""),
  /** Archive folder; `--archive` overrides. */
  archive: z.string().optional(),
  /** Output folder; `--out` overrides. */
  out: z.string().optional(),
  /** Lexicon folder, and local lexicons laid over it in order. */
  lexicon: z.string().default("../lexicons"),
  overlays: z.array(z.string()).default([]),
  /** Finding rules file. */
  rules: z.string().default("finding-rules.yaml"),
  /** Worker threads. Default: one less than the processors, at least 1. 0 codes in the main thread. */
  workers: z.int().nonnegative().optional(),
  /** Share of documents, 0 to 1, that may be gone since the last run before it is refused (exit 4). Default 0.2. */
  max_loss: z.number().min(0).max(1).default(0.2),
  limits: z
    .strictObject({
      /** Largest file read, in bytes. Default 64 MiB. */
      bytes: z
        .int()
        .positive()
        .default(64 * 1024 * 1024),
      /** Largest text after unpacking, in UTF-16 units. Default 32 Mi. */
      text: z
        .int()
        .positive()
        .default(32 * 1024 * 1024),
      /** Most XML or HTML nodes. Default 2,000,000. */
      nodes: z.int().positive().default(2_000_000),
      /** Deepest nesting. Default 200. */
      depth: z.int().positive().default(200),
      /** Seconds for one document; last resort. Default 120. */
      seconds: z.number().positive().default(120),
    })
    .prefault({}),
  reports: z
    .strictObject({
      /** Byte-order mark at the head of CSV files, for old spreadsheets. Default false. */
      bom: z.boolean().default(false),
      /** Quotes shown for a cell in report.html. Default 20. */
      quotes: z.int().positive().default(20),
    })
    .prefault({}),
  privacy: z
    .strictObject({
      /** Names always masked, and names never masked. */
      mask: z.array(z.string()).default([]),
      keep: z.array(z.string()).default([]),
    })
    .prefault({}),
});
export type Pipeline = z.infer<typeof Pipeline>;
export type Limits = Pipeline["limits"];
