import {
  type Changes,
  type Decision,
  type Doubt,
  type Finding,
  type Judgement,
  type Mention,
  type ReviewResult,
  type Session,
  type Shell,
  type Stance,
  type StoredText,
  SUPPORT_WEIGHT,
  type Verdict,
} from "../../model/index.js";
import { byId, byText, reviewsInOrder } from "../order.js";
import type { RunReport } from "../run-report.js";

/** What the pages are made from: a run's rows, and what analysts said since. */
export type PageSource = Pick<RunReport, "reviews" | "lines" | "language" | "problems" | "concepts" | "frames"> & {
  /** Against the run before. Undefined on the first night. */
  readonly changes?: Changes;
  /** The log in its order, for the history of a finding; the findings already have it laid over them. */
  readonly decisions?: readonly Decision[];
  /** What is known to be weak about codes. */
  readonly doubts?: readonly Doubt[];
  /** What an analyst said of mentions, by their ids. */
  readonly judged?: ReadonlyMap<string, Judgement>;
  /** Who is looking, at what; a file's reader where not given. */
  readonly viewer?: Pick<Shell, "mode" | "run" | "runs" | "role" | "who">;
};

/** A review made ready to be looked up. */
export interface ReviewIndex {
  readonly result: ReviewResult;
  readonly sessions: readonly Session[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly texts: ReadonlyMap<string, StoredText>;
  readonly mentions: ReadonlyMap<string, Mention>;
  stance(session: string, code: string): Stance | undefined;
  /** All mentions of a code in a session, evidence or not. */
  cell(session: string, code: string): readonly Mention[];
  /** Sessions outside the list (left out, or none) that hold mentions of a code. */
  readonly otherSessions: readonly string[];
}

export interface PageIndex {
  readonly source: PageSource;
  /** In order of id. */
  readonly reviews: readonly ReviewIndex[];
  review(id: string): ReviewIndex | undefined;
  finding(id: string): { review: ReviewIndex; finding: Finding } | undefined;
  /** Decisions on a finding, oldest first. */
  decisions(finding: string): readonly Decision[];
  /** `new` or `changed` since the run before, else empty. */
  since(finding: string): "new" | "changed" | "";
}

/** Key of a pair of ids, which hold no NUL. */
const pair = (a: string, b: string): string => `${a}\u0000${b}`;

/** Collects values under keys, in the order in which they come. */
export function gather<T>(rows: Iterable<T>, key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(key(row));
    if (own === undefined) groups.set(key(row), [row]);
    else own.push(row);
  }
  return groups;
}

function indexReview(result: ReviewResult): ReviewIndex {
  const sessions = byId(result.sessions);
  const known = new Set(sessions.map(({ id }) => id));
  const stances = new Map(result.stances.map((stance) => [pair(stance.session, stance.code), stance]));
  const cells = gather(result.mentions, (mention) => pair(mention.session, mention.code));
  return {
    result,
    sessions,
    verdicts: new Map(result.verdicts.map((verdict) => [verdict.code, verdict])),
    texts: new Map(result.texts.map((text) => [text.document, text])),
    mentions: new Map(result.mentions.map((mention) => [mention.id, mention])),
    stance: (session, code) => stances.get(pair(session, code)),
    cell: (session, code) => cells.get(pair(session, code)) ?? [],
    otherSessions: [...new Set(result.mentions.map(({ session }) => session))]
      .filter((id) => !known.has(id))
      .sort(byText),
  };
}

/** Indexes once what every view looks up. */
export function indexSource(source: PageSource): PageIndex {
  const reviews = reviewsInOrder(source).map(indexReview);
  const byReview = new Map(reviews.map((review) => [review.result.meta.id, review]));
  const findings = new Map(
    reviews.flatMap((review) => review.result.findings.map((finding) => [finding.id, { review, finding }] as const)),
  );
  const decisions = gather(source.decisions ?? [], ({ finding }) => finding);
  // On the first night everything is new, and so nothing is.
  const changed = source.changes === undefined || source.changes.before === "" ? [] : source.changes.findings;
  const since = new Map(changed.map(({ id, change }) => [id, change === "gone" ? ("" as const) : change]));
  return {
    source,
    reviews,
    review: (id) => byReview.get(id),
    finding: (id) => findings.get(id),
    decisions: (finding) => decisions.get(finding) ?? [],
    since: (finding) => since.get(finding) ?? "",
  };
}

/** One mention a quote: the best of the cell first, then evidence before the rest, then by weight, then by id. */
export function distinctQuotes(mentions: readonly Mention[], best: string): Mention[] {
  const ordered = [...mentions].sort(
    (a, b) =>
      Number(b.id === best) - Number(a.id === best) ||
      Number(b.evidence) - Number(a.evidence) ||
      SUPPORT_WEIGHT[b.support] - SUPPORT_WEIGHT[a.support] ||
      byText(a.id, b.id),
  );
  const said = new Set<string>();
  return ordered.filter((mention) => !said.has(mention.quote) && said.add(mention.quote));
}
