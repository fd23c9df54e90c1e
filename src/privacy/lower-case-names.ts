import { lowerEnd } from "./name-extent.js";
import type { Scene, Sighting } from "./scene.js";
import { KIN, PAST_VERBS } from "./signs.js";

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
  if (lower.length < 3 || !LETTER.test(lower) || scene.bars[at] !== undefined) return undefined;
  const first = scene.isFirst(lower);
  if (!first && !known.has(lower) && !scene.caseless) return undefined;
  const called = scene.isCalled(at);
  const kin = KIN.has(scene.before(at)?.lower ?? "");
  const english = knowledge.isEnglish(lower);
  if (first && !knowledge.isOrdinary(lower)) {
    const unmistakable = lower.length >= 5 && !english;
    if (unmistakable || called || kin || scene.caseless || (last && known.has(lower))) return found();
  } else if (first && !NEVER.has(lower)) {
    const next = scene.words[at + 1];
    const after = next?.gap === "space" ? next.lower : "";
    if (GOES_ON.has(after)) return undefined;
    if (called) return found();
    // "my brother will used to deal", but "my brother will go".
    if (kin && OWNER.test(scene.before(at, 2)?.lower ?? "") && (!scene.isMass(lower) || PAST_VERBS.test(after)))
      return found();
  }
  if (knowledge.isOrdinary(lower) || english) return undefined;
  if (last && known.has(lower)) return found();
  // "well kelechi he was the first"
  const resumed = lower.length > 3 && /^(?:he|she)$/.test(scene.words[at + 1]?.lower ?? "");
  return scene.caseless && (called || resumed) ? found() : undefined;

  function found(): Sighting {
    return scene.sighting(at, lowerEnd(scene, at));
  }
}
