import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { discover } from "../archive/index.js";
import { loadRules, type Rules } from "../findings/index.js";
import { type Lexicon, loadLexicon } from "../lexicon/index.js";
import type { Changes, Problem, ReviewFolder, ReviewResult, RunRecord } from "../model/index.js";
import { Stop } from "../model/index.js";
import { keyFingerprint } from "../privacy/index.js";
import { reports } from "../reporting/index.js";
import {
  beginRun,
  changesBetween,
  type DecisionLog,
  type Effects,
  FORMAT,
  latestRun,
  openCache,
  type RunView,
  readDecisions,
  readView,
  realEffects,
  takeLock,
} from "../store/index.js";
import { type CodedArchive, codeArchive, type MaskName, type Workshop } from "./code-archive.js";
import { contextOf, maskerOf, type ReaderSettings } from "./document.js";
import { Parsers } from "./parsers.js";
import type { LoadedPipeline } from "./pipeline.js";
import { openPool } from "./pool.js";
import { isCoded, type ReadDocument } from "./read-document.js";
import { readerSettings } from "./reader-settings.js";
import { repeatedMatter } from "./repeated-matter.js";
import { reportOf } from "./report.js";
import { makeReview } from "./review.js";
import { byText } from "./sessions.js";
import { readVersions, type Versions } from "./versions.js";
import { hashOf } from "./words.js";

export interface RunOptions {
  pipeline: LoadedPipeline;
  /** Read nothing from the cache. Default false. */
  full?: boolean;
  /** Publish although nothing was coded or too many documents are gone. Default false. */
  acceptLoss?: boolean;
}

/** What a run ends with. */
export interface RunDone {
  /** Folder of the published run. */
  folder: string;
  record: RunRecord;
  reviews: ReviewResult[];
  problems: Problem[];
  changes: Changes;
}

/**
 * The main job: finds what an archive holds, codes what changed, triangulates every review, reports and publishes. The order of
 * the stages stands here and nowhere else.
 *
 * @throws Stop with exit code 2 (configuration), 3 (another run holds the lock) or 4 (nothing coded, or too much gone: nothing is published).
 */
export async function run(options: RunOptions, effects: Effects = realEffects): Promise<RunDone> {
  const release = await takeLock(options.pipeline.out, effects);
  try {
    return await runLocked(options, effects);
  } finally {
    await release();
  }
}

async function runLocked(
  { pipeline, full = false, acceptLoss = false }: RunOptions,
  effects: Effects,
): Promise<RunDone> {
  const started = effects.now();
  const stages = new Stages(effects);
  const settings = await stages.take("load", () => load(pipeline, effects));
  const { lexicon, rules, decisions, versions, reader } = settings;
  const previous = await latestRun(pipeline.out);
  const before = previous === undefined ? undefined : await readView(previous);

  const codes = new Set(lexicon.concepts.map(({ id }) => id));
  const found = await stages.take("discover", () => discover(pipeline.archive, { codes }));
  const { maskLabel } = maskerOf(reader);
  const maskName: MaskName = (text, rows = []) => maskLabel(text, contextOf(rows));
  const coded = await stages.take("code", () =>
    codeAll(found.reviews, reader, { pipeline, versions, full, maskName }, effects),
  );
  if (!acceptLoss) refuseLoss(coded, before?.record, pipeline.max_loss);

  const repeated = findRepeated(coded);
  const reviews = await stages.take("triangulate", () =>
    found.reviews.map((folder, index) => {
      const documents = coded.documents.get(folder.meta.id) ?? [];
      const problems = found.problems.filter(({ review }) => review === folder.meta.id);
      const made = makeReview(folder, documents, repeated, problems, {
        lexicon,
        rules,
        decisions: decisions.decisions,
        maskName,
      });
      effects.progress({ stage: "triangulate", done: index + 1, total: found.reviews.length });
      return made;
    }),
  );
  const known = new Set(found.reviews.map(({ meta }) => meta.id));
  const problems = [
    ...found.problems
      .filter(({ review }) => !known.has(review))
      .map((problem) => ({ ...problem, document: maskName(problem.document) })),
    ...decisions.problems,
  ];

  const draft = await beginRun(pipeline.out, previous, effects);
  try {
    await stages.take("report", async () => {
      for (const { path, chunks } of reports(reportOf({ reviews, problems, lexicon, pipeline })))
        await draft.write(path, chunks);
    });
    await stages.take("store", () => draft.writeTables(reviews, problems, lexicon));
    const record: RunRecord = {
      format: FORMAT,
      run: draft.run,
      started: started.toISOString(),
      finished: effects.now().toISOString(),
      pipeline: pipeline.name,
      versions: { ...versions, node: process.version },
      hashes: { pipeline: pipeline.hash, lexicon: lexicon.hash, rules: settings.rulesHash, decisions: decisions.hash },
      metadata: Object.fromEntries(found.reviews.map(({ meta, metadataHash }) => [meta.id, metadataHash])),
      counts: countsOf(reviews, problems),
      stages: stages.all(coded.times),
      documents: documentsOf(reviews, coded),
    };
    const view: RunView = {
      record,
      verdicts: reviews.flatMap((review) => review.verdicts),
      findings: reviews.flatMap((review) => review.findings),
    };
    const changes = changesBetween(before, view);
    await draft.write("changes.json", [`${JSON.stringify(changes, null, 2)}\n`]);
    const folder = await draft.publish(record);
    return { folder, record, reviews, problems, changes };
  } catch (error) {
    await draft.abandon().catch(() => {});
    throw error;
  }
}

interface Loaded {
  lexicon: Lexicon;
  rules: Rules;
  rulesHash: string;
  decisions: DecisionLog;
  versions: Versions;
  reader: ReaderSettings;
}

async function load(pipeline: LoadedPipeline, effects: Effects): Promise<Loaded> {
  const lexicon = loadLexicon(pipeline.lexicon, pipeline.overlays);
  const text = await readFile(pipeline.rules, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      `${pipeline.rules}: the finding rules cannot be read (${error.code}). Correct \`rules:\` in ${pipeline.file}.`,
    );
  });
  const rules = loadRules(text, pipeline.rules);
  const versions = await readVersions();
  const rulesHash = createHash("sha256").update(text).digest("hex");
  return {
    lexicon,
    rules,
    rulesHash,
    decisions: await readDecisions(pipeline.out),
    versions,
    reader: await readerSettings(pipeline, lexicon, {
      cache: openCache(pipeline.out, effects),
      version: versions.text,
    }),
  };
}

async function codeAll(
  folders: readonly ReviewFolder[],
  settings: ReaderSettings,
  { pipeline, ...rest }: Pick<Workshop, "versions" | "full" | "maskName"> & { pipeline: LoadedPipeline },
  effects: Effects,
): Promise<CodedArchive> {
  const pool = openPool(pipeline.workers, settings);
  const parsers = new Parsers();
  try {
    const workshop: Workshop = {
      ...rest,
      settings,
      keyFingerprint: keyFingerprint(settings.key),
      namesHash: hashOf(JSON.stringify(settings.names)),
      pool,
      parsers,
      cache: openCache(pipeline.out, effects),
      atOnce: pipeline.workers + 1,
    };
    return await codeArchive(folders, workshop, effects);
  } finally {
    parsers.close();
    await pool.close();
  }
}

function findRepeated({ documents }: CodedArchive): (document: ReadDocument) => ReadonlySet<number> {
  const name = ({ document }: ReadDocument): string => `${document.review}/${document.path}`;
  const all = [...documents.values()].flat().filter(isCoded);
  const found = repeatedMatter(all.map((one) => ({ key: name(one), ...one.result })));
  return (document) => found.get(name(document)) ?? new Set();
}

/** An empty or shrunken night does not replace a good one. A document that was moved or renamed is not gone. */
function refuseLoss({ documents }: CodedArchive, before: RunRecord | undefined, maxLoss: number): void {
  const coded = [...documents.values()].flat().filter(isCoded);
  const advice = "The last run stands. If this was meant, start again with --accept-loss.";
  if (coded.length === 0)
    throw new Stop(
      `Nothing was coded: no document of the archive could be read. ${before ? advice : "Check the archive with: triangulum check"}`,
      4,
    );
  if (before === undefined) return;
  const places = new Set(coded.map(({ document, name }) => `${document.review}/${name}`));
  const contents = new Set(coded.map(({ document }) => document.sha256));
  const had = before.documents.filter(({ status }) => status !== "problem");
  const gone = had.filter(
    ({ review, document, sha256 }) => !places.has(`${review}/${document}`) && !contents.has(sha256),
  );
  if (gone.length > maxLoss * had.length)
    throw new Stop(
      `${gone.length} of the ${had.length} documents of the last run are gone or can no longer be read; at most ${Math.round(maxLoss * 100)} % may be (max_loss). ${advice}`,
      4,
    );
}

function countsOf(reviews: readonly ReviewResult[], problems: readonly Problem[]): RunRecord["counts"] {
  const sum = (count: (review: ReviewResult) => number): number =>
    reviews.reduce((total, review) => total + count(review), 0);
  const all = [...problems, ...reviews.flatMap((review) => review.problems)];
  const severe = (severity: Problem["severity"]): number =>
    all.filter((problem) => problem.severity === severity).length;
  return {
    reviews: reviews.length,
    documents: sum(({ documents }) => documents.length),
    unread: sum(({ documents }) => documents.filter(({ status }) => status === "problem").length),
    sessions: sum(({ sessions }) => sessions.length),
    words: sum(({ documents }) => documents.reduce((total, { words }) => total + words, 0)),
    sentences: sum(({ texts }) => texts.reduce((total, { sentences }) => total + sentences.length, 0)),
    mentions: sum(({ mentions }) => mentions.length),
    evidence: sum(({ mentions }) => mentions.filter(({ evidence }) => evidence).length),
    findings: sum(({ findings }) => findings.length),
    errors: severe("error"),
    warnings: severe("warning"),
    notes: severe("info"),
  };
}

function documentsOf(reviews: readonly ReviewResult[], { documents }: CodedArchive): RunRecord["documents"] {
  const reused = new Set(
    [...documents.values()]
      .flat()
      .filter((one) => one.reused)
      .map(({ document }) => `${document.review} ${document.sha256}`),
  );
  return reviews
    .flatMap((review) => review.documents)
    .map((document) =>
      document.status === "coded" && reused.has(`${document.review} ${document.sha256}`)
        ? { ...document, status: "reused" as const }
        : document,
    )
    .sort((a, b) => byText(a.review, b.review) || byText(a.document, b.document));
}

/** Times each stage by the run's own clock. */
class Stages {
  private readonly times: RunRecord["stages"] = [];
  constructor(private readonly effects: Effects) {}

  async take<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const start = this.effects.now().getTime();
    this.effects.progress({ stage, done: 0, total: 0 });
    try {
      return await work();
    } finally {
      this.times.push({ stage, seconds: (this.effects.now().getTime() - start) / 1000 });
    }
  }

  /** The stages in order, and after them what the documents took, summed over workers. */
  all(documents: Readonly<Record<string, number>>): RunRecord["stages"] {
    const parts = Object.entries(documents).map(([stage, spent]) => ({
      stage: `code/${stage}`,
      seconds: Math.round(spent) / 1000,
    }));
    return [...this.times, ...parts.sort((a, b) => byText(a.stage, b.stage))];
  }
}
