import type { Concept, Term } from "../../model/index.js";
import type { Kind } from "./tally.js";

/** What one file may hold; more is cut and said. */
export const BOUNDS = {
  /** Bytes of a file. */
  bytes: 16 * 1024 * 1024,
  /** Bytes of an archive of which one file is read. */
  archive: 64 * 1024 * 1024,
  /** Categories inside one another. */
  depth: 32,
  categories: 5_000,
  /** Wordings of all categories together. */
  words: 200_000,
  /** UTF-16 units of one wording or label. */
  wording: 200,
  /** UTF-16 units of a definition or note. */
  prose: 4_000,
} as const;

/** A category of another program's dictionary, as it stands in the file. */
export interface Category {
  /** Names of the categories that it stands in, outermost first. */
  readonly path: readonly string[];
  readonly name: string;
  /** Wordings as that program writes them: words with spaces between, a star for the rest of a word. */
  readonly words: string[];
  /** Terms in the language of our lexicon, where the format carries them. */
  readonly terms: (string | Term)[];
  /** What else the file says of it, in the words of a code. */
  readonly says: Partial<Concept>;
  /** A code of its own, though it holds no wording and others stand in it. */
  codable?: boolean;
  /** Id of the code where the file tells it beside the name. */
  id?: string;
}

/** A code with the wordings that another program can match, and nothing that it cannot. */
export interface PlainCode {
  readonly concept: Concept;
  /** Without repeats, in the order of the terms. */
  readonly words: readonly string[];
}

/** What a writer of a format is given. */
export interface PlainLexicon {
  readonly title: string;
  readonly version: string;
  readonly codes: readonly PlainCode[];
}

/** Rows of a table under their column names, not yet written as CSV. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A category without words yet. */
export function category(path: readonly string[], name: string, says: Partial<Concept> = {}): Category {
  return { path, name, words: [], terms: [], says };
}

/** The file is not of its format; nothing of it was read, or nothing after the place that is named. */
export const MALFORMED: Kind = {
  rule: "malformed",
  severity: "error",
  message: (count) => `${count === 1 ? "One place is" : `${count} places are`} not of the format.`,
  wayOut: "Compare the file with the format's description, or export it again from its program.",
};

/** Something of a file that went past a bound. */
export const TOO_DEEP: Kind = {
  rule: "too-deep",
  severity: "error",
  message: (count) =>
    `${count === 1 ? "One part lies" : `${count} parts lie`} deeper than ${BOUNDS.depth} levels and was left out.`,
  wayOut: "Flatten the dictionary before it is imported.",
};
