import { LEVELS, type Mention, SECTORS, type Sector, type Session, SUPPORT_WEIGHT } from "../model/index.js";
import { byText } from "./order.js";

/** Most quotes kept of a review for a claim, and most against it: what is held grows with reviews and codes, not with what was said. */
const QUOTES = 2;

/** A mention and its session. */
export interface Ref {
  readonly session: string;
  readonly mention: string;
}

/** A quote that a claim could show, with what chooses between quotes. */
export interface Quote extends Ref {
  readonly quote: string;
  readonly sectors: readonly Sector[];
  readonly weight: number;
}

export type Status = "for" | "contested" | "against" | "uncertain";

/** What one review says for one claim. */
export interface SlotDigest {
  status: Status;
  readonly for: Ref[];
  readonly against: Ref[];
  readonly quotesFor: Quote[];
  readonly quotesAgainst: Quote[];
  /** Sectors and levels that back it, in the order of their closed lists. */
  readonly sectors: readonly Sector[];
  readonly levels: readonly Session["level"][];
  /** Sessions that back it. */
  readonly sessions: readonly string[];
  /** Whether two of them share no sector, all being known. */
  readonly independent: boolean;
}

/** Gathers what the mentions of one review say for one claim. */
export class SlotBuilder {
  private readonly refs = { for: [] as Ref[], against: [] as Ref[], uncertain: [] as Ref[] };
  private readonly quotes = { for: [] as Quote[], against: [] as Quote[] };
  private readonly backing = new Map<string, Session>();
  private settled: { isFor: boolean; isAgainst: boolean } | undefined;

  take(mention: Mention, session: Session, side: "for" | "against" | "uncertain"): void {
    this.refs[side].push({ session: session.id, mention: mention.id });
    if (side === "uncertain") return;
    if (side === "for") this.backing.set(session.id, session);
    keepBest(this.quotes[side], {
      session: session.id,
      mention: mention.id,
      quote: mention.quote,
      sectors: session.sectors,
      weight: worth(mention),
    });
  }

  /** Says what the review as a whole says, where stances have weighed it. */
  settle(isFor: boolean, isAgainst: boolean): void {
    this.settled = { isFor, isAgainst };
  }

  built(): SlotDigest | undefined {
    const isFor = this.settled?.isFor ?? this.refs.for.length > 0;
    const isAgainst = this.settled?.isAgainst ?? this.refs.against.length > 0;
    const status = isFor ? (isAgainst ? "contested" : "for") : isAgainst ? "against" : "uncertain";
    if (status === "uncertain" && this.refs.uncertain.length === 0) return undefined;
    const backing = isFor ? [...this.backing.values()] : [];
    return {
      status,
      for: isFor ? this.refs.for : [],
      against: this.refs.against,
      quotesFor: isFor ? this.quotes.for : [],
      quotesAgainst: this.quotes.against,
      sectors: SECTORS.filter((sector) => backing.some((session) => session.sectors.includes(sector))),
      levels: LEVELS.filter((level) => backing.some((session) => session.level === level)),
      sessions: backing.map(({ id }) => id).sort(byText),
      independent: holdsPair(backing),
    };
  }
}

/** Whether two sessions share no sector, all being known. Sets of sectors are few, however many the sessions. */
function holdsPair(sessions: readonly Session[]): boolean {
  const sets = new Map(sessions.map(({ sectors }) => [sectors.join("|"), sectors]));
  const known = [...sets.values()].filter((sectors) => !sectors.includes("unknown"));
  return known.some((one, i) => known.slice(i + 1).some((other) => !one.some((sector) => other.includes(sector))));
}

/** How well a quote shows what it says: backed by many, first hand, whole and not too long. */
function worth({ support, evidentiality, quote }: Mention): number {
  const words = quote.split(/\s+/).length;
  const readable = words >= 7 && words <= 45 ? 40 : words < 4 ? -40 : 0;
  return SUPPORT_WEIGHT[support] + readable + (evidentiality === "own" ? 20 : 0);
}

function keepBest(kept: Quote[], quote: Quote): void {
  if (kept.some((each) => each.quote === quote.quote)) return;
  kept.push(quote);
  kept.sort((a, b) => b.weight - a.weight || byText(a.mention, b.mention));
  // The second quote is of another session where there is one.
  const second = kept.findIndex((each, i) => i > 0 && each.session !== kept[0]?.session);
  if (second > 1) kept.splice(1, 0, ...kept.splice(second, 1));
  if (kept.length > QUOTES) kept.length = QUOTES;
}
