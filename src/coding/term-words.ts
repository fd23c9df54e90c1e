/** Terms met before: a lexicon has some thousands, and a text asks about the same few over and over. */
const KNOWN = new Map<string, string>();
const MOST = 50_000;

/** The words that a term itself names, in small letters, with a space around each: marks of the term language are left out. */
export function wordsOfTerm(term: string): string {
  let words = KNOWN.get(term);
  if (words === undefined) {
    words = ` ${term.toLowerCase().replace(/[^a-z'’*-]+/g, " ")} `;
    if (KNOWN.size >= MOST) KNOWN.clear();
    KNOWN.set(term, words);
  }
  return words;
}
