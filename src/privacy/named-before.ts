import type { Scene } from "./scene.js";
import { set } from "./signs.js";

/** Words with which a sentence goes on about somebody: verbs, and what stands before them. */
const GOES_ON = set(
  "is was has had would could will can won't can't isn't wasn't hasn't hadn't may might should must and to also never always just still now then did didn't does doesn't who himself herself again got gets went goes came comes said says told tells asked asks thinks thought knew knows wrote writes rang rings phoned texted wants wanted left lived lives moved started stopped turned took takes gave gives made makes kept keeps lost loves loved needs needed tried tries talked talks walked looked looks heard saw sees met brought brings drives drove runs ran works worked sits sat stays stayed holds held pays paid sells sold owes owed sends sent puts put found spoke became began bit blew bought broke built caught chose drank fed fell fought forgot grew hid hit hung hurt lay lent let meant read rode sang shook shot slept stole stood swore taught threw understood woke won wore reads feels felt carries carried covers chairs chaired leads led from",
);
/** Verbs that no idea does: "Hope wrote", "Joy will find him". */
const PEOPLE_DO = set(
  "will won't said says told tells asked asks wrote writes rang rings phoned texted wants wanted lived thinks thought knew knows tried tries talked walked looked heard saw sees met drives sits sat stayed pays paid sold owes sent chaired agreed replied added",
);
/** Begin questions and wishes far oftener than they are somebody. */
const AUXILIARY = set(
  "will may can do what who where when why how so and but or then that this it he she they we you i there here if as at in on to of for with from by not no yes yeah well oh okay right now just",
);

/**
 * Whether a word that begins a sentence is somebody of whom the document has spoken: "Grace was one of our older tenants" after "Grace
 * Mallory", "Tacks again" after "street name Tacks".
 */
export function begins(scene: Scene, at: number, to: number): boolean {
  const word = scene.words[at]!;
  if (word.weak !== "start" || word.shape !== "capital" || AUXILIARY.has(word.lower)) return false;
  if (!scene.known.has(word.lower)) return false;
  const next = scene.words[to];
  const inFull = scene.known.get(word.lower) === "label" || scene.fullNames.has(word.lower);
  // "Hope is in short supply": of an idea only a name in full, a label or what no idea does tells that it is somebody's.
  if (scene.isMass(word.lower) && !inFull && !(next?.gap === "space" && PEOPLE_DO.has(next.lower))) return false;
  if (next === undefined || next.gap !== "space" || word.tail !== "") return true;
  if (GOES_ON.has(next.lower)) return true;
  if (next.shape !== "lower" || next.lower.length < 4) return false;
  const plural = next.lower.endsWith("s") && scene.knowledge.isOrdinary(word.lower);
  return plural ? PEOPLE_DOES.has(next.lower) : /(?:ed|s)$/.test(next.lower);
}

/** Verbs of the present in -s with which talk goes on about somebody; "Faith groups" and "Rose petals" end alike. */
const PEOPLE_DOES = set(
  "agrees asks believes brings buys calls carries checks comes cries deals describes does drives feels finds gets gives goes hates hears helps holds hopes keeps knows leads leaves likes lives looks loves makes meets moves needs notes opens owes pays picks drops hangs rides shows stands wakes plays puts reads reckons remembers reports rings runs says sees sells sends sits sleeps smokes speaks starts stays stops takes talks tells texts thinks trusts tries turns uses visits waits walks wants wears works worries writes",
);

/** What stands before an ordinary word and after it: "i hope", "no angel", "the patience of a saint". */
const BEFORE_WORD = set(
  "i we you they he she it the a an no any some more much such of in to with without is was are were be been being 'd will would can could not never don't didn't really just only my your our their this that these those what i'll he'll she'll we'll they'll i'd he'd she'd we'd they'd very so too quite little great good bad same every each than per for",
);
const AFTER_WORD = set(
  "you we they i it the a an up down off out over away that to of by his her my your our their them him me us and",
);
/** Behind these somebody stands whatever else the word may be: "rang hope", "and joy", "said joy". */
const REACHES = set(
  "rang rung phoned texted asked told said met saw seen called named thanked thank and so then because with but",
);
const DOES = set(
  "was is had has would could says said did went came rang told asked got goes wants wanted lives lived moved phoned turned she's he's she he who",
);

/**
 * Whether an ordinary word in small letters, where no capitals are written, is somebody of whom the document has spoken: "hope would ring
 * me up", "i rang joy"; not "i hope so", "she was no angel".
 */
export function saidSmall(scene: Scene, at: number): boolean {
  const { lower, gap, tail } = scene.words[at]!;
  if (!scene.known.has(lower)) return false;
  const before = gap === "space" ? (scene.words[at - 1]?.lower ?? "") : "";
  const next = scene.words[at + 1];
  const after = next?.gap === "space" ? next.lower : "";
  if (tail !== "" && !BEFORE_WORD.has(before)) return true;
  if (BEFORE_WORD.has(before)) return false;
  if (DOES.has(after)) return true;
  if (/^(?:she|he)$/.test(after) && next?.tail === "'s") return true;
  return (REACHES.has(before) || scene.fullNames.has(lower)) && !AFTER_WORD.has(after);
}
