import { emptyTokens, scan, spanOf, splitSentences, TOKEN, Vocabulary } from "../../src/language/index.js";

const vocabulary = new Vocabulary();

/** The sentences of one block, as strings. */
export function sentencesOf(text: string): string[] {
  const tokens = emptyTokens();
  scan(text, 0, text.length, vocabulary, tokens);
  return splitSentences(text, tokens, vocabulary, 0, tokens.start.length).map((run) => {
    const span = spanOf(tokens, run);
    return text.slice(span.start, span.end);
  });
}

/** The words of a text with their lemmas, `word/lemma`. */
export function lemmasOf(text: string): string {
  const tokens = emptyTokens();
  scan(text, 0, text.length, vocabulary, tokens);
  return tokens.type
    .map((id) => vocabulary.types[id]!)
    .filter((type) => type.kind === TOKEN.word)
    .map((type) => `${type.norm}/${type.lemma}`)
    .join(" ");
}
