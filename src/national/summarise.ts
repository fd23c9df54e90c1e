import type { Wording } from "../findings/index.js";
import type { ClaimKind, LanguageUse, NationalLine, NationalSummary, RoleConflict, TraceRow } from "../model/index.js";
import { draftClaims } from "./claims.js";
import { compareWith } from "./compare.js";
import { quartersOf } from "./comparisons.js";
import { type ReviewDigest, slotKey } from "./digest.js";
import { directoryOf, linksOf, type PracticeDraft } from "./directory.js";
import { Doorkeeper, type HouseRules } from "./disclose.js";
import type { Field } from "./field.js";
import { commonLanguage } from "./language.js";
import { conflictsOf, type EdgeDraft, edgesOf } from "./lines.js";
import { add, byText } from "./order.js";
import { publish } from "./publish.js";
import { NO_QUARTER } from "./quarters.js";
import { isFor, tallyOf } from "./tally.js";
import type { JoinedDraft } from "./together.js";
import { unknownOf } from "./unknown.js";

/** What a summary takes in and is held against. */
export interface SummaryOptions {
  /** Name by which a later summary compares itself with this one. */
  readonly name: string;
  /** Regions taken in; none: all. */
  readonly regions: readonly string[];
  /** ISO dates, inclusive; empty: open. A review without a date is left out where either is given. */
  readonly since: string;
  readonly until: string;
  readonly earlier?: NationalSummary;
}

/** A summary, and what joins its claims to the sessions behind them: that stays in the house. */
export interface Nation {
  readonly summary: NationalSummary;
  /** Rows of trace.csv, in order of claim, review, session and mention; made as they are read. */
  trace(): Iterable<TraceRow>;
}

/**
 * What many reviews say together. Pure; the order of reviews does not matter.
 *
 * @param language what sectors' words diverge on, over all sessions
 */
export function summarise(
  all: readonly ReviewDigest[],
  language: readonly LanguageUse[],
  options: SummaryOptions,
  { field, wording, house }: { field: Field; wording: Wording; house: HouseRules },
): Nation {
  const sorted = [...all].sort((a, b) => byText(a.id, b.id));
  const inside = sorted.filter((review) => isInside(review, options));
  const reviews = inside.filter(({ sessions }) => sessions.length > 0);
  const { rules } = field;
  const drafts = draftClaims(reviews, field);
  const edges = edgesOf(reviews);
  const places = new Set(edges.places.flatMap(({ exporter, importer }) => [exporter, importer]));
  const door = new Doorkeeper(house, reviews, [...places]);
  const claims = drafts
    .map((draft) => publish(draft, { field, wording, door, reviews }))
    .sort(
      (a, b) => b.strength - a.strength || (b.reach.numerator ?? 0) - (a.reach.numerator ?? 0) || byText(a.id, b.id),
    );
  const out = new Set(
    claims.flatMap(({ kind, codes, reach }) => (reach.numerator === null ? [] : [slotKey(kind, codes[0] ?? "")])),
  );
  // What is held back in a claim must not be read off a list or a table beside it.
  const isOut = (kind: ClaimKind, code: string) => out.has(slotKey(kind, code));
  const directory = directoryOf(reviews, field, wording, door);
  const dates = reviews
    .map(({ date }) => date)
    .filter((date) => date !== "")
    .sort(byText);
  const quarters = quartersOf(reviews);
  const summary: NationalSummary = {
    format: 1,
    title: rules.text.title,
    name: options.name,
    claimed: rules.claimed,
    asAt: dates.at(-1) ?? "",
    latestQuarter: quarters.at(-1)?.name ?? "",
    filter: { regions: [...options.regions], since: options.since, until: options.until },
    disclosure: {
      on: house.disclosure.national,
      threshold: door.threshold,
      claimsHeldBack: claims.filter(({ reach }) => reach.numerator === null).length,
      quotesHeld: door.quotesHeld,
    },
    reviews: [...reviews]
      .sort((a, b) => byText(a.date, b.date) || byText(a.id, b.id))
      .map(({ area, title, region, date, quarter, sessions }) => ({
        ...{ area, title, region, date, quarter },
        sessions: sessions.length,
      })),
    excluded: leftOut(sorted, inside, reviews),
    headings: field.frames.flatMap((frame) =>
      frame.headings.map(({ id, title }) => ({
        id: `${frame.id}/${id}`,
        frame: frame.id,
        title,
        claims: claims.filter(({ headings }) => headings.includes(`${frame.id}/${id}`)).map((claim) => claim.id),
      })),
    ),
    claims,
    practices: directory.map(({ practice }) => practice),
    links: linksOf(reviews, directory, field, door, isOut),
    lines: linesOf(edges, door),
    language: commonLanguage(reviews, language, field, door),
    unknown: unknownOf(reviews, field, wording, door),
    trends: trendsOf(reviews, field, door, isOut),
    comparison: options.earlier === undefined ? null : compareWith(options.earlier, claims, rules.claimed),
  };
  return { summary, trace: () => traceOf(drafts, directory) };
}

function isInside({ region, date }: ReviewDigest, { regions, since, until }: SummaryOptions): boolean {
  if (regions.length > 0 && !regions.some((one) => one.toLowerCase() === region.toLowerCase())) return false;
  if (since !== "" && (date === "" || date < since)) return false;
  // `until: 2019-06` takes in the whole of June.
  return until === "" || (date !== "" && date.slice(0, until.length) <= until);
}

function leftOut(
  all: readonly ReviewDigest[],
  inside: readonly ReviewDigest[],
  reviews: readonly ReviewDigest[],
): NationalSummary["excluded"] {
  const taken = new Set(inside.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { excluded } of reviews) for (const [why, n] of excluded) add(counts, why, n);
  return [
    ...all.filter(({ id }) => !taken.has(id)).map(({ area }) => ({ what: area, why: "outside the filter", count: 1 })),
    ...inside
      .filter(({ sessions }) => sessions.length === 0)
      .map(({ area }) => ({ what: area, why: "no sessions", count: 1 })),
    ...reviews
      .filter(({ quarter }) => quarter === NO_QUARTER)
      .map(({ area }) => ({ what: area, why: "no date", count: 1 })),
    ...[...counts].sort(([a], [b]) => byText(a, b)).map(([why, count]) => ({ what: "", why, count })),
  ];
}

function linesOf(
  { places, regions }: { places: EdgeDraft[]; regions: EdgeDraft[] },
  door: Doorkeeper,
): NationalSummary["lines"] {
  const shown = ({ reviews, sessions, ...edge }: EdgeDraft): NationalLine => ({
    ...edge,
    reviews: door.count(reviews.length, sessions),
    sessions: door.count(sessions.length, sessions),
  });
  const conflicts = (kind: RoleConflict["kind"], edges: readonly EdgeDraft[]): RoleConflict[] =>
    conflictsOf(edges).map(({ place, exports, imports }) => {
      const told = (some: readonly EdgeDraft[]) =>
        door.count(
          new Set(some.flatMap(({ reviews }) => reviews)).size,
          some.flatMap(({ sessions }) => sessions),
        );
      return { place, kind, exports: told(exports), imports: told(imports) };
    });
  return {
    places: places.map(shown),
    regions: regions.map(shown),
    conflicts: [...conflicts("region", regions), ...conflicts("place", places)],
  };
}

function trendsOf(
  reviews: readonly ReviewDigest[],
  { concepts }: Field,
  door: Doorkeeper,
  isOut: (kind: ClaimKind, code: string) => boolean,
): NationalSummary["trends"] {
  const quarters = quartersOf(reviews);
  const dated = reviews.filter(({ quarter }) => quarter !== NO_QUARTER);
  const names = quarters.map(({ name }) => name);
  return {
    quarters,
    codes: concepts.flatMap(({ id }) => {
      const tally = tallyOf(dated, ({ slots }) => slots.get(slotKey("reach", id)), {
        able: ({ able }) => able.has(id),
        wide: ({ wide }) => wide.has(id),
      });
      if (!isOut("reach", id) || ![...tally.status.values()].some(isFor)) return [];
      return [{ code: id, cells: door.shares(tally, names, ({ quarter }) => quarter) }];
    }),
  };
}

function* traceOf(drafts: readonly JoinedDraft[], directory: readonly PracticeDraft[]): Iterable<TraceRow> {
  const claims = [
    ...drafts.map((draft) => ({ id: draft.id, rows: () => traceOfClaim(draft) })),
    ...directory.map(({ practice, told }) => ({
      id: practice.id,
      rows: () =>
        told.flatMap(({ review, sighting }) =>
          sighting.refs.map((ref): TraceRow => ({ claim: practice.id, review: review.id, ...ref, side: "for" })),
        ),
    })),
  ].sort((a, b) => byText(a.id, b.id));
  for (const { rows } of claims) {
    const seen = new Set<string>();
    const own = rows().filter(({ review, mention, side }) => {
      const key = `${side}|${review}|${mention}`;
      return !seen.has(key) && seen.add(key);
    });
    yield* own.sort(
      (a, b) =>
        byText(a.review, b.review) ||
        byText(a.session, b.session) ||
        byText(a.mention, b.mention) ||
        byText(a.side, b.side),
    );
  }
}

/** Mentions of the reviews that take a side. */
function traceOfClaim({ id, tally, takes }: JoinedDraft): TraceRow[] {
  return tally.among.flatMap((review) => {
    const slot = tally.slots.get(review.id);
    if (slot === undefined || !tally.status.has(review.id)) return [];
    return (["for", "against"] as const).flatMap((side) =>
      slot[side]
        .filter(({ session }) => takes === undefined || takes(review, session))
        .map((ref) => ({ claim: id, review: review.id, ...ref, side })),
    );
  });
}
