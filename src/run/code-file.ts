import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { loadLexicon } from "../lexicon/index.js";
import { type DocumentResult, Format, Stop } from "../model/index.js";
import { documentReader, joinHalves } from "./document.js";
import type { Definition } from "./pipeline.js";
import { readerSettings } from "./reader-settings.js";

/**
 * Reads and codes one file by itself, outside any archive and cache: what `agree` holds against a person's coding.
 *
 * @throws Stop when the file cannot be opened or has an ending that is not read.
 */
export async function codeFile(path: string, definition: Definition): Promise<DocumentResult> {
  const format = Format.safeParse(extname(path).slice(1).toLowerCase());
  if (!format.success)
    throw new Stop(`${path}: files of this ending are not read; expected one of ${Format.options.join(", ")}.`);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${path} cannot be read (${error.code}).`);
  });
  const read = documentReader(await readerSettings(definition, loadLexicon(definition.lexicon, definition.overlays)));
  return joinHalves(await read({ format: format.data, path: basename(path), rows: [], source: { bytes } }));
}
