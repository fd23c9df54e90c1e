import {
  type ClaimKind,
  type Corroboration,
  KIND_OF_FINDING,
  type Mention,
  type ReviewResult,
  type Sector,
  type Session,
  type Verdict,
} from "../model/index.js";
import { type Field, isExpected } from "./field.js";
import { add, at, byText, distinct } from "./order.js";
import { type PracticeSighting, practicesOf } from "./practices.js";
import { quarterOf } from "./quarters.js";
import { NO_REGION, regionOfReview } from "./regions.js";
import { saysOf } from "./says.js";
import { SlotBuilder, type SlotDigest } from "./slot.js";
import { containedCodes } from "./told-together.js";

/** Counted line sightings from one place to another in one review. */
export interface EdgeDigest {
  readonly exporter: string;
  readonly importer: string;
  readonly exporterRegion: string;
  readonly importerRegion: string;
  readonly slot: SlotDigest;
}

/** What the nation needs of one review; it holds no text but a few quotes, so that reviews can be let go one by one. */
export interface ReviewDigest {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly region: string;
  readonly date: string;
  readonly quarter: string;
  /** Ids of its sessions, and how many of each sector and level took part. */
  readonly sessions: readonly string[];
  readonly sectors: ReadonlyMap<Sector, number>;
  readonly levels: ReadonlyMap<Session["level"], number>;
  /** Sectors and level of each session. */
  readonly people: ReadonlyMap<string, Pick<Session, "sectors" | "level">>;
  /** Codes that it could have said whatever it said: asked about, or an expected sector took part. */
  readonly wide: ReadonlySet<string>;
  /** Of these, codes that it was asked about or of whose heading anything was said. */
  readonly able: ReadonlySet<string>;
  /** By kind and code, as `slotKey` writes it. */
  readonly slots: ReadonlyMap<string, SlotDigest>;
  readonly edges: readonly EdgeDigest[];
  /** By kind and code: codes in whose sentences every sentence of this one stands. */
  readonly within: ReadonlyMap<string, readonly string[]>;
  readonly trends: ReadonlyMap<string, Verdict["trend"]>;
  readonly data: ReadonlyMap<string, Corroboration["result"]>;
  /** By code: sessions of the strategic and of the practitioner level that took part and that raise it. */
  readonly raisedByLevel: ReadonlyMap<string, { readonly strategic: number; readonly practitioner: number }>;
  /** By sector and code: asked and silent, or neither asked nor speaking. */
  readonly silent: readonly { readonly sector: Sector; readonly code: string; readonly asked: boolean }[];
  readonly practices: readonly PracticeSighting[];
  /** By code: the words that sectors use for it. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Sector>>>;
  /** Mentions set aside by reason, documents that could not be read, and claims that an analyst rejected. */
  readonly excluded: ReadonlyMap<string, number>;
}

export const slotKey = (kind: ClaimKind, code: string): string => `${kind}|${code}`;

/** Reads one review once. Linear in its mentions. */
export function digestReview(review: ReviewResult, field: Field): ReviewDigest {
  const { meta } = review;
  const region = regionOfReview(meta, field.regionOf);
  const sessions = new Map(review.sessions.map((session) => [session.id, session]));
  const builders = new Map<string, SlotBuilder>();
  const slotOf = (kind: ClaimKind, code: string) => at(builders, slotKey(kind, code), () => new SlotBuilder());
  const stances = new Map(review.stances.map(({ session, code, stance }) => [`${session}|${code}`, stance]));
  const words = new Map<string, Map<string, Set<Sector>>>();
  const excluded = new Map<string, number>();
  const spoken = new Set<string>();
  for (const mention of review.mentions) {
    if (!mention.evidence) add(excluded, mention.excluded);
    const session = sessions.get(mention.session);
    if (!mention.evidence || session === undefined) continue;
    spoken.add(mention.code);
    const ofCode = at(words, mention.code, () => new Map<string, Set<Sector>>());
    const bySector = at(ofCode, mention.text.toLowerCase().replace(/\s+/g, " "), () => new Set<Sector>());
    for (const sector of session.sectors) bySector.add(sector);
    const stance = stanceSay(mention, stances.get(`${mention.session}|${mention.code}`));
    if (stance !== undefined) slotOf("reach", mention.code).take(mention, session, stance);
    for (const { kind, side } of saysOf(mention)) slotOf(kind, mention.code).take(mention, session, side);
  }
  for (const { code, affirms, mixed, denies, trend } of review.verdicts) {
    builders.get(slotKey("reach", code))?.settle(affirms.length + mixed.length > 0, denies.length + mixed.length > 0);
    settleCourse(builders, code, trend);
  }
  const slots = new Map<string, SlotDigest>();
  const rejected = rejectedSlots(review);
  for (const key of [...builders.keys()].sort(byText)) {
    const slot = builders.get(key)?.built();
    if (slot === undefined) continue;
    if (rejected.has(key) && slot.status !== "against") add(excluded, "rejected by an analyst");
    else slots.set(key, slot);
  }
  const { wide, able } = couldSay(review.sessions, spoken, field);
  const unread = review.documents.filter(({ status }) => status === "problem").length;
  if (unread > 0) add(excluded, "document not read", unread);
  return {
    id: meta.id,
    area: meta.area === "" ? meta.id : meta.area,
    title: meta.title,
    region,
    date: dateOf(review),
    quarter: quarterOf(dateOf(review)),
    sessions: review.sessions.map(({ id }) => id).sort(byText),
    sectors: countOf(review.sessions.flatMap((session) => session.sectors)),
    levels: countOf(review.sessions.map(({ level }) => level)),
    people: new Map(review.sessions.map(({ id, sectors, level }) => [id, { sectors, level }])),
    ...{ wide, able, slots, words, excluded },
    edges: edgesOf(review, sessions, region, field),
    within: containedCodes(review.mentions, (mention) => {
      const stance = stanceSay(mention, stances.get(`${mention.session}|${mention.code}`));
      const own = saysOf(mention).filter(({ side }) => side === "for");
      return [...(stance === "for" ? (["reach"] as const) : []), ...own.map(({ kind }) => kind)];
    }),
    trends: new Map(
      review.verdicts.filter(({ trend }) => trend !== "none").map(({ code, trend }) => [code, trend] as const),
    ),
    data: worstResults(review.corroborations),
    raisedByLevel: raisedByLevel(review, sessions),
    silent: silences(review, field),
    practices: practicesOf(review, sessions, field),
  };
}

/** Date of a review: its own, else that of its latest session. */
function dateOf({ meta, sessions }: ReviewResult): string {
  return meta.date === "" ? (distinct(sessions.map(({ date }) => date)).at(-1) ?? "") : meta.date;
}

function countOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) add(counts, value);
  return counts;
}

/** Which side of its session's stance a mention shows; nothing for what is said of another time or place. */
function stanceSay(mention: Mention, stance: string | undefined): "for" | "against" | "uncertain" | undefined {
  const { assertion, locus, temporality, support } = mention;
  if (!mention.evidence || locus !== "local" || temporality !== "current" || support === "none") return undefined;
  if (assertion === "present" && stance !== "denies") return "for";
  if (assertion === "absent" && stance !== "affirms") return "against";
  return assertion === "present" || assertion === "absent" ? undefined : "uncertain";
}

/** The course of a review is the one with most weight behind it, as its verdict says; a word of the opposite does not make it contested. */
function settleCourse(builders: ReadonlyMap<string, SlotBuilder>, code: string, trend: Verdict["trend"]): void {
  const up = trend === "rising" || trend === "emerging";
  const settle = (kind: ClaimKind, isFor: boolean, isAgainst: boolean) =>
    builders.get(slotKey(kind, code))?.settle(isFor, isAgainst);
  settle("rising", up || trend === "mixed", trend === "mixed" || trend === "falling" || trend === "stable");
  settle("falling", trend === "falling" || trend === "mixed", trend === "mixed" || up || trend === "stable");
  settle("displaced", trend === "displaced", false);
}

/** Slots of findings that an analyst rejected: the review no longer says it. */
function rejectedSlots({ findings }: ReviewResult): Set<string> {
  const found = new Set<string>();
  for (const { status, type, codes } of findings) {
    const kind = KIND_OF_FINDING[type];
    if (status !== "rejected" || kind === undefined) continue;
    for (const code of codes) {
      found.add(slotKey(kind, code));
      if (kind === "rising") found.add(slotKey("falling", code));
    }
  }
  return found;
}

/** Codes that a review could have said: asked about; or a sector that is expected to know took part, and something of the heading was said. */
function couldSay(
  sessions: readonly Session[],
  spoken: ReadonlySet<string>,
  { concepts, neighbours }: Field,
): Pick<ReviewDigest, "wide" | "able"> {
  const asked = new Set<string>();
  for (const session of sessions)
    for (const [code, answer] of Object.entries(session.asked)) if (answer === "yes") asked.add(code);
  const sectors = new Set(sessions.flatMap((session) => session.sectors));
  const wide = new Set<string>();
  const able = new Set<string>();
  for (const concept of concepts) {
    const expected = [...sectors].some((sector) => isExpected(concept, sector));
    if (asked.has(concept.id) || expected) wide.add(concept.id);
    const heading = neighbours.get(concept.id) ?? [concept.id];
    if (asked.has(concept.id) || (expected && heading.some((code) => spoken.has(code)))) able.add(concept.id);
  }
  return { wide, able };
}

/** Of several series on one code the least favourable that was tested speaks. */
function worstResults(corroborations: readonly Corroboration[]): Map<string, Corroboration["result"]> {
  const order = ["not tested", "corroborated", "not shown", "contradicted"];
  const found = new Map<string, Corroboration["result"]>();
  for (const { code, result } of corroborations) {
    if (order.indexOf(result) > order.indexOf(found.get(code) ?? "")) found.set(code, result);
  }
  return found;
}

function raisedByLevel(review: ReviewResult, sessions: ReadonlyMap<string, Session>): ReviewDigest["raisedByLevel"] {
  const found = new Map<string, { strategic: number; practitioner: number }>();
  for (const { code, affirms, mixed } of review.verdicts) {
    const count = { strategic: 0, practitioner: 0 };
    for (const id of [...affirms, ...mixed]) {
      const level = sessions.get(id)?.level;
      if (level === "strategic" || level === "practitioner") count[level]++;
    }
    if (count.strategic + count.practitioner > 0) found.set(code, count);
  }
  return found;
}

/** Expected sectors that took part and said nothing of a code that others raise; a sector with a session that was asked counts as asked. */
function silences(review: ReviewResult, { concepts }: Field): ReviewDigest["silent"] {
  const expected = new Map(concepts.map((concept) => [concept.id, concept.expectedSectors]));
  const sessions = new Map(review.sessions.map((session) => [session.id, session]));
  return review.verdicts.flatMap(({ code, silentExpected, silent }) =>
    silentExpected
      .filter((sector) => expected.get(code)?.includes(sector))
      .map((sector) => ({
        sector,
        code,
        asked: silent.some((id) => {
          const session = sessions.get(id);
          return session?.asked[code] === "yes" && session.sectors.includes(sector);
        }),
      })),
  );
}

/** Lines that a review tells of, by pair of places; without those that an analyst rejected. */
function edgesOf(
  review: ReviewResult,
  sessions: ReadonlyMap<string, Session>,
  region: string,
  { regionOf }: Field,
): EdgeDigest[] {
  const rejected = review.findings.filter(({ type, status }) => type === "line" && status === "rejected");
  // A finding of a line holds its places in its title alone, so that it is known by its quotes and both names.
  const isRejected = (mention: string, exporter: string, importer: string): boolean =>
    rejected.some(
      ({ title, evidence }) =>
        title.includes(exporter) && title.includes(importer) && evidence.some((each) => each.mention === mention),
    );
  const mentions = new Map(review.mentions.map((mention) => [mention.id, mention]));
  const edges = new Map<string, { exporter: string; importer: string; builder: SlotBuilder }>();
  for (const { exporter, importer, mention: id, counted, assertion } of review.lines) {
    const mention = mentions.get(id);
    const session = mention && sessions.get(mention.session);
    if (mention === undefined || session === undefined || !mention.evidence || exporter === importer) continue;
    if (isRejected(id, exporter, importer)) continue;
    const edge = at(edges, `${exporter}|${importer}`, () => ({ exporter, importer, builder: new SlotBuilder() }));
    edge.builder.take(mention, session, counted ? "for" : assertion === "absent" ? "against" : "uncertain");
  }
  const regionAt = (place: string): string => {
    const known = regionOf(place);
    return known === NO_REGION && place.toLowerCase() === review.meta.area.toLowerCase() ? region : known;
  };
  return [...edges.values()]
    .flatMap(({ exporter, importer, builder }) => {
      const slot = builder.built();
      if (slot === undefined) return [];
      return [{ exporter, importer, slot, exporterRegion: regionAt(exporter), importerRegion: regionAt(importer) }];
    })
    .sort((a, b) => byText(a.exporter, b.exporter) || byText(a.importer, b.importer));
}
