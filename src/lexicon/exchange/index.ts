/** Lexicons to and from the dictionaries of other programs. */
export type { Table } from "./dictionary.js";
export { type Draft, type DraftFile, draftOverlay } from "./draft.js";
export { type ExportedLexicon, exportLexicon } from "./export.js";
export { EXCHANGE_FORMATS, type ExchangeFormat, formatOf } from "./formats.js";
export { type ImportedLexicon, importLexicon } from "./import.js";
