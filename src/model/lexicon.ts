import { z } from "zod";
import { APPRAISALS, ASSERTIONS, TRENDS } from "./facets.js";
import { Sector } from "./field.js";

export const THEMES = ["exploitation", "actors", "drugs", "violence", "vulnerability", "settings", "response"] as const;
export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

/** Facet values that a wording carries in itself. */
export const Says = z.strictObject({
  assertion: z.enum(ASSERTIONS).optional(),
  trend: z.enum(TRENDS).optional(),
  appraisal: z.enum(APPRAISALS).optional(),
});
export type Says = z.infer<typeof Says>;

/**
 * One way of saying a code. `term` is written in the term language (lexicons/README.md). The rest is the company that
 * the term demands or forbids in its sentence, each entry itself in the term language.
 */
export const Term = z.strictObject({
  term: z.string().min(1),
  /** At least one of these must stand in the sentence (or within `within` words). */
  with: z.array(z.string()).optional(),
  /** None of these may stand in the sentence (or within `within` words). */
  without: z.array(z.string()).optional(),
  /** Words between the term and its company; default: the whole sentence. */
  within: z.int().positive().optional(),
  /** Innocent readings: the term is dropped where its words overlap one of these. */
  unless: z.array(z.string()).optional(),
  /** Part of speech that the term's last word must have (wink-nlp's universal tags). */
  pos: z.enum(["NOUN", "VERB", "PROPN", "ADJ"]).optional(),
  /** What the term says by itself of its code ("nobody tells us": absent, barrier); a cue in the sentence overrules it. */
  says: Says.optional(),
  /** Why it is here, or where it misleads. */
  note: z.string().optional(),
});
export type Term = z.infer<typeof Term>;

/** A code with its terms, in SKOS names. */
export const Concept = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  prefLabel: z.string().min(1),
  theme: Theme,
  definition: z.string().min(1),
  scopeNote: z.string().optional(),
  broader: z.string().optional(),
  related: z.array(z.string()).optional(),
  expectedSectors: z.array(Sector).default([]),
  /** Codes before which this one gives way where their words overlap. */
  yieldsTo: z.array(z.string()).default([]),
  /** Innocent readings for every term of the code. */
  unless: z.array(z.string()).default([]),
  /** What every mention of the code says by itself ("silos" are a barrier), unless its term or a cue says otherwise. */
  says: Says.optional(),
  /** A plain string stands for `{term: string}`. */
  terms: z.array(z.union([z.string().min(1), Term])),
});
export type Concept = z.infer<typeof Concept>;

/**
 * What a cue's scope runs over: its clause; its sentence up to a contrast (*but*, *however*: terminating cues named `stop.but…`); its whole
 * sentence; or a number of words inside its clause.
 */
export const CueScope = z.union([z.enum(["clause", "contrast", "sentence"]), z.int().positive()]);

/** A word or phrase that sets a facet of the mentions in its scope (ConText: Harkema et al. 2009). */
export const Cue = z.strictObject({
  id: z.string(),
  /** Term language; several patterns share one id. */
  patterns: z.array(z.string().min(1)),
  facet: z.enum([
    "assertion",
    "temporality",
    "locus",
    "trend",
    "appraisal",
    "evidentiality",
    "support",
    "pseudo",
    "terminate",
  ]),
  /** A value of the facet; absent for pseudo and terminating cues. */
  value: z.string().optional(),
  direction: z.enum(["forward", "backward", "both"]).default("both"),
  scope: CueScope.default("clause"),
  /** Only for mentions of these codes (a code, or a theme written `theme:response`). */
  codes: z.array(z.string()).optional(),
  /** Not for mentions of these codes. */
  exceptCodes: z.array(z.string()).optional(),
  /** Not for mentions of these codes that stand before the cue: as a subject they are there, whatever is thought of what they do ("the lads may be selling"). */
  exceptSubjects: z.array(z.string()).optional(),
  /** Only in records of this kind. */
  record: z.enum(["verbatim", "notes"]).optional(),
  unless: z.array(z.string()).optional(),
  note: z.string().optional(),
});
export type Cue = z.infer<typeof Cue>;

/** A place of the gazetteer. */
export const Place = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(["country", "region", "county", "city", "town", "borough", "district", "force"]),
  /** Name of the place it is part of. */
  within: z.string().optional(),
  /** Other spellings. */
  also: z.array(z.string()).default([]),
  /** Also an ordinary word or a surname ("Reading", "Bury", "Barking"): only where a preposition of place or another sign stands before it. */
  ambiguous: z.boolean().default(false),
});
export type Place = z.infer<typeof Place>;

/** An agency or trade and the sector it belongs to. */
export const Agency = z.strictObject({
  name: z.string().min(1),
  sector: Sector,
  /** Other names and abbreviations; abbreviations in capitals match case. */
  also: z.array(z.string()).default([]),
});
export type Agency = z.infer<typeof Agency>;

/** Codes regrouped under the headings of a report. */
export const Frame = z.strictObject({
  id: z.string(),
  title: z.string(),
  headings: z.array(z.strictObject({ id: z.string(), title: z.string(), codes: z.array(z.string()) })),
  /** Codes deliberately under no heading of this frame. */
  none: z.array(z.string()),
});
export type Frame = z.infer<typeof Frame>;
