import { isBody, lowerEnd, nameEnd } from "./name-extent.js";
import type { Scene, Sighting } from "./scene.js";
import { BODY_NOUNS, CIVIL_TITLES, KIN, NICKNAMING, NOT_AFTER_TITLE, OTHER_TITLES, tellsOfPerson } from "./signs.js";
import { isAbbreviation } from "./speaker-label.js";

/** A title and what follows it: "Mr Pike", "DC Anne Marie Jones", "Aunty May". The title stays readable. */
export function afterTitle(scene: Scene, at: number): Sighting | undefined {
  const title = scene.words[at]!;
  const civil = CIVIL_TITLES.get(title.lower);
  const sex = civil ?? OTHER_TITLES.get(title.lower);
  if (sex === undefined) return undefined;
  const next = scene.words[at + 1];
  if (!next || !(next.gap === "space" || next.gap === "dot") || title.tail !== "" || next.shape === "code")
    return undefined;
  if (!scene.open(at + 1) || NOT_AFTER_TITLE.has(next.lower) || isTitled(scene, at + 1)) return undefined;
  const barred = scene.bars[at + 1] !== undefined && scene.bars[at + 1] !== "place";
  if (barred && !(scene.barWords[at + 1] === 1 && (civil !== undefined || scene.knowledge.isName(next.lower))))
    return undefined;
  if (next.shape === "lower") return lowerAfterTitle(scene, at, civil !== undefined, sex);
  if (next.text.length === 1) {
    // "Mr A" is a name already hidden; "Mr T Smith" is not.
    const after = scene.words[at + 2];
    const named =
      after && (after.gap === "space" || after.gap === "dot") && after.shape !== "lower" && after.shape !== "code";
    return named && scene.open(at + 2) ? scene.sighting(at + 1, nameEnd(scene, at + 1, true), sex) : undefined;
  }
  if (civil === undefined && !fitsRank(scene, at)) return undefined;
  const to = nameEnd(scene, at + 1, true);
  // "Captain Cook Square"
  if (civil === undefined && title.shape === "capital" && isBody(scene, at + 1, to)) return undefined;
  return scene.sighting(at + 1, to, sex);
}

/** Of several titles the last decides: "Detective Sergeant Smith". */
function isTitled(scene: Scene, at: number): boolean {
  if (!CIVIL_TITLES.has(scene.words[at]!.lower) && !OTHER_TITLES.has(scene.words[at]!.lower)) return false;
  const after = scene.words[at + 1];
  return after !== undefined && (after.gap === "space" || after.gap === "dot") && after.shape !== "lower";
}

/** Ranks, offices and kin stand before other words too ("Officer Support", "Mum Will go"): what follows must look like a name. */
function fitsRank(scene: Scene, at: number): boolean {
  const title = scene.words[at]!;
  const next = scene.words[at + 1]!;
  const { knowledge } = scene;
  const named = knowledge.isName(next.lower);
  const first = scene.isFirst(next.lower);
  if (!named && (knowledge.isEnglish(next.lower) || BODY_NOUNS.has(next.lower))) return false;
  if (!named && next.shape === "capitals" && title.shape !== "capitals") return false;
  if (NICKNAMING.has(title.lower)) return first && (title.shape !== "lower" || knowledge.isClearFirst(next.lower));
  if (scene.bars[at + 1] === "place" && !named) return false;
  if (title.weak === "line" && knowledge.isOrdinary(next.lower) && !first) return false;
  return !(
    scene.isMass(next.lower) &&
    !KIN.has(title.lower) &&
    nameEnd(scene, at + 1, true) === at + 2 &&
    title.shape === "lower"
  );
}

const RANKS = /^(?:pc|dc|ds|di|pcso|wpc|sgt|sergeant|inspector|constable|superintendent)$/;

/** Of these nothing is said in small letters but a name. */
const RANK_ONLY = /^(?:pc|dc|pcso|wpc|sgt)$/;

/** "mr pike", "pc smith" in subtitles; "my aunty sheila" anywhere. */
function lowerAfterTitle(scene: Scene, at: number, civil: boolean, sex: "m" | "f" | ""): Sighting | undefined {
  const title = scene.words[at]!;
  const { lower } = scene.words[at + 1]!;
  const { knowledge } = scene;
  if (lower.length < 3 || (title.shape !== "lower" && !scene.caselessAt(at)) || NICKNAMING.has(title.lower))
    return undefined;
  const kin = KIN.has(title.lower);
  // Behind these nothing but a name is said; "miss school" and "the dr said" are other matters.
  if (/^(?:mr|mrs|ms)$/.test(title.lower)) return scene.sighting(at + 1, lowerEnd(scene, at + 1), sex);
  const rank =
    RANKS.test(title.lower) &&
    scene.caselessAt(at) &&
    knowledge.isName(lower) &&
    (RANK_ONLY.test(title.lower) || !scene.isMass(lower));
  if (rank) return scene.sighting(at + 1, lowerEnd(scene, at + 1), sex);
  const fits = civil
    ? knowledge.isName(lower) || !knowledge.isOrdinary(lower)
    : knowledge.isClearFirst(lower) ||
      (!kin && (knowledge.isClearSurname(lower) || (scene.caselessAt(at) && !knowledge.isOrdinary(lower))));
  return fits ? scene.sighting(at + 1, lowerEnd(scene, at + 1), sex) : undefined;
}

/** Two capitals with stops that are no person. */
const DOTTED = new Set(
  "uk us eu pc am pm tv it id eg ie mp dj gp hq ok np bc ad ra cv dv pe re vs ps qc kc nb pa hr ai ip op un ta".split(
    " ",
  ),
);

/** "J.B.", "J. B. Smith", "T Khan"; "JB" where a label or "called" says so. */
export function initials(scene: Scene, at: number): Sighting | undefined {
  const { words } = scene;
  const word = words[at]!;
  if (word.text.length > 1) {
    const short = word.shape === "capitals" && word.text.length <= 3;
    return short && (scene.known.get(word.lower) === "label" || scene.isCalled(at))
      ? scene.sighting(at, at + 1)
      : undefined;
  }
  let to = at + 1;
  while (
    to < words.length &&
    to - at < 3 &&
    words[to]!.gap === "dot" &&
    words[to]!.text.length === 1 &&
    words[to]!.shape === "capital" &&
    words[to]!.tail === ""
  )
    to++;
  const next = words[to];
  if (next && isSurnameAfterInitials(scene, at, to)) return scene.sighting(at, nameEnd(scene, to, true));
  return to - at === 2 && !DOTTED.has(word.lower + words[at + 1]!.lower) ? scene.sighting(at, to) : undefined;
}

const FEWEST_LETTERS = 2;
const MOST_LETTERS = 4;
/** What notes ask of somebody: "KT to follow up". */
export const ACTION =
  /^(?:follow|action|chase|contact|circulate|send|email|check|speak|meet|arrange|confirm|update|provide|raise|share|take|ask|call|write|ring|look|liaise|report|bring|draft|attend|discuss|explore|feed|review|invite|complete|link|visit|find|get)$/;

/**
 * "KT", "K.T." without a word that announces them: initials of somebody whose full name the document gives, unless what stands around
 * speaks of a thing ("the KT team"); and any two letters that are no abbreviation we know, where what follows is said of people
 * ("AL was seen", "RB to follow up").
 */
export function knownInitials(scene: Scene, at: number): Sighting | undefined {
  const { words } = scene;
  const word = words[at]!;
  let to = at + 1;
  let letters = word.lower;
  if (word.text.length === 1) {
    while (
      to < words.length &&
      to - at <= MOST_LETTERS &&
      words[to]!.gap === "dot" &&
      words[to]!.text.length === 1 &&
      words[to]!.shape === "capital"
    )
      letters += words[to++]!.lower;
  } else if (word.shape !== "capitals") return undefined;
  if (letters.length < FEWEST_LETTERS || letters.length > MOST_LETTERS || scene.bars[at] !== undefined)
    return undefined;
  if (DOTTED.has(letters) && word.text.length > 1) return undefined;
  const score = scene.signs(at, to);
  if (score < 0) return undefined;
  const next = words[to];
  const asked = next?.gap === "space" && next.lower === "to" && ACTION.test(words[to + 1]?.lower ?? "");
  const telling = asked || tellsOfPerson(words, to);
  if (scene.initials.has(letters)) return scene.sighting(at, to);
  const unknown = letters.length === 2 && !isAbbreviation(letters) && word.weak !== "line";
  return unknown && (telling || score >= 2) ? scene.sighting(at, to) : undefined;
}

function isSurnameAfterInitials(scene: Scene, at: number, to: number): boolean {
  const next = scene.words[to]!;
  const close = next.gap === "space" || next.gap === "dot";
  if (!close || next.shape === "lower" || next.shape === "code" || next.text.length < 2) return false;
  if (!scene.open(to) || scene.bars[to] !== undefined) return false;
  const dotted = next.gap === "dot" && next.weak === "";
  if (/^[IA]$/.test(scene.words[at]!.text) && !dotted && to === at + 1) return false;
  if (scene.isSurname(next.lower)) return dotted || !scene.knowledge.isOrdinary(next.lower);
  return dotted && !scene.knowledge.isEnglish(next.lower);
}
