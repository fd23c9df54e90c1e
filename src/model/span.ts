import { z } from "zod";

/**
 * A stretch of text: half-open `[start, end)`, counted in UTF-16 code units into the *stored* text of one document
 * (masked and mended, see `DocumentResult.text`). Every offset in the program has this unit and this origin, except
 * inside `ingest` and `privacy`, which say otherwise where they differ.
 */
export const Span = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Span = Readonly<z.infer<typeof Span>>;
