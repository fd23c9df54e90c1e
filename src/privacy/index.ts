/**
 * Masking before anything is stored: personal details become placeholders, equal ones under one keyed hash. And disclosure
 * control of what leaves the house: small counts and telling quotes are held back.
 */
export {
  type Counted,
  type CountTable,
  isSmall,
  type ProtectedTable,
  printCount,
  protectTable,
  type Shown,
  SUPPRESSED,
  shownCount,
} from "./disclosure.js";
export { English } from "./english.js";
export { type GroupHider, hideGroups } from "./hidden-groups.js";
export { defaultKeyPath, KEY_BYTES, keyFingerprint, loadKey } from "./key.js";
export { createMasker, type MaskContext, type Masked, type Masker, type MaskerOptions } from "./masker.js";
export { loadNameLists, type NameLists } from "./name-lists.js";
export { type MaskedDocument, type Numbering, numberSlots } from "./numbering.js";
export {
  loadTellingWords,
  type QuoteCandidate,
  type RareCombination,
  rareQuotes,
  type TellingWords,
} from "./rare-quotes.js";
