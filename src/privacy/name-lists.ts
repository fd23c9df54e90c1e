import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stop } from "../model/index.js";

/** What is known of names, as data: `lexicons/names/*.txt`. All words in any case; order does not matter. */
export interface NameLists {
  readonly firstNames: readonly string[];
  readonly surnames: readonly string[];
  /** Names that are also ordinary words ("Will", "Baker"). */
  readonly ordinary: readonly string[];
  /** Those of them that need no article ("Hope", "May"). */
  readonly massWords: readonly string[];
  /** Words and phrases with capitals that are no person ("Snapchat", "Prince's Trust"). */
  readonly neverPeople: readonly string[];
}

/** The lists that come with the program. */
export function shippedNamesFolder(): string {
  return fileURLToPath(new URL("../../lexicons/names/", import.meta.url));
}

/**
 * Reads the five lists of a folder. `#` begins a comment line; white space parts words, and line ends part phrases in
 * `never-people.txt`. Throws Stop when a list is missing or empty: masking without names would let names out.
 */
export function loadNameLists(folder: string = shippedNamesFolder()): NameLists {
  return {
    firstNames: wordsOf(folder, "first-names.txt"),
    surnames: wordsOf(folder, "surnames.txt"),
    ordinary: wordsOf(folder, "ordinary.txt"),
    massWords: wordsOf(folder, "mass-words.txt"),
    neverPeople: linesOf(folder, "never-people.txt"),
  };
}

function linesOf(folder: string, file: string): string[] {
  let text: string;
  try {
    text = readFileSync(join(folder, file), "utf8");
  } catch (error) {
    throw new Stop(
      `The list of names ${file} cannot be read in ${folder} (${(error as NodeJS.ErrnoException).code}). Nothing is masked without it: restore lexicons/names.`,
      2,
    );
  }
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length === 0) throw new Stop(`The list of names ${file} in ${folder} is empty. Restore lexicons/names.`, 2);
  return lines;
}

function wordsOf(folder: string, file: string): string[] {
  return linesOf(folder, file).flatMap((line) => line.split(/\s+/));
}
