import type { Lexicon } from "../lexicon/index.js";
import type { Transcript } from "../model/index.js";
import type { Masker, NameLists } from "../privacy/index.js";

/** A word of a term or cue, outside the names of groups (`@home`). */
const WORD = /@[a-z-]+|[A-Za-z]{4,}/g;
/** A word that already stands in a form of its own takes no further ending. */
const INFLECTED = /(?:s|ed|ing|ers?|ly|ion|ment|ness|ity)$/;

/**
 * Words of practice that the masker would take for people, because they begin a sentence and no dictionary has them ("Cuckooing",
 * "Rehoused"): masked, they could not be coded. Each word of the lexicon is put before the masker at the head of a sentence; those that it
 * would mask are returned, to be kept. Words that are names as well ("Charlie", "Molly") are left to the masker's own judgement.
 */
export function practiceWords(lexicon: Lexicon, { firstNames, surnames }: NameLists, masker: Masker): string[] {
  const names = new Set([...firstNames, ...surnames].map((name) => name.toLowerCase()));
  const words = [...wordsOf(lexicon)].filter((word) => !names.has(word)).sort();
  const transcript = sentencesOf(words);
  const masked = masker.mask(transcript, { speakers: [], extraNames: [] });
  const { text, blocks } = masked.transcript;
  return words.filter((_, index) => text.startsWith("[", blocks[index]?.start));
}

/** Words of terms in the forms of talk, and of cues and groups as they are written. */
function wordsOf({ concepts, cues, macros }: Lexicon): Set<string> {
  const words = new Set<string>();
  const sources = concepts.flatMap(({ prefLabel, terms }) => [
    prefLabel,
    ...terms.map((term) => (typeof term === "string" ? term : term.term)),
  ]);
  for (const word of wordsIn(sources))
    for (const form of INFLECTED.test(word) ? [word] : formsOf(word)) words.add(form);
  for (const word of wordsIn([...cues.flatMap(({ patterns }) => patterns), ...Object.values(macros).flat()]))
    words.add(word);
  return words;
}

function* wordsIn(sources: readonly string[]): Iterable<string> {
  for (const source of sources)
    for (const [word] of source.matchAll(WORD)) if (!word.startsWith("@")) yield word.toLowerCase();
}

function formsOf(word: string): string[] {
  // rehouse: rehousing, rehoused
  const stem = word.endsWith("e") ? word.slice(0, -1) : word;
  return [word, `${word}s`, `${stem}ed`, `${stem}ing`];
}

/** One sentence a word, each in a block of its own: "Cuckooing is here." */
function sentencesOf(words: readonly string[]): Transcript {
  let text = "";
  const blocks = words.map((word) => {
    const start = text.length;
    text += `${word.charAt(0).toUpperCase()}${word.slice(1)} is here.\n`;
    return { start, end: text.length - 1, kind: "paragraph" as const, turn: 0, leadIn: -1 };
  });
  return {
    text,
    blocks,
    turns: [{ start: 0, end: text.length, speaker: "", role: "participant", time: "" }],
    record: "notes",
  };
}
