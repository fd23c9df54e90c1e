import { join, relative } from "node:path";
import { Stop } from "../model/index.js";
import { type LoadedPipeline, loadPipeline, type RunDone, run } from "../run/index.js";
import { afterwards } from "./afterwards.js";
import { columns, count, cut, type Io } from "./io.js";
import { tellProgress } from "./progress.js";

export interface RunCommandOptions {
  pipeline: string;
  archive?: string;
  out?: string;
  workers?: number;
  full?: boolean;
  strict?: boolean;
  acceptLoss?: boolean;
  json?: boolean;
}

/** `triangulum run`: the main job, and where its results are. */
export async function runCommand(options: RunCommandOptions, io: Io): Promise<number> {
  const pipeline = await loadPipeline(options.pipeline, options);
  let exitCode = 4;
  try {
    exitCode = await runOnce(pipeline, options, io);
    return exitCode;
  } catch (error) {
    if (error instanceof Stop) exitCode = error.exitCode;
    throw error;
  } finally {
    await afterwards(pipeline, exitCode, io);
  }
}

async function runOnce(pipeline: LoadedPipeline, options: RunCommandOptions, io: Io): Promise<number> {
  const teller = tellProgress(io);
  let done: RunDone;
  try {
    done = await run(
      { pipeline, full: options.full, acceptLoss: options.acceptLoss },
      { ...io.effects, progress: teller.progress },
    );
  } finally {
    teller.end();
  }
  teller.log("published", { run: done.record.run, counts: done.record.counts });
  const latest = join(pipeline.out, "latest");
  const files = {
    matrix: join(latest, "themes-matrix.csv"),
    findings: join(latest, "findings.csv"),
    page: join(latest, "report.html"),
    problems: join(latest, "problems.csv"),
  };
  if (options.json) {
    const { run: id, started, finished, counts, stages, documents, reviews } = done.record;
    const by = (rows: readonly { status: string }[]): Record<string, number> => {
      const numbers: Record<string, number> = {};
      for (const { status } of rows) numbers[status] = (numbers[status] ?? 0) + 1;
      return numbers;
    };
    const status = { documents: by(documents), reviews: by(reviews) };
    io.out(`${JSON.stringify({ run: id, started, finished, folder: done.folder, counts, status, stages, files })}\n`);
  } else io.out(summary(done, files));
  return options.strict && hasError(done) ? 1 : 0;
}

/** Whether a document had a problem of severity error. */
function hasError({ reviews, problems }: RunDone): boolean {
  const all = [...problems, ...reviews.flatMap((review) => review.problems)];
  return all.some(({ severity, document }) => severity === "error" && document !== "");
}

function summary(done: RunDone, files: Readonly<Record<"matrix" | "findings" | "page" | "problems", string>>): string {
  const { counts, documents } = done.record;
  const reused = documents.filter(({ status }) => status === "reused").length;
  const at = (path: string): string => relative(process.cwd(), path) || path;
  const head =
    `${count(counts.documents ?? 0, "document")} (${reused} as before, ${counts.unread} not read) in ${count(counts.reviews ?? 0, "review")}: ` +
    `${count(counts.sessions ?? 0, "session")}, ${count(counts.mentions ?? 0, "mention")}, ${count(counts.findings ?? 0, "finding")}.\n`;
  const problems = `${count(counts.errors ?? 0, "error")}, ${count(counts.warnings ?? 0, "warning")}, ${count(counts.notes ?? 0, "note")}`;
  return [
    head,
    `\nThemes by sessions that take a stance, of ${counts.sessions}\n`,
    columns(topCodes(done)),
    "\nFindings, strongest first\n",
    columns(topFindings(done)),
    "\n",
    columns([
      ["Matrix", at(files.matrix)],
      ["Findings", at(files.findings)],
      ["Page", at(files.page)],
      ["Problems", `${at(files.problems)} (${problems})`],
    ]),
  ].join("");
}

/** The ten codes on which most sessions take a stance, ties in codebook order, each with its reviews. */
function topCodes({ reviews }: RunDone): (string | number)[][] {
  const sessions = new Map<string, { total: number; reviews: number }>();
  for (const { verdicts } of reviews)
    for (const { code, affirms, denies, mixed } of verdicts) {
      const taking = affirms.length + denies.length + mixed.length;
      const known = sessions.get(code) ?? { total: 0, reviews: 0 };
      sessions.set(code, { total: known.total + taking, reviews: known.reviews + (taking > 0 ? 1 : 0) });
    }
  return [...sessions]
    .filter(([, { total }]) => total > 0)
    .sort(([, a], [, b]) => b.total - a.total)
    .slice(0, 10)
    .map(([code, { total, reviews: held }]) => [`  ${code}`, total, `in ${count(held, "review")}`]);
}

function topFindings({ reviews }: RunDone): (string | number)[][] {
  return reviews
    .flatMap(({ meta, findings }) => findings.map((finding) => ({ ...finding, area: meta.area })))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, 5)
    .map(({ strength, area, title, statement }) => [
      `  ${String(strength).padStart(3)}`,
      area,
      `${title}. ${cut(statement, 110)}`,
    ]);
}
