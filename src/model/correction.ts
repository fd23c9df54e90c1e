import { z } from "zod";
import { Span } from "./span.js";

/**
 * What an analyst says of one mention: that it is wrong, that it stands, or that one is missing. One line of corrections.jsonl; it keeps the
 * words it was said of, so that it can be read when the run is long gone. The last line on one mention (or one missing place) wins.
 */
export const Correction = Span.extend({
  kind: z.enum(["wrong", "right", "missing"]),
  by: z.string(),
  /** ISO instant. */
  at: z.string(),
  note: z.string().default(""),
  review: z.string(),
  document: z.string(),
  session: z.string(),
  code: z.string(),
  /** Id of the mention; empty for a missing one. */
  mention: z.string(),
  /** Term that matched; empty for a missing one. */
  term: z.string(),
  /** The words that carry the code, masked. */
  text: z.string(),
  /** The whole sentence, masked. */
  quote: z.string(),
});
export type Correction = z.infer<typeof Correction>;
