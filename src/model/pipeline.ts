import { z } from "zod";

const size = (units: number) => z.int().positive().default(units);

/**
 * A pipeline definition: pipelines/*.yaml. Paths are relative to the definition's folder unless absolute. What is said of each key
 * stands in pipelines/pipeline.schema.json too, where editors show it.
 */
export const Pipeline = z.strictObject({
  name: z.string().min(1).describe("Name shown in run.json."),
  description: z.string().default("").describe("For people."),
  archive: z.string().optional().describe("Archive folder; --archive overrides."),
  out: z.string().optional().describe("Output folder; --out overrides."),
  lexicon: z.string().default("../lexicons").describe("Folder of the shared lexicon."),
  overlays: z.array(z.string()).default([]).describe("Folders of local lexicons, laid over the shared one in order."),
  rules: z.string().default("finding-rules.yaml").describe("File of the finding rules."),
  assessment: z
    .string()
    .default("assessment-rules.yaml")
    .describe("File of the rules and wording of the programme assessment; read where the archive holds a programme."),
  workers: z
    .int()
    .nonnegative()
    .optional()
    .describe("Worker threads. Default: one less than the processors, at least 1. 0 codes in the main thread."),
  max_loss: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .describe("Share of documents, 0 to 1, that may be gone since the last run before it is refused (exit 4)."),
  limits: z
    .strictObject({
      bytes: size(64 * 1024 * 1024).describe("Largest file read, in bytes."),
      text: size(32 * 1024 * 1024).describe("Largest text after unpacking, in UTF-16 units."),
      nodes: size(2_000_000).describe("Most XML or HTML nodes."),
      depth: size(200).describe("Deepest nesting."),
      seconds: z.number().positive().default(120).describe("Seconds for one document; last resort."),
    })
    .prefault({})
    .describe("What one file may cost before it is set aside as a problem."),
  reports: z
    .strictObject({
      bom: z.boolean().default(false).describe("Byte-order mark at the head of CSV files, for old spreadsheets."),
      quotes: z.int().positive().default(20).describe("Quotes shown for a cell in report.html."),
      formats: z
        .array(z.string())
        .optional()
        .describe("Names of the formats that are written, as `triangulum report --format` knows them. Default: all."),
    })
    .prefault({})
    .describe("How results are written."),
  privacy: z
    .strictObject({
      mask: z.array(z.string()).default([]).describe("Names always masked."),
      keep: z.array(z.string()).default([]).describe("Names never masked."),
    })
    .prefault({})
    .describe("What the masking of names is told."),
  disclosure: z
    .strictObject({
      national: z.boolean().default(true).describe("Whether national/ is under disclosure control."),
      threshold: z
        .int()
        .positive()
        .default(3)
        .describe(
          "Fewest distinct sessions that a published count, or a place, role and event in one quote, rests on. 1: off.",
        ),
      signed_off: z
        .array(z.string())
        .default([])
        .describe("Ids of mentions whose quotes a person has cleared in spite of a rare place, role and event."),
    })
    .prefault({})
    .describe("What may leave the house: small counts are held back, telling quotes wait for a person."),
});
export type Pipeline = z.infer<typeof Pipeline>;
export type Limits = Pipeline["limits"];
export type Disclosure = Pipeline["disclosure"];
