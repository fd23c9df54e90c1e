import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadRules, type Rules } from "../findings/index.js";
import { type Changes, type Problem, type ReviewResult, type RunRecord, Stop } from "../model/index.js";
import { reports } from "../reporting/index.js";
import {
  ASSESSMENT_FILE,
  changesBetween,
  type Draft,
  type Effects,
  type Export,
  INPUTS,
  inputsText,
  listRuns,
  type RunView,
  readCodebook,
  readDecisions,
  readExports,
  readInputs,
  readRecord,
  readRun,
  readView,
  rememberForgotten,
  removeBeside,
  rewriteRun,
  type SavedRun,
  type Scrub,
  scrubLogs,
  takeLock,
} from "../store/index.js";
import { type Cut, cutReview } from "./cut.js";
import { loadNation } from "./national.js";
import type { Definition } from "./pipeline.js";
import { reportOf } from "./report.js";
import { retriangulate } from "./retriangulate.js";
import { wordsOf } from "./words.js";

/** What is to be forgotten, by the names under which the newest run that has it published it. */
export interface Forgettable {
  review: string;
  /** A document's path under its review. */
  document?: string;
  /** A session's id; with a speaker only that speaker's turns in it. */
  session?: string;
  speaker?: string;
}

/** What was found of it, and what was done. */
export interface ForgottenReport {
  /** Kept runs that held it, oldest first, each with the findings that rested on it. */
  runs: { run: string; documents: string[]; mentions: number; findings: { id: string; title: string }[] }[];
  /** Folders outside that files of those runs were written to; nothing there was touched. */
  exports: Export[];
  /** What lay beside the runs and rested on it, removed: proposals of terms, kept figures of agreement. */
  beside: string[];
  /** Lines of logs that were changed or dropped. */
  logs: Record<string, number>;
  /** Documents in which sentences of it stand all the same, word for word. */
  alsoIn: { run: string; review: string; document: string; sentences: number }[];
  /** Hashes of files that held it: no run reads them again as they are. */
  files: string[];
  /** Runs whose findings were made again with today's rules, which are not those of that night. */
  otherRules: string[];
}

/** Words in a row by which what somebody wrote into a log is known for a quote. */
const QUOTED = 4;
/** Fewest words of a sentence that is looked for in other documents: shorter ones stand everywhere. */
const TELLING = 6;

/**
 * Takes a document, a session or one speaker of a session out of every kept run (which is triangulated again without it and keeps its id),
 * out of the logs, and empties the cache. From then on no run reads the files that held it as they are.
 *
 * @param dry only says what would be done.
 * @throws Stop when no kept run has it, or another run holds the lock.
 */
export async function forget(
  out: string,
  what: Forgettable,
  definition: Definition,
  { dry = false }: { dry?: boolean },
  effects: Effects,
): Promise<ForgottenReport> {
  const release = await takeLock(out, effects);
  try {
    return await forgetLocked(out, what, definition, dry, effects);
  } finally {
    await release();
  }
}

async function forgetLocked(
  out: string,
  what: Forgettable,
  definition: Definition,
  dry: boolean,
  effects: Effects,
): Promise<ForgottenReport> {
  const runs = await listRuns(out);
  const folderOf = (run: string): string => join(out, "runs", run);
  const known = await recognise(out, runs, what);
  const report: ForgottenReport = {
    runs: [],
    exports: [],
    beside: [],
    logs: {},
    alsoIn: [],
    files: [],
    otherRules: [],
  };
  const sentences = new Set<string>();
  const held = new Map<string, ReturnType<typeof cutReview>>();
  const files = new Set<string>();
  const documents = new Set<string>(what.document === undefined ? [] : [what.document]);
  for (const run of runs) {
    const review = await reviewOf(folderOf(run), what.review);
    const cut = review && cutOf(review, what, known);
    if (!review || !cut) continue;
    const remaining = cutReview(review, cut);
    held.set(run, remaining);
    for (const sentence of remaining.cut) sentences.add(wordsOf(sentence).join(" "));
    const touched = new Set([
      ...review.documents
        .map(({ document }) => document)
        .filter((one) => !remaining.documents.some(({ document }) => document === one)),
      ...cut.turns.keys(),
      ...review.texts
        .filter((text) => text.sentences.some(({ session }) => cut.sessions.has(session)))
        .map(({ document }) => document),
    ]);
    for (const { document, sha256 } of review.documents) if (touched.has(document)) files.add(sha256);
    for (const { document } of review.documents)
      if (!remaining.documents.some((one) => one.document === document)) documents.add(document);
    report.runs.push({
      run,
      documents: [...touched].sort(),
      mentions: remaining.lost.size,
      findings: review.findings
        .filter(({ evidence, counterEvidence }) =>
          [...evidence, ...counterEvidence].some(({ mention }) => remaining.lost.has(mention)),
        )
        .map(({ id, title }) => ({ id, title })),
    });
  }
  // A run that no longer held it may still speak of it: metadata that name a file which is gone.
  for (const run of runs) {
    const review = held.has(run) ? undefined : await reviewOf(folderOf(run), what.review);
    const nothing: Cut = { documents: new Set(), sessions: new Set(), turns: new Map() };
    if (review?.problems.some((problem) => speaksOf(problem, documents))) held.set(run, cutReview(review, nothing));
  }
  for (const remaining of held.values())
    remaining.problems = remaining.problems.filter((problem) => !speaksOf(problem, documents));
  report.files = [...files].sort();
  const affected = new Set(held.keys());
  report.exports = (await readExports(out)).filter(({ run }) => affected.has(run));
  for (const run of runs)
    report.alsoIn.push(...(await standingIn(folderOf(run), run, sentences, held.get(run), what.review)));
  if (dry) return report;

  await rememberForgotten(
    out,
    report.files.map((sha256) => ({ sha256, review: what.review, at: effects.now().toISOString() })),
    effects,
  );
  await effects.remove(join(out, ".cache"));
  const quotes = quotesOf(sentences);
  report.logs = await scrubLogs(out, scrubOf(quotes, documents, what.review), effects);
  report.beside = await removeBeside(out, quotes, effects);
  const { text, rules } = await rulesOf(definition);
  const rulesHash = createHash("sha256").update(text).digest("hex");
  // The run by which it was recognised goes last: should this be cut short, it can be begun again.
  for (const run of [...runs.filter((one) => one !== known.run), known.run]) {
    const remaining = held.get(run);
    const record = await readRecord(folderOf(run));
    if (remaining === undefined && !(await tellsOf(folderOf(run), what.review, report))) continue;
    if (remaining && record.hashes.rules !== rulesHash) report.otherRules.push(run);
    const earlier = runs[runs.indexOf(run) - 1];
    await rewrite({ out, run, what, remaining, rules, rulesHash, definition, documents, earlier }, effects);
  }
  return report;
}

/** By what something is known again in other runs, whose placeholders may be numbered otherwise. */
interface Known {
  /** The newest run that has it. */
  run: string;
  /** Hash of a document's bytes. */
  sha256?: string;
  /** What a speaker said, turn by turn. */
  said?: ReadonlySet<string>;
}

async function recognise(out: string, runs: readonly string[], what: Forgettable): Promise<Known> {
  for (const run of [...runs].reverse()) {
    const review = await reviewOf(join(out, "runs", run), what.review);
    if (!review) continue;
    if (what.document !== undefined) {
      const found = review.documents.find(({ document }) => document === what.document);
      if (found) return { run, sha256: found.sha256 };
    } else if (what.speaker === undefined) {
      if (
        review.sessions.some(({ id }) => id === what.session) ||
        review.documents.some(({ sessions }) => sessions.includes(what.session ?? ""))
      )
        return { run };
    } else {
      const said = new Set(
        turnsIn(review, what.session ?? "")
          .filter(({ speaker }) => speaker === what.speaker)
          .map(({ words }) => words),
      );
      if (said.size > 0) return { run, said };
    }
  }
  const name = what.document ?? [what.session, what.speaker].filter(Boolean).join(", speaker ");
  throw new Stop(
    `No kept run has ${name} in review ${what.review}. Names are those of the published run, masked as they stand there.`,
  );
}

interface SpokenTurn {
  document: string;
  turn: number;
  speaker: string;
  words: string;
}

/** The turns of a session that have a speaker, as words. */
function turnsIn(review: ReviewResult, session: string): SpokenTurn[] {
  return review.texts.flatMap(({ document, text, turns, sentences }) => {
    const own = new Set(sentences.filter((sentence) => sentence.session === session).map(({ turn }) => turn));
    return turns.flatMap(({ speaker, start, end }, turn) =>
      own.has(turn) && speaker !== ""
        ? [{ document, turn, speaker, words: wordsOf(text.slice(start, end)).join(" ") }]
        : [],
    );
  });
}

/** What goes of a review; undefined where it holds nothing of it. */
function cutOf(review: ReviewResult, what: Forgettable, known: Known): Cut | undefined {
  const nothing: Cut = { documents: new Set(), sessions: new Set(), turns: new Map() };
  if (what.document !== undefined) {
    const documents = review.documents
      .filter(({ document, sha256 }) => document === what.document || sha256 === known.sha256)
      .map(({ document }) => document);
    return documents.length === 0 ? undefined : { ...nothing, documents: new Set(documents) };
  }
  const session = what.session ?? "";
  if (what.speaker === undefined) {
    const there = review.documents.some(({ sessions }) => sessions.includes(session));
    return there ? { ...nothing, sessions: new Set([session]) } : undefined;
  }
  const spoken = turnsIn(review, session);
  // The same speaker may have another number in another run: who says what was said is the speaker.
  const speakers = new Set(
    spoken
      .filter(({ words }) => known.said?.has(words) && words.split(" ").length >= TELLING)
      .map(({ speaker }) => speaker),
  );
  const inOwnRun = spoken.some(({ speaker, words }) => speaker === what.speaker && known.said?.has(words));
  if (inOwnRun) speakers.add(what.speaker);
  const turns = new Map<string, Set<number>>();
  for (const { document, turn, speaker } of spoken)
    if (speakers.has(speaker)) turns.set(document, (turns.get(document) ?? new Set()).add(turn));
  return turns.size === 0 ? undefined : { ...nothing, turns };
}

async function reviewOf(folder: string, review: string): Promise<ReviewResult | undefined> {
  const record = await readRecord(folder);
  if (!record.documents.some((one) => one.review === review)) return undefined;
  return (await readRun(folder)).reviews.find(({ meta }) => meta.id === review);
}

/** Whether a problem names one of the documents. */
function speaksOf({ document, place, message }: Problem, documents: ReadonlySet<string>): boolean {
  return [...documents].some((name) => document === name || message.includes(name) || place.includes(name));
}

/** Documents that hold sentences of it all the same. */
async function standingIn(
  folder: string,
  run: string,
  sentences: ReadonlySet<string>,
  remaining: ReturnType<typeof cutReview> | undefined,
  review: string,
): Promise<ForgottenReport["alsoIn"]> {
  const saved = await readRun(folder);
  return saved.reviews.flatMap(({ meta, texts: all }) => {
    const texts = meta.id === review && remaining ? remaining.texts : all;
    return texts.flatMap(({ document, text, sentences: own }) => {
      const same = own.filter(({ start, end }) => {
        const words = wordsOf(text.slice(start, end));
        return words.length >= TELLING && sentences.has(words.join(" "));
      });
      return same.length === 0 ? [] : [{ run, review: meta.id, document, sentences: same.length }];
    });
  });
}

/** Whether a run's account of what changed speaks of something that an affected run lost. */
async function tellsOf(folder: string, review: string, report: ForgottenReport): Promise<boolean> {
  const changes = JSON.parse(await readFile(join(folder, "changes.json"), "utf8")) as Changes;
  const names = new Set(report.runs.flatMap(({ documents }) => documents));
  return (
    changes.documents.some((one) => one.review === review && names.has(one.document)) ||
    report.runs.some(({ run }) => run === changes.before)
  );
}

async function rulesOf({ rules: path }: Definition): Promise<{ text: string; rules: Rules }> {
  const text = await readFile(path, "utf8");
  return { text, rules: loadRules(text, path) };
}

/** Whether a text quotes one of the sentences: the whole of it, or a few words in a row. */
function quotesOf(sentences: ReadonlySet<string>): (text: string) => boolean {
  const runsOfWords = new Set<string>();
  for (const sentence of sentences) {
    const words = sentence.split(" ");
    for (let at = 0; at + QUOTED <= words.length; at++) runsOfWords.add(words.slice(at, at + QUOTED).join(" "));
  }
  return (text) => {
    const words = wordsOf(text);
    if (sentences.has(words.join(" ")) && words.length > 1) return true;
    for (let at = 0; at + QUOTED <= words.length; at++)
      if (runsOfWords.has(words.slice(at, at + QUOTED).join(" "))) return true;
    return false;
  };
}

/** Takes quotes of what is forgotten out of the lines of logs; a line that is about nothing else goes. */
function scrubOf(quotes: (text: string) => boolean, documents: ReadonlySet<string>, review: string): Scrub {
  return (line) => {
    if (line.review === review && typeof line.document === "string" && documents.has(line.document)) return undefined;
    const entries = Object.entries(line);
    const quoting = entries.filter(([, value]) => typeof value === "string" && quotes(value)).map(([field]) => field);
    if (quoting.length === 0) return line;
    // A decision stands without its words; anything else that quotes is about what it quotes.
    return "finding" in line
      ? Object.fromEntries(entries.map(([field, value]) => [field, quoting.includes(field) ? "" : value]))
      : undefined;
  };
}

interface Rewriting {
  out: string;
  run: string;
  what: Forgettable;
  /** Undefined where only the account of changes is made again. */
  remaining: ReturnType<typeof cutReview> | undefined;
  rules: Rules;
  rulesHash: string;
  definition: Definition;
  /** Names of whole documents that are forgotten. */
  documents: ReadonlySet<string>;
  /** The kept run before it. */
  earlier: string | undefined;
}

async function rewrite(rewriting: Rewriting, effects: Effects): Promise<void> {
  const { out, run, what, remaining, rules, rulesHash, definition } = rewriting;
  const folder = join(out, "runs", run);
  const saved = await readRun(folder);
  const codebook = await readCodebook(folder);
  const { decisions } = await readDecisions(out);
  const reviews = saved.reviews.map((review) =>
    remaining && review.meta.id === what.review
      ? retriangulate(review, remaining, { ...codebook, rules, decisions })
      : review,
  );
  const assessment = saved.assessment && withoutQuotes(saved.assessment, remaining?.lost ?? new Set());
  const draft = await rewriteRun(out, run, effects);
  try {
    const made = {
      verdicts: reviews.flatMap(({ verdicts }) => verdicts),
      findings: reviews.flatMap(({ findings }) => findings),
    };
    const before = recordOf(saved, reviews, rewriting);
    const changes = await changesOf(rewriting, { record: before, ...made });
    const report = reportOf({
      ...{ reviews, problems: saved.problems, lexicon: codebook, pipeline: definition, assessment, changes, decisions },
      national: await loadNation(definition, codebook, rules.wording),
    });
    const isMade = (review: string): boolean => remaining !== undefined && review === what.review;
    for (const { path, chunks } of reports(report, definition.reports.formats, isMade)) await draft.write(path, chunks);
    for (const { meta } of reviews) if (!isMade(meta.id)) await draft.takeOver(meta.id);
    await draft.writeTables(
      reviews.filter(({ meta }) => isMade(meta.id)),
      saved.problems,
      codebook,
    );
    await keepInputs(draft, folder, remaining && rules);
    if (assessment) await draft.write(ASSESSMENT_FILE, [`${JSON.stringify(assessment)}\n`]);
    await draft.write("changes.json", [`${JSON.stringify(changes, null, 2)}\n`]);
    const record = {
      ...before,
      hashes: { ...before.hashes, ...(remaining && { rules: rulesHash }) },
      reviews: await Promise.all(
        before.reviews.map(async (one) => ({ ...one, files: await draft.countFiles(one.review) })),
      ),
    };
    await draft.publish(record);
  } catch (error) {
    await draft.abandon().catch(() => {});
    throw error;
  }
}

/** The lexicon that the run was made with stays; the rules are those with which it was made again. */
async function keepInputs(draft: Draft, folder: string, rules: Rules | undefined): Promise<void> {
  const inputs = rules && (await readInputs(folder));
  if (inputs) await draft.write(INPUTS, [inputsText({ ...inputs, rules })]);
  else await draft.takeFile(INPUTS);
}

function recordOf(
  { record, problems }: SavedRun,
  reviews: readonly ReviewResult[],
  { what, remaining }: Rewriting,
): RunRecord {
  if (!remaining) return structuredClone(record);
  const sum = (count: (review: ReviewResult) => number): number =>
    reviews.reduce((total, one) => total + count(one), 0);
  const before = record.reviews.find(({ review }) => review === what.review);
  const left = remaining.texts.reduce((total, { sentences }) => total + sentences.length, 0);
  const names = new Map(remaining.documents.map((one) => [one.document, one]));
  const all = [...problems, ...reviews.flatMap((review) => review.problems)];
  const severe = (severity: string): number => all.filter((one) => one.severity === severity).length;
  return {
    ...structuredClone(record),
    documents: record.documents.flatMap((document) => {
      if (document.review !== what.review) return [document];
      const now = names.get(document.document);
      return now ? [{ ...now, status: document.status }] : [];
    }),
    // Nothing of it may be taken over by the next night.
    reviews: record.reviews.map((one) => (one.review === what.review ? { ...one, key: "", sentences: left } : one)),
    counts: {
      ...record.counts,
      documents: sum(({ documents }) => documents.length),
      unread: sum(({ documents }) => documents.filter(({ status }) => status === "problem").length),
      sessions: sum(({ sessions }) => sessions.length),
      words: sum(({ documents }) => documents.reduce((total, { words }) => total + words, 0)),
      sentences: (record.counts.sentences ?? 0) - (before?.sentences ?? left) + left,
      mentions: sum(({ mentions }) => mentions.length),
      evidence: sum(({ mentions }) => mentions.filter(({ evidence }) => evidence).length),
      findings: sum(({ findings }) => findings.length),
      errors: severe("error"),
      warnings: severe("warning"),
      notes: severe("info"),
    },
  };
}

/** What changed against the run before as it stands now, where that is still kept, without the names of forgotten documents. */
async function changesOf(
  { out, run, what, remaining, earlier, documents }: Rewriting,
  view: RunView,
): Promise<Changes> {
  const old = JSON.parse(await readFile(join(out, "runs", run, "changes.json"), "utf8")) as Changes;
  const isKept = earlier !== undefined && old.before === earlier;
  const changes = isKept ? changesBetween(await readView(join(out, "runs", earlier)), view) : old;
  const findings = new Set(view.findings.map(({ id }) => id));
  const isOfReview = (one: { review: string }): boolean => one.review === what.review;
  return {
    ...changes,
    documents: changes.documents.filter((one) => !(isOfReview(one) && documents.has(one.document))),
    findings: changes.findings.filter((one) => isKept || !remaining || !isOfReview(one) || findings.has(one.id)),
  };
}

/** A value without the objects that quote or name a lost mention, and without those mentions' ids in lists. */
function withoutQuotes<T>(value: T, lost: ReadonlySet<string>): T {
  const quotesLost = (one: unknown): boolean =>
    (typeof one === "string" && lost.has(one)) ||
    (typeof one === "object" && one !== null && lost.has(String((one as { mention?: unknown }).mention)));
  const clean = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.filter((item) => !quotesLost(item)).map(clean);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, clean(inner)]));
  };
  return clean(value) as T;
}
