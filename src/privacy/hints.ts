import type { Detail, Detector } from "./detail.js";

/** What a word hints at: which detectors have to look at its neighbourhood. Bits, so that a word can hint at several. */
export const HINT = { digit: 1, street: 2, birth: 4, mail: 8, handle: 16, url: 32, spoken: 64, postcode: 128 } as const;

const bitsOf = (bit: number, words: string): [string, number][] => words.split(" ").map((word) => [word, bit]);
const HINTS = new Map<string, number>();
for (const [word, bit] of [
  ...bitsOf(
    HINT.street,
    "road street avenue lane close crescent gardens grove terrace mews flat apartment apt unit room plot bedsit maisonette studio",
  ),
  ...bitsOf(HINT.birth, "dob ob b"),
  ...bitsOf(HINT.mail, "dot"),
  ...bitsOf(
    HINT.handle,
    "snapchat snap insta instagram tiktok tik twitter facebook telegram discord kik xbox psn gamer gamertag username user screenname screen handle account profile underscore dollar cash dot",
  ),
  ...bitsOf(
    HINT.url,
    "http https www com me net org uk tv ly ee io wales cymru scot london biz carrd site online blog shop",
  ),
  ...bitsOf(HINT.postcode, "postcode post"),
  ...bitsOf(HINT.spoken, "plus oh zero nought double"),
])
  HINTS.set(word, (HINTS.get(word) ?? 0) | bit);
/** Kinds of street that are other things too: they hint with a capital, or a little behind a number in words. */
const STREETS = new Set(
  "st rd ave ln drive dr court ct cres gdns place pl walk way hill square sq rise row parade park view house green gate croft garth fold mount vale wharf quay yard broadway meadow meadows mead end side bank path passage tower towers point heights lodge villa villas buildings chase dene field fields common cottage cottages ridge brow ginnel wynd loan brae circus crest spinney copse orchard bungalow bungalows mansion mansions estate drove causeway embankment hamlet nook lea leas leys link approach boulevard block".split(
    " ",
  ),
);
const NUMBER =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

/** What a word hints at by itself: `bits`; whether it is a kind of street in small letters; whether it is a number in words. */
export interface WordHint {
  readonly bits: number;
  readonly isStreet: boolean;
  readonly isNumber: boolean;
}

/** The hints of a word as written and in lower case. */
export function hintOf(text: string, lower: string): WordHint {
  let bits = HINTS.get(lower) ?? 0;
  if (/^(?:born|birth)/.test(lower)) bits |= HINT.birth;
  if (/\p{N}/u.test(lower)) bits |= HINT.digit;
  const street = STREETS.has(lower);
  if (street && text !== lower) bits |= HINT.street;
  return { bits, isStreet: street && text === lower, isNumber: NUMBER.test(lower) };
}

/** Most words between a number in words and the street that it belongs to. */
export const STREET_REACH = 7;

/** Where hints stand in a text, ascending: offset and bits by turns. */
export type Hints = number[];

/** A detector and the hints without which it finds nothing; 0: it looks everywhere. */
export interface HintedDetector {
  readonly find: Detector;
  readonly needs: number;
}

/** Least text on either side of a hint that a detector sees, in UTF-16 units; it always sees whole lines. More than any looks away from what it finds. */
const MARGIN = 300;

/**
 * What a detector finds in a text, looking only at the lines around its hints and `MARGIN` beyond them. Same as looking at all of it.
 */
export function findNearHints(text: string, hints: Hints, { find, needs }: HintedDetector): Detail[] {
  if (needs === 0) return find(text);
  const found: Detail[] = [];
  let from = -1;
  let to = -1;
  const look = (): void => {
    if (from < 0) return;
    for (const one of find(text.slice(from, to))) found.push({ ...one, start: one.start + from, end: one.end + from });
  };
  for (let i = 0; i < hints.length; i += 2) {
    if ((hints[i + 1]! & needs) === 0) continue;
    const at = hints[i]!;
    if (at < to - MARGIN) continue;
    const head = text.lastIndexOf("\n", Math.max(0, at - MARGIN)) + 1;
    const end = text.indexOf("\n", at + MARGIN);
    const tail = end < 0 ? text.length : end;
    if (head <= to) to = tail;
    else {
      look();
      from = head;
      to = tail;
    }
  }
  look();
  return found;
}
