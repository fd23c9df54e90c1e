import { joins, type Word } from "./words.js";

/** A local name in the raw text, by word numbers, half-open. */
export interface LocalNameSpan {
  readonly from: number;
  readonly to: number;
  readonly kind: "operation" | "project" | "meeting";
}

const LEADS: ReadonlyMap<string, LocalNameSpan["kind"]> = new Map([
  ["operation", "operation"],
  ["op", "operation"],
  ["project", "project"],
]);
const ENDS: ReadonlyMap<string, LocalNameSpan["kind"]> = new Map([
  ["panel", "meeting"],
  ["board", "meeting"],
  ["forum", "meeting"],
  ["conference", "meeting"],
  ["project", "project"],
  ["programme", "project"],
  ["scheme", "project"],
]);
const NO_NAMES = new Set(
  "the a an this that our their his her its my your and or of for in on at to we i they he she it if when each every some any no what which is was as but so there these those with by from panel board project operation manager managers officer officers lead leads leader worker workers coordinator management plan plans team teams group groups work director support assistant board management".split(
    " ",
  ),
);
const MOST_WORDS = 4;

/**
 * Names of operations, projects and meetings: "Operation Kestrel", "Project Lighthouse", "the Missing Children Panel". They are
 * neither masked nor coded, only listed. One word after "Operation" belongs to it, and a second with a capital unless it is a person's name
 * (`isPerson`, by lower-case form); a full name ("the Darren Pike Project") is no local name.
 */
export function findLocalNames(words: readonly Word[], isPerson: (lower: string) => boolean): LocalNameSpan[] {
  const found: LocalNameSpan[] = [];
  let free = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word.shape === "code") continue;
    const lead = word.shape === "lower" ? undefined : LEADS.get(word.lower);
    if (lead && isNamed(words[i + 1]) && !NO_NAMES.has(words[i + 1]!.lower) && i >= free) {
      const second = words[i + 2];
      const longer =
        isNamed(second) && !ENDS.has(second!.lower) && !isPerson(second!.lower) && words[i + 1]!.tail === "";
      const to = longer ? i + 3 : i + 2;
      found.push({ from: i, to, kind: lead });
      free = to;
      i = to - 1;
      continue;
    }
    const end = ENDS.get(word.lower);
    if (!end || !joins(word.gap)) continue;
    let from = i;
    while (
      from > free &&
      i - from < MOST_WORDS &&
      isNamed(words[from - 1], true) &&
      !NO_NAMES.has(words[from - 1]!.lower) &&
      !isPerson(words[from - 1]!.lower)
    ) {
      from--;
      if (!joins(words[from]!.gap)) break;
    }
    // A first name before it makes it a full name, whose last name is a person's too.
    const first = words[from - 1];
    if (from < i && from > free && isNamed(first, true) && isPerson(first!.lower) && joins(words[from]!.gap)) continue;
    // One word at the head of a sentence has its capital from there.
    if (
      from === i ||
      (i - from === 1 && words[from]!.weak !== "" && words[from]!.shape === "capital") ||
      words[i]!.weak === "line"
    )
      continue;
    found.push({ from, to: i + 1, kind: end });
    free = i + 1;
  }
  return found;
}

function isNamed(word: Word | undefined, headOfName = false): boolean {
  return (
    word !== undefined &&
    (headOfName || joins(word.gap)) &&
    (word.shape === "capital" || word.shape === "capitals" || word.shape === "mixed") &&
    word.text.length > 1
  );
}
