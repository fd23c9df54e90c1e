/**
 * First parts that are hyphenated as written: multi-agency, self-harm. Parts that begin many plain words (in, pre, ex, inter) are
 * left out: a line more often ends inside such a word.
 */
const KEEPING_FIRST = new Set(
  "multi non self anti cross well long short high half full early follow two three four five six second third drug gang knife county school street adult victim trauma risk problem evidence peer face decision".split(
    " ",
  ),
);
/** Second parts that are hyphenated as written (gang-related, county-wide); those that end many plain words (led, on, age) are left out. */
const KEEPING_SECOND = new Set(
  "agency related based wide term going quality level known year risk harm crime carrying associated affected informed focused funded making sharing esteem neglect site depth being".split(
    " ",
  ),
);

/**
 * Joins a line that ends in a hyphen with the next one. The hyphen goes (`exploit-` + `ation`) unless it is a real one:
 * the document writes the word with a hyphen elsewhere, a part is one of those commonly hyphenated, the first part
 * already has a hyphen, or a capital or digit stands beside it. A word that the document writes in one piece is always
 * joined. `vocabulary`: lower-case words of the document, hyphens included.
 */
export function joinHyphenatedLineEnd(line: string, next: string, vocabulary: ReadonlySet<string>): string {
  const first = /[\p{L}\d][\p{L}\d'-]{0,40}-$/u.exec(line.slice(-43))?.[0].slice(0, -1) ?? "";
  const second = /^[\p{L}\d']{1,40}/u.exec(next)?.[0] ?? "";
  return keepsHyphen(first, second, vocabulary) ? line + next : line.slice(0, -1) + next;
}

function keepsHyphen(first: string, second: string, vocabulary: ReadonlySet<string>): boolean {
  const one = first.toLowerCase();
  const two = second.toLowerCase();
  if (vocabulary.has(one + two)) return false;
  if (vocabulary.has(`${one}-${two}`)) return true;
  if (first.includes("-") || /\d$/.test(first) || !/^\p{Ll}/u.test(second)) return true;
  return KEEPING_FIRST.has(one) || KEEPING_SECOND.has(two);
}

/** Whether the line ends in a hyphen that cuts or joins a word, and the next one goes on with it. */
export function endsHyphenated(line: string, next: string): boolean {
  return /\p{L}-$/u.test(line.slice(-2)) && /^[\p{L}\d]/u.test(next);
}

/** The words of a document that a hyphenated line end is held against; empty when no line ends in a hyphen. */
export function gatherVocabulary(lines: readonly string[]): ReadonlySet<string> {
  const vocabulary = new Set<string>();
  if (!lines.some((line) => line.endsWith("-"))) return vocabulary;
  for (const line of lines) {
    for (const [word] of line.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu)) vocabulary.add(word);
  }
  return vocabulary;
}
