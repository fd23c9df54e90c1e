import type { ClaimKind } from "../model/index.js";
import { differenceOfShares, fisherExact, holm, mantelHaenszel } from "../statistics/index.js";
import type { ReviewDigest } from "./digest.js";
import { type ClaimDraft, claimId, fewness, headingsOf } from "./draft.js";
import type { Field } from "./field.js";
import { distinct } from "./order.js";
import { halfway, NO_QUARTER } from "./quarters.js";
import { NO_REGION } from "./regions.js";
import { backingParts } from "./strength.js";
import { backing, count, isFor, type Tally, tallyAmong } from "./tally.js";

/** Fewest reviews on either side of a difference that is tested. */
const FEWEST = 5;
/** A difference is listed from here on, and claimed only when it stands after Holm. */
const LISTED = 0.05;

/** Two sets of reviews, or of sessions, that a code is raised in more or less. */
interface Contrast {
  readonly kind: ClaimKind;
  readonly code: string;
  readonly about: readonly string[];
  readonly tally: Tally;
  /** Hits and trials here and there, over reviews that could have said it whatever they said. */
  readonly here: readonly [number, number];
  readonly there: readonly [number, number];
  /** Sessions behind the hits there. */
  readonly units: readonly string[];
  readonly p: number;
  readonly takes?: ClaimDraft["takes"];
}

/**
 * Where and when a code is raised more: in the later half of the quarters or in the earlier, for the first time in the latest quarter, in one region,
 * on one level. Each family of tests is corrected by itself (Holm); the strength is 100 x the lower end of Newcombe's interval of the difference.
 */
export function comparisons(
  reviews: readonly ReviewDigest[],
  reaches: ReadonlyMap<string, Tally>,
  field: Field,
): ClaimDraft[] {
  const families = [
    halves(reviews, reaches),
    latest(reviews, reaches),
    regions(reviews, reaches),
    levels(reviews, reaches),
  ];
  return families.flatMap((family) => {
    const adjusted = holm(family.map(({ p }) => p));
    return family.flatMap((contrast, i) => {
      const gap = differenceOfShares(contrast.here, contrast.there).low;
      if (contrast.p > LISTED || gap <= 0) return [];
      return [draftOf(contrast, gap, adjusted[i] ?? 1, field)];
    });
  });
}

function draftOf(
  { kind, code, about, tally, there, units, takes }: Contrast,
  gap: number,
  chance: number,
  field: Field,
): ClaimDraft {
  const backed = count(tally, "for", "contested");
  const { against } = backingParts(tally);
  return {
    ...{ id: claimId(kind, [code], about), kind, codes: [code], about, tally, chance },
    headings: headingsOf([code], field),
    strength: Math.round(100 * gap * (1 - against / 2)),
    limits: [
      ...fewness(backed, tally.status.size, field),
      ...(chance > field.rules.chance ? (["chance"] as const) : []),
    ],
    other: { hits: there[0], of: there[1], units },
    ...(takes && { takes }),
  };
}

const couldSay = (code: string) => (review: ReviewDigest) => review.wide.has(code);

function contrast(
  about: Pick<Contrast, "kind" | "code" | "about">,
  reach: Tally,
  here: readonly ReviewDigest[],
  there: readonly ReviewDigest[],
): Contrast {
  const tally = tallyAmong(reach, here, couldSay(about.code));
  const other = tallyAmong(reach, there, couldSay(about.code));
  const units = backing(other).flatMap(({ id }) =>
    (other.slots.get(id)?.sessions ?? []).map((session) => `${id}|${session}`),
  );
  return { ...about, tally, units, here: tally.wide, there: other.wide, p: fisher(tally.wide, other.wide) };
}

function fisher([a, n]: readonly [number, number], [b, m]: readonly [number, number]): number {
  return fisherExact([
    [a, n - a],
    [b, m - b],
  ]);
}

const isBigEnough = ({ here, there }: Contrast): boolean => here[1] >= FEWEST && there[1] >= FEWEST;

/** Quarters that hold reviews, in order. */
export function quartersOf(reviews: readonly ReviewDigest[]): { name: string; reviews: number }[] {
  const dated = reviews.filter(({ quarter }) => quarter !== NO_QUARTER);
  return distinct(dated.map(({ quarter }) => quarter)).map((name) => ({
    name,
    reviews: dated.filter(({ quarter }) => quarter === name).length,
  }));
}

function halves(reviews: readonly ReviewDigest[], reaches: ReadonlyMap<string, Tally>): Contrast[] {
  const split = halfway(quartersOf(reviews));
  if (split === undefined) return [];
  const dated = reviews.filter(({ quarter }) => quarter !== NO_QUARTER);
  const early = dated.filter(({ quarter }) => quarter < split);
  const late = dated.filter(({ quarter }) => quarter >= split);
  return [...reaches]
    .map(([code, reach]) => {
      const more = contrast({ kind: "emerged", code, about: [split] }, reach, late, early);
      const [a, n] = more.here;
      const [b, m] = more.there;
      return a * m >= b * n ? more : contrast({ kind: "faded", code, about: [split] }, reach, early, late);
    })
    .filter(isBigEnough);
}

/** Codes that were never raised before the quarter of the latest review. */
function latest(reviews: readonly ReviewDigest[], reaches: ReadonlyMap<string, Tally>): Contrast[] {
  const last = quartersOf(reviews).at(-1)?.name;
  if (last === undefined) return [];
  const here = reviews.filter(({ quarter }) => quarter === last);
  const there = reviews.filter(({ quarter }) => quarter < last && quarter !== NO_QUARTER);
  return [...reaches]
    .filter(([, reach]) => !there.some(({ id }) => isFor(reach.status.get(id))))
    .map(([code, reach]) => contrast({ kind: "new", code, about: [last] }, reach, here, there))
    .filter(({ here: [hits, of], there: [, before] }) => hits > 1 && of > 1 && before >= FEWEST);
}

function regions(reviews: readonly ReviewDigest[], reaches: ReadonlyMap<string, Tally>): Contrast[] {
  const named = reviews.filter(({ region }) => region !== NO_REGION);
  const parts = distinct(named.map(({ region }) => region)).map((name) => ({
    name,
    here: named.filter(({ region }) => region === name),
    there: named.filter(({ region }) => region !== name),
  }));
  return [...reaches].flatMap(([code, reach]) =>
    parts
      .map(({ name, here, there }) => contrast({ kind: "region", code, about: [name] }, reach, here, there))
      .filter(isBigEnough),
  );
}

/**
 * Strategic and practitioner sessions of the same reviews. A review has more practitioner sessions than strategic ones, so that one of them is likelier
 * to raise anything: sessions are compared inside each review (Mantel-Haenszel), never reviews by whether any session of a level spoke.
 */
function levels(reviews: readonly ReviewDigest[], reaches: ReadonlyMap<string, Tally>): Contrast[] {
  const both = reviews.filter((review) => review.levels.has("strategic") && review.levels.has("practitioner"));
  if (both.length < FEWEST) return [];
  return [...reaches].flatMap(([code, reach]): Contrast[] => {
    const strata = both.filter(couldSay(code)).map(({ levels: took, raisedByLevel }) => ({
      hits: raisedByLevel.get(code)?.practitioner ?? 0,
      of: took.get("practitioner") ?? 0,
      otherHits: raisedByLevel.get(code)?.strategic ?? 0,
      otherOf: took.get("strategic") ?? 0,
    }));
    const { z, p } = mantelHaenszel(strata);
    if (z === 0) return [];
    const level = z > 0 ? ("practitioner" as const) : ("strategic" as const);
    const sum = (of: (stratum: (typeof strata)[number]) => number) => strata.reduce((all, one) => all + of(one), 0);
    const practitioner = [sum(({ hits }) => hits), sum(({ of }) => of)] as const;
    const strategic = [sum(({ otherHits }) => otherHits), sum(({ otherOf }) => otherOf)] as const;
    const [here, there] = z > 0 ? [practitioner, strategic] : [strategic, practitioner];
    const tally = ofLevel(reach, both, code, level);
    // Each session of a level is its own unit.
    const units = Array.from({ length: there[0] }, (_, i) => String(i));
    return [{ kind: "level", code, about: [level], tally, here, there, units, p, takes: takesLevel(level) }];
  });
}

const takesLevel = (level: string) => (review: ReviewDigest, session: string) =>
  review.people.get(session)?.level === level;

/** Reviews with both levels in which this one raises the code. */
function ofLevel(
  reach: Tally,
  both: readonly ReviewDigest[],
  code: string,
  level: "strategic" | "practitioner",
): Tally {
  const own = tallyAmong(reach, both, couldSay(code));
  const status = new Map(own.status);
  for (const { id, raisedByLevel } of both) {
    if (isFor(status.get(id)) && (raisedByLevel.get(code)?.[level] ?? 0) === 0) status.set(id, "silent");
  }
  return { ...own, status };
}
