/** Finds the files of an archive and what is known of them. Read-only: nothing here writes, and no transcript is opened as text. */
export { checkMetadata } from "./check-metadata.js";
export { COLUMNS } from "./columns.js";
export { discover } from "./discover.js";
export { draftMetadata } from "./draft-metadata.js";
