import {
  DEFAULT_FACETS,
  type Facets,
  type Mention,
  SECTORS,
  type Sector,
  type Session,
} from "../../src/model/index.js";

/** Short names for sectors, so that a review fits on a line. */
const SHORT: Record<string, Sector> = {
  csc: "children's social care",
  asc: "adult social care",
  yjs: "youth justice",
  prob: "probation and justice",
  vcs: "voluntary and community",
  council: "local authority",
};

export function sectorsNamed(text: string): Sector[] {
  return text.split("+").map((name) => SHORT[name] ?? sectorCalled(name));
}

function sectorCalled(name: string): Sector {
  const sector = SECTORS.find((known) => known === name);
  if (!sector) throw new Error(`no sector ${name}`);
  return sector;
}

/** A session whose id is what stands before the colon or slash, and whose sectors are named by the id up to a slash. */
export function aSession(id: string, more: Partial<Session> = {}): Session {
  return {
    review: "northshire",
    id,
    label: id,
    kind: "focus-group",
    sectors: sectorsNamed(id.split("/")[0] as string),
    level: "practitioner",
    date: "2019-05-01",
    record: "notes",
    documents: [`${id}.txt`],
    words: 1000,
    order: 0,
    asked: {},
    ...more,
  };
}

let count = 0;

/** An evidence mention with facets at their defaults, as `more` says otherwise. */
export function aMention(session: string, code: string, more: Partial<Mention> = {}): Mention {
  count++;
  return {
    ...DEFAULT_FACETS,
    start: count * 10,
    end: count * 10 + 5,
    id: `m${String(count).padStart(6, "0")}`,
    review: "northshire",
    session,
    document: `${session}.txt`,
    turn: 0,
    speaker: "",
    role: "participant",
    sentence: count,
    text: code,
    code,
    theme: "exploitation",
    evidence: true,
    excluded: "",
    prompted: "",
    quote: "A quote of the length that reads well in a cell.",
    time: "",
    term: code,
    cues: [],
    near: [],
    ...more,
  };
}

/** Facets by their values: "absent most rising". Every value belongs to one facet, but `none` to none here. */
export function facets(words: string): Partial<Facets> {
  const known: Record<string, Partial<Facets>> = {
    ...Object.fromEntries(
      ["present", "absent", "possible", "hypothetical", "unaware"].map((v) => [v, { assertion: v }]),
    ),
    ...Object.fromEntries(["current", "past", "future"].map((v) => [v, { temporality: v }])),
    ...Object.fromEntries(["local", "elsewhere", "national"].map((v) => [v, { locus: v }])),
    ...Object.fromEntries(["rising", "falling", "emerging", "displaced", "stable"].map((v) => [v, { trend: v }])),
    ...Object.fromEntries(["strength", "barrier", "gap", "need", "concern"].map((v) => [v, { appraisal: v }])),
    ...Object.fromEntries(
      ["own", "reported", "perceived", "observed", "advised"].map((v) => [v, { evidentiality: v }]),
    ),
    ...Object.fromEntries(["unstated", "all", "most", "some", "one"].map((v) => [v, { support: v }])),
    nobody: { support: "none" },
  };
  return Object.assign(
    {},
    ...words.split(" ").map((word) => {
      if (!known[word]) throw new Error(`no facet value ${word}`);
      return known[word];
    }),
  );
}
