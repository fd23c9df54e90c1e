import { z } from "zod";
import { StoredDocument } from "./results.js";

/** run.json: what was run, on what, and how it went. The only file with times. */
export const RunRecord = z.object({
  /** Number of the published file format. */
  format: z.int(),
  run: z.string(),
  started: z.string(),
  finished: z.string(),
  pipeline: z.string(),
  versions: z.record(z.string(), z.string()),
  hashes: z.object({
    pipeline: z.string(),
    lexicon: z.string(),
    rules: z.string(),
    decisions: z.string(),
    /** Of the assessment rules; absent where the archive holds nothing of a programme. */
    assessment: z.string().optional(),
    /** Rules of the national summary, where there is one, and of the earlier summary that it is compared with. */
    national: z.string().optional(),
  }),
  /** Hash of each review's metadata files. */
  metadata: z.record(z.string(), z.string()).default({}),
  /** What became of each review: made tonight, or taken over from the run before because nothing of it changed. */
  reviews: z
    .array(
      z.object({
        review: z.string(),
        status: z.enum(["made", "reused"]),
        /** Hash of all that its files depend on but decisions; empty where a document was lost. */
        key: z.string(),
        /** Hash of the last decisions on its findings. */
        decided: z.string(),
        sentences: z.int(),
        /** Files of the run that are its own. */
        files: z.int(),
      }),
    )
    .default([]),
  counts: z.record(z.string(), z.int()),
  stages: z.array(z.object({ stage: z.string(), seconds: z.number() })),
  documents: z.array(StoredDocument),
});
export type RunRecord = z.infer<typeof RunRecord>;
