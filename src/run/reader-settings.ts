import type { Lexicon } from "../lexicon/index.js";
import type { Pipeline } from "../model/index.js";
import { loadKey, loadNameLists } from "../privacy/index.js";
import type { Cache } from "../store/index.js";
import { maskerOf, type ReaderSettings } from "./document.js";
import { practiceWords } from "./practice-words.js";
import { hashOf } from "./words.js";

/** What documents are read with: key and lists of names as this machine has them. The lexicon's own words are not yet kept readable. */
function plainSettings({ limits, privacy }: Pick<Pipeline, "limits" | "privacy">, lexicon: Lexicon): ReaderSettings {
  return { lexicon, limits, key: loadKey(), names: loadNameLists(), ...privacy };
}

/**
 * What documents are read with. Which words of the lexicon must be kept from masking is found once and remembered.
 *
 * @param memory where it is remembered; the key tells lexicon, lists and program apart. Without one it is found again.
 */
export async function readerSettings(
  pipeline: Pick<Pipeline, "limits" | "privacy">,
  lexicon: Lexicon,
  memory?: { cache: Cache; version: string },
): Promise<ReaderSettings> {
  const settings = plainSettings(pipeline, lexicon);
  const key = hashOf(
    "practice words",
    memory?.version ?? "",
    lexicon.hash,
    JSON.stringify([settings.names, pipeline.privacy]),
  );
  let words = (await memory?.cache.get(key)) as string[] | undefined;
  if (words === undefined) {
    words = practiceWords(lexicon, settings.names, maskerOf(settings));
    await memory?.cache.put(key, words);
  }
  return { ...settings, keep: [...settings.keep, ...words] };
}
