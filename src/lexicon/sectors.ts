import { normalForm } from "../language/index.js";
import { type Agency, SECTORS, type Sector } from "../model/index.js";

/**
 * Sectors named in a short string such as a session label or a file name ("Focus group 3 – Housing and ASB"), in the order of SECTORS.
 * Longer agency names win over shorter ones inside them. Empty when none is named.
 */
export function sectorsIn(label: string, agencies: readonly Agency[]): Sector[] {
  const words = label
    .replace(/[_\-–—./\\&,;:()]+/g, " ")
    .split(/\s+/)
    .filter(Boolean);
  const plain = words.map(normalForm);
  const found = new Set<Sector>();
  const taken = new Array<boolean>(words.length).fill(false);
  const names = agencies
    .flatMap((agency) =>
      [agency.name, ...agency.also].map((name) => ({
        sector: agency.sector,
        words: name
          .replace(/[-–—./&,]+/g, " ")
          .split(/\s+/)
          .filter(Boolean),
      })),
    )
    .sort((a, b) => b.words.length - a.words.length || (a.words.join(" ") < b.words.join(" ") ? -1 : 1));
  for (const name of names) {
    const capitals = name.words.length === 1 && /^[A-Z]{2,6}$/.test(name.words[0]!);
    for (let i = 0; i + name.words.length <= words.length; i++) {
      const fits = name.words.every(
        (w, k) => (capitals ? words[i + k] === w : same(plain[i + k]!, normalForm(w))) && !taken[i + k],
      );
      if (!fits) continue;
      for (let k = 0; k < name.words.length; k++) taken[i + k] = true;
      found.add(name.sector);
    }
  }
  return SECTORS.filter((sector) => found.has(sector) && sector !== "unknown");
}

/** Equal but for a plural or possessive ending. */
function same(a: string, b: string): boolean {
  return a === b || a.replace(/'?s'?$/, "") === b.replace(/'?s'?$/, "");
}
