import type { LanguageUse, ReviewResult } from "../model/index.js";

/** What stands in published outputs for a named group that the pipeline hides there. */
const HIDDEN = "[GROUP]";

/** Takes names of groups (gangs) out of what leaves the house; inside it they stay readable. */
export interface GroupHider {
  text(text: string): string;
  /** A review without the names in anything that it says; its texts are left as they are and must not be published. */
  review(review: ReviewResult): ReviewResult;
  /** Words that sectors use, without those that are part of a name. */
  language(uses: readonly LanguageUse[]): LanguageUse[];
}

/** Fewest letters of a word of a name by which it is known among collocates: "boys" of "Longmoor Boys" is not. */
const TELLING = 5;

/**
 * Hides names in any case of letters, with any white space between their words, where no letter or figure stands right beside them. Of
 * names that begin alike the longest is taken. Without names everything stays as it is.
 */
export function hideGroups(names: readonly string[]): GroupHider {
  const written = names.map((name) => name.trim()).filter((name) => name !== "");
  if (written.length === 0) return { text: (text) => text, review: (review) => review, language: (uses) => [...uses] };
  const words = new Set(written.map((name) => name.toLowerCase()));
  for (const word of written.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)))
    if (word.length >= TELLING) words.add(word);
  const choices = [...written]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s{1,4}"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  const text = (raw: string): string => raw.replace(pattern, HIDDEN);
  const clean = <T>(value: T): T => {
    if (typeof value === "string") return text(value) as T;
    if (Array.isArray(value)) return value.map(clean) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) as T;
  };
  return {
    text,
    review: ({ texts, ...said }) => ({ ...clean(said), texts }),
    language: (uses) => uses.filter(({ term }) => !words.has(term.toLowerCase())),
  };
}
