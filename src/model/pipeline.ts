import { z } from "zod";

const size = (units: number) => z.int().positive().default(units);

const dateFrom = z.union([z.literal(""), z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)]).default("");

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
      qda_facets: z
        .enum(["notes", "codes"])
        .default("notes")
        .describe(
          "How project.qdpx says a mention's facets: `notes` links each coding to a note of all seven; `codes` codes the same selection with a code for each facet that is not at its default (trend: rising), under a tree of facets, as programs without notes on codings need it. `agree` reads both.",
        ),
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
      groups: z
        .array(z.string())
        .default([])
        .describe(
          "Names of gangs that are masked like people's, wherever they stand. Others stay readable: they are part of what a review is about.",
        ),
      published_groups: z
        .array(z.string())
        .default([])
        .describe("Names of gangs that stay readable inside the house and are hidden in what is published: national/."),
    })
    .prefault({})
    .describe("What the masking of names is told."),
  national: z
    .strictObject({
      on: z.boolean().default(false).describe("Whether many reviews are told together, in national/."),
      rules: z
        .string()
        .default("national-rules.yaml")
        .describe("File of the rules and wording of the national summary."),
      name: z
        .string()
        .default("")
        .describe(
          "Name by which a later summary compares itself with this one. Default: the date of its latest review.",
        ),
      regions: z.array(z.string()).default([]).describe("Regions taken in; none: all."),
      since: dateFrom.describe("First date of a review taken in, as 2019, 2019-04 or 2019-04-01; empty: open."),
      until: dateFrom.describe("Last date of a review taken in, the whole of its year or month; empty: open."),
      compare: z.string().optional().describe("summary.json of an earlier summary to compare with."),
    })
    .prefault({})
    .describe("What many reviews say together."),
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
  retention: z
    .strictObject({
      days: z
        .int()
        .positive()
        .optional()
        .describe(
          "Days after which a saved run is removed, whether or not somebody decided on its findings, and a cached result that no run used; the latest run stays. Applied after every run and by `runs prune`. Default: never.",
        ),
    })
    .prefault({})
    .describe("How long results are kept."),
  operator: z
    .strictObject({
      metrics: z
        .string()
        .optional()
        .describe(
          "File of Prometheus metrics for the node exporter's textfile folder (its name ends in .prom), replaced in one step after every run, also after one that failed. Counts and times alone, readable by everybody.",
        ),
      on_failure: z
        .array(z.string().min(1))
        .default([])
        .describe(
          "A command and its arguments, started without a shell when a run ends with another exit code than 0. Its environment says TRIANGULUM_EXIT_CODE, TRIANGULUM_PIPELINE and TRIANGULUM_TIME; it is never given a text or a name.",
        ),
    })
    .prefault({})
    .describe("What whoever looks after the nights is told."),
});
export type Pipeline = z.infer<typeof Pipeline>;
export type Limits = Pipeline["limits"];
export type Disclosure = Pipeline["disclosure"];
