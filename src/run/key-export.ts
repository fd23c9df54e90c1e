import { readFile } from "node:fs/promises";
import { discover } from "../archive/index.js";
import { parse, toTranscript } from "../ingest/index.js";
import type { Lexicon } from "../lexicon/index.js";
import type { ArchiveDocument, Problem, ReviewResult, StoredText } from "../model/index.js";
import { contextOf, maskerOf, rolesOf } from "./document.js";
import type { LoadedPipeline } from "./pipeline.js";
import { readerSettings } from "./reader-settings.js";

/** What one placeholder of a review stands for. */
export interface KeyEntry {
  readonly review: string;
  /** As it stands in the run: `[PERSON-003]`. */
  readonly placeholder: string;
  /** Every way in which the texts write it, sorted: "Kezia", "Kezia Thorne". */
  readonly texts: readonly string[];
}

/** The key of a run, and which documents it could not be made for. */
export interface RunKey {
  readonly entries: readonly KeyEntry[];
  readonly problems: readonly Problem[];
}

/**
 * The key of a saved run, from placeholder to text. Nothing that is kept holds it: the documents are read and masked again, and what
 * was taken from each place is laid beside the placeholder that stands there in the run. A document whose bytes have changed since, or
 * that comes out otherwise because lists or settings have, is left out and told; so is a number past the last, which many share.
 *
 * Documents of the run have been parsed before and are parsed here without the guard of a process of their own.
 */
export async function keyOf(
  reviews: readonly ReviewResult[],
  pipeline: LoadedPipeline,
  lexicon: Lexicon,
): Promise<RunKey> {
  const found = await discover(pipeline.archive, { codes: new Set(lexicon.concepts.map(({ id }) => id)) });
  const settings = await readerSettings(pipeline, lexicon);
  const masker = maskerOf(settings);
  const problems: Problem[] = [];
  const entries: KeyEntry[] = [];
  for (const review of reviews) {
    const texts = new Map<string, Set<string>>();
    const archived = found.reviews.find(({ meta }) => meta.id === review.meta.id)?.documents ?? [];
    for (const stored of review.texts) {
      const known = review.documents.find(({ document }) => document === stored.document);
      const document = archived.find(({ sha256 }) => sha256 === known?.sha256);
      const originals = document && (await originalsOf(document, stored));
      if (!originals) problems.push(changed(review.meta.id, stored.document, document !== undefined));
      for (const [placeholder, text] of originals ?? [])
        texts.set(placeholder, (texts.get(placeholder) ?? new Set()).add(text));
    }
    for (const [placeholder, all] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
      entries.push({ review: review.meta.id, placeholder, texts: [...all].sort() });
  }
  return { entries, problems };

  /** Placeholder and text of every place of a document; undefined where masking it again gives another text. */
  async function originalsOf(document: ArchiveDocument, stored: StoredText): Promise<[string, string][] | undefined> {
    const rows = document.rows.map(rolesOf);
    const parsed = await parse(document.format, await readFile(document.absolutePath), pipeline.limits);
    const records = new Set(rows.map(({ record }) => record));
    const { transcript } = toTranscript(parsed, {
      record: records.size === 1 ? [...records][0] : undefined,
      interviewers: rows.flatMap(({ interviewers }) => interviewers),
      participants: rows.flatMap(({ participants }) => participants),
    });
    const masked = masker.mask(transcript, contextOf(rows));
    const texts = masked.originals();
    const pairs = masked.slots.map(({ start, end }, i): [string, string] => [stored.text.slice(start, end), texts[i]!]);
    const blank = (text: string): string => text.replace(/\[([A-Z]+)-[0-9A-Z]{3}\]/g, "[$1]");
    if (blank(masked.transcript.text) !== blank(stored.text)) return undefined;
    const labels = new Map([[stored.document, document.path]]);
    for (const [i, { speaker }] of stored.turns.entries()) labels.set(speaker, transcript.turns[i]?.speaker ?? "");
    return [...pairs, ...[...labels].flatMap(([label, raw]) => heldIn(label, raw))];
  }
}

const PLACEHOLDER = /(\[[A-Z]+-[0-9A-Z]{3}\])/;

/** What the placeholders of a masked label stand for: "Sgt [PERSON-002] (police)" and "Sgt Khan (police)" give Khan. */
function heldIn(label: string, raw: string): [string, string][] {
  const pieces = label.split(PLACEHOLDER);
  const found: [string, string][] = [];
  let at = 0;
  for (let i = 1; i < pieces.length; i += 2) {
    at += pieces[i - 1]!.length;
    const next = pieces[i + 1]!;
    const last = i + 2 >= pieces.length;
    const end = next === "" ? (last ? raw.length : -1) : raw.indexOf(next, at + 1);
    if (end < 0) break;
    found.push([pieces[i]!, raw.slice(at, end)]);
    at = end;
  }
  return found;
}

function changed(review: string, document: string, isThere: boolean): Problem {
  return {
    rule: "key/document-changed",
    review,
    document,
    place: "",
    severity: "warning",
    message: isThere
      ? "Masked again, this document comes out otherwise than in the run: lists of names, settings or the program have changed since."
      : "The archive no longer holds the bytes that the run was made of.",
    wayOut: isThere
      ? "Run again, then export the key of the new run."
      : "Put the document back, or leave it out of the key.",
  };
}
