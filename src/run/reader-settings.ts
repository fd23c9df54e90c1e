import type { Lexicon } from "../lexicon/index.js";
import type { Pipeline } from "../model/index.js";
import { loadKey, loadNameLists } from "../privacy/index.js";
import { maskerOf, type ReaderSettings } from "./document.js";
import { practiceWords } from "./practice-words.js";

/** What documents are read with: key and lists of names as this machine has them, and the lexicon's own words kept readable. */
export function readerSettings(
  { limits, privacy }: Pick<Pipeline, "limits" | "privacy">,
  lexicon: Lexicon,
): ReaderSettings {
  const settings = { lexicon, limits, key: loadKey(), names: loadNameLists(), ...privacy };
  return { ...settings, keep: [...privacy.keep, ...practiceWords(lexicon, settings.names, maskerOf(settings))] };
}
