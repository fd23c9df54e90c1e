import { z } from "zod";
import type { FINDING_TYPES } from "./finding.js";

/**
 * What a national claim says of a code over many reviews. `reach` that it is raised; an appraisal that it is so judged; a course; `dissonance`
 * that reviews stand against one another; `emerged`, `faded` and `new` how reach changed over quarters; `region` and `level` where it differs;
 * `silence` and `unaware` what is not said and not known; `line` an edge between regions; `language` words that differ.
 */
export const CLAIM_KINDS = [
  "reach",
  "concern",
  "barrier",
  "gap",
  "need",
  "strength",
  "rising",
  "falling",
  "displaced",
  "dissonance",
  "emerged",
  "faded",
  "new",
  "region",
  "level",
  "unaware",
  "silence",
  "line",
] as const;
export const ClaimKind = z.enum(CLAIM_KINDS);
export type ClaimKind = z.infer<typeof ClaimKind>;

/** Finding types whose rejection by an analyst takes a review's voice out of the claims of a kind. */
export const KIND_OF_FINDING: Readonly<Partial<Record<(typeof FINDING_TYPES)[number], ClaimKind>>> = {
  "shared concern": "concern",
  "knowledge gap": "unaware",
  "emerging trend": "rising",
  displacement: "displaced",
  barrier: "barrier",
  strength: "strength",
  need: "need",
  line: "line",
};

/** A count of reviews, or null where disclosure control holds it back. */
const Count = z.int().nonnegative().nullable();

/** A claim's reviews, each counted once: `total` = `denominator` + `notKnown`, `denominator` = `numerator` + `against` + `uncertain` + `silent`. */
export const Reach = z.object({
  /** Reviews that back the claim, those that also contradict it among them. */
  numerator: Count,
  /** Reviews that could have said it, and those that did. */
  denominator: Count,
  /** Reviews in which nobody was asked, no expected sector took part, and nothing was said: neither yes nor no. */
  notKnown: Count,
  total: z.int().nonnegative(),
  /** Of the numerator: reviews in which sessions contradict one another on it. */
  contested: Count,
  against: Count,
  /** Reviews that speak of it without taking a stance. */
  uncertain: Count,
  silent: Count,
  /** Of the denominator: reviews that said it though nobody asked and no expected sector took part. */
  volunteered: Count,
});
export type Reach = z.infer<typeof Reach>;

/** Reviews of a claim in one region, quarter, sector or level. */
export const Share = z.object({ name: z.string(), numerator: Count, denominator: Count });
export type Share = z.infer<typeof Share>;

/** Words of a session, masked. No session, no mention: `trace.csv` holds those, inside the house. */
export const Voice = z.object({
  quote: z.string(),
  /** Empty where the area would tell who spoke. */
  area: z.string(),
  region: z.string(),
  /** `2019-Q2`, or empty. */
  quarter: z.string(),
  sectors: z.array(z.string()),
});
export type Voice = z.infer<typeof Voice>;

/** How reviews see a code's course, and what counted data say of it. Counts of reviews. */
export const Course = z.object({
  rising: Count,
  falling: Count,
  stable: Count,
  displaced: Count,
  mixed: Count,
  corroborated: Count,
  contradicted: Count,
  notShown: Count,
});
export type Course = z.infer<typeof Course>;

export const NationalClaim = z.object({
  /** Hash of kind, codes and what else it is about: the same from night to night and from summary to summary. */
  id: z.string(),
  kind: ClaimKind,
  codes: z.array(z.string()),
  /** What it is about besides codes: the two regions of a line, a sector, a level, a region, a quarter. */
  about: z.array(z.string()),
  /** `frame/heading` ids that it stands under. */
  headings: z.array(z.string()),
  title: z.string(),
  /** Plain English with exact counts. */
  statement: z.string(),
  /** Sentences that qualify it: against, uncertain, course, counted data, new, where it differs. */
  notes: z.array(z.string()),
  /** 0 to 100; orders claims and never hides one. From 40 on it is claimed, below it is only listed. */
  strength: z.int().min(0).max(100),
  /** Why it is held below 40, in words; empty where nothing holds it. */
  limits: z.array(z.string()),
  reach: Reach,
  /** Wilson's 95 % interval of numerator by denominator, in per cent; null where a count is held back. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Probability that chance alone makes so large a difference, after Holm over all of the kind; null where nothing is compared. */
  chance: z.number().nullable(),
  /** Areas of the reviews that back it, and of those against; by name, each once. */
  areas: z.array(z.string()),
  areasAgainst: z.array(z.string()),
  /** Areas that back it and are not named because too few sessions took part there. */
  areasNotNamed: z.int().nonnegative(),
  regions: z.array(Share),
  quarters: z.array(Share),
  /** Reviews in which the sector or level backs it, of those in which it took part. */
  sectors: z.array(Share),
  levels: z.array(Share),
  course: Course.nullable(),
  /** First heard in the quarter of the latest review. */
  isNew: z.boolean(),
  voices: z.array(Voice),
  counterVoices: z.array(Voice),
  /** Codes that are told in the same sentences: one finding with this one. */
  alongside: z.array(z.string()),
});
export type NationalClaim = z.infer<typeof NationalClaim>;

export const PRACTICE_STATUSES = ["promising", "established", "evaluated"] as const;

/** Something that people say works. That they value it does not show that it works. */
export const Practice = z.object({
  id: z.string(),
  /** `frame/heading` id of the strategic framework, or empty. */
  heading: z.string(),
  /** Area, or empty where too few sessions took part to name it. */
  place: z.string(),
  region: z.string(),
  /** The project's name where the sentence holds one, else the code that is praised. */
  practice: z.string(),
  /** What it is, in a practitioner's words, masked; empty where the quote is held back. */
  description: z.string(),
  status: z.enum(PRACTICE_STATUSES),
  /** Why it has this status. */
  because: z.string(),
  codes: z.array(z.string()),
  quarter: z.string(),
});
export type Practice = z.infer<typeof Practice>;

/** Practices elsewhere that answer what one review lacks, and the places that it is linked with. */
export const ReviewLinks = z.object({
  area: z.string(),
  quarter: z.string(),
  /** For each code with a need, gap or barrier, ids of practices elsewhere; an empty list where there are none. */
  visits: z.array(z.object({ code: z.string(), wants: z.array(z.string()), practices: z.array(z.string()) })),
  /** Places that lines join it with, by direction. */
  from: z.array(z.string()),
  to: z.array(z.string()),
});
export type ReviewLinks = z.infer<typeof ReviewLinks>;

/** An edge of the nation's map, between places or between regions. */
export const NationalLine = z.object({
  exporter: z.string(),
  importer: z.string(),
  exporterRegion: z.string(),
  importerRegion: z.string(),
  reviews: Count,
  sessions: Count,
});
export type NationalLine = z.infer<typeof NationalLine>;

/** A place or region that is told of both as exporter and as importer. */
export const RoleConflict = z.object({
  place: z.string(),
  kind: z.enum(["place", "region"]),
  exports: Count,
  imports: Count,
});
export type RoleConflict = z.infer<typeof RoleConflict>;

/** A code or word on which agencies or areas do not speak one language. */
export const LanguageNote = z.object({
  divergence: z.enum(["different words", "different codes"]),
  between: z.enum(["agencies", "areas"]),
  codes: z.array(z.string()),
  /** Who says what, with the reviews in which they do. */
  uses: z.array(z.object({ by: z.string(), term: z.string(), code: z.string(), reviews: Count })),
});
export type LanguageNote = z.infer<typeof LanguageNote>;

/** What a sector could not say under a heading: a row of the collection plan. */
export const Unknown = z.object({
  heading: z.string(),
  sector: z.string(),
  /** Reviews in which the sector took part; in which it said that it does not know; was asked and said nothing; was never asked and said nothing. */
  tookPart: Count,
  unaware: Count,
  silentAsked: Count,
  notAsked: Count,
  /** Codes that it said it does not know of, most reviews first. */
  codes: z.array(z.string()),
  /** What to ask, in words. */
  ask: z.string(),
});
export type Unknown = z.infer<typeof Unknown>;

export const NationalReview = z.object({
  area: z.string(),
  title: z.string(),
  region: z.string(),
  date: z.string(),
  quarter: z.string(),
  sessions: z.int().nonnegative(),
});
export type NationalReview = z.infer<typeof NationalReview>;

/** Something that was left out, and why. */
export const LeftOut = z.object({ what: z.string(), why: z.string(), count: z.int().nonnegative() });

/** What became of a claim since an earlier summary. */
export const ClaimChange = z.object({
  id: z.string(),
  title: z.string(),
  change: z.enum(["new", "gone", "stronger", "weaker", "the same"]),
  before: z.object({ numerator: Count, denominator: Count, strength: z.int() }).nullable(),
  after: z.object({ numerator: Count, denominator: Count, strength: z.int() }).nullable(),
});
export type ClaimChange = z.infer<typeof ClaimChange>;

/** national/summary.json: what many reviews say together. Nothing in it names a session, a mention or a file. */
export const NationalSummary = z.object({
  /** Number of this file's format. */
  format: z.literal(1),
  title: z.string(),
  /** Name by which a later summary compares itself with this one. */
  name: z.string(),
  /** Strength from which a claim is told as a finding. */
  claimed: z.int(),
  /** Date of the latest review taken in; no clock. */
  asAt: z.string(),
  latestQuarter: z.string(),
  filter: z.object({ regions: z.array(z.string()), since: z.string(), until: z.string() }),
  disclosure: z.object({
    on: z.boolean(),
    threshold: z.int(),
    /** Claims with a count held back, and quotes held until a person signs them off. */
    claimsHeldBack: z.int(),
    quotesHeld: z.int(),
  }),
  reviews: z.array(NationalReview),
  excluded: z.array(LeftOut),
  /** Headings in the order of their frames, with their claims, strongest first. */
  headings: z.array(z.object({ id: z.string(), frame: z.string(), title: z.string(), claims: z.array(z.string()) })),
  claims: z.array(NationalClaim),
  practices: z.array(Practice),
  links: z.array(ReviewLinks),
  lines: z.object({
    places: z.array(NationalLine),
    regions: z.array(NationalLine),
    conflicts: z.array(RoleConflict),
  }),
  language: z.array(LanguageNote),
  unknown: z.array(Unknown),
  /** Reviews that raise each code, by quarter. */
  trends: z.object({
    quarters: z.array(z.object({ name: z.string(), reviews: z.int() })),
    codes: z.array(z.object({ code: z.string(), cells: z.array(Share) })),
  }),
  comparison: z
    .object({ with: z.string(), asAt: z.string(), reviews: z.int(), changes: z.array(ClaimChange) })
    .nullable(),
});
export type NationalSummary = z.infer<typeof NationalSummary>;

/** A row of national/trace.csv, which stays in the house. */
export interface TraceRow {
  readonly claim: string;
  readonly review: string;
  readonly session: string;
  readonly mention: string;
  readonly side: "for" | "against";
}

const template = z.string().min(1);
const words = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, template])) as Record<K, typeof template>);
const PARTS = [
  "asAt",
  "findings",
  "strategy",
  "levels",
  "practice",
  "visits",
  "lines",
  "language",
  "unknown",
  "trends",
  "comparison",
  "reviews",
  "excluded",
] as const;

/** Words around the claims: titles of the document and the paragraphs that stand under them. Data of a pipeline. */
export const NationalText = z.strictObject({
  title: template,
  notice: template,
  headings: words(...PARTS, "methods"),
  intro: words(...PARTS),
  nothing: template,
  also: template,
  /** Why something is not in the summary, by what the program calls it. */
  excluded: z.record(z.string(), template),
  methods: z.array(z.strictObject({ title: template, text: template })).min(1),
});
export type NationalText = z.infer<typeof NationalText>;
