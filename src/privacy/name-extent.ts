import type { Scene } from "./scene.js";
import { BODY_NOUNS, BODY_OR_SURNAME, CIVIL_TITLES, OWNED_BODY, TIME_NAMES, WELSH_PLACE } from "./signs.js";
import { joins, type Word } from "./words.js";

const LONGEST_NAME = 5;
/** Small words inside a name: "Rhys ap Gwilym", "van der Berg". */
export const PARTICLES: ReadonlySet<string> = new Set(
  "de da di dos del della van von der den la le el al bin ibn ap ab ul ur abu umm ní ni mac".split(" "),
);
const HONOURS = /^(?:kc|qc|mbe|obe|cbe|mp|jp)$/;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const COMPASS =
  /^(?:north|south|east|west|upper|lower|great|new|old|mid|central|inner|outer|port|mount|isle|lake|royal|holy)$/;
const STANDS_AT =
  /^(?:in|on|at|near|the|around|off|down|up|from|to|round|by|opposite|behind|towards|outside|along|called)$/;

/** Where a name that begins at `at` with a capital ends. `sure`: its head is a first name or stands after a title. */
export function nameEnd(scene: Scene, at: number, sure: boolean): number {
  const { words } = scene;
  const head = words[at]!;
  let to = at + 1;
  while (to < words.length && to - at < LONGEST_NAME) {
    const word = words[to]!;
    if (!joins(word.gap) || words[to - 1]!.tail !== "" || !scene.open(to) || word.shape === "code") break;
    if (word.gap === "dot" && words[to - 1]!.text.length > 1) break;
    const next = words[to + 1];
    if (
      PARTICLES.has(word.lower) &&
      next !== undefined &&
      joins(next.gap) &&
      next.shape !== "lower" &&
      next.shape !== "code"
    ) {
      if (!scene.open(to + 1) || (scene.knowledge.isEnglish(next.lower) && !scene.knowledge.isName(next.lower))) break;
      to += 2;
      continue;
    }
    if (word.shape === "lower" || !follows(scene, head, to, sure)) break;
    to++;
  }
  return to;
}

/** Whether a word with a capital can belong to the name that `head` begins. */
function follows(scene: Scene, head: Word, at: number, sure: boolean): boolean {
  const word = scene.words[at]!;
  const { lower } = word;
  if (word.text.length === 1) return word.shape !== "lower" && initialLeadsOn(scene, at);
  if (head.text.length > 1 && (word.shape === "capitals") !== (head.shape === "capitals") && word.shape !== "mixed")
    return false;
  if (CIVIL_TITLES.has(lower) || HONOURS.test(lower)) return false;
  const bar = scene.bars[at];
  if (bar === "keep" || (bar !== undefined && scene.barWords[at]! > 1)) return false;
  // "Shaw-Billings": whatever the second half is elsewhere.
  if (word.gap === "hyphen" && word.shape === "capital" && scene.isSurname(scene.words[at - 1]!.lower)) return true;
  // "meet Pauline Monday"
  if (WEEKDAY.test(lower) && word.gap === "space") return false;
  const surname = scene.isSurname(lower);
  if (bar === "body" && !surname) return false;
  if (scene.known.has(lower)) return true;
  // "Baptista-Lowe": of two capitals with a hyphen between them the surname speaks for both.
  if (surname)
    return sure || word.gap === "hyphen" || scene.knowledge.isName(head.lower) || !scene.knowledge.isOrdinary(lower);
  if (BODY_NOUNS.has(lower) || TIME_NAMES.has(lower)) return false;
  if (scene.knowledge.isClearFirst(lower)) return true;
  // "Kezia Thorne", where Thorne is a town: a head that no dictionary has needs a surname rather than a town.
  if (bar === "place")
    return (
      head.text.length > 1 &&
      (sure ||
        (scene.isSurname(lower) && !scene.knowledge.isEnglish(head.lower) && !scene.knowledge.isOrdinary(head.lower)))
    );
  if (scene.isFirst(lower)) return word.gap === "hyphen" || (sure && !scene.isMass(lower) && word.weak !== "line");
  if (!scene.knowledge.isEnglish(lower)) return true;
  // "Trevor Ogle": a word with a capital it has no other reason for, right after a first name.
  if (!sure || scene.words[at - 1] !== head || word.gap !== "space" || word.shape !== "capital") return false;
  return word.weak === "" || (word.weak === "line" && scene.words[at + 1]?.gap !== "space");
}

/** A middle initial needs a name after it. */
function initialLeadsOn(scene: Scene, at: number): boolean {
  const next = scene.words[at + 1];
  return (
    next !== undefined &&
    (next.gap === "space" || next.gap === "dot") &&
    next.weak === "" &&
    next.text.length > 1 &&
    next.shape !== "lower" &&
    next.shape !== "code" &&
    scene.open(at + 1) &&
    (scene.knowledge.isName(next.lower) || !scene.knowledge.isEnglish(next.lower))
  );
}

/** Words of talk that dictionaries lack. */
const NO_SURNAME = new Set(
  "innit defo summat nowt owt gonna gotta wanna dunno kinda sorta coulda shoulda woulda cuckooed cuckoo cuckoos cuckooing whatsapp snapchat tiktok insta facebook youtube uber oxfam tesco asda aldi lidl greggs mcdonalds trapphone trapline nitty nitties ting tings bruv fam peng bare wagwan yeah yep nope mhm erm umm mmm ecstasy ketamine spice xanax methadone".split(
    " ",
  ),
);

/** Where a name in lower case ends: a surname that is no ordinary word may follow a first name. */
export function lowerEnd(scene: Scene, at: number): number {
  const next = scene.words[at + 1];
  if (next?.shape !== "lower" || !joins(next.gap) || scene.words[at]!.tail !== "") return at + 1;
  if (next.lower.length < 3 || !scene.open(at + 1) || scene.bars[at + 1] !== undefined) return at + 1;
  // "meera chandrasekaran", where no capitals are written: no word that a dictionary has.
  const unheard =
    scene.caselessAt(at + 1) &&
    next.lower.length > 3 &&
    !/['’]|(?:ed|ing|in|ly|ers|ist|ness)$/.test(next.lower) &&
    !NO_SURNAME.has(next.lower) &&
    !scene.knowledge.isEnglish(next.lower) &&
    (scene.isSurname(next.lower) || !scene.knowledge.isOrdinary(next.lower));
  const surname =
    unheard ||
    (next.gap === "hyphen" && scene.caselessAt(at + 1)) ||
    scene.knowledge.isClearSurname(next.lower) ||
    (scene.known.has(next.lower) && (scene.fullNames.has(next.lower) || !scene.knowledge.isEnglish(next.lower))) ||
    (next.gap === "hyphen" && scene.knowledge.isClearFirst(next.lower));
  return surname ? at + 2 : at + 1;
}

/** "Victoria Road", "Stephen Lawrence Foundation", "King's College": a body or a street, not a person. */
export function isBody(scene: Scene, from: number, to: number): boolean {
  const { words, known } = scene;
  const head = words[from]!;
  const tail = words[to - 1]!;
  if (to - from > 1 && BODY_OR_SURNAME.has(tail.lower) && !known.has(tail.lower)) {
    if (STANDS_AT.test(scene.before(from)?.lower ?? "")) return true;
    if ((to - from === 2 && tail.lower === "street") || !scene.isFirst(head.lower)) return true;
    // Elsewhere in the document it stands as a place: "in Harold Park".
    if ((scene.votes.get(runKey(words, from, to)) ?? 0) > 0) return true;
  }
  const next = words[to];
  if (!next || !joins(next.gap) || next.shape === "lower" || next.shape === "code") return false;
  if (tail.tail !== "") return next.gap === "space" && next.shape === "capital" && OWNED_BODY.test(next.lower);
  return BODY_NOUNS.has(next.lower);
}

/** Votes that a run of words is a place are kept under this key. */
export function runKey(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((w) => w.lower)
    .join(" ");
}

/** "St Mary's Road", "South Warnborough": a place, or somebody long dead. */
export function isSaintOrQuarter(scene: Scene, at: number): boolean {
  const word = scene.words[at]!;
  const before = at > 0 && (word.gap === "space" || word.gap === "dot") ? scene.words[at - 1]! : undefined;
  if (before === undefined || before.shape === "lower" || scene.masked[at - 1] === 1) return false;
  if (/^(?:st|saint|ss|hmp|hmpyoi|yoi|hmyoi)$/.test(before.lower)) return true;
  if (WELSH_PLACE.has(before.lower) && word.gap === "space") return !scene.isSurname(word.lower);
  return COMPASS.test(before.lower) && before.weak === "" && !scene.known.has(word.lower);
}
