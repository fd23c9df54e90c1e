import type { Vocabulary } from "../../language/index.js";
import { PatternError, parsePattern } from "../pattern.js";

/** Characters that the term language gives a meaning, and those that end a word there. */
const MEANING = /["()|~<>=@*?]/;

/**
 * A wording of another program as a term: words stay, a star at the end of a word (or at its beginning) stays, a lone star is any
 * word. Undefined where it has no such form: a star inside a word, a question mark, no letter at all.
 */
export function termFromWords(wording: string, vocabulary: Vocabulary): string | undefined {
  const words = wording.normalize("NFC").trim().split(/\s+/);
  if (words[0] === "" || !words.some((word) => /[\p{L}\p{N}]/u.test(word))) return undefined;
  const written: string[] = [];
  for (const word of words) {
    // An ampersand is a word of its own: it is read as "and".
    if (word === "*" || word === "&") written.push(word);
    else {
      const bare = word.replace(/^\*|\*$/g, "");
      if (/[*?]/.test(bare) || bare === "") return undefined;
      if (bare !== word && (MEANING.test(bare) || (word.startsWith("*") && word.endsWith("*")))) return undefined;
      if (MEANING.test(bare)) {
        const inner = bare.replaceAll('"', "");
        if (!/[\p{L}\p{N}]/u.test(inner)) continue;
        written.push(`"${inner}"`);
      } else if (/[\p{L}\p{N}]/u.test(bare)) written.push(word);
    }
  }
  const term = written.join(" ");
  return readable(term, vocabulary) ? term : undefined;
}

/** Whether a term can be read. */
export function readable(term: string, vocabulary: Vocabulary): boolean {
  try {
    return parsePattern(term, vocabulary).length > 0;
  } catch (error) {
    if (error instanceof PatternError) return false;
    throw error;
  }
}
