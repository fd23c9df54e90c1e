/** Most plain wordings that one term is written out as; a term of more is left out. */
export const MOST_WORDINGS = 500;

/** Why a wording cannot be said in plain words. */
export type Obstacle = "gap" | "open group" | "any word" | "too many";

/** A term written out: its wordings, what stood in the way of others, and what the words alone no longer say. */
export interface PlainWords {
  /** Words with one space between; a star at the beginning or end of a word stands for the rest of it. */
  readonly wordings: readonly string[];
  readonly obstacles: ReadonlySet<Obstacle>;
  /** Holds words that match by lemma, exact forms, and exact case. */
  readonly lemma: boolean;
  readonly form: boolean;
  readonly caseful: boolean;
}

/** What is noted on the way through a term. */
interface Notes {
  obstacles: Set<Obstacle>;
  lemma: boolean;
  form: boolean;
  caseful: boolean;
}

/**
 * Writes a readable term (see lexicons/README.md) out as plain wordings: alternatives and closed groups become one wording each.
 * Gaps, open groups (places, numbers, people) and "any word" have no plain form and are named as obstacles.
 */
export function plainWords(term: string, macros: Readonly<Record<string, readonly string[]>>): PlainWords {
  const notes: Notes = { obstacles: new Set(), lemma: false, form: false, caseful: false };
  const wordings = expand(term, macros, notes);
  return { wordings: [...new Set(wordings.filter((wording) => wording !== ""))], ...notes };
}

function expand(text: string, macros: Readonly<Record<string, readonly string[]>>, notes: Notes): string[] {
  let wordings = [""];
  for (const item of split(text, /\s/)) {
    const options = optionsOf(item, macros, notes);
    if (wordings.length * options.length > MOST_WORDINGS) {
      notes.obstacles.add("too many");
      return [];
    }
    wordings = wordings.flatMap((left) => options.map((right) => `${left} ${right}`.trim()));
  }
  return wordings;
}

function optionsOf(item: string, macros: Readonly<Record<string, readonly string[]>>, notes: Notes): string[] {
  const obstacle = (what: Obstacle): string[] => {
    notes.obstacles.add(what);
    return [];
  };
  if (item.startsWith("("))
    return split(item.slice(1, -1), /\|/, true).flatMap((option) =>
      option.trim() === "" ? [""] : expand(option, macros, notes),
    );
  if (/^(?:~|<>)\d/.test(item)) return obstacle("gap");
  if (item === "*") return obstacle("any word");
  if (item.startsWith("@")) {
    const entries = Object.hasOwn(macros, item.slice(1)) ? macros[item.slice(1)] : undefined;
    return entries ? entries.flatMap((entry) => expand(entry, macros, notes)) : obstacle("open group");
  }
  if (item.startsWith('"')) {
    notes.form = true;
    return [item.slice(1, -1).trim()];
  }
  if (item.startsWith("=")) {
    notes.caseful = true;
    return [item.slice(1)];
  }
  if (!item.includes("*")) notes.lemma = true;
  return [item];
}

/** Splits outside brackets and quotation marks; empty pieces are kept where they mean something. */
function split(text: string, at: RegExp, keepEmpty = false): string[] {
  const pieces: string[] = [];
  let piece = "";
  let depth = 0;
  let quoted = false;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    else if (c === "(" && !quoted) depth++;
    else if (c === ")" && !quoted) depth--;
    if (depth === 0 && !quoted && at.test(c)) {
      pieces.push(piece);
      piece = "";
    } else piece += c;
  }
  pieces.push(piece);
  return keepEmpty ? pieces : pieces.filter((one) => one !== "");
}
