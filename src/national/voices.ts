import type { Voice } from "../model/index.js";
import type { ReviewDigest } from "./digest.js";
import type { Doorkeeper } from "./disclose.js";
import { contentWords, likeness } from "./likeness.js";
import { byText } from "./order.js";
import { NO_QUARTER } from "./quarters.js";
import type { Quote, SlotDigest } from "./slot.js";

/** Two quotes that share more of their words than this say the same thing. */
const ALIKE = 0.5;
/** Most quotes that are looked at for a claim, the best of each review first. */
const LOOKED_AT = 400;

interface Candidate {
  readonly review: ReviewDigest;
  readonly quote: Quote;
  readonly words: ReadonlySet<string>;
}

/**
 * Quotes that differ from one another, of as many areas, regions and sectors as there are: again and again the one that adds most that is new, of equals
 * the one that shows best what it says. Quotes held by disclosure control are passed over.
 */
export function chooseVoices(
  told: readonly { readonly review: ReviewDigest; readonly slot: SlotDigest }[],
  side: "for" | "against",
  most: number,
  door: Doorkeeper,
  takes: (review: ReviewDigest, session: string) => boolean = () => true,
): Voice[] {
  const candidates: Candidate[] = told
    .flatMap(({ review, slot }) =>
      (side === "for" ? slot.quotesFor : slot.quotesAgainst)
        .filter((quote) => door.shows(quote) && takes(review, quote.session))
        .map((quote) => ({ review, quote, words: contentWords(quote.quote) })),
    )
    .sort((a, b) => b.quote.weight - a.quote.weight || byText(a.quote.mention, b.quote.mention))
    .slice(0, LOOKED_AT);
  const chosen: Candidate[] = [];
  while (chosen.length < most) {
    let best: { candidate: Candidate; worth: number } | undefined;
    for (const candidate of candidates) {
      if (chosen.some((other) => likeness(other.words, candidate.words) > ALIKE)) continue;
      const worth = novelty(candidate, chosen) + candidate.quote.weight / 1000;
      if (best === undefined || worth > best.worth) best = { candidate, worth };
    }
    if (best === undefined) break;
    chosen.push(best.candidate);
  }
  return chosen.map(({ review, quote }) => voiceOf(review, quote, door));
}

/** What a quote adds to those chosen: another area, another sector, another region. */
function novelty({ review, quote }: Candidate, chosen: readonly Candidate[]): number {
  const area = chosen.every((other) => other.review.area !== review.area) ? 4 : 0;
  const sector = quote.sectors.some((own) => chosen.every((other) => !other.quote.sectors.includes(own))) ? 2 : 0;
  const region = chosen.every((other) => other.review.region !== review.region) ? 1 : 0;
  return area + sector + region;
}

function voiceOf(review: ReviewDigest, quote: Quote, door: Doorkeeper): Voice {
  const named = door.places(quote) && door.names(review);
  return {
    quote: quote.quote,
    area: named ? review.area : "",
    region: review.region,
    quarter: review.quarter === NO_QUARTER ? "" : review.quarter,
    sectors: named ? quote.sectors.filter((sector) => sector !== "unknown") : [],
  };
}
