import {
  capital,
  codePhrase,
  coursePhrase,
  fill,
  list,
  type Phrase,
  type Slots,
  sectorPhrase,
  type Wording,
} from "../findings/index.js";
import {
  type Concept,
  type Course,
  LEVELS,
  type NationalClaim,
  SECTORS,
  type Sector,
  type Share,
} from "../model/index.js";
import { wilson } from "../statistics/index.js";
import { quartersOf } from "./comparisons.js";
import type { ReviewDigest } from "./digest.js";
import type { Doorkeeper } from "./disclose.js";
import type { ClaimDraft, Limit } from "./draft.js";
import type { Field } from "./field.js";
import { byText, distinct } from "./order.js";
import { ofPhrase, quarterPhrase, sharePhrase, someReviews } from "./phrases.js";
import { NO_QUARTER } from "./quarters.js";
import type { NOTES } from "./rules.js";
import { backing, isFor, type Tally } from "./tally.js";
import type { JoinedDraft } from "./together.js";
import { chooseVoices } from "./voices.js";

/** What every claim is let out and worded with. */
export interface Publisher {
  readonly field: Field;
  readonly wording: Wording;
  readonly door: Doorkeeper;
  /** All reviews taken in, in the order of their ids. */
  readonly reviews: readonly ReviewDigest[];
}

/** A claim as it may leave the house: counts held back first, then worded from what is left. */
export function publish(draft: JoinedDraft, publisher: Publisher): NationalClaim {
  const { door, field, reviews } = publisher;
  const { tally } = draft;
  const { reach, agreed } = door.reach(tally);
  const isHeld = reach.numerator === null;
  const behind = backing(tally);
  const against = tally.among.filter(({ id }) => tally.status.get(id) === "against");
  const told = tally.among.flatMap((review) => {
    const slot = tally.slots.get(review.id);
    return slot === undefined ? [] : [{ review, slot }];
  });
  const quarters = quartersOf(reviews).map(({ name }) => name);
  const latest = quarters.at(-1) ?? "";
  const limits: Limit[] = [...draft.limits, ...(isHeld ? (["heldBack"] as const) : [])];
  const isNew =
    draft.kind === "reach" &&
    !isHeld &&
    quarters.length > 1 &&
    behind.length > 0 &&
    behind.every(({ quarter }) => quarter === latest);
  const shares = {
    regions: isHeld
      ? []
      : door.shares(tally, distinct(tally.among.map(({ region }) => region)), ({ region }) => region),
    quarters: isHeld ? [] : door.shares(dated(tally), quarters, ({ quarter }) => quarter),
    sectors: isHeld ? [] : sectorShares(draft, publisher),
    levels: isHeld ? [] : levelShares(draft, publisher),
  };
  const course = draft.kind === "reach" && !isHeld ? courseOf(draft, publisher) : null;
  const shown = { reach, agreed, course, isNew, ...shares };
  const slots = slotsOf(draft, shown, publisher);
  const { rules } = field;
  return {
    ...{ id: draft.id, kind: draft.kind, codes: [...draft.codes], about: [...draft.about] },
    headings: [...draft.headings],
    title: fill([rules.kinds[draft.kind].title], slots),
    statement: fill(rules.kinds[draft.kind].statement, slots),
    // A note whose first part has nothing to say has nothing to end either.
    notes: notesOf(draft, shown).flatMap((note) => {
      const parts = rules.notes[note];
      return fill(parts.slice(0, 1), slots) === "" ? [] : [fill(parts, slots)];
    }),
    // A strength is reckoned from counts and would give them away.
    strength: isHeld ? 0 : limits.length > 0 ? Math.min(draft.strength, rules.claimed - 1) : draft.strength,
    limits: limits.map((limit) => rules.limits[limit]),
    reach,
    interval:
      reach.numerator === null || reach.denominator === null ? null : perCent(reach.numerator, reach.denominator),
    chance: draft.chance === undefined || isHeld ? null : Number(draft.chance.toPrecision(3)),
    areas: isHeld ? [] : distinct(behind.filter((review) => door.names(review)).map(({ area }) => area)),
    areasAgainst:
      reach.against === null ? [] : distinct(against.filter((review) => door.names(review)).map(({ area }) => area)),
    areasNotNamed: isHeld ? 0 : behind.filter((review) => !door.names(review)).length,
    ...shares,
    ...{ course, isNew },
    voices: isHeld
      ? []
      : chooseVoices(
          told.filter(({ review }) => isFor(tally.status.get(review.id))),
          "for",
          rules.voices.for,
          door,
          draft.takes,
        ),
    counterVoices: reach.against === null ? [] : chooseVoices(told, "against", rules.voices.against, door, draft.takes),
    alongside: [...draft.alongside],
  };
}

interface Shown
  extends Pick<NationalClaim, "reach" | "course" | "isNew" | "regions" | "quarters" | "sectors" | "levels"> {
  readonly agreed: number | null;
}

function dated(tally: Tally): Tally {
  return { ...tally, among: tally.among.filter(({ quarter }) => quarter !== NO_QUARTER) };
}

function perCent(hits: number, of: number): { low: number; high: number } {
  const { low, high } = wilson(hits, of);
  const rounded = (share: number) => Math.round(1000 * share) / 10;
  return { low: rounded(low), high: rounded(high) };
}

/** Reviews in which a sector backs a claim, of the reviews that could have said it in which it took part. */
function sectorShares({ tally }: ClaimDraft, { door }: Publisher): Share[] {
  return SECTORS.filter((sector) => sector !== "unknown").flatMap((sector) => {
    const took = tally.among.filter(({ id, sectors }) => tally.status.has(id) && sectors.has(sector));
    const back = took.filter(({ id }) => isFor(tally.status.get(id)) && tally.slots.get(id)?.sectors.includes(sector));
    if (took.length === 0) return [];
    return [shareOf(sector, back, took, tally, door, (people) => people.sectors.includes(sector))];
  });
}

function levelShares({ tally, takes }: ClaimDraft, { door }: Publisher): Share[] {
  if (takes !== undefined) return [];
  return LEVELS.filter((level) => level !== "unknown").flatMap((level) => {
    const took = tally.among.filter(({ id, levels }) => tally.status.has(id) && levels.has(level));
    const back = took.filter(({ id }) => isFor(tally.status.get(id)) && tally.slots.get(id)?.levels.includes(level));
    if (took.length === 0) return [];
    return [shareOf(level, back, took, tally, door, (people) => people.level === level)];
  });
}

type People = ReviewDigest["people"] extends ReadonlyMap<string, infer Person> ? Person : never;

function shareOf(
  name: string,
  back: readonly ReviewDigest[],
  took: readonly ReviewDigest[],
  tally: Tally,
  door: Doorkeeper,
  isOne: (people: People) => boolean,
): Share {
  const voices = back.flatMap(({ id, people }) =>
    (tally.slots.get(id)?.sessions ?? [])
      .filter((session) => {
        const person = people.get(session);
        return person !== undefined && isOne(person);
      })
      .map((session) => `${id}|${session}`),
  );
  const present = took.flatMap(({ id, people }) =>
    [...people].filter(([, person]) => isOne(person)).map(([session]) => `${id}|${session}`),
  );
  return { name, numerator: door.count(back.length, voices), denominator: door.count(took.length, present) };
}

function courseOf({ codes, tally }: ClaimDraft, { door }: Publisher): Course {
  const code = codes[0] ?? "";
  const behind = backing(tally);
  const sees = (...wanted: string[]) => behind.filter(({ trends }) => wanted.includes(trends.get(code) ?? ""));
  const data = (wanted: string) =>
    behind.filter((review) => review.trends.has(code) && review.data.get(code) === wanted);
  return door.course({
    rising: sees("rising", "emerging"),
    falling: sees("falling"),
    stable: sees("stable"),
    displaced: sees("displaced"),
    mixed: sees("mixed"),
    corroborated: data("corroborated"),
    contradicted: data("contradicted"),
    notShown: data("not shown"),
  });
}

/** Which sentences follow a claim's statement; each is left out where it has nothing to say. */
function notesOf({ kind, tally, alongside }: JoinedDraft, { course, isNew, regions }: Shown): (typeof NOTES)[number][] {
  const plain = !["dissonance", "silence", "level"].includes(kind);
  const isRaised = kind === "reach";
  const spread = new Set(backing(tally).map(({ region }) => region)).size;
  return [
    ...(plain ? (["against", "contested", "uncertain"] as const) : []),
    ...(isRaised && course !== null ? (["course", "data"] as const) : []),
    ...(isNew ? (["new"] as const) : isRaised ? (["latest"] as const) : []),
    ...(isRaised && regions.length > 1 ? [spread > 1 ? ("regions" as const) : ("oneRegion" as const)] : []),
    ...(isRaised ? (["levels"] as const) : []),
    ...(alongside.length > 0 ? (["alongside"] as const) : []),
    ...(plain ? (["volunteered", "silent", "notKnown"] as const) : []),
  ];
}

function slotsOf(draft: JoinedDraft, shown: Shown, { field, wording, reviews, door }: Publisher): Slots {
  const { codes, kind, about, alongside } = draft;
  const other = draft.other && { hits: door.count(draft.other.hits, draft.other.units), of: draft.other.of };
  const { reach, course, agreed } = shown;
  const concept = field.concepts.find(({ id }) => id === codes[0]);
  const code = phraseOf(codes[0] ?? "", concept, wording);
  const latest = quartersOf(reviews).at(-1)?.name ?? "";
  const inLatest = shown.quarters.find(({ name }) => name === latest);
  const one = (text: string | undefined): Phrase | undefined =>
    text === undefined ? undefined : { text, many: false };
  const [first, second] = about;
  const courseSlots =
    course === null || [course.rising, course.falling, course.stable, course.displaced].every((n) => n === 0)
      ? {}
      : {
          risen: someReviews(course.rising) ?? { text: "none", many: false },
          fallen: someReviews(course.falling),
          steady: someReviews(course.stable),
          moved: someReviews(course.displaced),
        };
  const isTested = course !== null && [course.corroborated, course.contradicted, course.notShown].some((n) => n !== 0);
  return {
    code,
    Code: one(capital(code.text)),
    course: concept === undefined ? code : coursePhrase(concept, code, wording),
    reach: ofPhrase(reach.numerator, reach.denominator),
    backed: someReviews(reach.numerator),
    mostSectors: mostSectors(shown, wording),
    other: other && ofPhrase(other.hits, other.of),
    otherSessions: other && ofPhrase(other.hits, other.of, "session"),
    period: kind === "emerged" || kind === "faded" || kind === "new" ? one(quarterPhrase(first ?? "")) : undefined,
    place: kind === "region" ? one(first) : one(shown.regions.find(({ numerator }) => (numerator ?? 0) > 0)?.name),
    level: kind === "level" ? one(first) : undefined,
    otherLevel: kind === "level" ? one(first === "strategic" ? "practitioner" : "strategic") : undefined,
    sector: kind === "silence" ? sectorPhrase([first as Sector], wording) : undefined,
    exporter: kind === "line" ? one(first) : undefined,
    importer: kind === "line" ? one(second) : undefined,
    against: someReviews(reach.against),
    contested: reach.numerator === null ? undefined : someReviews(reach.contested),
    uncertain: someReviews(reach.uncertain),
    silent: someReviews(reach.silent),
    notKnown: someReviews(reach.notKnown),
    volunteered: reach.numerator === null ? undefined : someReviews(reach.volunteered),
    agreed: reach.numerator === null ? undefined : someReviews(agreed),
    ...courseSlots,
    ...(isTested && {
      corroborated: someReviews(course.corroborated) ?? { text: "none", many: false },
      contradicted: someReviews(course.contradicted),
      notShown: someReviews(course.notShown),
    }),
    latest: one(latest === "" ? undefined : quarterPhrase(latest)),
    inLatest: inLatest && ofPhrase(inLatest.numerator, inLatest.denominator),
    ...extremes(shown.regions),
    levels: levelsPhrase(shown.levels),
    alongside: one(
      alongside.length === 0
        ? undefined
        : list(
            alongside.map(
              (id) =>
                phraseOf(
                  id,
                  field.concepts.find((each) => each.id === id),
                  wording,
                ).text,
            ),
          ),
    ),
  };
}

function phraseOf(code: string, concept: Concept | undefined, wording: Wording): Phrase {
  return codePhrase(code, concept?.prefLabel, wording);
}

/** Sectors that back a claim in more than half of the reviews behind it. */
function mostSectors({ reach, sectors }: Shown, wording: Wording): Phrase | undefined {
  const numerator = reach.numerator ?? 0;
  const most = sectors
    .filter((sector) => 2 * (sector.numerator ?? 0) > numerator)
    .sort((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0))
    .map(({ name }) => name as Sector);
  return most.length === 0 || numerator < 2 ? undefined : sectorPhrase(most, wording);
}

/** Fewest reviews of a region before it is named as the one that raises something most or least. */
const REGION_OF = 3;

function extremes(regions: readonly Share[]): Slots {
  const rate = ({ numerator, denominator }: Share) => (numerator ?? 0) / (denominator ?? 1);
  const told = regions
    .filter(({ numerator, denominator }) => numerator !== null && (denominator ?? 0) >= REGION_OF)
    .sort((a, b) => rate(b) - rate(a) || byText(a.name, b.name));
  const [most, least] = [told[0], told.at(-1)];
  if (most === undefined || least === undefined || rate(most) === rate(least)) return {};
  return { most: { text: sharePhrase(most), many: false }, least: { text: sharePhrase(least), many: false } };
}

function levelsPhrase(levels: readonly Share[]): Phrase | undefined {
  const told = levels.filter(({ denominator }) => denominator !== 0);
  return told.length < 2 ? undefined : { text: told.map(sharePhrase).join(", "), many: true };
}
