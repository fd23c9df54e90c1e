import type { Changes } from "../model/index.js";
import { changesBetween, readView } from "../store/index.js";
import { columns, count, type Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

/** `triangulum diff A B`: what changed between two runs, and because of what. */
export async function diffCommand(
  before: string,
  after: string,
  options: SavedOptions & { json?: boolean },
  io: Io,
): Promise<number> {
  const [old, now] = await Promise.all([savedFolder(before, options), savedFolder(after, options)]);
  const changes = changesBetween(await readView(old), await readView(now));
  io.out(options.json ? `${JSON.stringify(changes)}\n` : worded(changes));
  return 0;
}

function worded(changes: Changes): string {
  const { documents, metadata, counts, verdicts, findings } = changes;
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
    documents.map(({ change, review, document }) => [`  ${change}`, review, document]),
  );
  section(
    "Metadata changed",
    metadata.map((review) => [`  ${review}`]),
  );
  section(
    "Counts",
    Object.entries(counts).map(([name, { before, after }]) => [`  ${name}`, before, "->", after]),
  );
  section(
    count(verdicts.length, "verdict"),
    verdicts.map(({ review, code, before, after, because }) => [
      `  ${review}`,
      code,
      `${before || "none"} -> ${after || "none"}`,
      because.join(", "),
    ]),
  );
  section(
    count(findings.length, "finding"),
    findings.map(({ id, review, title, change, what, because }) => [
      `  ${change}`,
      id,
      review,
      title,
      what.join("; "),
      because.join(", "),
    ]),
  );
  return lines.join("");
}
