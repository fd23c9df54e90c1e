/** The lexicon: codebook, terms, cues, frames and places as data; loaded, checked and compiled into one automaton. */
export {
  ALONE,
  type CompiledCue,
  type CompiledLexicon,
  type CompiledTerm,
  compileLexicon,
  ELSEWHERE,
  ENTRY,
  termOf,
} from "./compile.js";
export {
  draftOverlay,
  EXCHANGE_FORMATS,
  type ExchangeFormat,
  exportLexicon,
  formatOf,
  IMPORT_FORMATS,
  type ImportFormat,
  importLexicon,
  type Table,
} from "./exchange/index.js";
export { Found, type Occurrence, ROLE } from "./found.js";
export { lexiconStats, lintLexicon } from "./lint.js";
export { CodesFile, CuesFile, type Lexicon, loadLexicon, readYaml } from "./load.js";
export { distinct, isPromising, occurrences } from "./occurrences.js";
export { PatternError, parsePattern } from "./pattern.js";
export { proposeTerms } from "./proposal.js";
export { Scene } from "./scene.js";
export { sectorsIn } from "./sectors.js";
export { Symbols } from "./symbols.js";
