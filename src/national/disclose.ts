import type { Course, Disclosure, Reach, Share } from "../model/index.js";
import { type Counted, isSmall, protectTable, rareQuotes, shownCount, type TellingWords } from "../privacy/index.js";
import type { ReviewDigest } from "./digest.js";
import type { Quote, Status } from "./slot.js";
import { isFor, sharesBy, type Tally } from "./tally.js";

/** What disclosure control needs besides the counts. */
export interface HouseRules {
  readonly disclosure: Disclosure;
  readonly words: Omit<TellingWords, "places">;
}

/**
 * What may be let out of claims. A count of reviews *for or against* something rests on the sessions that say it; a count of reviews that say nothing
 * of it, and the number of a region's or a quarter's areas, rest on the sessions that took part there. Off, it lets everything out.
 */
export class Doorkeeper {
  readonly threshold: number;
  private readonly heldQuotes: ReadonlySet<string>;
  private readonly placeless: ReadonlySet<string>;

  constructor({ disclosure, words }: HouseRules, reviews: readonly ReviewDigest[], places: readonly string[]) {
    this.threshold = disclosure.national ? disclosure.threshold : 1;
    const quotes = disclosure.national ? [...quotesOf(reviews)] : [];
    const cleared = new Set(disclosure.signed_off);
    const telling = { ...words, places: [...new Set([...places, ...reviews.map(({ area }) => area)])] };
    const held = (candidates: Parameters<typeof rareQuotes>[0]): Set<string> =>
      new Set(
        rareQuotes(candidates, telling, this.threshold)
          .map(({ id }) => id)
          .filter((id) => !cleared.has(id)),
      );
    this.heldQuotes = held(quotes.map(({ id, session, text }) => ({ id, session, text })));
    // The name of the area that stands under a quote is part of what it tells.
    this.placeless = held(quotes.map(({ id, session, text, area }) => ({ id, session, text: `${area}. ${text}` })));
  }

  /** Quotes that wait for a person. */
  get quotesHeld(): number {
    return this.heldQuotes.size;
  }

  /** Whether a quote may be shown. */
  shows(quote: Pick<Quote, "mention">): boolean {
    return !this.heldQuotes.has(quote.mention);
  }

  /** Whether a quote may be shown with its area and sector. */
  places(quote: Pick<Quote, "mention">): boolean {
    return !this.placeless.has(quote.mention);
  }

  /** Whether an area may be named as one that says something. */
  names(review: ReviewDigest): boolean {
    return review.sessions.length >= this.threshold;
  }

  /** A number by itself. */
  count(value: number, units: readonly string[]): number | null {
    return shownCount({ value, units }, this.threshold) ?? null;
  }

  /** A claim's reviews by what they say; held back as a table with its total, so that no part can be reckoned from the rest. */
  reach(tally: Tally): { reach: Reach; agreed: number | null } {
    const reviews = (...wanted: (Status | "silent")[]) =>
      tally.among.filter(({ id }) => wanted.includes(tally.status.get(id) ?? ("" as "silent")));
    const could: Counted[] = [
      this.saying(reviews("for", "contested"), tally, "for"),
      this.saying(reviews("against"), tally, "against"),
      present(reviews("uncertain")),
      present(reviews("silent")),
    ];
    const unknown = present(tally.among.filter(({ id }) => !tally.status.has(id)));
    const [numerator, against, uncertain, silent, notKnown] = this.parted(could, unknown);
    const total = tally.among.length;
    const part = (members: readonly ReviewDigest[]) =>
      numerator === null || numerator === undefined ? null : this.count(members.length, units(members));
    return {
      reach: {
        numerator: numerator ?? null,
        denominator: notKnown === null || notKnown === undefined ? null : total - notKnown,
        notKnown: notKnown ?? null,
        total,
        contested: part(reviews("contested")),
        against: against ?? null,
        uncertain: uncertain ?? null,
        silent: silent ?? null,
        volunteered: part(reviews("for", "contested").slice(0, tally.volunteered)),
      },
      agreed: part(reviews("for", "contested").filter(({ id }) => tally.slots.get(id)?.independent)),
    };
  }

  /**
   * What the reviews that could have said it said, then those that are not known. A claim is read by its numerator, its denominator and what is not
   * known, so what has to be held back beside a small count is looked for among the rest first; where that is too little, among all.
   */
  private parted(could: readonly Counted[], unknown: Counted): (number | null)[] {
    const held = (cells: readonly Counted[]) =>
      protectTable({ cells: [cells], rowTotals: true, columnTotals: false }, this.threshold);
    const inside = held(could);
    const [numerator] = inside.cells[0] ?? [];
    const [backing] = could;
    const readable = numerator !== undefined || (backing !== undefined && isSmall(backing, this.threshold));
    const alone = readable && inside.rowTotals[0] !== undefined && !isSmall(unknown, this.threshold);
    const cells = alone ? [...(inside.cells[0] ?? []), unknown.value] : (held([...could, unknown]).cells[0] ?? []);
    return cells.map((shown) => shown ?? null);
  }

  /** Reviews by region or quarter: with those that do not say it they make a table whose totals are known from the list of reviews. */
  shares(tally: Tally, names: readonly string[], nameOf: (review: ReviewDigest) => string): Share[] {
    const shares = sharesBy(tally, names, nameOf);
    const cells = shares.map(({ name }) => {
      const own = tally.among.filter((review) => nameOf(review) === name && tally.status.has(review.id));
      const isBacking = ({ id }: ReviewDigest) => isFor(tally.status.get(id));
      return [present(own.filter(isBacking)), present(own.filter((review) => !isBacking(review)))];
    });
    const table = protectTable({ cells, rowTotals: true, columnTotals: true }, this.threshold);
    return shares.map(({ name }, i) => ({
      name,
      numerator: table.cells[i]?.[0] ?? null,
      denominator: table.rowTotals[i] ?? null,
    }));
  }

  /** A course's counts stand alone: a review can be seen to rise and to be contradicted. */
  course(groups: Readonly<Record<keyof Course, readonly ReviewDigest[]>>): Course {
    const shown = Object.entries(groups).map(([name, reviews]) => [name, this.count(reviews.length, units(reviews))]);
    return Object.fromEntries(shown) as Course;
  }

  private saying(reviews: readonly ReviewDigest[], { slots }: Tally, side: "for" | "against"): Counted {
    const voices = reviews.flatMap(({ id }) => {
      const slot = slots.get(id);
      const sessions = slot?.[side].map(({ session }) => session) ?? [];
      return sessions.map((session) => `${id}|${session}`);
    });
    // A side that is told of without a mention of its own (a silence) rests on those who took part.
    return { value: reviews.length, units: voices.length === 0 ? units(reviews) : voices };
  }
}

function units(reviews: readonly ReviewDigest[]): string[] {
  return reviews.flatMap(({ id, sessions }) => sessions.map((session) => `${id}|${session}`));
}

function present(reviews: readonly ReviewDigest[]): Counted {
  return { value: reviews.length, units: units(reviews) };
}

function* quotesOf(
  reviews: readonly ReviewDigest[],
): Iterable<{ id: string; session: string; text: string; area: string }> {
  for (const { id, area, slots, edges, practices } of reviews) {
    const said = [...slots.values(), ...edges.map(({ slot }) => slot)];
    for (const { quotesFor, quotesAgainst } of said) {
      for (const { mention, session, quote } of [...quotesFor, ...quotesAgainst])
        yield { id: mention, session: `${id}|${session}`, text: quote, area };
    }
    for (const { quote } of practices)
      yield { id: quote.mention, session: `${id}|${quote.session}`, text: quote.text, area };
  }
}
