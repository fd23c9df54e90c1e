/** Shortest name of which a slip of the pen can be told from another name. */
const FEWEST_LETTERS = 5;

/**
 * Names of a document as somebody in haste may have typed them: a letter left out, put in, changed or swapped with its neighbour
 * ("Kayleihg" for "Kayleigh"). Two words meet where they are equal once each has lost a letter or none.
 */
export class Slips {
  private readonly shortened = new Set<string>();

  add(name: string): void {
    if (name.length >= FEWEST_LETTERS) for (const form of lessOne(name)) this.shortened.add(form);
  }

  /** Whether a word in lower case is a name that was added, or one slip away from one. */
  has(word: string): boolean {
    if (word.length < FEWEST_LETTERS || this.shortened.size === 0) return false;
    for (const form of lessOne(word)) if (this.shortened.has(form)) return true;
    return false;
  }
}

/** A word, and the word without each of its letters in turn. */
function* lessOne(word: string): Iterable<string> {
  yield word;
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}
