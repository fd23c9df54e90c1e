import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Disclosure, Stop } from "../model/index.js";

/** A sentence that may be quoted outside the house, masked. */
export interface QuoteCandidate {
  /** Id of the mention, by which it is signed off. */
  readonly id: string;
  /** Review and session together: what must be distinct for a combination not to be rare. */
  readonly session: string;
  readonly text: string;
}

/** A place, a role and an event that one quote names together. Spelled as the lists spell them. */
export interface RareCombination {
  readonly id: string;
  readonly place: string;
  readonly role: string;
  readonly event: string;
  /** Distinct sessions that name the three in one sentence. */
  readonly sessions: number;
}

/** Words by which a quote points at somebody without a name. Phrases, in any case; a phrase's last word may carry a plural or possessive s. */
export interface TellingWords {
  readonly places: readonly string[];
  readonly roles: readonly string[];
  readonly events: readonly string[];
}

/**
 * Reads `roles.txt` and `events.txt` of a lexicon's `disclosure/` folder: one phrase a line, `#` begins a comment.
 *
 * @param lexicon the lexicon's folder
 * @throws Stop when one cannot be read: without it no quote would ever be held
 */
export function loadTellingWords(lexicon: string): Omit<TellingWords, "places"> {
  const read = (name: string): string[] => {
    const file = join(lexicon, "disclosure", name);
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch (error) {
      throw new Stop(
        `${file}: cannot be read (${(error as NodeJS.ErrnoException).code}). Disclosure control needs it; give a lexicon folder that holds it, or set \`disclosure: { national: false }\`.`,
      );
    }
    const lines = text.split("\n").map((line) => line.replace(/#.*/, "").trim());
    return lines.filter((line) => line !== "");
  };
  return { roles: read("roles.txt"), events: read("events.txt") };
}

/**
 * Quotes whose combination of place, role and event is rare: fewer than `threshold` distinct sessions name the three in one sentence, so
 * that somebody who knows the area may know the person. They are held until a person signs them off (`disclosure.signed_off`).
 *
 * @param quotes everything that might be quoted; what is rare is judged over all of it
 * @returns one entry a quote, its rarest combination, sorted by id
 */
export function rareQuotes(
  quotes: Iterable<QuoteCandidate>,
  words: TellingWords,
  threshold: Disclosure["threshold"],
): RareCombination[] {
  const find = { place: finder(words.places), role: finder(words.roles), event: finder(words.events) };
  const sessions = new Map<string, Set<string>>();
  const named: { id: string; combinations: string[] }[] = [];
  for (const quote of quotes) {
    const tokens = wordsOf(quote.text);
    const [places, roles, events] = [find.place(tokens), find.role(tokens), find.event(tokens)];
    const combinations = places.flatMap((p) => roles.flatMap((r) => events.map((e) => [p, r, e].join("\n"))));
    if (combinations.length === 0) continue;
    named.push({ id: quote.id, combinations });
    for (const one of combinations) sessions.set(one, (sessions.get(one) ?? new Set()).add(quote.session));
  }
  const rare = named.flatMap(({ id, combinations }) => {
    const count = (one: string): number => sessions.get(one)?.size ?? 0;
    const [rarest = ""] = combinations.sort((a, b) => count(a) - count(b) || (a < b ? -1 : 1));
    const [place = "", role = "", event = ""] = rarest.split("\n");
    return count(rarest) < threshold ? [{ id, place, role, event, sessions: count(rarest) }] : [];
  });
  return rare.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Most words of a phrase that are looked at, and most distinct phrases of a kind in one quote. */
const LONGEST = 6;
const MOST = 8;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];

/** A function that names the phrases standing in a text's words, longest first at each place, each once. */
function finder(phrases: readonly string[]): (words: readonly string[]) => string[] {
  const known = new Map(phrases.map((phrase) => [wordsOf(phrase).join(" "), phrase]));
  known.delete("");
  const spelled = (words: readonly string[]): string | undefined => {
    const joined = words.join(" ");
    return known.get(joined) ?? known.get(joined.replace(/['’]?s$/, "")) ?? known.get(joined.replace(/es$/, ""));
  };
  return (words) => {
    const found = new Set<string>();
    for (let start = 0; start < words.length && found.size < MOST; start++)
      for (let length = Math.min(LONGEST, words.length - start); length > 0; length--) {
        const phrase = spelled(words.slice(start, start + length));
        if (phrase === undefined) continue;
        found.add(phrase);
        start += length - 1;
        break;
      }
    return [...found].sort();
  };
}
