/** Lexicons to and from the dictionaries of other programs. */
export type { Table } from "./dictionary.js";
export { draftOverlay } from "./draft.js";
export { exportLexicon } from "./export.js";
export { EXCHANGE_FORMATS, type ExchangeFormat, formatOf, IMPORT_FORMATS, type ImportFormat } from "./formats.js";
export { importLexicon } from "./import.js";
