import { type Concept, SECTORS, type Sector } from "../model/index.js";
import type { Wording } from "./rules.js";
import { fill } from "./template.js";

/** A stretch of running text and its grammatical number, which decides the form of the verb that follows. */
export type Phrase = { readonly text: string; readonly many: boolean };

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A whole number in words up to ten, in figures above. Zero is "no", as in "no sessions". */
export function number(n: number): string {
  return SMALL[n] ?? String(n);
}

/** "one session", "three sessions". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/**
 * A share of a known whole: "three of seven sessions", "all seven sessions", "both sessions", "the only session".
 * From ten units both numbers stand in figures with a per cent: "5 of 12 sessions (42 per cent)"; below ten a per cent
 * would claim a precision that the units do not have.
 */
export function share(n: number, total: number, unit = "session"): string {
  if (n > 0 && n === total) {
    if (total === 1) return `the only ${unit}`;
    return total === 2 ? `both ${unit}s` : `all ${number(total)} ${unit}s`;
  }
  const units = total === 1 ? unit : `${unit}s`;
  if (total < 10) return `${n === 0 ? "none" : number(n)} of ${number(total)} ${units}`;
  return `${n} of ${total} ${units} (${Math.round((100 * n) / total)} per cent)`;
}

/** "police, housing and health"; a comma before the last where an "and" inside an item would be taken for the joining one. */
export function list(items: readonly string[], joiner = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  const ambiguous = items.length === 2 ? items.slice(0, 1) : items;
  const comma = ambiguous.some((item) => item.includes(" and ")) ? "," : "";
  return `${items.slice(0, -1).join(", ")}${comma} ${joiner} ${items.at(-1)}`;
}

/** The first `most` items in words, and how many more there are. */
export function listUpTo(items: readonly string[], most: number, unit: string): string {
  if (items.length <= most) return list(items);
  return list([...items.slice(0, most), `${items.length - most} more ${unit}`]);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sectors of several sessions, each once, in the order of the closed list. */
export function sectorsOf(sessions: readonly { readonly sectors: readonly Sector[] }[]): Sector[] {
  const found = new Set(sessions.flatMap((session) => session.sectors));
  return SECTORS.filter((sector) => found.has(sector));
}

/** Sectors in running text. Number: police say, education says, education and health say. */
export function sectorPhrase(sectors: readonly Sector[], wording: Wording): Phrase {
  const names = sectors.map((sector) => wording.sectors[sector] ?? { name: sector, plural: false });
  return { text: list(names.map((name) => name.name)), many: names.length > 1 || names.some((name) => name.plural) };
}

/**
 * A code in running text. Without an entry in the wording the preferred label is used with its first letter lowered,
 * unless the first word is an abbreviation or a name (a capital or a figure past its first letter).
 */
export function codePhrase(code: string, label: string | undefined, wording: Wording): Phrase {
  const entry = wording.codes[code];
  if (entry !== undefined) return { text: entry.name, many: entry.plural };
  const name = label ?? code.replaceAll("-", " ");
  const first = name.split(" ", 1)[0] ?? "";
  const common = first.length > 1 && !/[A-Z0-9]/.test(first.slice(1));
  return { text: common ? name.charAt(0).toLowerCase() + name.slice(1) : name, many: false };
}

/** What rises or falls where a code is said to: its own words in the wording, by its theme something around it, else the code. */
export function coursePhrase(concept: Pick<Concept, "id" | "theme">, phrase: Phrase, wording: Wording): Phrase {
  const own = wording.codes[concept.id]?.course;
  if (own !== undefined) return { text: own, many: false };
  if (!wording.course.themes.includes(concept.theme)) return phrase;
  return { text: fill([wording.course.template], { code: phrase }, "clause"), many: false };
}
