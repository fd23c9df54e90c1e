import { lowerEnd } from "./name-extent.js";
import { saidSmall } from "./named-before.js";
import type { Scene, Sighting } from "./scene.js";
import { isOffice, KIN, PAST_VERBS, set } from "./signs.js";

const LETTER = /^\p{L}/u;
/** First names of some language that are small words of ours. */
const NEVER = new Set("an can in long my per so do non me him son art mo al la ha bo ah oh no to go".split(" "));
const GOES_ON = new Set("be have not you we they i he she it the a to up off out his her me him in on".split(" "));
const OWNER = /^(?:my|his|her|our|their|your)$/;

/**
 * A name in lower case, as subtitles and tired typists write it: names known from this document, first names that are no ordinary
 * word, and after "called", "named" or kin ("my son mark") those that are.
 */
export function lowerCaseName(scene: Scene, at: number, last: boolean): Sighting | undefined {
  const { knowledge, known } = scene;
  const { lower } = scene.words[at]!;
  if (!LETTER.test(lower) || scene.bars[at] !== undefined) return undefined;
  if (lower.length > 1 && isNickname(scene, at)) return found();
  if (lower.length < 3) return undefined;
  const first = scene.isFirst(lower);
  if (!first && !known.has(lower) && !scene.caselessAt(at)) return undefined;
  const english = knowledge.isEnglish(lower);
  // "hope garside", "joy mcgarrity": a first name that is a word, and a name behind it that no dictionary has.
  if (
    first &&
    (lower === "art" || !NEVER.has(lower)) &&
    scene.caselessAt(at) &&
    lowerEnd(scene, at) > at + 1 &&
    !isSpoken(scene, at)
  )
    return found();
  if (scene.caselessAt(at) && knowledge.isOrdinary(lower) && saidSmall(scene, at)) return found();
  if (first && scene.caselessAt(at) && isAddressed(scene, at)) return found();
  // "his name is curtis diamond", whatever the second word is elsewhere
  if (knowledge.isClearFirst(lower) && scene.caselessAt(at) && isNameGiven(scene, at))
    return scene.sighting(at, at + 2);
  if (first && scene.caselessAt(at) && isPair(scene, at)) return scene.sighting(at, at + 2);
  // "he told grace that", of somebody who is called so elsewhere.
  if (first && known.has(lower) && isTold(scene, at)) return found();
  // A first name that no dictionary of words has, though our lists know it for something else too.
  if (first && lower.length > 3 && !english && scene.caselessAt(at) && !isSpoken(scene, at)) return found();
  // "a lady up our way ivy she's 79"
  const resumes = scene.words[at + 1];
  if (first && scene.caselessAt(at) && !isSpoken(scene, at) && resumes?.tail === "'s" && /^s?he$/.test(resumes.lower))
    return found();
  const called = scene.isCalled(at);
  const kin = KIN.has(scene.before(at)?.lower ?? "");
  if (first && !knowledge.isOrdinary(lower)) {
    const unmistakable = lower.length >= 5 && !english;
    if (unmistakable || called || kin || scene.caselessAt(at) || (last && known.has(lower))) return found();
  } else if (first && !NEVER.has(lower)) {
    const next = scene.words[at + 1];
    const after = next?.gap === "space" ? next.lower : "";
    // "tom the sergeant"
    if (after === "the" && isOffice(scene.words, at + 2) && !scene.isMass(lower)) return found();
    if (GOES_ON.has(after)) return undefined;
    if (called) return found();
    if (last && scene.caselessAt(at) && known.has(lower) && !scene.isMass(lower)) return found();
    // "me and ruby were on shift", "i rang sue and tracey", "said to penny you can't"
    if (scene.caselessAt(at) && scene.signs(at, at + 1) >= (scene.isMass(lower) ? 3 : 2)) return found();
    // "my brother will used to deal", but "my brother will go".
    if (kin && OWNER.test(scene.before(at, 2)?.lower ?? "") && (!scene.isMass(lower) || PAST_VERBS.test(after)))
      return found();
  }
  const resumed = /^(?:he|she)$/.test(scene.words[at + 1]?.lower ?? "");
  // "biscuit's car is outside", "biscuit he asked my brother", where somebody is called so.
  const isSomebody = last && scene.caselessAt(at) && known.has(lower) && !scene.isMass(lower);
  if (isSomebody && (resumed || scene.signs(at, at + 1) >= 3)) return found();
  if (knowledge.isOrdinary(lower) || english || lower.includes("'") || /(?:ed|ing)$/.test(lower)) return undefined;
  if (last && known.has(lower)) return found();
  // "well kelechi he was the first"
  const told = lower.length > 3 && (resumed || scene.signs(at, at + 1) >= 2);
  return scene.caselessAt(at) && (called || told) ? found() : undefined;

  function found(): Sighting {
    return scene.sighting(at, lowerEnd(scene, at));
  }
}

const THANKS = /^(?:thanks|cheers|hello|hi|hiya|morning|ta)$/;
const ENDEARING = /^(?:love|honey|angel|duck|sweet|pet|treasure|star)$/;

/** "thanks grace what about health", "this is grace from the haven", "yes grace": whoever is spoken to, or speaks. */
function isAddressed(scene: Scene, at: number): boolean {
  const one = scene.before(at)?.lower ?? "";
  const next = scene.words[at + 1];
  const ends = next === undefined || next.gap !== "space";
  if (THANKS.test(one)) return !ENDEARING.test(scene.words[at]!.lower);
  // "me art and kofi drove round"
  if (one === "me" && next?.lower === "and" && scene.looksLikePerson(at + 2)) return true;
  if (one === "is" && scene.before(at, 2)?.lower === "this")
    return /^(?:from|here|speaking|at|again)$/.test(next?.lower ?? "");
  return /^(?:yes|ok|okay|sorry)$/.test(one) && ends && scene.words[at - 1]!.gap === "end";
}

/** "he's mark price and his brother's dean price": of two words that are names and other things, behind one who is. */
function isPair(scene: Scene, at: number): boolean {
  const { words } = scene;
  const before = scene.before(at);
  const next = words[at + 1];
  if (next?.gap !== "space" || next.shape !== "lower" || !scene.isSurname(next.lower) || next.lower.length < 4)
    return false;
  if (NEVER.has(next.lower) || scene.bars[at + 1] !== undefined) return false;
  const is = before?.tail === "'s" && (/^(?:he|she|name)$/.test(before.lower) || KIN.has(before.lower));
  // "it was ruby stone that ran the group"
  const it = /^(?:was|is)$/.test(before?.lower ?? "") && scene.before(at, 2)?.lower === "it";
  return is || scene.isCalled(at) || (it && /^(?:that|who)$/.test(words[at + 2]?.lower ?? ""));
}

const OTHER_CLAUSE = /^(?:it|that|so|we|i|you)$/;

/** A first name behind "name is", and a word behind it with which the clause ends. */
function isNameGiven(scene: Scene, at: number): boolean {
  const { words } = scene;
  const next = words[at + 1];
  const is = /^(?:is|was)$/.test(scene.before(at)?.lower ?? "") && scene.before(at, 2)?.lower === "name";
  if (!is || next?.gap !== "space" || next.shape !== "lower" || next.lower.length < 4 || words[at]!.tail !== "")
    return false;
  if (NEVER.has(next.lower) || GOES_ON.has(next.lower) || AFTER_NICKNAME.has(next.lower) || NO_NICKNAME.has(next.lower))
    return false;
  const after = words[at + 2];
  return (
    after === undefined || after.gap !== "space" || AFTER_NICKNAME.has(after.lower) || OTHER_CLAUSE.test(after.lower)
  );
}

/** "he told grace that": behind a verb that reaches nobody but people. */
function isTold(scene: Scene, at: number): boolean {
  const next = scene.words[at + 1];
  return (
    /^(?:told|asked|rang|phoned|texted)$/.test(scene.before(at)?.lower ?? "") &&
    (next?.gap !== "space" || /^(?:that|to|about|if|what|when|and|he|she|they|who|not)$/.test(next.lower))
  );
}

/** "will snapchat him", "you mark them": a verb, whatever follows. */
function isSpoken(scene: Scene, at: number): boolean {
  return /^(?:i|you|we|they|he|she|it|to|would|could|can|not|don't|didn't|won't|the|a|an|this|that|of)$/.test(
    scene.before(at)?.lower ?? "",
  );
}

const CALLS = /^(?:call|calls|called|calling)$/;
const HIM = /^(?:him|her|me)$/;
/** "call him back", "call her names": nobody is given a name there. */
const NO_NICKNAME = set(
  "back out in up over on off again later first now then there here today tonight tomorrow names name a an the that this it what when if and or but because stupid mad crazy thick fat ugly gay sir miss boss mate bro love darling daily weekly every all straight direct directly by for about from to",
);
const AFTER_NICKNAME = set("he he's he'd he'll she she's she'd she'll who and but because cos they they're");

/** "everyone calls him biscuit he's about twenty six": an ordinary word after which another clause begins. */
function isNickname(scene: Scene, at: number): boolean {
  const { lower, tail } = scene.words[at]!;
  if (NO_NICKNAME.has(lower) || tail !== "") return false;
  if (!HIM.test(scene.before(at)?.lower ?? "") || !CALLS.test(scene.before(at, 2)?.lower ?? "")) return false;
  const next = scene.words[at + 1];
  return next === undefined || next.gap !== "space" || AFTER_NICKNAME.has(next.lower);
}
