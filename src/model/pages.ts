import { z } from "zod";
import type { ReviewMeta } from "./archive.js";
import type { Changes } from "./changes.js";
import type { FacetName } from "./facets.js";
import type { Asked, Kind, Level, RecordKind, Role, Sector } from "./field.js";
import type { Finding } from "./finding.js";
import { Term, type Theme } from "./lexicon.js";
import type { Line, LineSighting } from "./line.js";
import type { Exclusion } from "./mention.js";
import type { Problem } from "./problem.js";
import type { Corroboration, LanguageUse, Saturation, Verdict } from "./triangulation.js";

/**
 * What the analyst's pages are made from: one JSON view a request. report.html carries the same views in itself; `triangulum serve` answers
 * with them. `pageViews` of `reporting` makes them (shell, overview, matrix, evidence, transcripts, reader, findings, finding, maps, search) from a run's rows,
 * decisions, corrections and doubts, so that a number is reckoned in one place, whichever way it is read; the server adds what needs the other
 * runs or the lexicon (decide, corrections, trend, terms, preview, propose, compare).
 *
 * | request | parameters (`?` may be missing) | answer |
 * |---|---|---|
 * | GET /api/shell | | {@link Shell} |
 * | GET /api/overview | | {@link Overview} |
 * | GET /api/matrix | review? | {@link Matrix}: all reviews, or one |
 * | GET /api/evidence | review, code, session?, most? (default 20, at most 500: quotes a session) | {@link CodeEvidence} |
 * | GET /api/reader | review, document | {@link Reader} |
 * | GET /api/transcripts | | {@link TranscriptList} |
 * | GET /api/findings | | {@link FindingList} |
 * | GET /api/finding | id | {@link FindingDetail} |
 * | POST /api/decide | body {@link DecideRequest} | {@link FindingDetail} after it; 403, 404, 409 stale |
 * | GET /api/corrections | | {@link CorrectionList} |
 * | POST /api/correct | body {@link CorrectRequest} | {@link CorrectionList} after it; 403, 404, 409 stale |
 * | GET /api/corrections.csv | | text/csv: the rows as `lexicon preview` and `agree` read them |
 * | GET /api/maps | review? | {@link Maps} |
 * | GET /api/trend | code | {@link RunTrend}: over the runs that are kept; the server alone |
 * | GET /api/search | q (1 to 200 characters), review?, code?, offset? | {@link SearchResults} |
 * | GET /api/terms | code | {@link CodeTerms} |
 * | POST /api/preview | body {@link PreviewRequest} | {@link Preview} |
 * | POST /api/propose | body {@link PreviewRequest} with `note` | {@link Proposed} |
 * | GET /api/compare | before, after (run ids) | {@link Comparison} |
 *
 * Every answer but 200 is a {@link Refusal}: 400 what is asked makes no sense, 401 no cookie, 403 role or origin, 404 not in this run, 409 stale
 * (somebody else was faster: `current` holds what stands now), 413 body over the limit, 429 too many requests, 500 and 503 our fault.
 */
export interface Refusal {
  error: {
    kind: "bad-request" | "no-session" | "forbidden" | "not-found" | "stale" | "too-large" | "too-many" | "failed";
    /** One sentence for a person: what was found and what was expected. */
    message: string;
    /** What they can do about it. */
    wayOut: string;
    /** With `stale` of a decision: the finding as it stands now. */
    current?: FindingDetail;
  };
}

/**
 * The seven facets of a mention, whether it is evidence and whether it was prompted, as one number in mixed radix: with `radix` as in
 * {@link Shell.marks}, digit i (least first) is the index of the value in `radix[i].values`.
 */
export type Mark = number;

/** Names and values that a {@link Mark} is made of, least digit first. */
export interface MarkDigit {
  name: FacetName | "evidence" | "prompted";
  values: readonly string[];
}

/** What is known to be weak about a code's terms, from hand coding and from analysts' corrections. */
export interface Doubt {
  code: string;
  /** Where it is known from. */
  source: "agreement" | "corrections";
  /** Share of the machine's mentions that a person would keep, 0 to 1; undefined when there were none to judge. */
  precision?: number;
  /** Share of a person's mentions that the machine found; undefined when not known. */
  recall?: number;
  /** Mentions judged. */
  rows: number;
  /** One sentence for a person, with its counts. */
  says: string;
}

export interface ConceptHead {
  id: string;
  label: string;
  theme: Theme;
  definition: string;
  scopeNote: string;
}

export interface ReviewHead {
  id: string;
  /** Title, else area and month, else id. */
  name: string;
  area: string;
  /** ISO date or empty. */
  date: ReviewMeta["date"];
  region: string;
  cohort: string;
  sessions: number;
  documents: number;
  words: number;
}

/** What every page needs: who is looking at which run, and the names of codes, frames and reviews. */
export interface Shell {
  /** `file`: report.html, where nothing can be saved but as a download. `server`: triangulum serve. */
  mode: "file" | "server";
  /** Id of the run; empty in a file, which holds no times. */
  run: string;
  /** Runs that can be compared, newest first; empty in a file. */
  runs: string[];
  role: "reader" | "decider";
  /** Name under which decisions are written; empty where nobody decides. */
  who: string;
  /** In codebook order: every list of codes keeps it. */
  concepts: ConceptHead[];
  frames: { id: string; title: string; headings: { id: string; title: string; codes: string[] }[] }[];
  questions: { question: number; title: string }[];
  reviews: ReviewHead[];
  marks: MarkDigit[];
  doubts: Doubt[];
  /** Most quotes a cell of a file; 0 where all can be had. */
  quotes: number;
  /** Said at the head of the overview: what a file leaves out to stay small. */
  notice: string;
}

export interface Overview {
  counts: {
    reviews: number;
    sessions: number;
    sectors: number;
    documents: number;
    words: number;
    mentions: number;
    evidence: number;
    codesRaised: number;
    findings: number;
    decided: number;
    /** Decided findings whose evidence changed since. */
    changedSince: number;
  };
  /** Against the run before; undefined on the first night and where no run before is kept. */
  changes?: Changes;
  problems: Problem[];
  saturation: Saturation[];
  /** Findings by type; `strengths` counts 0-19, 20-39, 40-59, 60-79, 80-100. */
  findings: {
    type: Finding["type"];
    candidate: number;
    accepted: number;
    edited: number;
    rejected: number;
    strengths: number[];
  }[];
  /** The eight questions by review. */
  answers: { review: string; question: number; sentences: string[]; findings: string[] }[];
}

/** A column of a review's matrix. The strings have a letter a code, in codebook order. */
export interface MatrixSession {
  id: string;
  label: string;
  sectors: Sector[];
  level: Level;
  kind: Kind;
  record: RecordKind;
  date: string;
  /** a affirms, d denies, m mixed, u uncertain, s silent. */
  stances: string;
  /** y asked, n not asked, ? not known. */
  asked: string;
  /** Index of a code (as text) to the marks of all its mentions here, evidence or not, ascending. */
  marks: Record<string, Mark[]>;
}

/** A row of a review's matrix: a code that somebody raised, or on which an expected sector is silent. Others are `not raised`. */
export interface MatrixVerdict {
  code: string;
  verdict: Verdict["verdict"];
  rule: string;
  affirms: number;
  denies: number;
  mixed: number;
  uncertain: number;
  silent: number;
  asked: number;
  independent: number;
  independentTotal: number;
  independentFor: number;
  trend: Verdict["trend"];
  levelFlag: string;
  silentExpected: Sector[];
  /** Of the series that bear on it, the strongest word: contradicted, corroborated, not shown, not tested. */
  corroboration: Corroboration["result"] | "";
}

export interface Matrix {
  reviews: { id: string; sessions: MatrixSession[]; verdicts: MatrixVerdict[] }[];
}

/** Whether a mention is coded rightly, as an analyst said who looked at it. */
export type Judgement = "right" | "wrong";

/** A cue that bore on a mention, with its words. */
export interface QuoteCue {
  facet: string;
  value: string;
  words: string;
  decided: boolean;
}

export interface Quote {
  mention: string;
  review: string;
  session: string;
  document: string;
  code: string;
  /** The whole sentence, masked. */
  quote: string;
  /** Where the mention stands in `quote`, half-open, in UTF-16 units. */
  at: [number, number];
  speaker: string;
  role: Role;
  time: string;
  mark: Mark;
  excluded: Exclusion;
  /** Lexicon term that matched. */
  term: string;
  cues: QuoteCue[];
  /** What an analyst said of it, where one did. */
  judged?: Judgement;
}

/** Behind a row of a matrix: what each session says of a code. */
export interface CodeEvidence {
  review: string;
  code: string;
  /** The verdict and the rule that gave it; undefined where the code was not raised. */
  verdict?: MatrixVerdict;
  sessions: {
    session: string;
    stance: string;
    asked: Asked;
    /** Distinct quotes: the best first, then by weight; those that are no evidence after all that are. */
    quotes: Quote[];
    /** Distinct quotes that are left out here. */
    more: number;
  }[];
}

export interface ReaderMention {
  id: string;
  code: string;
  start: number;
  end: number;
  mark: Mark;
  excluded: Exclusion;
  term: string;
  cues: { facet: string; value: string; start: number; end: number; decided: boolean }[];
  judged?: Judgement;
}

/** A document to be read: one text, and layers over it. Offsets as at `Span`. */
export interface Reader {
  review: string;
  document: string;
  /** Ids of the sessions in it. */
  sessions: string[];
  text: string;
  turns: { start: number; end: number; speaker: string; role: Role; time: string }[];
  sentences: { start: number; end: number; turn: number; session: string }[];
  /** By start, then end, then code. */
  mentions: ReaderMention[];
}

export interface TranscriptRow {
  review: string;
  document: string;
  status: "coded" | "reused" | "problem";
  /** Labels of the sessions in it. */
  sessions: string[];
  words: number;
  /** Evidence mentions. */
  evidence: number;
}

export interface TranscriptList {
  /** By review, then document. */
  documents: TranscriptRow[];
}

export interface FindingRow {
  id: string;
  review: string;
  type: Finding["type"];
  title: string;
  statement: string;
  codes: string[];
  strength: number;
  verdict: Finding["verdict"];
  for: number;
  against: number;
  uncertain: number;
  silent: number;
  sectorsFor: Sector[];
  corroboration: Corroboration["result"] | "";
  questions: number[];
  status: Finding["status"];
  decidedBy: string;
  decidedAt: string;
  /** It was decided on other evidence than stands now. */
  changed: boolean;
  /** Id of the finding into which it was merged, or empty. */
  into: string;
  /** Against the run before. */
  since: "new" | "changed" | "";
}

export interface FindingList {
  /** By review, then strongest first. */
  findings: FindingRow[];
}

/** One decision as it was taken, for the history of a finding. */
export interface DecisionView {
  status: Finding["status"];
  by: string;
  at: string;
  note: string;
  statement: string;
  into: string;
}

export interface FindingDetail extends FindingRow {
  /** What the rules say; differs from `statement` when the wording was edited. */
  drafted: string;
  note: string;
  /** Number of decisions on it so far, to be sent back with the next one. */
  seen: number;
  history: DecisionView[];
  sessionsFor: string[];
  sessionsAgainst: string[];
  sessionsUncertain: string[];
  sessionsSilent: string[];
  sessionsAsked: string[];
  sectorsAgainst: Sector[];
  /** `frame/heading` ids. */
  frames: string[];
  /** Every series that bears on its codes, with its test. */
  indicators: Corroboration[];
  evidence: Quote[];
  counterEvidence: Quote[];
  /** Quotes on each side that are left out here. */
  moreEvidence: number;
  moreCounterEvidence: number;
  /** Of the evidence as it stands, for a decision to remember. */
  evidenceHash: string;
  /** Since the decision, where it remembers its mentions: ids that came, and how many went. Empty when not decided or not changed. */
  came: string[];
  went: number;
}

/** What an analyst decides of a finding. */
export const DecideRequest = z.strictObject({
  finding: z.string().min(1).max(100),
  /** `candidate` reopens it. A merge is `rejected` with `into`. */
  status: z.enum(["accepted", "edited", "rejected", "candidate"]),
  /** Why; needed to reject. */
  note: z.string().max(4000).default(""),
  /** The analyst's wording; needed with `edited`. */
  statement: z.string().min(1).max(4000).optional(),
  /** Finding of the same review that it is merged into. */
  into: z.string().min(1).max(100).optional(),
  /** {@link FindingDetail.evidenceHash} as it was read: where it is given and another now, the answer is 409. */
  evidenceHash: z.string().max(100).optional(),
  /** {@link FindingDetail.seen} as it was read: another number now means that somebody was faster, and the answer is 409. */
  seen: z.int().nonnegative(),
});
export type DecideRequest = z.infer<typeof DecideRequest>;

/** What an analyst says of the coding itself. */
export const CorrectRequest = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("wrong"),
    mention: z.string().min(1).max(100),
    note: z.string().max(2000).default(""),
  }),
  /** The mention was looked at and stands; takes a `wrong` back. */
  z.strictObject({
    kind: z.literal("right"),
    mention: z.string().min(1).max(100),
    note: z.string().max(2000).default(""),
  }),
  z.strictObject({
    kind: z.literal("missing"),
    review: z.string().min(1),
    document: z.string().min(1),
    code: z.string().min(1).max(100),
    /** Of the words that carry the code, in the document's stored text. */
    start: z.int().nonnegative(),
    end: z.int().positive(),
    note: z.string().max(2000).default(""),
  }),
]);
export type CorrectRequest = z.infer<typeof CorrectRequest>;

export interface CorrectionView {
  kind: "wrong" | "right" | "missing";
  by: string;
  at: string;
  note: string;
  review: string;
  document: string;
  session: string;
  code: string;
  /** Id of the mention; empty for a missing one. */
  mention: string;
  /** Term that matched; empty for a missing one. */
  term: string;
  /** The words of the mention, masked. */
  text: string;
  /** The whole sentence, masked. */
  quote: string;
  /** It no longer stands in this run: the text or the lexicon changed. */
  gone: boolean;
}

export interface CorrectionList {
  /** Newest first; of several on one mention only the last. */
  corrections: CorrectionView[];
  /** Of terms with a judged mention: precision = right / (right + wrong). By code, then term. */
  terms: { code: string; term: string; mentions: number; right: number; wrong: number; precision: number }[];
}

/** Pictures of the whole, each with the rows of its table. */
export interface Maps {
  lines: Line[];
  /** Sightings behind the lines, counted or not, with their quote. */
  sightings: (LineSighting & { quote: string })[];
  /** Codes with evidence in one sentence: each pair once, most sentences first. */
  together: { a: string; b: string; sentences: number; sessions: number }[];
  /** Evidence mentions by code, for the size of a node. */
  codes: { code: string; mentions: number; sessions: number }[];
  indicators: Corroboration[];
  /** A point a code and review, by date: sessions that affirm or deny, of all. Reviews without a date are left out. */
  overReviews: {
    code: string;
    review: string;
    date: string;
    affirms: number;
    denies: number;
    speaks: number;
    /** Sessions that were asked about it: where nobody speaks and nobody is known to have been asked, nothing is known. */
    asked: number;
    sessions: number;
  }[];
  language: LanguageUse[];
}

/** A code over the runs that are kept, oldest first. */
export interface RunTrend {
  code: string;
  runs: {
    run: string;
    started: string;
    reviews: number;
    sessions: number;
    speaks: number;
    agreement: number;
    dissonance: number;
  }[];
}

export interface SearchResults {
  q: string;
  /** All that were found, of which `hits` is a page of 50 from `offset`. */
  total: number;
  offset: number;
  hits: SearchHit[];
  /** Of all that were found. */
  byCode: { code: string; hits: number }[];
  byReview: { review: string; hits: number }[];
}

/** A keyword in its context: a sentence that holds all the words of the question, and the codes that it carries. */
export interface SearchHit {
  review: string;
  session: string;
  document: string;
  /** Start of the sentence in the document's stored text. */
  start: number;
  speaker: string;
  role: Role;
  left: string;
  keyword: string;
  right: string;
  codes: string[];
}

export interface CodeTerms {
  code: string;
  /** As written in the lexicon: a plain string stands for `{term}`. */
  terms: (string | Term)[];
  /** Evidence mentions by term in this run. */
  mentions: Record<string, number>;
}

/** The terms of a code as an analyst would have them. */
export const PreviewRequest = z.strictObject({
  code: z.string().min(1).max(100),
  terms: z.array(z.union([z.string().min(1).max(500), Term])).max(2000),
  /** Why; kept with a proposal. */
  note: z.string().max(2000).default(""),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

export interface PreviewSentence {
  review: string;
  session: string;
  document: string;
  /** Start of the sentence in the document's stored text. */
  start: number;
  quote: string;
  at: [number, number];
  term: string;
}

/** What becomes of one code in one review when a lexicon is edited. Counts are evidence mentions. */
export interface ReviewChange {
  review: string;
  code: string;
  before: number;
  after: number;
  gained: number;
  lost: number;
  /** Mentions that stay and read differently: another assertion, trend, … */
  changed: number;
  verdictBefore: Verdict["verdict"];
  verdictAfter: Verdict["verdict"];
}

/** How much of what analysts judged an edit answers. */
export interface JudgedPreview {
  /** Wrong mentions that go, missing ones that are found, right ones that are lost. */
  kind: "wrong" | "missing" | "right";
  of: number;
  now: number;
}

/** What changes when the terms of a code do. */
export interface Preview {
  code: string;
  before: number;
  after: number;
  gained: PreviewSentence[];
  lost: PreviewSentence[];
  /** How many are left out of `gained` and `lost`, which hold at most 200 each. */
  moreGained: number;
  moreLost: number;
  /** By review, then in codebook order: the code itself, and those that give way to it. */
  reviews: ReviewChange[];
  /** Of the code's corrections; kinds that nobody used are left out. */
  judged: JudgedPreview[];
  /** Terms that the term language refuses, in words. */
  problems: string[];
  /** Transcripts looked at, and milliseconds that it took. */
  documents: number;
  milliseconds: number;
}

export interface Proposed {
  /** Path of the proposal under the output folder. */
  path: string;
  /** Its text: an overlay of the lexicon, in YAML. */
  yaml: string;
}

export interface Comparison extends Changes {
  /** Titles and names, so that what is gone can still be called by its name. */
  startedBefore: string;
  startedAfter: string;
}
