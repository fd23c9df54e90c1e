import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import pLimit from "p-limit";
import type { ArchiveDocument, Problem, ReviewFolder, SessionRow } from "../model/index.js";
import type { Cache, Effects } from "../store/index.js";
import {
  type CodedText,
  type DocumentJob,
  joinHalves,
  type ReaderSettings,
  type ReadHalves,
  type ReadText,
  rolesOf,
} from "./document.js";
import { isHeavy, type Parsers } from "./parsers.js";
import type { Pool } from "./pool.js";
import type { ReadDocument } from "./read-document.js";
import { type Sketch, sketchOf } from "./sketch.js";
import type { Versions } from "./versions.js";
import { hashOf } from "./words.js";

/** Masks a short string by the speakers that rows of sessions.csv name; details come out keyed, for the review to number. */
export type MaskName = (text: string, rows?: readonly SessionRow[]) => string;

/** What the coding of an archive works with. */
export interface Workshop {
  settings: ReaderSettings;
  versions: Versions;
  /** Fingerprint of the masking key, which is itself in no cache key. */
  keyFingerprint: string;
  /** Hash of the lists of names by which people are masked. */
  namesHash: string;
  /** Masks a document's path where it names a person. */
  maskName: MaskName;
  pool: Pool;
  parsers: Parsers;
  cache: Cache;
  /** Documents in hand at once. */
  atOnce: number;
  /** Reads nothing from the cache; what is read is put there all the same. */
  full: boolean;
}

/** A document that was read and coded, tonight or before, as far as its neighbours ask; the whole of it is opened when its review is made. */
export interface FoundDocument {
  document: ArchiveDocument;
  /** Path under the review, masked where it names a person. */
  name: string;
  /** Undefined where it was lost tonight. */
  sketch: Sketch | undefined;
  /** Everything that its result depends on; empty where it was lost, which another night may better. */
  key: string;
  /** Whether its coding came from the cache. */
  reused: boolean;
  open(): Promise<ReadDocument>;
}

/** Every document of an archive, by review id, and the milliseconds that each stage took over all of them. */
export interface CodedArchive {
  documents: Map<string, FoundDocument[]>;
  times: Record<string, number>;
}

/**
 * Reads and codes the documents of an archive, several at once, each from the cache where nothing it depends on changed. What comes
 * from the cache is not opened; until all is, the workshop stays open.
 */
export async function codeArchive(
  folders: readonly ReviewFolder[],
  workshop: Workshop,
  effects: Effects,
): Promise<CodedArchive> {
  const all = folders.flatMap(({ documents }) => documents);
  const times: Record<string, number> = {};
  const hand = pLimit(workshop.atOnce);
  let done = 0;
  const read = await Promise.all(
    all.map((document) =>
      hand(async () => {
        const made = await findOne(document, workshop, times);
        effects.progress({ stage: "code", done: ++done, total: all.length });
        return made;
      }),
    ),
  );
  const documents = new Map<string, FoundDocument[]>(folders.map(({ meta }) => [meta.id, []]));
  for (const document of read) documents.get(document.document.review)?.push(document);
  return { documents, times };
}

async function findOne(
  document: ArchiveDocument,
  workshop: Workshop,
  times: Record<string, number>,
): Promise<FoundDocument> {
  const { cache, full } = workshop;
  const keys = keysOf(document, workshop);
  const key = hashOf(keys.text, keys.coding);
  const codeNow = async (): Promise<Made> => {
    const made = await codeOne(document, keys, workshop);
    for (const [stage, spent] of Object.entries(made.document.result?.times ?? {}))
      times[stage] = (times[stage] ?? 0) + spent;
    return made;
  };
  const sketch = full ? undefined : ((await cache.get(keys.sketch)) as Sketch | undefined);
  if (sketch && (await cache.touch(keys.text)) && (await cache.touch(keys.coding)))
    return { document, name: sketch.name, sketch, key, reused: true, open: async () => (await codeNow()).document };
  const made = await codeNow();
  const { name, reused } = made.document;
  return { document, name, sketch: made.sketch, key: made.sketch ? key : "", reused, open: async () => made.document };
}

interface Made {
  document: ReadDocument;
  /** Undefined where it was lost. */
  sketch?: Sketch;
}

async function codeOne(document: ArchiveDocument, keys: CacheKeys, workshop: Workshop): Promise<Made> {
  const { cache, full } = workshop;
  const text = full ? undefined : ((await cache.get(keys.text)) as ReadText | undefined);
  const coded = full ? undefined : ((await cache.get(keys.coding)) as CodedText | undefined);
  if (text && coded) {
    if (!(await cache.touch(keys.sketch))) await cache.put(keys.sketch, sketchOf(text));
    return finished(document, { text, coded, times: {} }, true);
  }
  const read = text ? { job: { text } } : await openBytes(document, workshop);
  if ("lost" in read) return unread(document, workshop, [read.lost]);
  const job: DocumentJob = {
    format: document.format,
    path: document.path,
    rows: document.rows.map(rolesOf),
    source: read.job,
    coded,
  };
  const outcome = await workshop.pool.run(job);
  // What ran out of time or memory may do better on another night: it is not put by.
  if ("lost" in outcome) return unread(document, workshop, [lostProblem(outcome.lost, workshop)]);
  if (!text) {
    await cache.put(keys.text, outcome.text);
    await cache.put(keys.sketch, sketchOf(outcome.text));
  }
  if (!coded) await cache.put(keys.coding, outcome.coded);
  return finished(document, outcome, coded !== undefined);
}

interface CacheKeys {
  text: string;
  coding: string;
  sketch: string;
}

/** Where the halves of a document and its sketch are kept. A file that is renamed or moved has a text of its own, since its name may name a person whom the text knows, and the same coding. */
function keysOf(document: ArchiveDocument, workshop: Workshop): CacheKeys {
  const text = textKey(document, workshop);
  const anyPath = { ...document, path: "", rows: document.rows.map((row) => ({ ...row, file: "" })) };
  return {
    text,
    coding: hashOf(textKey(anyPath, workshop), workshop.settings.lexicon.hash, workshop.versions.coding),
    sketch: hashOf(text, "sketch"),
  };
}

/** Everything that the masked text of a document depends on. The time limit is not part of it: what it stops is not kept. */
function textKey(document: ArchiveDocument, { settings, versions, keyFingerprint, namesHash }: Workshop): string {
  const { bytes, text, nodes, depth } = settings.limits;
  const { places, agencies } = settings.lexicon;
  const rows = document.rows.map(rolesOf);
  const masking = { keyFingerprint, namesHash, mask: settings.mask, keep: settings.keep, groups: settings.groups };
  const { sha256, format, path } = document;
  return hashOf(
    versions.text,
    sha256,
    format,
    path,
    JSON.stringify({ rows, masking, limits: { bytes, text, nodes, depth }, places, agencies }),
  );
}

/** The bytes of a document, parsed in a process of its own where its format is heavy. */
async function openBytes(
  document: ArchiveDocument,
  { parsers, settings: { limits } }: Workshop,
): Promise<{ job: DocumentJob["source"] } | { lost: Problem }> {
  if (document.bytes > limits.bytes)
    return {
      lost: problem(
        "run/too-large",
        `The file has ${document.bytes} bytes; at most ${limits.bytes} are read.`,
        "Split the document, or raise limits.bytes in the pipeline.",
      ),
    };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(document.absolutePath);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    return {
      lost: problem(
        "run/unreadable-file",
        `The file cannot be read any more (${code}).`,
        "Check its rights and its drive.",
      ),
    };
  }
  if (createHash("sha256").update(bytes).digest("hex") !== document.sha256)
    return {
      lost: problem(
        "run/changed-underway",
        "The file changed while the run was under way.",
        "Start the run again when nobody writes into the archive.",
      ),
    };
  if (!isHeavy(document.format)) return { job: { bytes } };
  const parsed = await parsers.parse(document.format, bytes, limits);
  return "lost" in parsed ? { lost: lostProblem(parsed.lost, { settings: { limits } }) } : { job: { parsed } };
}

const LOST = {
  time: ["took longer than", "Open it and save it again, split it, or raise limits.seconds in the pipeline."],
  memory: ["needed more memory than", "Open it and save it again, or split it."],
  crash: ["ended the process that read it within", "Open it in its program and save it again."],
} as const;

function lostProblem(lost: keyof typeof LOST, { settings }: { settings: Pick<ReaderSettings, "limits"> }): Problem {
  const [what, wayOut] = LOST[lost];
  const bound =
    lost === "memory" ? "a document may" : `the ${settings.limits.seconds} seconds that a document may take`;
  return problem(`run/lost-${lost}`, `The document ${what} ${bound}; it was set aside.`, wayOut);
}

function problem(rule: string, message: string, wayOut: string): Problem {
  return { rule, review: "", document: "", place: "", severity: "error", message, wayOut };
}

function finished(document: ArchiveDocument, halves: ReadHalves, reused: boolean): Made {
  const { name, problems, blocks } = halves.text;
  // A document without a block was refused by its reader; the problems say why.
  const result = blocks.length > 0 ? joinHalves(halves) : undefined;
  return { document: { document, name, result, reused, problems }, sketch: sketchOf(halves.text) };
}

function unread(document: ArchiveDocument, { maskName }: Workshop, problems: Problem[]): Made {
  const name = maskName(document.path, document.rows);
  return { document: { document, name, result: undefined, reused: false, problems } };
}
