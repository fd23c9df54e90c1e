import type { Element } from "./pattern.js";

/** Words of grammar, and others so frequent that a look-up must not begin with them. */
const CONSTANT = new Set(
  `the a an and or of to in on at for with from by be have do not it its they them their there here we us our you your i my me he she his her as if so but than
  then when what which who how where all any some no more most many much very just also about into out up down over can could will would should may might must get
  go come say think know see make take give put want need like one two three people young child person work use keep tell find that this these those thing time
  day week year good well new old other same own back now still only even too never nobody none nothing`.split(/\s+/),
);

/** Words of everyday talk and of the field that stand in every transcript. */
const FREQUENT = new Set(
  `able across act action actually add age agency agree always another around area ask authority aware away bad base because become before begin behind being
  believe better between big bit both boy break bring build business buy call care carry case cause centre change city clear close community concern contact
  control council county course court crime criminal current cut data deal decide demand develop different difficult discuss do down drug during each early
  education end enough ensure estate every example experience explain face fact fall family far father feel few fight first follow force four full fund further
  gang general girl give great group grow half hand happen hard health hear help her high hold home hope hour house housing idea identify image impact important
  improve include increase individual information intelligence interview involve issue job join key kid kind lack large last late lead learn leave less let level
  life light line link list little live local long look lose lot low main man manage manager matter mean meet meeting member mention mental method might mind
  minute miss moment money month morning mother mouth move multi name national nature near neighbour network next night number offender offer office officer often
  ok open order organisation outside parent part partner partnership past pay perhaps period phone place plan play point police poor position possible practice
  present pressure prevent prison probably problem process professional programme project property protect provide public pull pupil push quite raise range
  rather read real really reason receive recent recognise record refer referral relationship remain report require resource respond response result right risk
  road role room round run safe safeguard school second sector see seem sell send senior sense serious service session set several share short should show side
  sign similar since single sit situation skill small social some someone sort speak specific spend staff stage stand start state stay step stop story strategic
  street strong structure struggle student success such support sure system talk target team term the therefore thing through together told too town training
  travel trust try turn type under understand unit until up vary victim view violence visit vulnerable wait walk warn watch way whether while whole why wide
  win within without woman word worker worry write wrong yeah yes yet youth`.split(/\s+/),
);

/** How often, by rough orders of size, a word fits one position of a wording: per million words. */
function frequency({ kind, value }: Element): number {
  if (kind === "any") return 1_000_000;
  if (kind === "number") return 10_000;
  if (kind === "person") return 2_000;
  if (kind === "prefix" || kind === "suffix") return 200;
  if (CONSTANT.has(value)) return 3_000;
  return FREQUENT.has(value) ? 300 : 10;
}

/** How often a stretch is to be expected, so that a pattern can be looked up from its rarest one. */
export function expected(wordings: readonly (readonly Element[])[]): number {
  let sum = 0;
  for (const wording of wordings) {
    const rarest = Math.min(...wording.map(frequency));
    sum += wording.length > 1 ? rarest / 10 : rarest;
  }
  return sum;
}

/** How often a word is to be expected with which one of some wordings begins, per million words. */
export function expectedOpening(openings: Iterable<Element>): number {
  let sum = 0;
  for (const element of openings) sum += frequency(element);
  return sum;
}
