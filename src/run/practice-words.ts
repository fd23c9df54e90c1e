import type { Lexicon } from "../lexicon/index.js";
import type { Transcript } from "../model/index.js";
import type { Masker, NameLists } from "../privacy/index.js";

/** A word of a term or cue, outside the names of groups (`@home`). */
const WORD = /@[a-z-]+|[A-Za-z]{4,}/g;
/** Endings under which a lemma meets us in talk. */
const ENDINGS = ["", "s", "es", "d", "ed", "ing", "er", "ers"];

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

function wordsOf({ concepts, cues, macros }: Lexicon): Set<string> {
  const sources = [
    ...concepts.flatMap(({ prefLabel, terms }) => [
      prefLabel,
      ...terms.map((term) => (typeof term === "string" ? term : term.term)),
    ]),
    ...cues.flatMap(({ patterns }) => patterns),
    ...Object.values(macros).flat(),
  ];
  const words = new Set<string>();
  for (const source of sources)
    for (const [word] of source.matchAll(WORD)) {
      if (word.startsWith("@")) continue;
      const lower = word.toLowerCase();
      for (const ending of ENDINGS) words.add(lower + ending);
      // take -> taking, rehouse -> rehousing
      if (lower.endsWith("e")) words.add(`${lower.slice(0, -1)}ing`);
    }
  return words;
}

/** One sentence a word, each in a block of its own: "Cuckooing is a big problem here." */
function sentencesOf(words: readonly string[]): Transcript {
  let text = "";
  const blocks = words.map((word) => {
    const start = text.length;
    text += `${word.charAt(0).toUpperCase()}${word.slice(1)} is a big problem here.\n`;
    return { start, end: text.length - 1, kind: "paragraph" as const, turn: 0, leadIn: -1 };
  });
  return {
    text,
    blocks,
    turns: [{ start: 0, end: text.length, speaker: "", role: "participant", time: "" }],
    record: "notes",
  };
}
