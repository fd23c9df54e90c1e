/** Text as sentences and tokens with exact offsets, and what is known of a word from its form. */
export { codeUnitsOf } from "./code-units.js";
export { partOfSpeechAt, readClosely, type TaggedToken } from "./doubt.js";
export { type KeptSegments, keepSegments, segmentsFrom } from "./kept-segments.js";
export { lemmaOf } from "./lemma.js";
export { normalForm } from "./normal-form.js";
export { emptyTokens, scan, type TokenColumns, type Tokens } from "./scan.js";
export { type Segments, segment } from "./segments.js";
export { spanOf, splitSentences, type TokenRun } from "./sentences.js";
export { TOKEN, Vocabulary, type WordType } from "./vocabulary.js";
