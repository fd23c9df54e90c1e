import { createHash } from "node:crypto";
import { dateInName, type ReadDate } from "./dates.js";

/** Words of a folder's name that say what it is rather than where. */
const NOT_A_PLACE = new Set(
  (
    "locality review reviews lr report reports notes note transcript transcripts interview interviews focus group groups fieldwork visit visits " +
    "session sessions data archive final draft copy new anonymised anonymized redacted cleaned raw phase round wave cohort peer rapid assessment " +
    "county-lines county_lines countylines q1 q2 q3 q4 spring summer autumn winter"
  ).split(" "),
);
const SMALL = new Set(["and", "by", "in", "le", "of", "on", "the", "under", "upon", "with", "super"]);

/**
 * A name as an id: lower-case letters a to z, digits and single hyphens, at most 100 characters, never empty. Accents are dropped; a name
 * without any such character, and the tail of a very long one, becomes a short hash of the name.
 */
export function kebab(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/&/gu, " and ")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
  const hash = () => createHash("sha256").update(name.normalize("NFC")).digest("hex").slice(0, 8);
  if (slug === "") return `review-${hash()}`;
  return slug.length > 100 ? `${slug.slice(0, 90).replace(/-$/u, "")}-${hash()}` : slug;
}

/** Area and date as a folder's name lets us guess them ("York locality review May 2019" -> York, 2019-05-01). */
export function guessFromName(folder: string): { area: string; date: ReadDate | undefined } {
  const { date, rest } = dateInName(folder.normalize("NFC"));
  const words = rest
    .replace(/\bcounty[\s_-]lines\b/giu, " ")
    .split(/[\s_.,;()[\]–—-]+/u)
    .filter((word) => word !== "" && !NOT_A_PLACE.has(word.toLowerCase()) && !/^v?[0-9]+$/iu.test(word));
  if (words.length === 0) return { area: folder, date };
  const bare = words.join(" ");
  // A name with capitals of its own is believed; one in small or capital letters throughout is written as a place is.
  const cased = bare !== bare.toLowerCase() && (bare !== bare.toUpperCase() || bare.length <= 4);
  const area = cased ? bare : words.map(titled).join(" ");
  return { area, date };
}

function titled(word: string, at: number): string {
  const lower = word.toLowerCase();
  if (at > 0 && SMALL.has(lower)) return lower;
  const [first = ""] = lower;
  return first.toUpperCase() + lower.slice(first.length);
}
