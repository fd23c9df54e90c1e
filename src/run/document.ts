import { codeDocument } from "../coding/index.js";
import { type Parsed, parse, splitSessions, toSlug, toTranscript } from "../ingest/index.js";
import { type KeptSegments, keepSegments, type Segments, segment, segmentsFrom } from "../language/index.js";
import { compileLexicon, type Lexicon, sectorsIn } from "../lexicon/index.js";
import type {
  DocumentResult,
  Format,
  Limits,
  Problem,
  RecordKind,
  SessionPart,
  SessionRow,
  Transcript,
} from "../model/index.js";
import { createMasker, type Masker, type NameLists } from "../privacy/index.js";
import { fingerprintsOf, shinglesOf } from "./fingerprint.js";
import { hashOf } from "./words.js";

/** What a reader of documents is made with, once a thread. Plain data. */
export interface ReaderSettings {
  lexicon: Lexicon;
  limits: Limits;
  /** Key of the hashes by which masked details are told apart. */
  key: Uint8Array;
  /** Names always masked, and names never masked. */
  mask: readonly string[];
  keep: readonly string[];
  /** Names of gangs that are masked too. */
  groups: readonly string[];
  /** Lists of names of people. */
  names: NameLists;
}

/** A document to be read and coded. */
export interface DocumentJob {
  format: Format;
  /** Path under the review. */
  path: string;
  /** Rows of sessions.csv that name it, of which only what bears on its text is used (see {@link rolesOf}). */
  rows: readonly SessionRow[];
  /** Masked text of an earlier night, where only the lexicon changed; else what a parser made of its bytes; else its bytes. */
  source: { text: ReadText } | { parsed: Parsed } | { bytes: Uint8Array };
  /** Its coding of an earlier night, where only its name changed. */
  coded?: CodedText;
}

/** The half of a document result that does not know the codes: masked text and its layers. */
export type ReadText = Omit<DocumentResult, "sentences" | "mentions" | "overruled" | "lines" | "words" | "times"> & {
  /** Path under the review, masked where it names a person. */
  name: string;
  /** Record of what stands outside all parts. */
  record: RecordKind;
  /** Its tokens and sentences, so that another lexicon codes it without reading it again. */
  segments: KeptSegments;
};

/** The other half: what the lexicon makes of the text. Words are counted here, by part and in all. */
export type CodedText = Pick<DocumentResult, "sentences" | "mentions" | "overruled" | "lines" | "words"> & {
  partWords: number[];
};

/** What reading makes of a document before masking: the only text of ours that holds names. */
interface RawText {
  transcript: Transcript;
  parts: ReturnType<typeof splitSessions>["parts"];
  problems: Problem[];
}

/** Both halves, kept apart because the cache keeps them under keys of their own. */
export interface ReadHalves {
  text: ReadText;
  coded: CodedText;
  /** Milliseconds by stage. */
  times: Record<string, number>;
}

/** What of a row bears on a document's text. Sector, level, date and kind are joined later and never read a document again. */
export function rolesOf(row: SessionRow): SessionRow {
  const { file, session, label, record, startsAt, endsAt, interviewers, participants } = row;
  return { file, session, label, record, startsAt, endsAt, interviewers, participants };
}

/**
 * The way of one document, bytes + roles + lexicon -> result: ingest, split into sessions, mask, code. What it returns reads documents
 * one after the other, and what it makes of one depends on nothing else.
 */
export function documentReader(settings: ReaderSettings): (job: DocumentJob) => Promise<ReadHalves> {
  const { lexicon, limits } = settings;
  const compiled = compileLexicon(lexicon);
  const masker = maskerOf(settings);

  return async ({ format, path, rows, source, coded: known }) => {
    const times: Record<string, number> = {};
    const timed = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
      const start = performance.now();
      const made = await work();
      times[stage] = (times[stage] ?? 0) + performance.now() - start;
      return made;
    };
    let text = "text" in source ? source.text : undefined;
    let segments: Segments | undefined;
    if (text === undefined) {
      const parsed =
        "bytes" in source
          ? await timed("parse", () => parse(format, source.bytes, limits))
          : (source as { parsed: Parsed }).parsed;
      const roles = rows.map(rolesOf);
      const raw = await timed("read", () => readTranscript(parsed, path, roles));
      const hidden = await timed("mask", () => maskText(raw, path, roles));
      const masked = await timed("read", () => withPrints(hidden));
      segments = await timed("segment", () => segment(masked.text, masked.blocks, compiled.vocabulary));
      text = { ...masked, segments: keepSegments(segments, compiled.vocabulary) };
    }
    const read = text;
    const coded =
      known ??
      (await timed("code", () =>
        codeDocument(compiled, read, segments ?? segmentsFrom(read.segments, compiled.vocabulary)),
      ));
    return { text, coded, times };
  };

  /** The transcript as it stands in the document, nothing masked. */
  function readTranscript(parsed: Parsed, path: string, rows: readonly SessionRow[]): RawText {
    const problems: Problem[] = [...parsed.problems];
    const records = new Set(rows.map(({ record }) => record));
    const read = toTranscript(parsed, {
      record: records.size === 1 ? [...records][0] : undefined,
      interviewers: rows.flatMap(({ interviewers }) => interviewers),
      participants: rows.flatMap(({ participants }) => participants),
    });
    const split = splitSessions(read.transcript, rows, stemOf(path));
    // What was guessed of a session is told once, when it is known which of it sessions.csv gives.
    problems.push(...read.problems, ...split.problems.filter(({ rule }) => rule !== "ingest/session-guessed"));
    return { transcript: read.transcript, parts: split.parts, problems };
  }

  /** The masked transcript, its parts, and the document's name, masked too. */
  function maskText({ transcript: raw, parts: found, problems }: RawText, path: string, rows: readonly SessionRow[]) {
    const stem = stemOf(path);
    const masked = masker.mask(raw, contextOf(rows));
    const parts = found.map((part): SessionPart => {
      const label = masked.label(part.label);
      return {
        ...moved(part, raw, masked.transcript),
        session: rows.length > 0 ? part.session : idOf(label),
        label,
        kind: part.kind,
        sectors: sectorsOf([label, stem], lexicon),
        date: part.date,
        record: part.record,
        guessed: part.guessed,
        words: 0,
      };
    });
    const { transcript, slots, names } = masked;
    return { ...transcript, name: masked.label(path), parts, slots, names, problems };
  }
}

/** A masked text with what tells it from others. */
function withPrints<Text extends Pick<Transcript, "text" | "blocks" | "turns">>(masked: Text) {
  return { ...masked, fingerprints: fingerprintsOf(masked), shingles: shinglesOf(masked) };
}

/** The maskers that this thread made last, by hash of what they were made with: one with the lexicon's words kept, and one that finds them. */
const maskers = new Map<string, Masker>();
const MASKERS = 2;

/**
 * The masker of a thread: names of the gazetteer and of agencies stay readable, names of people are masked. It loads language models,
 * so the last ones are kept for whoever asks for the same.
 */
export function maskerOf({ lexicon, key, mask, keep, groups, names }: Omit<ReaderSettings, "limits">): Masker {
  const namesOf = ({ name, also }: { name: string; also: readonly string[] }): string[] => [name, ...also];
  const options = {
    key,
    mask,
    keep,
    groups,
    names,
    places: lexicon.places.flatMap(namesOf),
    agencies: lexicon.agencies.flatMap(namesOf),
  };
  const id = hashOf(JSON.stringify({ ...options, key: [...key] }));
  const masker = maskers.get(id) ?? createMasker(options);
  maskers.delete(id);
  maskers.set(id, masker);
  for (const oldest of maskers.keys()) if (maskers.size > MASKERS) maskers.delete(oldest);
  return masker;
}

/** Who speaks in a document, as far as sessions.csv tells. */
export function contextOf(rows: readonly SessionRow[]): Parameters<Masker["mask"]>[1] {
  return {
    speakers: rows.flatMap(({ interviewers, participants }) => [...interviewers, ...participants]),
    extraNames: [],
  };
}

/** A masked detail in a label. */
const KEYED = /\[([A-Z]+)#([0-9a-f]+)\]/g;

/**
 * The session id that a masked label stands for: `interview-with-person#5a1f…`. What stands behind the `#` tells people apart and is taken
 * off by the review, which knows all its sessions: no published id depends on this machine's key.
 */
function idOf(label: string): string {
  const details = Array.from(label.matchAll(KEYED), ([, , hash]) => hash);
  return [toSlug(label.replace(KEYED, " $1 ")), ...details].join("#");
}

/** Puts the halves of a document together. */
export function joinHalves({ text, coded, times }: ReadHalves): DocumentResult {
  const { name: _name, record: _record, segments: _segments, parts, ...layers } = text;
  const { partWords, ...rest } = coded;
  return { ...layers, ...rest, parts: parts.map((part, index) => ({ ...part, words: partWords[index] ?? 0 })), times };
}

/** A part's span in the masked text: masking moves offsets and never blocks. */
function moved(
  part: { start: number; end: number },
  raw: Transcript,
  masked: Transcript,
): { start: number; end: number } {
  const first = raw.blocks.findIndex(({ start }) => start >= part.start);
  const last = raw.blocks.findLastIndex(({ end }) => end <= part.end);
  return { start: masked.blocks[first]?.start ?? 0, end: masked.blocks[last]?.end ?? masked.text.length };
}

/** Sectors of the first wording that names any. */
function sectorsOf(wordings: readonly string[], { agencies }: Lexicon): SessionPart["sectors"] {
  for (const wording of wordings) {
    const sectors = sectorsIn(wording, agencies);
    if (sectors.length > 0) return sectors;
  }
  return undefined;
}

/** File name without folders and ending. */
export function stemOf(path: string): string {
  return (path.split("/").pop() ?? path).replace(/\.[^.]*$/, "");
}
