import { capitalName } from "./capital-names.js";
import { lowerCaseName } from "./lower-case-names.js";
import { isSaintOrQuarter, PARTICLES } from "./name-extent.js";
import { calledName } from "./nicknames.js";
import type { Scene, Sighting } from "./scene.js";
import { CIVIL_TITLES } from "./signs.js";
import { spelledName } from "./spelled-names.js";
import { afterTitle, initials, knownInitials } from "./titled-names.js";

/**
 * All people's names of a document, in order. The work is done on words with capitals (and, for names already known and unmistakable
 * ones, on words without); each is judged by what the lists know of it and by its neighbours. What the first sweep learns
 * ("Garrard") lets the second learn more ("Roch Garrard"), and the last settles what was in doubt. Linear: every judgement looks at a
 * fixed number of words.
 */
export function findPeople(scene: Scene): Sighting[] {
  for (let sweep = 0; sweep < 2; sweep++) {
    scene.votes.clear();
    for (const { from, to } of sweepOver(scene, false)) {
      scene.learnInitials(from, to);
      for (let k = from; k < to; k++) {
        const { lower, text } = scene.words[k]!;
        // Particles and initials are known only together with their name.
        if (text.length > 2 && !PARTICLES.has(lower) && !scene.known.has(lower)) scene.known.set(lower, "text");
      }
    }
    scene.masked.fill(0);
  }
  return sweepOver(scene, true);
}

function sweepOver(scene: Scene, last: boolean): Sighting[] {
  const found: Sighting[] = [];
  for (let at = 0; at < scene.words.length; ) {
    const worthIt = last || scene.caselessAt(at) || scene.words[at]!.shape !== "lower";
    const sighting = worthIt ? judge(scene, at, last) : undefined;
    if (!sighting) {
      at++;
      continue;
    }
    found.push(sighting);
    scene.masked.fill(1, sighting.from, sighting.to);
    at = sighting.to;
  }
  return found;
}

function judge(scene: Scene, at: number, last: boolean): Sighting | undefined {
  const word = scene.words[at]!;
  if (word.shape === "code" || !scene.open(at)) return undefined;
  const titled = afterTitle(scene, at);
  if (titled) return titled;
  const spelled = spelledName(scene, at);
  if (spelled) return spelled;
  const called = calledName(scene, at);
  if (called) return called;
  if (word.shape === "lower") return lowerCaseName(scene, at, last);
  const short = initials(scene, at) ?? knownInitials(scene, at);
  if (short) return short;
  if (word.text.length < 2 || CIVIL_TITLES.has(word.lower) || isSaintOrQuarter(scene, at)) return undefined;
  return capitalName(scene, at, last);
}
