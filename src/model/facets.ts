import { z } from "zod";

/** The closed lists of what can be said of a mention. The first value of each list is its default. */
export const ASSERTIONS = ["present", "absent", "possible", "hypothetical", "unaware"] as const;
export const TEMPORALITIES = ["current", "past", "future"] as const;
export const LOCI = ["local", "elsewhere", "national"] as const;
export const TRENDS = ["none", "rising", "falling", "emerging", "displaced", "stable"] as const;
export const APPRAISALS = ["none", "strength", "barrier", "gap", "need", "concern"] as const;
export const EVIDENTIALITIES = ["own", "reported", "perceived", "observed", "advised"] as const;
export const SUPPORTS = ["unstated", "all", "most", "some", "one", "none"] as const;

/** The seven facets of a mention; method.md's table in types. */
export const Facets = z.object({
  /** Stated; denied; hedged; conditional, wished for or planned; the speaker or group does not know of it. */
  assertion: z.enum(ASSERTIONS),
  temporality: z.enum(TEMPORALITIES),
  /** This area; a named or unnamed other, the wider county or force; the country. */
  locus: z.enum(LOCI),
  trend: z.enum(TRENDS),
  appraisal: z.enum(APPRAISALS),
  /** First hand; told by others; felt or believed; the note-taker's remark on a group; the note-taker's advice. */
  evidentiality: z.enum(EVIDENTIALITIES),
  /** How much of the group stands behind it. */
  support: z.enum(SUPPORTS),
});
export type Facets = z.infer<typeof Facets>;
export type FacetName = keyof Facets;

/** Facets with nothing said: each at its default. */
export const DEFAULT_FACETS: Readonly<Facets> = {
  assertion: "present",
  temporality: "current",
  locus: "local",
  trend: "none",
  appraisal: "none",
  evidentiality: "own",
  support: "unstated",
};

/** The values each facet can take, default first. */
export const FACET_VALUES = {
  assertion: ASSERTIONS,
  temporality: TEMPORALITIES,
  locus: LOCI,
  trend: TRENDS,
  appraisal: APPRAISALS,
  evidentiality: EVIDENTIALITIES,
  support: SUPPORTS,
} as const;

/** Integer weight of one mention in a stance, by how much of the group stands behind it. */
export const SUPPORT_WEIGHT: Readonly<Record<Facets["support"], number>> = {
  all: 100,
  most: 80,
  unstated: 70,
  some: 50,
  one: 25,
  none: 0,
};
