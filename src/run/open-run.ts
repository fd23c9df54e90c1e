import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { applyDecisions } from "../findings/index.js";
import type { CorrectionList, Mention, ReviewResult } from "../model/index.js";
import { type PageSource, type PageViews, pageViews } from "../reporting/index.js";
import {
  type Codebook,
  findRun,
  listRuns,
  readAgreement,
  readChanges,
  readCodebook,
  readCorrections,
  readDecisions,
  readRun,
  type SavedRun,
} from "../store/index.js";
import { type CorrectedRun, correctionList, doubtsOf } from "../triangulation/index.js";
import { reportOf } from "./report.js";

/** Quotes a cell of reports; pages ask for as many as they show. */
const REPORTS = { bom: false, quotes: 20, qda_facets: "notes" } as const;

/** A saved run made ready for pages, with what analysts said of it up to now. */
export interface OpenRun {
  /** Id of the run. */
  readonly run: string;
  readonly folder: string;
  /** See {@link identityOf}. */
  readonly identity: string | undefined;
  readonly saved: SavedRun;
  readonly codebook: Codebook;
  /** Mentions by id, and by document. */
  readonly held: CorrectedRun;
  review(id: string): ReviewResult | undefined;
  /** Everything as the logs stand now, those that another process wrote to included. */
  now(): Promise<Standing>;
}

/** A run with the logs laid over it. */
export interface Standing {
  readonly views: PageViews;
  readonly corrections: CorrectionList;
}

/**
 * Tells a run from one that was put in its place under the same id, as `forget` does; undefined while there is none. What was forgotten must not
 * be shown from memory.
 */
export async function identityOf(folder: string): Promise<string | undefined> {
  const record = await stat(join(folder, "run.json")).catch(() => undefined);
  return record && `${record.ino} ${record.mtimeMs}`;
}

/** Ids of the runs that are kept, newest first. */
export async function keptRuns(out: string): Promise<string[]> {
  return (await listRuns(out)).reverse();
}

/**
 * Reads a run for pages.
 *
 * @throws Stop when there is no such run, or it is of a format that this program does not know.
 */
export async function openRun(out: string, name: string): Promise<OpenRun> {
  const folder = await findRun(out, name);
  const identity = await identityOf(folder);
  const saved = await readRun(folder);
  const codebook = await readCodebook(folder);
  const changes = await readChanges(folder);
  const report = reportOf({ ...saved, lexicon: codebook, pipeline: { reports: REPORTS } });
  const held = heldIn(saved.reviews);
  const byId = new Map(saved.reviews.map((review) => [review.meta.id, review]));
  let standing: { key: string; value: Standing } | undefined;

  const now = async (): Promise<Standing> => {
    const [decided, corrected, agreement] = [
      await readDecisions(out),
      await readCorrections(out),
      await readAgreement(out),
    ];
    const key = `${decided.hash} ${corrected.hash} ${agreement?.at ?? ""}`;
    if (standing?.key === key) return standing.value;
    const corrections = correctionList(corrected.corrections, held);
    const source: PageSource = {
      ...report,
      reviews: saved.reviews.map((review) => ({
        ...review,
        findings: applyDecisions(review.findings, decided.decisions),
      })),
      problems: [...saved.problems, ...decided.problems, ...corrected.problems],
      ...(changes && { changes }),
      decisions: decided.decisions,
      doubts: doubtsOf(corrections, agreement?.codes ?? []),
      judged: new Map(
        corrections.corrections.flatMap(({ kind, mention }) => (kind === "missing" ? [] : [[mention, kind] as const])),
      ),
    };
    const value = { views: pageViews(source), corrections };
    standing = { key, value };
    return value;
  };
  return { run: basename(folder), folder, identity, saved, codebook, held, review: (id) => byId.get(id), now };
}

/** Mentions and texts of reviews, as corrections look them up. */
export function heldIn(reviews: readonly ReviewResult[]): CorrectedRun {
  const mentions = new Map<string, Mention>();
  const documents = new Map<string, Mention[]>();
  const texts = new Map(
    reviews.flatMap(({ meta, texts }) => texts.map((text) => [`${meta.id}/${text.document}`, text] as const)),
  );
  for (const mention of reviews.flatMap((review) => review.mentions)) {
    mentions.set(mention.id, mention);
    const key = `${mention.review}/${mention.document}`;
    const own = documents.get(key);
    if (own) own.push(mention);
    else documents.set(key, [mention]);
  }
  return {
    mentions,
    text: (review, document) => texts.get(`${review}/${document}`),
    mentionsIn: (review, document) => documents.get(`${review}/${document}`) ?? [],
  };
}
