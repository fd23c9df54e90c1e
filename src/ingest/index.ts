/** Bytes of one document to a transcript with turns, and the sessions that stand in it. Never throws on bad input. */
export { type ReadCodings, readHumanCodings } from "./human-codings.js";
export { mendCharacters } from "./mend/mend-characters.js";
export { parse } from "./parse.js";
export type { Parsed, ParsedParagraph } from "./parsed.js";
export { type Part, splitSessions, toSlug } from "./sessions/split-sessions.js";
export { type TranscriptOptions, toTranscript } from "./turns/to-transcript.js";
