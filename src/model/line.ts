import { z } from "zod";
import { Facets } from "./facets.js";

/** A sentence that names a drug line or people moved from a place to a place, as the coder leaves it. */
export const CodedLine = z.object({
  sentence: z.int().nonnegative(),
  /** Index into the document's mentions: the mention that carries the line. */
  mention: z.int().nonnegative(),
  /** Canonical place name. */
  exporter: z.string(),
  /** Canonical place name, or empty for the review's own area. */
  importer: z.string(),
});
export type CodedLine = z.infer<typeof CodedLine>;

/** One sighting of a line. Only present, current evidence is counted; the rest is kept with its mark. */
export const LineSighting = z.object({
  review: z.string(),
  session: z.string(),
  mention: z.string(),
  exporter: z.string(),
  importer: z.string(),
  counted: z.boolean(),
  assertion: Facets.shape.assertion,
  temporality: Facets.shape.temporality,
});
export type LineSighting = z.infer<typeof LineSighting>;

/** An edge of the map: lines.csv. */
export const Line = z.object({
  exporter: z.string(),
  importer: z.string(),
  reviews: z.array(z.string()),
  sessions: z.int().nonnegative(),
  mentions: z.int().nonnegative(),
});
export type Line = z.infer<typeof Line>;
