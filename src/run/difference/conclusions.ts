import type {
  Changes,
  EntryChange,
  Finding,
  MentionChange,
  Reason,
  Stance,
  StanceChange,
  Verdict,
} from "../../model/index.js";
import type { ComparedReview } from "../../store/index.js";
import { byText } from "../sessions.js";
import { type Bearing, distinct } from "./bearing.js";
import { told } from "./entries.js";

/** What a stance is compared by. */
const STANCE_FIELDS = ["stance", "p", "a", "mentions", "trend", "appraisal", "asked"] as const;

/** Stances that came, went or changed, by session, then code. A session that is new and says nothing of a code has no new stance on it. */
export function stanceChanges(
  was: ComparedReview,
  is: ComparedReview,
  mentions: readonly MentionChange[],
  bearing: Bearing,
): StanceChange[] {
  const key = ({ session, code }: Pick<Stance, "session" | "code">): string => `${session} ${code}`;
  const [old, now] = [
    new Map(was.stances.map((one) => [key(one), one])),
    new Map(is.stances.map((one) => [key(one), one])),
  ];
  const reasons = gathered(mentions, (one) => [key(one)]);
  const ofSessions = sessionReasons(was, is, bearing);
  const changes: StanceChange[] = [];
  for (const [name, { review, session, code, stance }] of new Map([...old, ...now])) {
    const [before, after] = [old.get(name), now.get(name)];
    const what = before && after ? STANCE_FIELDS.filter((field) => before[field] !== after[field]) : [];
    if (before && after ? what.length === 0 : stance === "silent") continue;
    const entry = bearing.lexicon?.codes.get(code);
    const near = [
      ...(reasons.get(name) ?? []),
      ...(before && after ? [] : (ofSessions.get(session) ?? [])),
      ...(what.includes("asked") ? bearing.of("transcripts", "metadata") : []),
    ];
    changes.push({
      ...{ review, session, code },
      change: before === undefined ? "new" : after === undefined ? "gone" : "changed",
      what: what.map((field) => `${field} ${before?.[field]} -> ${after?.[field]}`),
      reasons: distinct(
        near.length > 0
          ? near
          : entry
            ? [{ cause: "lexicon", what: told(entry) }]
            : bearing.of("metadata", "program", "lexicon", "transcripts", "pipeline"),
      ),
    });
  }
  return changes.sort((a, b) => byText(a.session, b.session) || byText(a.code, b.code));
}

/** Verdicts of a review with what each is laid to: the stances of its sessions on the code, and who the sessions are. */
export function verdictReasons(
  verdicts: Changes["verdicts"],
  { mentions, stances }: { mentions: readonly MentionChange[]; stances: readonly StanceChange[] },
  [was, is]: readonly [ComparedReview, ComparedReview],
  bearing: Bearing,
): Map<string, Reason[]> {
  const reasons = gathered([...stances, ...mentions], ({ code }) => [code]);
  const changed = differing(was.verdicts, is.verdicts);
  return new Map(
    verdicts.map(({ code }): [string, Reason[]] => {
      const entry = bearing.lexicon?.codes.get(code);
      // A review that came or went: with its documents.
      const whole = !changed.both ? bearing.of("transcripts") : [];
      const near = [
        ...(reasons.get(code) ?? []),
        ...whole,
        ...(entry ? [{ cause: "lexicon" as const, what: told(entry) }] : []),
      ];
      return [code, distinct(near.length > 0 ? near : bearing.of("metadata", "program", "lexicon", "transcripts"))];
    }),
  );
}

/** Findings of a review, by id, with what each is laid to: a decision on it, its rule, and the mentions and stances on its codes. */
export function findingReasons(
  findings: Changes["findings"],
  { mentions, stances }: { mentions: readonly MentionChange[]; stances: readonly StanceChange[] },
  [was, is]: readonly [ComparedReview, ComparedReview],
  rules: ReadonlyMap<string, EntryChange> | undefined,
  bearing: Bearing,
): Map<string, Reason[]> {
  const ofMention = gathered(mentions, ({ mention }) => [mention]);
  const ofCode = gathered([...mentions, ...stances], ({ code }) => [code]);
  const ofData = indicatorReasons(was, is, bearing);
  const [old, now] = [byId(was.findings), byId(is.findings)];
  const made = new Map<string, Reason[]>();
  for (const { id } of findings) {
    const [before, after] = [old.get(id), now.get(id)];
    const finding = (after ?? before)!;
    const reasons: Reason[] = [];
    if (before && after && !sameDecision(before, after)) reasons.push(decided(after));
    const rested = [...(before?.evidence ?? []), ...(before?.counterEvidence ?? [])];
    const rests = [...(after?.evidence ?? []), ...(after?.counterEvidence ?? [])];
    for (const { mention } of [...rested, ...rests]) reasons.push(...(ofMention.get(mention) ?? []));
    const onlyDecided = before && after && sameEvidence(before, after) && reasons.length > 0;
    if (!onlyDecided) {
      const rule = rules?.get(finding.type);
      if (rule) reasons.push({ cause: "rules", what: told(rule) });
      for (const code of finding.codes) {
        if (reasons.every(({ cause }) => cause === "decisions" || cause === "rules"))
          reasons.push(...(ofCode.get(code) ?? []));
        reasons.push(...(ofData.get(code) ?? []));
        const entry = bearing.lexicon?.codes.get(code);
        if (entry) reasons.push({ cause: "lexicon", what: told(entry) });
      }
      if (reasons.length === 0)
        for (const entry of rules?.values() ?? [])
          if (entry.kind === "wording") reasons.push({ cause: "rules", what: told(entry) });
    }
    made.set(
      id,
      distinct(
        reasons.length > 0 ? reasons : bearing.of("rules", "metadata", "program", "lexicon", "transcripts", "pipeline"),
      ),
    );
  }
  return made;
}

function decided({ status, decidedBy, decidedAt }: Finding): Reason {
  return { cause: "decisions", what: decidedBy === "" ? `${status} again` : `${status} by ${decidedBy}, ${decidedAt}` };
}

function sameDecision(was: Finding, is: Finding): boolean {
  return was.status === is.status && was.decidedBy === is.decidedBy && was.decidedAt === is.decidedAt;
}

/** Whether nothing differs but what a decision can change. */
function sameEvidence(was: Finding, is: Finding): boolean {
  return was.evidenceHash === is.evidenceHash && was.strength === is.strength && was.verdict === is.verdict;
}

/** Reasons of changes by the names that each goes under. */
function gathered<T extends { reasons: Reason[] }>(
  changes: readonly T[],
  names: (change: T) => string[],
): Map<string, Reason[]> {
  const reasons = new Map<string, Map<string, Reason>>();
  for (const change of changes)
    for (const name of names(change)) {
      const own = reasons.get(name) ?? new Map<string, Reason>();
      for (const reason of change.reasons) own.set(`${reason.cause} ${reason.what}`, reason);
      reasons.set(name, own);
    }
  return new Map([...reasons].map(([name, own]) => [name, [...own.values()]]));
}

/** Why a session is there that was not, or the other way: its documents, or what sessions.csv says of them. */
function sessionReasons(was: ComparedReview, is: ComparedReview, bearing: Bearing): Map<string, Reason[]> {
  const reasons = new Map<string, Reason[]>();
  for (const { id, documents } of [...was.sessions, ...is.sessions]) {
    const own = documents.flatMap((document) => bearing.document(document) ?? []);
    reasons.set(id, own.length > 0 ? own : bearing.of("metadata"));
  }
  return reasons;
}

/** Codes whose counted data or their reading changed. */
function indicatorReasons(was: ComparedReview, is: ComparedReview, bearing: Bearing): Map<string, Reason[]> {
  const series = ({ corroborations }: ComparedReview): Map<string, string> => {
    const texts = new Map<string, string>();
    for (const { code, measure, series } of corroborations)
      texts.set(code, `${texts.get(code) ?? ""}${measure} ${JSON.stringify(series)}\n`);
    return texts;
  };
  const [old, now] = [series(was), series(is)];
  const codes = [...new Set([...old.keys(), ...now.keys()])].filter((code) => old.get(code) !== now.get(code));
  const metadata = bearing.of("metadata").length > 0;
  return new Map(codes.map((code) => [code, metadata ? [{ cause: "metadata", what: "indicators" }] : []]));
}

function differing(was: readonly Verdict[], is: readonly Verdict[]): { both: boolean } {
  return { both: was.length > 0 && is.length > 0 };
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
