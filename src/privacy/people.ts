import { aliasName, learnAlias, learnKey } from "./aliases.js";
import { capitalName } from "./capital-names.js";
import { lowerCaseName } from "./lower-case-names.js";
import { isSaintOrQuarter, PARTICLES } from "./name-extent.js";
import { IS, type NameKnowledge } from "./name-knowledge.js";
import { calledName, epithetAndName, quotedName } from "./nicknames.js";
import type { Scene, Sighting } from "./scene.js";
import { CALLED, CIVIL_TITLES, OTHER_TITLES, TIME_NAMES } from "./signs.js";
import { spelledName } from "./spelled-names.js";
import { afterTitle, initials, knownInitials } from "./titled-names.js";
import type { Word } from "./words.js";

/**
 * All people's names of a document, in order. The work is done on words with capitals (and, for names already known and unmistakable
 * ones, on words without); each is judged by what the lists know of it and by its neighbours. What the first sweep learns
 * ("Garrard") lets the second learn more ("Roch Garrard"), and the last settles what was in doubt. Linear: every judgement looks at a
 * fixed number of words.
 */
export function findPeople(scene: Scene): Sighting[] {
  learnKey(scene);
  for (let sweep = 0; sweep < 2; sweep++) {
    scene.votes.clear();
    for (const { from, to } of sweepOver(scene, false)) {
      scene.learnInitials(from, to);
      const letters = scene.words.slice(from, to);
      // "K.D." for one who is called KD elsewhere.
      if (letters.length > 1 && letters.every(({ text }) => text.length === 1))
        scene.initials.add(letters.map(({ lower }) => lower).join(""));
      learnAlias(scene, { from, to, parts: [], sex: "" });
      for (let k = from; k < to; k++) {
        const { lower, text } = scene.words[k]!;
        // Particles and initials are known only together with their name.
        if (to - from > 1 && text.length > 2) {
          scene.fullNames.add(lower);
          scene.slips.add(lower);
        }
        // "Sunday Eze" makes no name of every Sunday.
        if (TIME_NAMES.has(lower) && !scene.isFirst(lower)) continue;
        if (text.length > 2 && !PARTICLES.has(lower) && !scene.known.has(lower)) scene.known.set(lower, "text");
      }
    }
    scene.masked.fill(0);
  }
  return sweepOver(scene, true);
}

function sweepOver(scene: Scene, last: boolean): Sighting[] {
  const found: Sighting[] = [];
  let free = 0;
  for (const at of candidates(scene, last)) {
    const sighting = at < free ? undefined : judge(scene, at, last);
    if (!sighting) continue;
    found.push(sighting);
    scene.masked.fill(1, sighting.from, sighting.to);
    free = sighting.to;
  }
  return found;
}

/** Words that may be names, ascending: those with capitals; in the last sweep, and where no capitals are written, some without. */
function candidates(scene: Scene, last: boolean): readonly number[] {
  const found: number[] = [];
  scene.words.forEach(({ shape }, at) => {
    if (shape === "code") return;
    if (shape !== "lower" || ((last || scene.caselessAt(at)) && isCandidate(scene, at))) found.push(at);
  });
  return found;
}

/** What a word in small letters must be or follow to be a name at all: the rest, most of a text, is passed over unseen. */
function isCandidate(scene: Scene, at: number): boolean {
  const word = scene.words[at]!;
  const small = scene.caselessAt(at);
  const looks = looksOf(scene.knowledge, word);
  if ((looks & LOOKS.name) !== 0 || (small && (looks & LOOKS.rare) !== 0)) return true;
  if (at > 0 && ANNOUNCES.has(scene.words[at - 1]!.lower)) return true;
  return scene.known.has(word.lower);
}

/** What a form looks like: a first name or a title; a word that no dictionary has, or a single letter. */
const LOOKS = { name: 1, rare: 2 } as const;
/** Words behind which `Scene.isCalled`, and what is called him or her, look for a name. */
const ANNOUNCES = new Set([...CALLED, ..."initials by him her me them is are was were as call calls".split(" ")]);

function looksOf(knowledge: NameKnowledge, { form }: Word): number {
  if (form.looksOf === knowledge) return form.looks;
  const { lower } = form;
  const titled = CIVIL_TITLES.has(lower) || OTHER_TITLES.has(lower);
  const first = (knowledge.of(lower) & IS.first) !== 0;
  const rare = lower.length < 2 || !(knowledge.isOrdinary(lower) || knowledge.isEnglish(lower));
  form.looks = (titled || first ? LOOKS.name : 0) | (rare ? LOOKS.rare : 0);
  form.looksOf = knowledge;
  return form.looks;
}

function judge(scene: Scene, at: number, last: boolean): Sighting | undefined {
  const word = scene.words[at]!;
  if (word.shape === "code" || !scene.open(at)) return undefined;
  const epithet = epithetAndName(scene, at);
  if (epithet) return epithet;
  const quoted = quotedName(scene, at);
  if (quoted) {
    if (!scene.isFirst(word.lower)) scene.addAlias(quoted.from, quoted.to);
    return quoted;
  }
  const titled = afterTitle(scene, at);
  if (titled) return titled;
  const spelled = spelledName(scene, at);
  if (spelled) return spelled;
  const called = calledName(scene, at);
  if (called) {
    if (word.shape === "capital" && scene.bars[at] === undefined && !scene.isFirst(word.lower))
      scene.addAlias(called.from, called.to);
    return called;
  }
  const alias = aliasName(scene, at);
  if (alias) return alias;
  if (word.shape === "lower") return lowerCaseName(scene, at, last);
  const short = initials(scene, at) ?? knownInitials(scene, at);
  if (short) return short;
  if (word.text.length < 2 || CIVIL_TITLES.has(word.lower) || isSaintOrQuarter(scene, at)) return undefined;
  return capitalName(scene, at, last);
}
