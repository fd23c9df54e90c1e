import { createHash } from "node:crypto";
import { discover } from "../archive/index.js";
import type { Rules } from "../findings/index.js";
import { type Lexicon, loadLexicon } from "../lexicon/index.js";
import type { Changes, Problem, ReviewResult, RunRecord } from "../model/index.js";
import { Stop } from "../model/index.js";
import { keyFingerprint } from "../privacy/index.js";
import { REPORTERS, type RunReport, reports } from "../reporting/index.js";
import {
  ASSESSMENT_FILE,
  beginRun,
  changesBetween,
  type DecisionLog,
  type Effects,
  FORMAT,
  INPUTS,
  inputsText,
  latestRun,
  openCache,
  readDecisions,
  readForgotten,
  readTexts,
  readView,
  realEffects,
  takeLock,
} from "../store/index.js";
import { assessmentSettings, assessProgramme } from "./assessment.js";
import { type CodedArchive, codeArchive, type FoundDocument, type MaskName, type Workshop } from "./code-archive.js";
import { contextOf, maskerOf, type ReaderSettings } from "./document.js";
import { standingDoubts } from "./doubts.js";
import { type MadeReview, makeReviews } from "./make-reviews.js";
import { loadNation, type NationSettings } from "./national.js";
import { Parsers } from "./parsers.js";
import type { LoadedPipeline } from "./pipeline.js";
import { openPool } from "./pool.js";
import { readerSettings } from "./reader-settings.js";
import { repeatedMatter } from "./repeated-matter.js";
import { reportOf } from "./report.js";
import { readRules } from "./rules-file.js";
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

async function runLocked(options: RunOptions, effects: Effects): Promise<RunDone> {
  const { pipeline, full = false, acceptLoss = false } = options;
  const started = effects.now();
  const stages = new Stages(effects);
  const settings = await stages.take("load", () => load(pipeline, effects));
  const { lexicon, rules, decisions, versions, reader } = settings;
  const previous = await latestRun(pipeline.out);
  const before = previous === undefined ? undefined : await readView(previous);

  const codes = new Set(lexicon.concepts.map(({ id }) => id));
  const forgotten = new Set((await readForgotten(pipeline.out)).map(({ sha256 }) => sha256));
  const found = withoutForgotten(await stages.take("discover", () => discover(pipeline.archive, { codes })), forgotten);
  const programme = await assessmentSettings(pipeline, found.reviews, lexicon);
  const masker = maskerOf(reader);
  const { maskLabel } = masker;
  const maskName: MaskName = (text, rows = []) => maskLabel(text, contextOf(rows));
  const pool = openPool(pipeline.workers, reader);
  const parsers = new Parsers();
  let coded: CodedArchive;
  let made: MadeReview[];
  try {
    const workshop: Workshop = {
      versions,
      full,
      maskName,
      settings: reader,
      keyFingerprint: keyFingerprint(reader.key),
      namesHash: hashOf(JSON.stringify(reader.names)),
      pool,
      parsers,
      cache: openCache(pipeline.out, effects),
      atOnce: pipeline.workers + 1,
    };
    coded = await stages.take("code", () => codeArchive(found.reviews, workshop, effects));
    if (!acceptLoss) refuseLoss(coded, before?.record, pipeline.max_loss, forgotten);
    const repeatedIn = findRepeated(coded);
    made = await stages.take("triangulate", () =>
      makeReviews(
        found.reviews,
        coded,
        {
          lexicon,
          rules,
          decisions: decisions.decisions,
          maskName,
          repeatedIn,
          problems: found.problems,
          common: hashOf(
            JSON.stringify([FORMAT, versions, process.version, pipeline.hash, lexicon.hash, settings.rulesHash]),
            JSON.stringify([workshop.keyFingerprint, workshop.namesHash, reader.mask, reader.keep]),
          ),
          before: full || before === undefined ? undefined : { folder: previous ?? "", record: before.record },
        },
        effects,
      ),
    );
  } finally {
    parsers.close();
    await pool.close();
  }
  const reviews = made.map(({ result }) => result);
  const isMade = new Set(made.filter(({ record }) => record.status === "made").map(({ record }) => record.review));
  const assessed =
    programme &&
    (await stages.take("assess", () =>
      assessProgramme(programme, {
        ...{ folders: found.reviews, reviews, lexicon, codeWording: rules.wording, masker },
      }),
    ));
  const known = new Set(found.reviews.map(({ meta }) => meta.id));
  const problems = [
    ...found.problems
      .filter(({ review }) => !known.has(review))
      .map((problem) => ({ ...problem, document: maskName(problem.document) })),
    ...decisions.problems,
    ...(assessed?.problems ?? []),
  ];

  const draft = await beginRun(pipeline.out, previous, effects);
  try {
    // As much of the record as is known before anything is written: what changed stands in the pages too.
    const begun = {
      format: FORMAT,
      run: draft.run,
      started: started.toISOString(),
      pipeline: pipeline.name,
      versions: { ...versions, node: process.version },
      hashes: {
        pipeline: pipeline.hash,
        lexicon: lexicon.hash,
        rules: settings.rulesHash,
        decisions: decisions.hash,
        assessment: programme?.hash,
        ...(settings.national && { national: settings.national.hash }),
      },
      metadata: Object.fromEntries(found.reviews.map(({ meta, metadataHash }) => [meta.id, metadataHash])),
      counts: countsOf(made, problems),
      documents: documentsOf(reviews, coded),
    };
    const changes = changesBetween(before, {
      record: begun,
      verdicts: reviews.flatMap((review) => review.verdicts),
      findings: reviews.flatMap((review) => review.findings),
    });
    const rolledUp = await stages.take("roll up", () =>
      reportOf({
        ...{ reviews, problems, lexicon, pipeline, changes },
        national: settings.national,
        assessment: assessed?.assessment,
        decisions: decisions.decisions,
      }),
    );
    await stages.take("report", async () => {
      const told = await withTexts(rolledUp, previous);
      const report = { ...told, doubts: await standingDoubts(pipeline.out, told.reviews) };
      for (const { path, chunks } of reports(report, pipeline.reports.formats, (review) => isMade.has(review)))
        await draft.write(path, chunks);
    });
    await stages.take("store", async () => {
      for (const { record } of made) if (record.status === "reused") await draft.takeOver(record.review);
      await draft.writeTables(
        reviews.filter(({ meta }) => isMade.has(meta.id)),
        problems,
        lexicon,
      );
      // What a later run asks which entry of the lexicon, which rule made the difference.
      const { hashes } = before?.record ?? {};
      const same = hashes?.lexicon === lexicon.hash && hashes.rules === settings.rulesHash;
      if (!(same && (await draft.takeFile(INPUTS)))) await draft.write(INPUTS, [inputsText({ lexicon, rules })]);
      if (assessed) await draft.write(ASSESSMENT_FILE, [`${JSON.stringify(assessed.assessment)}\n`]);
    });
    const record: RunRecord = {
      ...begun,
      finished: effects.now().toISOString(),
      reviews: await Promise.all(
        made.map(async ({ record }) => ({ ...record, files: await draft.countFiles(record.review) })),
      ),
      stages: stages.all(coded.times),
    };
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
  national: NationSettings | undefined;
  decisions: DecisionLog;
  versions: Versions;
  reader: ReaderSettings;
}

async function load(pipeline: LoadedPipeline, effects: Effects): Promise<Loaded> {
  const lexicon = loadLexicon(pipeline.lexicon, pipeline.overlays);
  const { text, rules } = await readRules(pipeline);
  const versions = await readVersions();
  const rulesHash = createHash("sha256").update(text).digest("hex");
  const format = pipeline.reports.formats?.find((name) => !Object.hasOwn(REPORTERS, name));
  if (format !== undefined)
    throw new Stop(
      `${pipeline.file}: reports.formats: there is no format ${format}; known: ${Object.keys(REPORTERS).join(", ")}.`,
    );
  return {
    lexicon,
    rules,
    rulesHash,
    national: await loadNation(pipeline, lexicon, rules.wording),
    decisions: await readDecisions(pipeline.out),
    versions,
    reader: await readerSettings(pipeline, lexicon, {
      cache: openCache(pipeline.out, effects),
      version: versions.text,
    }),
  };
}

/** The report with the texts of reviews that were taken over, which report.html shows as it shows the others'. */
async function withTexts(report: RunReport, previous: string | undefined): Promise<RunReport> {
  const without = report.reviews.filter(({ texts, documents }) => texts.length === 0 && documents.length > 0);
  if (previous === undefined || without.length === 0) return report;
  const texts = await readTexts(
    previous,
    without.map(({ meta }) => meta.id),
  );
  return { ...report, reviews: report.reviews.map((one) => ({ ...one, texts: texts.get(one.meta.id) ?? one.texts })) };
}

function findRepeated({ documents }: CodedArchive): (document: Pick<FoundDocument, "document">) => ReadonlySet<number> {
  const name = ({ document }: Pick<FoundDocument, "document">): string => `${document.review}/${document.path}`;
  const all = [...documents.values()].flat();
  const found = repeatedMatter(all.flatMap((one) => (one.sketch?.coded ? [{ key: name(one), ...one.sketch }] : [])));
  return (document) => found.get(name(document)) ?? new Set();
}

/** The archive without files that held what was forgotten. Their names are told to nobody: a person finds them by their hash. */
function withoutForgotten(found: Discovered, forgotten: ReadonlySet<string>): Discovered {
  const problems = [...found.problems];
  const reviews = found.reviews.map((folder): Discovered["reviews"][number] => {
    const held = folder.documents.filter(({ sha256 }) => forgotten.has(sha256));
    for (const { sha256 } of held)
      problems.push({
        rule: "run/forgotten",
        review: folder.meta.id,
        document: "",
        place: `file with sha256 ${sha256.slice(0, 12)}…`,
        severity: "warning",
        message: "This file held something that was forgotten and still lies in the archive as it was; it is not read.",
        wayOut:
          "Take it out of the archive, or take what was forgotten out of it and save it again (sha256sum finds it).",
      });
    const paths = new Set(held.map(({ path }) => path));
    return { ...folder, documents: folder.documents.filter(({ path }) => !paths.has(path)) };
  });
  return { reviews, problems };
}

type Discovered = Awaited<ReturnType<typeof discover>>;

/** An empty or shrunken night does not replace a good one. A document that was moved or renamed is not gone. */
function refuseLoss(
  { documents }: CodedArchive,
  before: RunRecord | undefined,
  maxLoss: number,
  forgotten: ReadonlySet<string>,
): void {
  const coded = [...documents.values()].flat().filter(({ sketch }) => sketch?.coded);
  const advice = "The last run stands. If this was meant, start again with --accept-loss.";
  if (coded.length === 0)
    throw new Stop(
      `Nothing was coded: no document of the archive could be read. ${before ? advice : "Check the archive with: triangulum check"}`,
      4,
    );
  if (before === undefined) return;
  const places = new Set(coded.map(({ document, name }) => `${document.review}/${name}`));
  const contents = new Set(coded.map(({ document }) => document.sha256));
  const had = before.documents.filter(({ status, sha256 }) => status !== "problem" && !forgotten.has(sha256));
  const gone = had.filter(
    ({ review, document, sha256 }) => !places.has(`${review}/${document}`) && !contents.has(sha256),
  );
  if (gone.length > maxLoss * had.length)
    throw new Stop(
      `${gone.length} of the ${had.length} documents of the last run are gone or can no longer be read; at most ${Math.round(maxLoss * 100)} % may be (max_loss). ${advice}`,
      4,
    );
}

function countsOf(made: readonly MadeReview[], problems: readonly Problem[]): RunRecord["counts"] {
  const reviews = made.map(({ result }) => result);
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
    sentences: made.reduce((total, { record }) => total + record.sentences, 0),
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
