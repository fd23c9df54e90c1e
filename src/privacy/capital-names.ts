import { isBody, nameEnd, PARTICLES, runKey } from "./name-extent.js";
import { IS } from "./name-knowledge.js";
import { begins } from "./named-before.js";
import { PEOPLES } from "./peoples.js";
import type { Scene, Sighting } from "./scene.js";
import {
  ANYTHING_DOES,
  BEFORE_PERSON,
  BODY_NOUNS,
  CALENDAR,
  isCalendarTime,
  isOffice,
  KIN,
  OTHER_TITLES,
  standsAsPlace,
  TIME_NAMES,
  tellsOfPerson,
  WELSH_PLACE,
} from "./signs.js";
import { isAbbreviation } from "./speaker-label.js";
import { ACTION } from "./titled-names.js";
import { joins, type Word } from "./words.js";

/** What children call their own: "Mum said", "Nan's house". */
const KIN_ALONE = new Set(
  "mum mummy mam dad daddy nan nana nanna gran granny grandma grandad granddad grandpa auntie aunty uncle st saint".split(
    " ",
  ),
);
/** Endings of words that the field makes ("Cuckooing"), seldom of names. */
const MADE_UP = /(?:ings?|tions?|ness|ments?|ology|isms?|ised|ized|ers)$/;
/** Of the words that are surnames somewhere, those that begin every other sentence. */
const FUNCTION =
  /^(?:said|can|will|an|do|so|may|such|last|self|small|little|long|best|good|early|late|main|old|new|day|night)$/;
const ABBREVIATED_PLURAL = /^\p{Lu}{2,}s$/u;

/** A name that begins with a capital at `at`. `last`: the last sweep, in which doubts are settled. */
export function capitalName(scene: Scene, at: number, last: boolean): Sighting | undefined {
  const { words, knowledge, known } = scene;
  const word = words[at]!;
  const particle = capitalParticle(scene, at, last);
  if (particle) return particle;
  if (
    KIN_ALONE.has(word.lower) ||
    (PARTICLES.has(word.lower) && !scene.isFirst(word.lower)) ||
    ABBREVIATED_PLURAL.test(word.text)
  )
    return undefined;
  if (opensOnly(scene, at)) return undefined;
  const bar = scene.bars[at];
  if (bar === "keep" || (bar !== undefined && scene.barWords[at]! > 1)) return undefined;
  const how = known.get(word.lower);
  if (bar === "body" && !how) return undefined;
  if (isHousehold(scene, at)) return scene.sighting(at, at + 1);
  const first = scene.isFirst(word.lower);
  const ordinary = knowledge.isOrdinary(word.lower);
  const present = scene.attends(at) ? attendee(scene, at) : undefined;
  if (present) return present;
  const to = withTown(scene, at, withWord(scene, at, nameEnd(scene, at, first && !ordinary)));
  vote(scene, at, to, last);
  if (isBody(scene, at, to)) return undefined;
  if (word.shape === "capitals" && !isShoutedName(scene, at, to, how !== undefined)) return undefined;
  if (!decide()) return undefined;
  return scene.sighting(at, to);

  function decide(): boolean {
    if (to - at > 1) return severalWords(scene, at, to, last);
    if (bar === "place") return placeName(scene, at, to);
    if (scene.isCalled(at) && word.weak === "" && word.shape !== "capitals") return true;
    if (first && !ordinary)
      return (
        !isMake(scene, at, to) &&
        !(/^(?:the|of|and|or)$/.test(scene.before(at)?.lower ?? "") && scene.signs(at, to) <= -6)
      );
    if (ordinary) return ordinaryWord(scene, at, to);
    if (scene.isSurname(word.lower)) return scene.signs(at, to) >= -2;
    if (how) return scene.signs(at, to) >= -3;
    return unlisted(scene, at, to, last);
  }
}

/** Small words that are first names somewhere: before another name they are what they mostly are ("Said Jordan", "Can Mia come?", "Son Alfie"). */
const OPENS = new Set("said can an son so do".split(" "));
const GREETINGS = new Set("hi hiya hey hello ta cheers yeah yep nope mhm erm umm aye".split(" "));

/** Whether a word has its capital from the head of a sentence and stands there for itself. */
function opensOnly(scene: Scene, at: number): boolean {
  const { lower, weak } = scene.words[at]!;
  if (weak !== "start" || scene.known.get(lower) === "label") return false;
  if (GREETINGS.has(lower)) return true;
  const next = scene.words[at + 1];
  return OPENS.has(lower) && next?.gap === "space" && next.shape === "capital" && isPersonAlone(scene, at + 1);
}

function isPersonAlone(scene: Scene, at: number): boolean {
  const { lower } = scene.words[at]!;
  return scene.knowledge.isClearFirst(lower) || scene.known.has(lower);
}

/** "Summer Blackwood" and "Young, Peter (Housing)" among those present: there a first name is one, whatever else the word may be. */
function attendee(scene: Scene, at: number): Sighting | undefined {
  const { words, knowledge } = scene;
  const [head, next, after] = [words[at]!, words[at + 1], words[at + 2]];
  if (head.shape !== "capital" || next?.shape !== "capital" || !scene.open(at + 1) || head.tail !== "")
    return undefined;
  const listed = (k: number): boolean => (knowledge.of(words[k]!.lower) & IS.first) !== 0;
  if (next.gap === "comma")
    return scene.isSurname(head.lower) &&
      listed(at + 1) &&
      (after === undefined || after.gap === "mark" || after.gap === "end")
      ? scene.sighting(at, at + 2)
      : undefined;
  if (next.gap !== "space" || !listed(at) || BODY_NOUNS.has(next.lower) || isAbbreviation(next.lower)) return undefined;
  return scene.bars[at + 1] === undefined ? scene.sighting(at, Math.max(at + 2, nameEnd(scene, at, true))) : undefined;
}

/** "a Pandora bracelet": a first name between an article and a thing, of nobody in the document. */
function isMake(scene: Scene, at: number, to: number): boolean {
  const { words, known } = scene;
  const [word, next] = [words[at]!, words[to]];
  if (!/^an?$/.test(scene.before(at)?.lower ?? "") || word.tail !== "" || next?.gap !== "space") return false;
  if (known.get(word.lower) === "label" || scene.fullNames.has(word.lower)) return false;
  return next.shape === "lower" && THINGS.test(next.lower);
}

const THINGS =
  /^(?:bracelets?|necklaces?|ring|rings|watch|bags?|handbags?|coats?|jackets?|tracksuits?|trainers|shoes|boots|jeans|jumpers?|hoodies?|caps?|hats?|belts?|tops?|shirts?|phones?|laptops?|tablets?|bikes?|scooters?|mopeds?|cars?|vans?|sofas?|ovens?|tvs?|shops?|stores?|gift|vouchers?|perfumes?|sandwich|meals?|cakes?|beers?|wines?)$/;

/** "Kezia Thorne said", where Thorne is a town: a head that no dictionary has, and signs of a person around both. */
function withTown(scene: Scene, at: number, to: number): number {
  const { words, knowledge } = scene;
  const head = words[at]!;
  const town = words[to];
  if (to !== at + 1 || town?.gap !== "space" || scene.bars[to] !== "place" || scene.barWords[to] !== 1) return to;
  if (head.shape !== "capital" || town.shape !== "capital" || scene.bars[at] !== undefined) return to;
  if (knowledge.isEnglish(head.lower) || knowledge.isOrdinary(head.lower) || head.tail !== "") return to;
  const listed = words[to + 1]?.gap === "comma" && scene.looksLikePerson(to + 1);
  return listed || scene.signs(at, to + 1) > 0 ? to + 1 : to;
}

/** "a Daisy Fountain.", "Reef Lambert. Year 13.": a word for a surname, or for a first name, where both have capitals for no other reason. */
function withWord(scene: Scene, at: number, to: number): number {
  const { words, knowledge } = scene;
  const [head, tail, next] = [words[at]!, words[at + 1], words[at + 2]];
  if (
    to !== at + 1 ||
    tail?.gap !== "space" ||
    head.shape !== "capital" ||
    tail.shape !== "capital" ||
    tail.weak !== ""
  )
    return to;
  if (!scene.open(at + 1) || scene.bars[at] !== undefined || scene.bars[at + 1] !== undefined || head.tail !== "")
    return to;
  if (BODY_NOUNS.has(tail.lower) || CALENDAR.has(head.lower) || (next && joins(next.gap) && next.shape !== "lower"))
    return to;
  const bits = knowledge.of(head.lower);
  const isFirst = (bits & IS.first) !== 0 && (bits & IS.listed) !== 0;
  const free = head.weak === "" || (head.weak === "start" && isWholeSentence(words, at, at + 2));
  return isFirst && free && (next === undefined || next.gap !== "space") ? at + 2 : to;
}

/** "Reef Lambert." for an answer, "Bay Harding, 16": any word and a surname, and nothing else or an age. */
function isWholeSentence(words: readonly Word[], at: number, to: number): boolean {
  const next = words[to];
  if (words[at]!.gap !== "end" || BEFORE_PERSON.has(words[at]!.lower)) return false;
  return next === undefined || next.gap === "end" || (next.gap === "comma" && /^\d\d$/.test(next.text));
}

/** "Ní Dhomhnaill", "Mac Giolla": a small word of names with a capital, and a name behind it. */
function capitalParticle(scene: Scene, at: number, last: boolean): Sighting | undefined {
  const word = scene.words[at]!;
  const next = scene.words[at + 1];
  if (!PARTICLES.has(word.lower) || word.shape !== "capital" || !next || next.gap !== "space") return undefined;
  if (next.shape === "lower" || next.shape === "code" || !scene.open(at + 1) || scene.knowledge.isEnglish(next.lower))
    return undefined;
  if (PARTICLES.has(next.lower)) return undefined;
  const inner = capitalName(scene, at + 1, last);
  return inner && scene.sighting(at, inner.to);
}

/** "the Pillais": a family by its surname in the plural, nothing else behind it. */
function isHousehold(scene: Scene, at: number): boolean {
  const { words, knowledge } = scene;
  const word = words[at]!;
  if (word.shape !== "capital" || word.weak !== "" || !word.lower.endsWith("s") || scene.bars[at] !== undefined)
    return false;
  if (scene.before(at)?.lower !== "the" || word.tail !== "") return false;
  const next = words[at + 1];
  if (next && joins(next.gap) && (next.shape !== "lower" || BODY_NOUNS.has(next.lower))) return false;
  const stem = word.lower.slice(0, -1);
  if (knowledge.isClearSurname(stem) || knowledge.isClearSurname(word.lower) || scene.known.has(stem)) return true;
  return (
    !knowledge.isEnglish(stem) &&
    !knowledge.isEnglish(word.lower) &&
    !PEOPLES.test(stem) &&
    !scene.inLowerCase.has(word.lower)
  );
}

/** "the Short brothers", "the Winter family": an ordinary word whose capital nothing else explains. */
function isFamilyName(scene: Scene, at: number, to: number): boolean {
  const word = scene.words[at]!;
  const next = scene.words[to];
  if (word.weak !== "" || word.shape !== "capital" || next?.gap !== "space" || word.tail !== "") return false;
  if (!/^(?:family|brothers|sisters|twins|cousins|household)$/.test(next.lower) || next.shape !== "lower") return false;
  return scene.before(at)?.lower === "the" && !PEOPLES.test(word.lower);
}

/** Counts for each run that it stands as a place, for words that are places in one sentence and could be people in the next. */
function vote(scene: Scene, at: number, to: number, last: boolean): void {
  if (last || to - at < 2) return;
  const before = scene.before(at)?.lower ?? "";
  if (!/^(?:in|at|near)$/.test(before)) return;
  const key = runKey(scene.words, at, to);
  scene.votes.set(key, (scene.votes.get(key) ?? 0) + 1);
}

/** Two words or more with capitals, one after the other. */
function severalWords(scene: Scene, at: number, to: number, last: boolean): boolean {
  const { words, knowledge, known } = scene;
  const head = words[at]!;
  const tail = words[to - 1]!;
  if (isWelshPlace(scene, at, to)) return false;
  if (knowledge.isClearFirst(head.lower) || (known.has(head.lower) && known.has(tail.lower)) || scene.isCalled(at))
    return true;
  if (!knowledge.isOrdinary(head.lower)) {
    if (knowledge.isName(head.lower) || knowledge.isName(tail.lower) || known.has(head.lower)) return true;
    if (!last) return false;
    const score = scene.signs(at, to);
    if (score !== 0) return score > 0;
    const seen = scene.secondOpinion(at) ?? scene.secondOpinion(to - 1);
    return head.weak === "" && seen !== "thing" && tail.shape === head.shape;
  }
  // "Royal Hussey", "Storm Wheatley": a word with a capital that nothing else explains, and a surname.
  if (!scene.isFirst(head.lower) || scene.isMass(head.lower)) {
    const sure =
      knowledge.isClearSurname(tail.lower) || (!knowledge.isEnglish(tail.lower) && scene.bars[to - 1] === undefined);
    const free =
      head.weak === ""
        ? !PEOPLES.test(head.lower) && !isAmid(scene, at) && (scene.isFirst(head.lower) || !TIME_NAMES.has(head.lower))
        : (scene.isMass(head.lower) || TIME_NAMES.has(head.lower)) &&
          head.weak === "start" &&
          !FUNCTION.test(head.lower);
    if (
      sure &&
      free &&
      head.shape === "capital" &&
      tail.shape === "capital" &&
      to - at === 2 &&
      !BODY_NOUNS.has(tail.lower) &&
      !OTHER_TITLES.has(head.lower) &&
      !isOffice(words, at)
    )
      return true;
  }
  if (knowledge.isClearSurname(tail.lower) && isWholeSentence(words, at, to) && head.weak === "start") return true;
  if (!scene.isFirst(head.lower)) return known.get(head.lower) === "label" && scene.signs(at, to) >= 0;
  if (head.weak === "line") return !knowledge.isOrdinary(tail.lower) || known.get(tail.lower) === "label";
  // "Mark Green", "Will Baker": the second capital speaks for itself.
  if (scene.isSurname(tail.lower) && (!CALENDAR.has(head.lower) || !scene.isMass(tail.lower))) return true;
  if (!knowledge.isOrdinary(tail.lower) || scene.signs(at, to) > 0) return true;
  // "Victor Chase." for an answer; "Victor Chase is" where the text speaks of a Mr Chase.
  if (!scene.isMass(head.lower) && to - at === 2 && (isWholeSentence(words, at, to) || known.has(tail.lower)))
    return true;
  // "a Daisy Fountain.": two capitals inside a sentence, of which the first is somebody's.
  const ends = words[to] === undefined || words[to]!.gap !== "space";
  return (
    to - at === 2 &&
    head.shape === "capital" &&
    tail.shape === "capital" &&
    head.weak === "" &&
    ends &&
    !CALENDAR.has(head.lower)
  );
}

/** "Ysgol Glan Morfa"; "at Bryn Celyn", whose second word is no surname. */
function isWelshPlace(scene: Scene, at: number, to: number): boolean {
  const { words } = scene;
  const head = words[at]!.lower;
  if (!WELSH_PLACE.has(head) || scene.known.get(head) === "label") return false;
  if (!scene.isFirst(head)) return true;
  return !scene.isSurname(words[to - 1]!.lower) && standsAsPlace(words, at);
}

/** A place of the gazetteer that is somebody's name as well: "Jordan", "Preston". A place unless its company says otherwise. */
function placeName(scene: Scene, at: number, to: number): boolean {
  const { lower } = scene.words[at]!;
  const how = scene.known.get(lower);
  if (!how && !scene.knowledge.isName(lower)) return false;
  const inFull = scene.fullNames.has(lower);
  if (standsAsPlace(scene.words, at)) return false;
  if (how !== "label" && !inFull && (scene.knowledge.of(lower) & IS.listed) === 0) return false;
  // A town has schools, teams and police of its own, but no mother.
  if (scene.words[at]!.tail !== "" && !isOfKin(scene, to)) return false;
  const score = scene.signs(at, to);
  // "took Ashton fishing"
  const taken = /^(?:took|takes|taking|brought|drove|fed|hid)$/.test(scene.before(at)?.lower ?? "");
  if (inFull && score >= 0 && (score > 0 || taken || scene.words[at]!.weak === "start" || followsAux(scene, at)))
    return true;
  return score >= 3 || (how === "label" && score >= 0) || (how === "text" && scene.isFirst(lower) && score > 0);
}

/** "was Tipton also on your books?" */
function followsAux(scene: Scene, at: number): boolean {
  return /^(?:was|is|did|does|has|had|and)$/.test(scene.before(at)?.lower ?? "");
}

function isOfKin(scene: Scene, to: number): boolean {
  const next = scene.words[to];
  return next?.gap === "space" && (KIN.has(next.lower) || KIN.has(scene.words[to + 1]?.lower ?? ""));
}

/** A name that is also an ordinary word, standing alone with a capital. */
function ordinaryWord(scene: Scene, at: number, to: number): boolean {
  const { words } = scene;
  const word = words[at]!;
  const how = scene.known.get(word.lower);
  const bits = scene.knowledge.of(word.lower);
  const first = (bits & IS.first) !== 0;
  const mass = (bits & IS.mass) !== 0;
  if (isFamilyName(scene, at, to)) return true;
  if (CALENDAR.has(word.lower) && isCalendarTime(words, at)) return false;
  const score = scene.signs(at, to);
  // "my cousin Peanut": nothing but a name stands with a capital there. "Bear", where a handle holds it; "Dutchy, Gizmo, Ryan".
  const free = word.weak === "" && word.shape === "capital" && !isAmid(scene, at) && !leadsOn(scene, to);
  if (!first && !how && free && score >= 0 && scene.handles.has(word.lower)) {
    scene.addAlias(at, to);
    return true;
  }
  if (!first && !how && score >= 4 && word.shape === "capital" && word.gap === "comma" && !leadsOn(scene, to)) {
    scene.addAlias(at, to);
    return true;
  }
  if (!first && !how && (bits & IS.surname) === 0) return KIN.has(scene.before(at)?.lower ?? "") && score >= 3 && free;
  if (score < 0) return false;
  // "that June", "August time": of the months only May is oftener somebody when no preposition stands before it.
  const calendar = how !== "label" && !scene.fullNames.has(word.lower) && CALENDAR.has(word.lower);
  if (score < 1 && calendar && word.lower !== "may") return false;
  if (begins(scene, at, to)) return true;
  const next = words[to];
  const after = next?.gap === "space" ? next.lower : "";
  // "Will to speak to his sister": what minutes ask of somebody. "Hope to see" is another matter.
  if (after === "to" && first && word.lower !== "hope" && ACTION.test(words[to + 1]?.lower ?? "")) return true;
  const idea = mass && score === 3 && how !== "label" && ANYTHING_DOES.has(after);
  const telling = (score >= 3 && !idea) || tellsOfPerson(words, to);
  // "Pete that does the boilers": in no dictionary. "Amir.": all that is said.
  const listed = first && !mass && (bits & IS.listed) !== 0 && word.weak === "start" && word.shape === "capital";
  const alone = word.gap === "end" && (next === undefined || next.gap === "end") && word.tail === "";
  if (listed && (alone || !scene.knowledge.isEnglish(word.lower))) return true;
  // "Mark, what do you think?" where Mark is somebody in the room.
  if (how === "label" && word.weak !== "line" && next?.gap === "comma") return true;
  const amid = isAmid(scene, at);
  if (word.weak === "" && !amid && word.shape === "capital") return first || how !== undefined || (score > 0 && !mass);
  if (!first && !how) return telling && !mass && word.weak === "start" && word.shape === "capital";
  const verb = /^(?:is|was|has|had|hasn't|hadn't|isn't|wasn't)$/.test(after);
  // "Grace is right" where Grace is in the room; no will is or was.
  if (mass) return telling || (verb && word.weak !== "line" && (how === "label" || word.lower === "will"));
  if (word.weak === "line") return score >= 3 && first;
  if (word.weak === "start" && first && (verb || /^(?:will|would|can|could|should|might)$/.test(after))) return true;
  return telling || score >= 2;
}

/** Amid a run of capitals ("Home Office Grant") the capital says nothing. */
function isAmid(scene: Scene, at: number): boolean {
  const before = scene.before(at);
  return (
    before !== undefined &&
    before.shape !== "lower" &&
    before.weak === "" &&
    scene.masked[at - 1] === 0 &&
    before.text.length > 1
  );
}

/** Whether a capital follows, so that both may be the name of something. */
function leadsOn(scene: Scene, to: number): boolean {
  const next = scene.words[to];
  return next?.gap === "space" && next.shape !== "lower";
}

/** A word that is in no list and in no dictionary: its neighbours here and elsewhere decide, then compromise, then caution. */
function unlisted(scene: Scene, at: number, to: number, last: boolean): boolean {
  const word = scene.words[at]!;
  if (scene.inLowerCase.has(word.lower)) return false;
  const score = scene.signs(at, to);
  if (!last) {
    scene.votes.set(word.lower, (scene.votes.get(word.lower) ?? 0) + Math.sign(score));
    return score >= 3;
  }
  if (score < 0) return false;
  // "Kayleihg told me", of Kayleigh Marsh.
  if (word.shape === "capital" && !scene.knowledge.isEnglish(word.lower) && scene.slips.has(word.lower)) return true;
  const votes = scene.votes.get(word.lower) ?? 0;
  if (score >= 3) return true;
  if (word.weak === "" && score > 0) return votes >= 0;
  // "Kezia wouldn't say": a word that no dictionary has, where a person would stand.
  if (word.weak === "start" && score > 0 && word.shape === "capital" && !scene.knowledge.isEnglish(word.lower))
    return votes >= 0 && !MADE_UP.test(word.lower);
  if (votes !== 0) return votes > 0;
  // "Danutė, a Lithuanian lady", "Aamina from the youth team": a word that nobody knows at the head of a sentence.
  const next = scene.words[to];
  if (
    word.weak === "start" &&
    word.shape === "capital" &&
    !scene.knowledge.isEnglish(word.lower) &&
    !MADE_UP.test(word.lower) &&
    word.text.length > 3
  )
    if (
      next?.gap === "comma" ||
      isHeadOfNote(scene, to) ||
      (next?.gap === "space" && /^(?:from|or|who)$/.test(next.lower))
    )
      return next!.gap === "space" || scene.secondOpinion(at) !== "thing";
  // Better a brand hidden than a person shown: a capital inside a sentence that nothing explains is taken for a name.
  return (
    word.weak === "" && word.shape === "capital" && !MADE_UP.test(word.lower) && scene.secondOpinion(at) !== "thing"
  );
}

/** "Dilwen (foster carer) …", "Dilwen: worker changed five times". */
function isHeadOfNote(scene: Scene, to: number): boolean {
  const next = scene.words[to];
  return next?.gap === "mark" && /^:? ?[(:]$|^: /.test(scene.text.slice(scene.words[to - 1]!.end, next.start));
}

/** Words all in capitals are abbreviations unless they are clear names, or names in a line of capitals. */
function isShoutedName(scene: Scene, at: number, to: number, known: boolean): boolean {
  const word = scene.words[at]!;
  if (known && word.text.length > 2) return true;
  const clear = scene.knowledge.isClearFirst(word.lower) || scene.knowledge.isClearSurname(word.lower);
  if (word.weak !== "line") return word.text.length >= 4 && clear;
  return (
    clear || (to - at > 1 && scene.knowledge.isName(word.lower) && scene.knowledge.isName(scene.words[to - 1]!.lower))
  );
}
