import { parse } from "../ingest/index.js";
import type { Format, Limits } from "../model/index.js";

/**
 * A process of its own that opens the formats with heavy parsers, one document after the other, so that a file that was made to
 * exhaust its reader takes this process with it and nothing else. Started by `parsers.ts`.
 */
process.on("message", async ({ format, bytes, limits }: { format: Format; bytes: Uint8Array; limits: Limits }) => {
  const parsed = await parse(format, bytes, limits);
  // Without a parent there is nobody to answer, and nothing left to keep the process alive.
  if (process.connected) process.send?.(parsed);
});
