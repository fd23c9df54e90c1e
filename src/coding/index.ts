/** Sentences x compiled lexicon -> mentions with facets and the cues that decided. */
export { type CodableDocument, type CodedDocument, codeDocument } from "./code-document.js";
export { settleFacets } from "./settle.js";
