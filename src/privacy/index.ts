/** Masking before anything is stored: personal details become placeholders, equal ones under one keyed hash. */
export { defaultKeyPath, KEY_BYTES, keyFingerprint, loadKey } from "./key.js";
export { createMasker, type MaskContext, type Masked, type Masker, type MaskerOptions } from "./masker.js";
export { loadNameLists, type NameLists } from "./name-lists.js";
export { type MaskedDocument, type Numbering, numberSlots } from "./numbering.js";
