import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Effects } from "./effects.js";

/** A line of `out/exports.jsonl`: files of a run that were written elsewhere, so that it can be said who may still hold what. */
const Export = z.object({
  at: z.string(),
  run: z.string(),
  /** Folder they were written to. */
  to: z.string(),
  /** Names of the formats, or `all`. */
  formats: z.array(z.string()),
});
export type Export = z.infer<typeof Export>;

/** Notes that files of a run left the output folder. */
export async function noteExport(out: string, made: Export, effects: Effects): Promise<void> {
  await effects.append(join(out, "exports.jsonl"), `${JSON.stringify(made)}\n`);
}

/** All exports that were noted, oldest first; a line that cannot be read is passed over. */
export async function readExports(out: string): Promise<Export[]> {
  const text = await readFile(join(out, "exports.jsonl"), "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    try {
      return [Export.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}
