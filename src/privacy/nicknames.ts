import { IS } from "./name-knowledge.js";
import { PEOPLES } from "./peoples.js";
import type { Scene, Sighting } from "./scene.js";
import { BODY_NOUNS, CIVIL_TITLES, NICKNAMING, set, TIME_NAMES } from "./signs.js";

const LONGEST = 3;
/** What goes on after a name, and what is said of somebody rather than called after: "call him back", "known as the runner". */
const NO_NAME = set(
  "back out in up over on off again later first now then there here today tonight tomorrow names name a an the that this it what when if and or but because stupid mad crazy thick fat ugly gay sir miss boss mate bro love darling daily weekly every all straight direct directly by for about from to of with at is was us you me him her them round in us our",
);
const GOES_ON = set(
  "he he's he'd he'll she she's she'd she'll who and but because cos they they're or so as round in on at when that now",
);

/**
 * What somebody is called where the text says so: "they call him Mad Dog", "known as Lil Dreads", "goes by T-Bone"; in small letters where
 * a word that nicknames have goes before ("call him lil dreads"). Up to three words: capitals that follow, and one number.
 */
export function calledName(scene: Scene, at: number): Sighting | undefined {
  const { words } = scene;
  const head = words[at]!;
  if (!scene.isCalled(at) || head.shape === "code" || scene.bars[at] === "keep") return undefined;
  // "called himself Barry", which is a town too.
  if (
    scene.bars[at] === "place" &&
    !(scene.barWords[at] === 1 && scene.isFirst(head.lower) && head.shape === "capital")
  )
    return undefined;
  if (/^who$|^is$/.test(scene.before(at)?.lower ?? "") && (PEOPLES.test(head.lower) || scene.bars[at] !== undefined))
    return undefined;
  // "initials were F.B." are read as such.
  if (head.text.length === 1 && words[at + 1]?.gap !== "hyphen") return undefined;
  if (CIVIL_TITLES.has(head.lower)) return undefined;
  const capital = head.shape !== "lower";
  const leads = NICKNAMING.has(head.lower) && isNickname(scene, at + 1);
  const lone = !leads && (isTheyCall(scene, at) || isLadCalled(scene, at)) && isNickname(scene, at);
  if (!capital && !(scene.caselessAt(at) && (leads || lone))) return undefined;
  if (capital && (head.weak !== "" || isThing(scene, at))) return undefined;
  let to = at + 1;
  if (!capital) to = leads ? at + 2 : at + 1;
  else
    while (to < words.length && to - at < LONGEST && words[to - 1]!.tail === "") {
      const word = words[to]!;
      if ((word.gap !== "space" && word.gap !== "hyphen") || !scene.open(to)) break;
      if (word.shape === "lower" || (word.shape === "code" && !/^\d{1,3}$/.test(word.text))) break;
      const town = scene.bars[to] === "place" && scene.barWords[to] === 1 && scene.isFirst(head.lower);
      if (TIME_NAMES.has(word.lower) || (scene.bars[to] !== undefined && !town)) break;
      to++;
    }
  // What is called a school or a road is none of ours, and three capitals alone are an abbreviation.
  if (BODY_NOUNS.has(words[to - 1]!.lower)) return undefined;
  return scene.sighting(at, to);
}

/** What goes before a name in a nickname, with a capital of its own: "Big Dee", "Scouse Lenny", "Coach Ike". */
const EPITHETS = set(
  "big little lil tiny wee old young younger older elder fat tall skinny slim mad daft crazy dirty dodgy scouse manc brummie cockney geordie posh lucky sweet smiley sir lady captain coach king queen prince princess boss chief cousin ginger blonde black white red silent uncle auntie aunty",
);
const KIN_TITLE = set("uncle auntie aunty cousin");

/**
 * A nickname of two words: an epithet and a name ("Skinny Pete"), an epithet and a word where somebody is called so, an aunt or uncle of a
 * word that is no name ("Uncle Fish"). The epithet goes with it, since it tells who is meant.
 */
export function epithetAndName(scene: Scene, at: number): Sighting | undefined {
  const head = scene.words[at]!;
  const next = scene.words[at + 1];
  if (!EPITHETS.has(head.lower) || head.shape !== "capital" || head.tail !== "" || next?.gap !== "space")
    return undefined;
  if (next.shape !== "capital" || !scene.open(at + 1) || scene.bars[at + 1] !== undefined) return undefined;
  if (BODY_NOUNS.has(next.lower) || TIME_NAMES.has(next.lower)) return undefined;
  // In a title every word has a capital; in a list of names this is one of them.
  if (head.weak === "line" && head.gap !== "comma" && head.gap !== "mark") return undefined;
  const after = scene.words[at + 2];
  if (after?.gap === "space" && after.shape !== "lower" && scene.words[at + 1]!.tail === "") return undefined;
  const bits = scene.knowledge.of(next.lower);
  const named =
    scene.knowledge.isClearFirst(next.lower) ||
    ((bits & IS.listed) !== 0 && (bits & (IS.first | IS.mass)) === IS.first);
  if (KIN_TITLE.has(head.lower))
    return !scene.isFirst(next.lower) && head.weak === "" && next.weak === "" ? scene.sighting(at, at + 2) : undefined;
  const known = scene.known.has(head.lower) && scene.known.has(next.lower);
  if (CIVIL_TITLES.has(head.lower)) return scene.isCalled(at) || known ? scene.sighting(at, at + 2) : undefined;
  return scene.isCalled(at) || known || (named && (head.weak === "" || !/^(?:old|young|older|elder)$/.test(head.lower)))
    ? scene.sighting(at, at + 2)
    : undefined;
}

const QUOTE = /["“‘”’']$/;
const CLOSING = /^["”’']/;
/** What a name in quotation marks follows: `street name "Tacks"`, `sent by "Uncle Fish"`. */
const BEFORE_QUOTE = set(
  "name names by called calls nicknamed as aka alias named him her them himself herself from with to nickname mate who's",
);

/** Up to three words with capitals that fill a pair of quotation marks, behind a word that names somebody. */
export function quotedName(scene: Scene, at: number): Sighting | undefined {
  const { words, text } = scene;
  const head = words[at]!;
  if (
    head.gap !== "mark" ||
    head.shape !== "capital" ||
    !QUOTE.test(text.slice(Math.max(0, head.start - 1), head.start))
  )
    return undefined;
  if (!BEFORE_QUOTE.has(words[at - 1]?.lower ?? "") || scene.bars[at] !== undefined) return undefined;
  let to = at + 1;
  while (
    to < words.length &&
    to - at < LONGEST &&
    words[to]!.gap === "space" &&
    words[to]!.shape === "capital" &&
    scene.open(to)
  )
    to++;
  if (!CLOSING.test(text.slice(words[to - 1]!.end, words[to - 1]!.end + 1)) || BODY_NOUNS.has(words[to - 1]!.lower))
    return undefined;
  return scene.sighting(at, to);
}

function isThing(scene: Scene, at: number): boolean {
  const { shape, text } = scene.words[at]!;
  return scene.bars[at] === "body" || (shape === "capitals" && text.length > 2);
}

/** "some lad they call razor": without a him that a nickname would follow anyway. */
function isTheyCall(scene: Scene, at: number): boolean {
  return /^calls?$/.test(scene.before(at)?.lower ?? "");
}

/** "a lad called biscuit and", "he's called mono": not "she called police and". */
function isLadCalled(scene: Scene, at: number): boolean {
  const word = scene.before(at, 2);
  const two = word?.tail === "'s" ? "is" : (word?.lower ?? "");
  return (
    scene.before(at)?.lower === "called" &&
    two !== "" &&
    !/^(?:i|you|we|they|he|she|who|have|has|had|just|and|then|to)$/.test(two)
  );
}

function isNickname(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (word?.gap !== "space" || word.shape !== "lower" || NO_NAME.has(word.lower)) return false;
  const next = scene.words[at + 1];
  return next === undefined || next.gap !== "space" || GOES_ON.has(next.lower);
}
