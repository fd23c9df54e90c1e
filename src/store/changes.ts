import type { Cause, Changes, DocumentChange, Finding, StoredDocument, Verdict } from "../model/index.js";
import type { RunView } from "./saved-run.js";

/** What of a run is compared; a run that is being written knows it before it ends. */
type Compared = Omit<RunView, "record"> & {
  record: Pick<RunView["record"], "run" | "documents" | "metadata" | "hashes" | "versions" | "counts">;
};

/** Compares two runs. `before` is undefined on the first night: everything is then new. */
export function changesBetween(before: Compared | undefined, after: Compared): Changes {
  const documents = documentChanges(before?.record.documents ?? [], after.record.documents);
  const metadata = metadataChanges(before?.record.metadata ?? {}, after.record.metadata);
  const everywhere = causesEverywhere(before, after);
  const becauseOf = (review: string): Cause[] => [
    ...(documents.some((document) => document.review === review) ? (["transcripts"] as const) : []),
    ...(metadata.includes(review) ? (["metadata"] as const) : []),
    ...everywhere,
  ];
  return {
    before: before?.record.run ?? "",
    after: after.record.run,
    causes: [
      ...(documents.length > 0 ? (["transcripts"] as const) : []),
      ...(metadata.length > 0 ? (["metadata"] as const) : []),
      ...everywhere,
    ],
    documents,
    metadata,
    counts: countChanges(before?.record.counts ?? {}, after.record.counts),
    verdicts: verdictChanges(before?.verdicts ?? [], after.verdicts, becauseOf),
    findings: findingChanges(before?.findings ?? [], after.findings, becauseOf),
  };
}

function causesEverywhere(before: Compared | undefined, after: Compared): Cause[] {
  if (before === undefined) return [];
  const [old, now] = [before.record, after.record];
  const causes: Cause[] = [];
  for (const cause of ["lexicon", "rules", "pipeline"] as const)
    if (old.hashes[cause] !== now.hashes[cause]) causes.push(cause);
  if (JSON.stringify(old.versions) !== JSON.stringify(now.versions)) causes.push("program");
  if (old.hashes.decisions !== now.hashes.decisions) causes.push("decisions");
  return causes;
}

function documentChanges(before: readonly StoredDocument[], after: readonly StoredDocument[]): DocumentChange[] {
  const key = ({ review, document }: StoredDocument): string => `${review}/${document}`;
  const old = new Map(before.map((document) => [key(document), document]));
  const now = new Map(after.map((document) => [key(document), document]));
  // A file that went while one of the same bytes came in the same review was renamed.
  const gone = new Set(before.filter((one) => !now.has(key(one))).map(({ review, sha256 }) => `${review} ${sha256}`));
  const came = new Set(after.filter((one) => !old.has(key(one))).map(({ review, sha256 }) => `${review} ${sha256}`));
  const changes: DocumentChange[] = [];
  for (const document of after) {
    const was = old.get(key(document));
    const change =
      was === undefined
        ? gone.has(`${document.review} ${document.sha256}`)
          ? "renamed"
          : "new"
        : difference(was, document);
    if (change) changes.push({ review: document.review, document: document.document, change });
  }
  for (const document of before)
    if (!now.has(key(document)) && !came.has(`${document.review} ${document.sha256}`))
      changes.push({ review: document.review, document: document.document, change: "removed" });
  return changes.sort((a, b) => order(a.review, b.review) || order(a.document, b.document));
}

function difference(was: StoredDocument, is: StoredDocument): DocumentChange["change"] | undefined {
  if (was.sha256 !== is.sha256) return "changed";
  if ((was.status === "problem") === (is.status === "problem")) return undefined;
  return is.status === "problem" ? "unread" : "read";
}

function metadataChanges(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return Object.keys(after)
    .filter((review) => review in before && before[review] !== after[review])
    .sort();
}

function countChanges(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Changes["counts"] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = names.filter((name) => before[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, { before: before[name] ?? 0, after: after[name] ?? 0 }]));
}

function verdictChanges(
  before: readonly Verdict[],
  after: readonly Verdict[],
  becauseOf: (review: string) => Cause[],
): Changes["verdicts"] {
  const key = ({ review, code }: Verdict): string => `${review} ${code}`;
  const [old, now] = [new Map(before.map((one) => [key(one), one])), new Map(after.map((one) => [key(one), one]))];
  return [...new Map([...old, ...now]).entries()]
    .map(([name, { review, code }]) => ({
      review,
      code,
      before: old.get(name)?.verdict ?? "",
      after: now.get(name)?.verdict ?? "",
      because: becauseOf(review),
    }))
    .filter((one) => one.before !== one.after)
    .sort((a, b) => order(a.review, b.review) || order(a.code, b.code));
}

function findingChanges(
  before: readonly Finding[],
  after: readonly Finding[],
  becauseOf: (review: string) => Cause[],
): Changes["findings"] {
  const [old, now] = [new Map(before.map((one) => [one.id, one])), new Map(after.map((one) => [one.id, one]))];
  const changes: Changes["findings"] = [];
  for (const [id, finding] of new Map([...old, ...now])) {
    const [was, is] = [old.get(id), now.get(id)];
    const what = was && is ? differences(was, is) : [];
    if (was && is && what.length === 0) continue;
    const change = was === undefined ? "new" : is === undefined ? "gone" : "changed";
    changes.push({
      id,
      review: finding.review,
      title: finding.title,
      change,
      what,
      because: becauseOf(finding.review),
    });
  }
  return changes.sort((a, b) => order(a.review, b.review) || order(a.id, b.id));
}

function differences(was: Finding, is: Finding): string[] {
  const what = (["strength", "verdict", "status"] as const)
    .filter((field) => was[field] !== is[field])
    .map((field) => `${field} ${was[field]} -> ${is[field]}`);
  if (was.evidenceHash !== is.evidenceHash)
    what.push(
      `evidence ${was.evidence.length} for, ${was.counterEvidence.length} against -> ${is.evidence.length} for, ${is.counterEvidence.length} against`,
    );
  if (what.length === 0 && was.statement !== is.statement) what.push("statement");
  return what;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
