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
  if (!scene.isCalled(at) || head.shape === "code" || scene.bars[at] === "keep" || scene.bars[at] === "place")
    return undefined;
  // "initials were F.B." are read as such.
  if (head.text.length === 1 && words[at + 1]?.gap !== "hyphen") return undefined;
  if (CIVIL_TITLES.has(head.lower)) return undefined;
  const capital = head.shape !== "lower";
  const leads = NICKNAMING.has(head.lower) && isNickname(scene, at + 1);
  const lone = !leads && isTheyCall(scene, at) && isNickname(scene, at);
  if (!capital && !(scene.caselessAt(at) && (leads || lone))) return undefined;
  if (capital && (head.weak !== "" || isThing(scene, at))) return undefined;
  let to = at + 1;
  if (!capital) to = leads ? at + 2 : at + 1;
  else
    while (to < words.length && to - at < LONGEST && words[to - 1]!.tail === "") {
      const word = words[to]!;
      if ((word.gap !== "space" && word.gap !== "hyphen") || !scene.open(to)) break;
      if (word.shape === "lower" || (word.shape === "code" && !/^\d{1,3}$/.test(word.text))) break;
      if (TIME_NAMES.has(word.lower) || scene.bars[to] !== undefined) break;
      to++;
    }
  // What is called a school or a road is none of ours, and three capitals alone are an abbreviation.
  if (BODY_NOUNS.has(words[to - 1]!.lower)) return undefined;
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

function isNickname(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (word?.gap !== "space" || word.shape !== "lower" || NO_NAME.has(word.lower)) return false;
  const next = scene.words[at + 1];
  return next === undefined || next.gap !== "space" || GOES_ON.has(next.lower);
}
