import { readCategoryXml } from "./category-xml.js";
import { type Category, category, MALFORMED, type PlainLexicon } from "./dictionary.js";
import type { Tally } from "./tally.js";

/**
 * Lexicoder .lc3: text in which a line that begins with a plus names a category and every other line is one of its wordings. A file that
 * is XML (older versions) is read as such.
 */
export function readLexicoder(text: string, tally: Tally): Category[] {
  if (/^\s*</.test(text)) return readCategoryXml(text, tally);
  const found: Category[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const wording = line.trim();
    if (wording === "") continue;
    if (wording.startsWith("+")) found.push(category([], wording.slice(1).trim()));
    else if (found.length > 0) found.at(-1)!.words.push(wording);
    else tally.add(MALFORMED, `line ${index + 1}: a word before the first category`);
  }
  if (found.length === 0) tally.add(MALFORMED, "no line begins with +");
  return found;
}

/** Writes Lexicoder .lc3 as text. */
export function writeLexicoder({ codes }: PlainLexicon): string {
  return codes.map(({ concept, words }) => `+${concept.id}\n${words.map((word) => `${word}\n`).join("")}`).join("");
}
