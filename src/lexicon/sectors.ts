import { normalForm } from "../language/index.js";
import { type Agency, SECTORS, type Sector } from "../model/index.js";

/** A name of an agency, cut into the keys by which its words are met; `rank` orders longer names before shorter ones, then by the alphabet. */
interface SectorName {
  readonly sector: Sector;
  readonly keys: readonly string[];
  readonly rank: number;
}

/** The names of each list of agencies by the key of their first word: a list is read once, not once a label. */
const compiled = new WeakMap<readonly Agency[], Map<string, SectorName[]>>();

/**
 * Sectors named in a short string such as a session label or a file name ("Focus group 3 – Housing and ASB"), in the order of SECTORS.
 * Longer agency names win over shorter ones inside them. Empty when none is named. The list of agencies must not change afterwards.
 */
export function sectorsIn(label: string, agencies: readonly Agency[]): Sector[] {
  const words = label
    .replace(/[_\-–—./\\&,;:()]+/g, " ")
    .split(/\s+/)
    .filter(Boolean);
  const keys = words.map(keyOf);
  const byFirst = namesOf(agencies);
  const fits = words.flatMap((word, at) =>
    [...(byFirst.get(keys[at]!) ?? []), ...(byFirst.get(exactly(word)) ?? [])]
      .filter((name) => name.keys.every((key, k) => keys[at + k] === key || exactly(words[at + k] ?? "") === key))
      .map((name) => ({ name, at })),
  );
  fits.sort((a, b) => a.name.rank - b.name.rank || a.at - b.at);
  const found = new Set<Sector>();
  const taken = new Array<boolean>(words.length).fill(false);
  for (const { name, at } of fits) {
    const to = at + name.keys.length;
    if (taken.slice(at, to).includes(true)) continue;
    taken.fill(true, at, to);
    found.add(name.sector);
  }
  return SECTORS.filter((sector) => found.has(sector) && sector !== "unknown");
}

function namesOf(agencies: readonly Agency[]): Map<string, SectorName[]> {
  const known = compiled.get(agencies);
  if (known) return known;
  const names = agencies
    .flatMap(({ name, also, sector }) => [name, ...also].map((wording) => ({ sector, words: wordsOf(wording) })))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length || (a.words.join(" ") < b.words.join(" ") ? -1 : 1));
  const byFirst = new Map<string, SectorName[]>();
  names.forEach(({ sector, words }, rank) => {
    const capitals = words.length === 1 && /^[A-Z]{2,6}$/.test(words[0]!);
    const keys = capitals ? [exactly(words[0]!)] : words.map(keyOf);
    const sharing = byFirst.get(keys[0]!) ?? [];
    byFirst.set(keys[0]!, sharing);
    sharing.push({ sector, keys, rank });
  });
  compiled.set(agencies, byFirst);
  return byFirst;
}

function wordsOf(name: string): string[] {
  return name
    .replace(/[-–—./&,]+/g, " ")
    .split(/\s+/)
    .filter(Boolean);
}

/** Equal for forms that are equal but for a plural or possessive ending. */
function keyOf(word: string): string {
  return normalForm(word).replace(/'?s'?$/, "");
}

/** The key of an abbreviation, which is met only as it is written; no other key begins with a blank. */
function exactly(word: string): string {
  return ` ${word}`;
}
