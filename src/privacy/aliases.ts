import type { Scene, Sighting } from "./scene.js";
import { BODY_NOUNS, CALENDAR, isOfficeWord, KIN, set, TIME_NAMES } from "./signs.js";
import { isAbbreviation } from "./speaker-label.js";
import { joins } from "./words.js";

/** What links a nickname to the name behind it: "Wheels is Darren Bailey", "confirmed Fingers to be …", "has been identified as …". */
const LINKS = set("is was be to has been identified as that confirmed known means really actually just now called");
/** Of these one at least must stand between them. */
const EQUATES = set("is was be as means");
const MOST_LINKS = 5;
/** Begin sentences of which a name is the end: "That is …", "She was …", "Perpetrator is …". */
const NO_NICKNAME = set(
  "he she it they we you i who whom this that these those there here what which where when his her hers their our my your one someone somebody anyone nobody everyone the a an and but or so then also only first second third last next same other another name names real surname aka alias perpetrator perp offender target subject nominal host owner occupant author driver runner user dealer victim contact lead applicant claimant appellant deceased complainant yes no not if as by for from with",
);

/**
 * Takes note of nicknames that the text equates with a full name ("Monkey = Reece Dunn", "Razor is Kieran Wood", "Sniper, that is Curtis
 * Bishop"): from there on the word is somebody wherever it has a capital.
 */
export function learnAlias(scene: Scene, sighting: Sighting): void {
  if (sighting.to - sighting.from < 2) return;
  const last = aliasBefore(scene, sighting);
  if (last === undefined || !mayBeAlias(scene, last)) return;
  const first = scene.words[last]!.gap === "space" && mayBeAlias(scene, last - 1) ? last - 1 : last;
  // "The Wheels" and "Old Wheels Yard" are things.
  if (first === last && scene.before(last)?.shape === "capital") return;
  scene.addAlias(first, last + 1);
}

/** The last word of what is equated with a name, if anything is. */
function aliasBefore(scene: Scene, { from }: Sighting): number | undefined {
  const { words, text } = scene;
  if (from === 0) return undefined;
  if (words[from]!.gap === "mark")
    return text.slice(words[from - 1]!.end, words[from]!.start).trim() === "=" ? from - 1 : undefined;
  let at = from - 1;
  let equates = false;
  for (let steps = 0; at > 0 && steps < MOST_LINKS && LINKS.has(words[at]!.lower); steps++, at--) {
    const { gap } = words[at + 1]!;
    if (gap !== "space") return undefined;
    if (EQUATES.has(words[at]!.lower)) equates = true;
  }
  const link = words[at + 1]!;
  return equates && (link.gap === "space" || (link.gap === "comma" && link.lower === "that")) ? at : undefined;
}

/** What a key of nicknames says of somebody without a name: "Stretch = older male who travels one carriage behind". */
const SOMEBODY =
  /^(?:male|female|man|woman|lad|boy|girl|lady|bloke|brother|sister|cousin|son|daughter|mum|dad|nan|runner|dealer|youth|adult)$/;
const KEY_REACH = 4;

/** Takes note of nicknames that a list explains behind a sign of equality. */
export function learnKey(scene: Scene): void {
  const { words, text } = scene;
  for (let at = 1; at < words.length; at++) {
    if (words[at]!.gap !== "mark" || text.slice(words[at - 1]!.end, words[at]!.start).trim() !== "=") continue;
    const told = words.slice(at, at + KEY_REACH).some(({ lower }) => SOMEBODY.test(lower));
    if (told && mayBeAlias(scene, at - 1)) scene.addAlias(at - 1, at);
  }
}

function mayBeAlias(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (word?.shape !== "capital" || word.text.length < 3 || word.tail !== "") return false;
  if (!scene.open(at) || scene.bars[at] !== undefined || scene.masked[at] === 1) return false;
  const { lower } = word;
  if (NO_NICKNAME.has(lower) || KIN.has(lower) || BODY_NOUNS.has(lower) || isOfficeWord(lower)) return false;
  return !TIME_NAMES.has(lower) && !CALENDAR.has(lower) && !isAbbreviation(lower);
}

/** What is said of somebody behind a nickname that is also a word: "Wheels was", "Monkey's mum". */
const GOES_ON = set(
  "is was has had would could can will won't can't isn't wasn't hasn't and said says told asked took gave got went came left had rang wants found knocked brought drove sells sold runs ran lives moved put sent who again then also never just",
);

/** A nickname that the document has told of, wherever it stands with a capital; at the head of a sentence unless the document writes the word small too. */
export function aliasName(scene: Scene, at: number): Sighting | undefined {
  const { words } = scene;
  const head = words[at]!;
  if (head.shape !== "capital" || scene.aliases.size === 0) return undefined;
  const next = words[at + 1];
  if (next?.gap === "space" && head.tail === "" && next.shape === "capital" && scene.open(at + 1))
    if (scene.aliases.has(`${head.lower} ${next.lower}`)) return scene.sighting(at, at + 2);
  if (!scene.aliases.has(head.lower) || scene.bars[at] === "keep") return undefined;
  if (next && joins(next.gap) && next.shape === "capital" && BODY_NOUNS.has(next.lower)) return undefined;
  const alone = head.weak === "" || !scene.inLowerCase.has(head.lower);
  const goesOn = head.tail !== "" || (next?.gap === "space" && GOES_ON.has(next.lower));
  return alone || goesOn ? scene.sighting(at, at + 1) : undefined;
}
