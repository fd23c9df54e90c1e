import { EVIDENTIALITIES, type Mention, type Stance, SUPPORT_WEIGHT } from "../model/index.js";
import { isCounted, isHereAndNow } from "./evidence.js";
import { byCodeUnits } from "./order.js";

/** A quote of this many characters reads well in a cell: longer than a label, shorter than a paragraph. */
const READABLE = { from: 30, to: 300 };

/**
 * The mention whose quote shows a stance best: it supports the stance; then the one with most of the group behind it,
 * told first hand rather than at second hand, with a quote of readable length, and the earliest.
 * @param mentions the session's evidence on the code, in any order.
 * @returns undefined for `silent`.
 */
export function bestMention(
  stance: Pick<Stance, "stance" | "p" | "a">,
  mentions: readonly Mention[],
): Mention | undefined {
  let best: Mention | undefined;
  for (const mention of mentions) {
    if (shows(stance, mention) && (best === undefined || compare(mention, best) < 0)) best = mention;
  }
  return best;
}

/** A mixed stance is shown by its heavier side, by what is affirmed when both weigh the same. */
function shows({ stance, p, a }: Pick<Stance, "stance" | "p" | "a">, mention: Mention): boolean {
  switch (stance) {
    case "affirms":
      return isCounted(mention) && mention.assertion === "present";
    case "denies":
      return isCounted(mention) && mention.assertion === "absent";
    case "mixed":
      return isCounted(mention) && mention.assertion === (p >= a ? "present" : "absent");
    case "uncertain":
      return isUncertain(mention);
    case "silent":
      return false;
  }
}

/** Evidence of here and now that is hedged, wished for or not known of. */
export function isUncertain(mention: Mention): boolean {
  return mention.evidence && isHereAndNow(mention) && mention.assertion !== "present" && mention.assertion !== "absent";
}

function compare(a: Mention, b: Mention): number {
  return (
    SUPPORT_WEIGHT[b.support] - SUPPORT_WEIGHT[a.support] ||
    EVIDENTIALITIES.indexOf(a.evidentiality) - EVIDENTIALITIES.indexOf(b.evidentiality) ||
    Number(isReadable(b)) - Number(isReadable(a)) ||
    byCodeUnits(a.document, b.document) ||
    a.start - b.start ||
    byCodeUnits(a.id, b.id)
  );
}

function isReadable({ quote }: Mention): boolean {
  return quote.length >= READABLE.from && quote.length <= READABLE.to;
}
