import { type Category, category, MALFORMED, type PlainLexicon } from "./dictionary.js";
import { counted, type Kind, type Tally } from "./tally.js";

const CONDITIONAL: Kind = {
  rule: "conditional-word",
  severity: "warning",
  message: (count) =>
    `${counted(count, "word")} counts only beside another word (written in brackets or as <…>), which was not carried over: the word was left out.`,
  wayOut: "Write it as a term with company.",
};
const UNKNOWN_NUMBER: Kind = {
  rule: "unknown-category",
  severity: "warning",
  message: (count) => `${counted(count, "word")} names a category number that the head of the file does not hold.`,
  wayOut: "Add the category between the two percent signs, or correct the number.",
};

/**
 * LIWC .dic: between two lines of a percent sign the categories, each a number and a name (deeper ones with more tabs before them);
 * then a word a line with the numbers of its categories.
 */
export function readLiwc(text: string, tally: Tally): Category[] {
  const lines = text.split("\n");
  const [head, foot] = lines.flatMap((line, index) => (line.trim() === "%" ? [index] : []));
  if (head === undefined || foot === undefined) {
    tally.add(MALFORMED, "two lines of a percent sign around the categories are missing");
    return [];
  }
  const byNumber = new Map<string, Category>();
  const above: { indent: number; name: string }[] = [];
  for (const [index, line] of lines.slice(head + 1, foot).entries()) {
    if (line.trim() === "") continue;
    const match = /^(\s*)(\d+)\s+(\S.*)$/.exec(line);
    if (!match) {
      tally.add(MALFORMED, `line ${head + 2 + index}`);
      continue;
    }
    const indent = match[1]!.length;
    while (above.length > 0 && above.at(-1)!.indent >= indent) above.pop();
    const name = match[3]!.trim();
    byNumber.set(
      match[2]!,
      category(
        above.map((one) => one.name),
        name,
      ),
    );
    above.push({ indent, name });
  }
  for (const [index, line] of lines.slice(foot + 1).entries()) {
    if (line.trim() === "") continue;
    const place = `line ${foot + 2 + index}`;
    if (/[<(]/.test(line)) {
      tally.add(CONDITIONAL, place);
      continue;
    }
    const entry = entryOf(line.trim());
    if (!entry) {
      tally.add(MALFORMED, place);
      continue;
    }
    for (const number of entry.numbers) {
      const own = byNumber.get(number);
      if (own) own.words.push(entry.word);
      else tally.add(UNKNOWN_NUMBER, place);
    }
  }
  return [...byNumber.values()];
}

/** A word with its numbers: after a tab by the book, after spaces where somebody typed it. Undefined for anything else. */
function entryOf(line: string): { word: string; numbers: string[] } | undefined {
  const tab = line.indexOf("\t");
  const pieces = (tab < 0 ? line : line.slice(tab)).split(/\s+/).filter((piece) => piece !== "");
  let first = pieces.length;
  while (first > 0 && /^\d+$/.test(pieces[first - 1]!)) first--;
  const word = tab < 0 ? pieces.slice(0, first).join(" ") : line.slice(0, tab).trim();
  const numbers = pieces.slice(first);
  return word === "" || numbers.length === 0 || (tab >= 0 && first > 0) ? undefined : { word, numbers };
}

/** Writes LIWC .dic: numbers from 1 in codebook order, words in small letters and in order, each once with all its numbers. */
export function writeLiwc({ codes }: PlainLexicon): string {
  const numbers = new Map<string, number[]>();
  for (const [index, { words }] of codes.entries()) {
    for (const word of new Set(words.map((one) => one.toLowerCase()))) {
      const own = numbers.get(word) ?? [];
      own.push(index + 1);
      numbers.set(word, own);
    }
  }
  const head = codes.map(({ concept }, index) => `${index + 1}\t${concept.id}\n`);
  const body = [...numbers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, own]) => `${word}\t${own.join("\t")}\n`);
  return `%\n${head.join("")}%\n${body.join("")}`;
}
