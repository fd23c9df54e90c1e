import type { ExplainedChanges, MentionChange, Reason, StanceChange } from "../model/index.js";
import { explainChanges } from "../run/index.js";
import { columns, count, cut, type Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

export interface DiffOptions extends SavedOptions {
  all?: boolean;
  json?: boolean;
}

/** Rows shown of each group of mentions and of stances that share what happened and why. */
const SHOWN = 3;

/** `triangulum diff A B`: what changed between two runs, down to the mention, and because of what. */
export async function diffCommand(before: string, after: string, options: DiffOptions, io: Io): Promise<number> {
  const [old, now] = await Promise.all([savedFolder(before, options), savedFolder(after, options)]);
  const changes = await explainChanges(old, now);
  io.out(
    options.json ? `${JSON.stringify(changes)}\n` : worded(changes, options.all ? Number.POSITIVE_INFINITY : SHOWN),
  );
  return 0;
}

function worded(changes: ExplainedChanges, shown: number): string {
  const { documents, metadata, counts, lexicon, rules, mentions, stances, verdicts, findings } = changes;
  const lines = [`From ${changes.before} to ${changes.after}\n`];
  lines.push(
    changes.causes.length === 0
      ? "No cause: archive, lexicon, rules, pipeline, program and decisions are the same.\n"
      : `Causes: ${changes.causes.join(", ")}\n`,
  );
  const section = (title: string, rows: (string | number)[][]): void => {
    if (rows.length > 0) lines.push(`\n${title}\n`, columns(rows));
  };
  section(
    count(documents.length, "transcript"),
    documents.map(({ change, review, document, reasons }) => [
      `  ${change}`,
      review,
      document,
      change === "read" || change === "unread" ? because(reasons) : "",
    ]),
  );
  section(
    "Metadata changed",
    metadata.map((review) => [`  ${review}`]),
  );
  for (const [name, entries] of [
    ["Lexicon", lexicon],
    ["Rules", rules],
  ] as const)
    section(
      name,
      (entries ?? []).map(({ change, kind, name }) => [`  ${change}`, kind, name]),
    );
  if (lexicon === undefined && changes.causes.some((cause) => cause === "lexicon" || cause === "rules"))
    lines.push("\nWhich entry of the lexicon or rules it was is not known: one of the runs kept none.\n");
  section(
    "Counts",
    Object.entries(counts).map(([name, { before, after }]) => [`  ${name}`, before, "->", after]),
  );
  lines.push(
    ...grouped("mention", mentions, shown, ({ review, session, code, what, quote }) => [
      ...[`    ${review}`, session, code, what.join("; ")],
      cut(quote, 80),
    ]),
    ...grouped("stance", stances, shown, ({ review, session, code, what }) => [
      ...[`    ${review}`, session, code],
      what.join("; "),
    ]),
  );
  section(
    count(verdicts.length, "verdict"),
    verdicts.map(({ review, code, before, after, reasons, because: causes }) => [
      ...[`  ${review}`, code, `${before || "none"} -> ${after || "none"}`],
      because(reasons) || causes.join(", "),
    ]),
  );
  section(
    count(findings.length, "finding"),
    findings.map(({ id, review, title, change, what, reasons, because: causes }) => [
      ...[`  ${change}`, id, review, title, what.join("; ")],
      because(reasons) || causes.join(", "),
    ]),
  );
  return lines.join("");
}

/** Rows under what happened and why, most rows first. */
function grouped<T extends MentionChange | StanceChange>(
  noun: string,
  changes: readonly T[],
  shown: number,
  row: (change: T) => string[],
): string[] {
  if (changes.length === 0) return [];
  const groups = new Map<string, T[]>();
  for (const change of changes) {
    const key = `${change.change}: ${because(change.reasons) || "cause not known"}`;
    const own = groups.get(key);
    if (own) own.push(change);
    else groups.set(key, [change]);
  }
  const lines = [`\n${count(changes.length, noun)}\n`];
  for (const [title, rows] of [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))) {
    lines.push(`  ${rows.length.toLocaleString("en-GB")} ${title}\n`, columns(rows.slice(0, shown).map(row)));
    if (rows.length > shown) lines.push(`    … and ${(rows.length - shown).toLocaleString("en-GB")} more (--all)\n`);
  }
  return lines;
}

function because(reasons: readonly Reason[]): string {
  return reasons.map(({ cause, what }) => (what === "" ? cause : `${cause} (${what})`)).join(", ");
}
