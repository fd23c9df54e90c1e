import type { ConceptHead, Matrix, MatrixSession, MatrixVerdict, Shell } from "../../../model/index.js";
import type { Marked } from "../data/marks.js";
import { mostIndependent, sectorMasks } from "../data/packing.js";
import {
  AGAINST,
  ASKED,
  counted,
  STANCES,
  type StanceLetter,
  VERDICT_NAMES,
  VERDICTS,
  type VerdictName,
} from "../parts/words.js";

/** What an analyst asks of the matrix; empty values ask for nothing. */
export interface Asked {
  readonly group: string;
  readonly count: "mentions" | "sessions" | "sectors";
  readonly sort: "codebook" | "count" | "verdict" | "name";
  readonly theme: string;
  readonly sector: string;
  readonly level: string;
  /** `facet=value` */
  readonly facet: string;
  readonly verdict: string;
  readonly evidence: "yes" | "no" | "all";
  readonly prompted: "" | "yes" | "no";
  readonly empty: "" | "hide";
}

export interface MatrixColumn {
  readonly review: string;
  /** Empty where the column is a whole review. */
  readonly session: string;
  readonly name: string;
  readonly more: string;
}

export interface MatrixCell {
  readonly count: number;
  readonly sign: string;
  /** Class names. */
  readonly look: string;
  /** What it says, for a screen reader and on hover. */
  readonly says: string;
}

export type MatrixRow =
  | { readonly kind: "group"; readonly title: string; readonly codes: number }
  | {
      readonly kind: "code";
      readonly concept: ConceptHead;
      readonly cells: readonly MatrixCell[];
      readonly total: number;
      readonly of: number;
      /** Of one review. */
      readonly verdict?: MatrixVerdict;
      /** Of many: how many reviews have each verdict. */
      readonly verdicts: Readonly<Record<VerdictName, number>>;
    };

export interface MatrixModel {
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** Whether columns are whole reviews. */
  readonly wholeReviews: boolean;
}

type Keeps = (mark: number) => boolean;

/** Whether a mark answers what is asked of mentions; each distinct mark is judged once. */
function keeps(asked: Asked, mark: (mark: number) => Marked): Keeps {
  const [facet = "", value = ""] = asked.facet.split("=");
  const known = new Map<number, boolean>();
  return (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const told = mark(number);
    const kept =
      (asked.evidence === "all" || told.evidence === asked.evidence) &&
      (asked.prompted === "" || told.prompted === asked.prompted) &&
      (facet === "" || told[facet] === value);
    known.set(number, kept);
    return kept;
  };
}

/**
 * The rows and cells of the matrix as asked for. `scope` is a review's id, `sessions` for every session of all reviews, or empty for reviews.
 */
export function matrixModel(
  matrix: Matrix,
  { shell, mark, scope, asked }: { shell: Shell; mark: (mark: number) => Marked; scope: string; asked: Asked },
): MatrixModel {
  const names = shortNames(shell.reviews);
  const wholeReviews = scope === "";
  const keep = keeps(asked, mark);
  const reviews = matrix.reviews
    .filter(({ id }) => wholeReviews || scope === "sessions" || id === scope)
    .map((review) => {
      const sessions = review.sessions.filter(
        ({ sectors, level }) =>
          (asked.sector === "" || sectors.some((sector) => sector === asked.sector)) &&
          (asked.level === "" || level === asked.level),
      );
      return {
        ...review,
        ...{ name: names.get(review.id) ?? review.id, sessions, masks: sectorMasks(sessions) },
        byCode: new Map(review.verdicts.map((verdict) => [verdict.code, verdict])),
      };
    });
  // Sectors of all reviews in one numbering, for totals over reviews.
  const everyone = reviews.flatMap(({ sessions }) => sessions);
  const everyMask = sectorMasks(everyone);
  const columns: MatrixColumn[] = wholeReviews
    ? reviews.map(({ id, name, sessions }) => ({
        ...{ review: id, session: "", name },
        more: counted(sessions.length, "session"),
      }))
    : reviews.flatMap(({ id, name, sessions }) =>
        sessions.map((session) => ({
          ...{ review: id, session: session.id, name: session.label || session.id },
          more: scope === "sessions" ? name : session.sectors.join(", "),
        })),
      );
  const independentOf = mostIndependent(everyMask);

  const rowOf = (concept: ConceptHead, code: number): MatrixRow & { kind: "code" } => {
    const countIn = (session: MatrixSession): number => (session.marks[code] ?? []).filter(keep).length;
    const counts = everyone.map(countIn);
    const cells: MatrixCell[] = [];
    const verdicts = Object.fromEntries(VERDICT_NAMES.map((name) => [name, 0])) as Record<VerdictName, number>;
    let at = 0;
    for (const { sessions, masks, byCode } of reviews) {
      const own = counts.slice(at, at + sessions.length);
      at += sessions.length;
      const verdict = byCode.get(concept.id);
      verdicts[verdict?.verdict ?? "not raised"]++;
      if (wholeReviews) cells.push(reviewCell(sessions, masks, own, { verdict, asked, code }));
      else
        for (const [place, session] of sessions.entries())
          cells.push(sessionCell(session, code, own[place] ?? 0, asked.count));
    }
    const spoken = counts.flatMap((count, place) => (count > 0 ? [place] : []));
    const total = {
      mentions: counts.reduce((sum, count) => sum + count, 0),
      sessions: spoken.length,
      sectors: mostIndependent(spoken.map((place) => everyMask[place] ?? 0)),
    }[asked.count];
    const of = { mentions: 0, sessions: everyone.length, sectors: independentOf }[asked.count];
    const [only] = reviews;
    return {
      ...{ kind: "code", concept, cells, total, of, verdicts },
      ...(reviews.length === 1 && only !== undefined && !wholeReviews ? { verdict: only.byCode.get(concept.id) } : {}),
    };
  };

  const rows = shell.concepts
    .map((concept, code) => rowOf(concept, code))
    .filter(
      (row) =>
        (asked.theme === "" || row.concept.theme === asked.theme) &&
        (asked.verdict === "" || row.verdicts[asked.verdict as VerdictName] > 0) &&
        (asked.empty === "" || row.total > 0),
    );
  return { columns, wholeReviews, rows: grouped(sorted(rows, asked), shell, asked) };
}

/** Reviews by their area where that tells them apart, else by their name: heads are narrow. */
function shortNames(reviews: Shell["reviews"]): Map<string, string> {
  const areas = new Set(reviews.map(({ area }) => area));
  const apart = areas.size === reviews.length && !areas.has("");
  return new Map(reviews.map(({ id, area, name }) => [id, apart ? area : name]));
}

type CodeRow = MatrixRow & { kind: "code" };

function sorted(rows: readonly CodeRow[], { sort }: Asked): CodeRow[] {
  const dissonant = ["dissonance", "partial agreement", "unclear", "silence", "agreement", "not raised"] as const;
  const rank = (row: CodeRow): number[] =>
    row.verdict === undefined
      ? dissonant.map((name) => -row.verdicts[name])
      : [dissonant.indexOf(row.verdict.verdict as (typeof dissonant)[number])];
  const compare: Record<Asked["sort"], (a: CodeRow, b: CodeRow) => number> = {
    codebook: () => 0,
    count: (a, b) => b.total - a.total,
    name: (a, b) => (a.concept.label < b.concept.label ? -1 : a.concept.label > b.concept.label ? 1 : 0),
    verdict: (a, b) => {
      const [x, y] = [rank(a), rank(b)];
      for (const [place, value] of x.entries()) if (value !== y[place]) return value - (y[place] ?? 0);
      return b.total - a.total;
    },
  };
  return [...rows].sort(compare[sort]);
}

/** Rows under the headings of a theme or a frame; sorted rows keep their order within each. */
function grouped(rows: readonly CodeRow[], shell: Shell, { group }: Asked): MatrixRow[] {
  if (group === "none") return [...rows];
  const frame = shell.frames.find(({ id }) => id === group);
  const headings =
    frame === undefined
      ? [...new Set(shell.concepts.map(({ theme }) => theme))].map((theme) => ({
          title: theme as string,
          has: (row: CodeRow) => row.concept.theme === theme,
        }))
      : [
          ...frame.headings.map(({ title, codes }) => ({
            title,
            has: (row: CodeRow) => codes.includes(row.concept.id),
          })),
          {
            title: "Under no heading",
            has: (row: CodeRow) => !frame.headings.some(({ codes }) => codes.includes(row.concept.id)),
          },
        ];
  return headings.flatMap(({ title, has }) => {
    const own = rows.filter(has);
    return own.length === 0 ? [] : [{ kind: "group" as const, title, codes: own.length }, ...own];
  });
}

/** How deep a colour is: one, some, many. */
function depth(share: number): number {
  return share >= 0.66 ? 3 : share >= 0.33 ? 2 : 1;
}

function sessionCell(session: MatrixSession, code: number, count: number, unit: Asked["count"]): MatrixCell {
  const letter = (session.stances[code] ?? "s") as StanceLetter;
  const asked = (session.asked[code] ?? "?") as keyof typeof ASKED;
  const { name, sign } = STANCES[letter];
  if (count === 0 && letter === "s")
    return {
      count,
      sign: asked === "y" ? "○" : "",
      look: `silent asked-${asked === "?" ? "unknown" : asked}`,
      says: ASKED[asked],
    };
  if (count === 0) return { count, sign: "", look: "filtered", says: `${name}, but no mention of the kind asked for` };
  const say = counted(count, "mention");
  if (letter === "s")
    return { count, sign: "", look: "aside", says: `${say}, none of them current and local evidence` };
  return {
    ...{ count: unit === "mentions" ? count : 1, sign },
    look: `stance-${letter} depth-${count >= 5 ? 3 : count >= 2 ? 2 : 1}`,
    says: `${name}, ${say}`,
  };
}

function reviewCell(
  sessions: readonly MatrixSession[],
  masks: readonly number[],
  counts: readonly number[],
  { verdict, asked, code }: { verdict: MatrixVerdict | undefined; asked: Asked; code: number },
): MatrixCell {
  const spoken = counts.flatMap((count, place) => (count > 0 ? [place] : []));
  const known = VERDICTS[verdict?.verdict ?? "not raised"];
  const count = {
    mentions: counts.reduce((sum, one) => sum + one, 0),
    sessions: spoken.length,
    sectors: asked.count === "sectors" ? mostIndependent(spoken.map((place) => masks[place] ?? 0)) : 0,
  }[asked.count];
  const missing = verdict?.silentExpected ?? [];
  const expected = missing.length > 0 ? `; silent though expected to know: ${missing.join(", ")}` : "";
  if (sessions.length === 0) return { count: 0, sign: "", look: "filtered", says: "no session of the kind asked for" };
  if (spoken.length === 0) {
    if (verdict !== undefined && verdict.verdict !== "not raised")
      return { count: 0, sign: "", look: "filtered", says: `${verdict.verdict}, but no mention of the kind asked for` };
    const letters = sessions.map((session) => session.asked[code] ?? "?");
    const were = letters.filter((letter) => letter === "y").length;
    // One session that was asked makes a silence; where it is known of none, nobody can tell.
    const known = were > 0 ? "y" : letters.includes("?") ? "?" : "n";
    const because =
      known === "y" ? `silent, though ${were} of ${counted(sessions.length, "session")} asked` : ASKED[known];
    return {
      ...{ count: 0, sign: known === "y" ? "○" : "", look: `silent asked-${known === "?" ? "unknown" : known}` },
      says: `not raised: ${because}${expected}`,
    };
  }
  const name = verdict?.verdict ?? "not raised";
  const denied = verdict !== undefined && verdict.denies > verdict.affirms;
  const against = denied && known.look === "agreement";
  return {
    count,
    sign: against ? AGAINST.sign : known.sign,
    look: `verdict-${known.look}${against ? " against" : ""} depth-${depth(spoken.length / Math.max(1, sessions.length))}`,
    says: `${name}${denied ? " that it is not so" : ""}, ${spoken.length} of ${counted(sessions.length, "session")}, ${counted(
      counts.reduce((sum, one) => sum + one, 0),
      "mention",
    )}${expected}`,
  };
}
