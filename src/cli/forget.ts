import { Stop } from "../model/index.js";
import { type ForgottenReport, forget, loadDefinition, outFolder } from "../run/index.js";
import { columns, count, type Io } from "./io.js";
import type { SavedOptions } from "./saved.js";

export interface ForgetOptions extends SavedOptions {
  review: string;
  document?: string;
  session?: string;
  speaker?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `triangulum forget`: takes something out of all that was kept, and lists where it had gone. */
export async function forgetCommand(options: ForgetOptions, io: Io): Promise<number> {
  const { review, document, session, speaker, dryRun = false } = options;
  if ((document === undefined) === (session === undefined) || (speaker !== undefined && session === undefined))
    throw new Stop("Say what to forget: --document PATH, or --session ID, or --session ID --speaker LABEL.");
  const definition = await loadDefinition(options.pipeline);
  const out = await outFolder(options.pipeline, options.out);
  const report = await forget(out, { review, document, session, speaker }, definition, { dry: dryRun }, io.effects);
  io.out(options.json ? `${JSON.stringify({ dryRun, ...report })}\n` : worded(report, dryRun));
  return 0;
}

function worded({ runs, exports, beside, logs, alsoIn, files, otherRules }: ForgottenReport, dry: boolean): string {
  const lines = [`${dry ? "Would be taken out of" : "Taken out of"} ${count(runs.length, "run")}\n`];
  const section = (title: string, rows: (string | number)[][]): void => {
    if (rows.length > 0) lines.push(`\n${title}\n`, columns(rows));
  };
  lines.push(
    columns(
      runs.map(({ run, documents, mentions, findings }) => [
        `  ${run}`,
        documents.join(", "),
        count(mentions, "mention"),
        count(findings.length, "finding"),
      ]),
    ),
  );
  const findings = new Map(runs.flatMap((run) => run.findings.map(({ id, title }) => [id, title] as const)));
  section(
    "Findings that rested on it",
    [...findings].map(([id, title]) => [`  ${id}`, title]),
  );
  section(
    "Written elsewhere from those runs; nothing there was touched",
    exports.map(({ at, run, to, formats }) => [`  ${at}`, run, to, formats.join(", ")]),
  );
  section(
    "Removed beside the runs",
    beside.map((path) => [`  ${path}`]),
  );
  section(
    "Lines of logs that were cleared",
    Object.entries(logs).map(([name, number]) => [`  ${name}`, number]),
  );
  section(
    "The same sentences stand in other documents, which were left alone",
    alsoIn.map(({ run, review, document, sentences }) => [`  ${run}`, review, document, count(sentences, "sentence")]),
  );
  section(
    "Made again with today's rules, which are not those of that night",
    otherRules.map((run) => [`  ${run}`]),
  );
  section(
    "Files that held it; take them (and their rows of sessions.csv), or what was forgotten of them, out of the archive: they are not read again as they are",
    files.map((sha256) => [`  sha256 ${sha256}`]),
  );
  lines.push(
    "\nNot reached from here: copies of the output folder, backups, pages that somebody saved and tables and pictures downloaded from them, the archive itself.\n",
  );
  if (!dry) lines.push("The cache was emptied; the next run codes every document again.\n");
  return lines.join("");
}
