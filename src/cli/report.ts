import { realpath, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { applyDecisions } from "../findings/index.js";
import { Stop } from "../model/index.js";
import { REPORTERS, reports } from "../reporting/index.js";
import { loadDefinition, loadNation, outFolder, readRules, reportOf, standingDoubts } from "../run/index.js";
import { noteExport, readChanges, readCodebook, readDecisions, readRun } from "../store/index.js";
import { count, type Io } from "./io.js";
import { type SavedOptions, savedFolder } from "./saved.js";

/** `triangulum report RUN --to DIR`: any format again from a saved run, with the decisions as they are now. Never writes into a run. */
export async function reportCommand(
  run: string,
  options: SavedOptions & { to: string; format?: string[] } & NationalFilter,
  io: Io,
): Promise<number> {
  const unknown = options.format?.find((name) => !Object.hasOwn(REPORTERS, name));
  if (unknown !== undefined)
    throw new Stop(`There is no format ${unknown}; known: ${Object.keys(REPORTERS).join(", ")}.`);
  const folder = await savedFolder(run, options);
  const out = await outFolder(options.pipeline, options.out);
  const to = await refuseInside(options.to, [folder, join(out, "runs")]);
  const pipeline = await loadDefinition(options.pipeline);
  const saved = await readRun(folder);
  const { decisions, problems } = await readDecisions(out);
  const reviews = saved.reviews.map((review) => ({ ...review, findings: applyDecisions(review.findings, decisions) }));
  const lexicon = await readCodebook(folder);
  const made = reportOf({
    reviews,
    problems: [...saved.problems, ...problems],
    lexicon,
    pipeline,
    assessment: saved.assessment,
    national: await nationalSettings(pipeline, lexicon, options),
    changes: await readChanges(folder),
    decisions,
    doubts: await standingDoubts(out, reviews),
  });
  let files = 0;
  for (const { path, chunks } of reports(made, options.format)) {
    await io.effects.writeFile(join(to, path), chunks);
    files++;
  }
  const at = io.effects.now().toISOString();
  await noteExport(out, { at, run: saved.record.run, to, formats: options.format ?? ["all"] }, io.effects);
  io.out(`Wrote ${count(files, "file")} of run ${saved.record.run} to ${to}\n`);
  return 0;
}

/** What the command line says over the pipeline's national summary; any of it asks for one. */
interface NationalFilter {
  region?: string[];
  since?: string;
  until?: string;
  compare?: string;
}

async function nationalSettings(
  pipeline: Awaited<ReturnType<typeof loadDefinition>>,
  lexicon: Awaited<ReturnType<typeof readCodebook>>,
  { region, since, until, compare, format }: NationalFilter & { format?: string[] },
): ReturnType<typeof loadNation> {
  const over = {
    ...(region && { regions: region }),
    ...(since !== undefined && { since: dateOf("--since", since) }),
    ...(until !== undefined && { until: dateOf("--until", until) }),
    ...(compare !== undefined && { compare: resolve(compare) }),
  };
  const isAsked = Object.keys(over).length > 0 || format?.some((name) => name.startsWith("national")) === true;
  const national = { ...pipeline.national, ...over, on: pipeline.national.on || isAsked };
  if (!national.on) return undefined;
  const { rules } = await readRules(pipeline);
  return loadNation({ ...pipeline, national }, lexicon, rules.wording);
}

function dateOf(option: string, text: string): string {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text))
    throw new Stop(`${option} ${text}: no date. Write 2019, 2019-04 or 2019-04-01.`);
  return text;
}

/** The folder that reports go to, whose parents may not exist yet; refused where it lies in saved runs. */
async function refuseInside(to: string, folders: readonly string[]): Promise<string> {
  const path = resolve(to);
  const real = await realpath(path).catch(() => path);
  for (const folder of folders) {
    if ((await stat(folder).catch(() => undefined)) === undefined) continue;
    const away = relative(await realpath(folder), real);
    if (away === "" || !(away.startsWith("..") || away.startsWith("/")))
      throw new Stop(`${to} lies among the saved runs, which are never changed. Give --to another folder.`);
  }
  return path;
}
