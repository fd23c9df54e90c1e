import { readdirSync, readFileSync } from "node:fs";
import { parseString } from "fast-csv";
import { parse, toTranscript } from "../../../src/ingest/index.js";
import type { Limits } from "../../../src/model/index.js";
import type { Masker } from "../../../src/privacy/index.js";
import { NOBODY, takenStretches } from "../measure.js";

/** A row of plants.csv or distractors.csv: where something stands in a file, and what it is. */
export interface Place {
  file: string;
  /** From 1. */
  line: number;
  /** Code points from the start of the line, from 0. */
  start: number;
  text: string;
  /** `person` or a kind of detail; empty for a distractor. */
  kind: string;
  notes: string[];
}

const LIMITS: Limits = { bytes: 1e6, text: 1e6, nodes: 1e5, depth: 50, seconds: 60 };

/** What masking found in planted files: by kind, speakers' labels apart, and what it took besides. */
export interface FileRecall {
  kinds: Map<string, { planted: number; found: number }>;
  missed: string[];
  /** Words with a capital that are nobody's, and those of them that were masked with what the list says of them. */
  capitals: number;
  wronglyMasked: { word: string; notes: string[]; around: string }[];
}

export async function readPlaces(file: URL): Promise<Place[]> {
  const rows: Record<string, string>[] = [];
  await new Promise<void>((done, fail) => {
    parseString(readFileSync(file, "utf8"), { headers: true })
      .on("error", fail)
      .on("data", (row: Record<string, string>) => rows.push(row))
      .on("end", () => done());
  });
  return rows.map(({ file, line, start, text, kind, note }) => ({
    ...{ file: file!, line: Number(line), start: Number(start), text: text!, kind: kind ?? "" },
    notes: (note ?? "").split("+"),
  }));
}

/** Reads every planted file the way a run reads it, masks it and lays what was taken beside what was planted. */
export async function recallOfFiles(folder: URL, masker: Masker): Promise<FileRecall> {
  const plants = await readPlaces(new URL("plants.csv", folder));
  const distractors = await readPlaces(new URL("distractors.csv", folder));
  const recall: FileRecall = { kinds: new Map(), missed: [], capitals: 0, wronglyMasked: [] };
  for (const file of readdirSync(folder).filter((name) => /\.(?:txt|vtt)$/.test(name)))
    await measure(folder, file, [plants, distractors], masker, recall);
  return recall;
}

async function measure(
  folder: URL,
  file: string,
  [plants, distractors]: readonly [readonly Place[], readonly Place[]],
  masker: Masker,
  recall: FileRecall,
): Promise<void> {
  const bytes = readFileSync(new URL(file, folder));
  const raw = bytes.toString("utf8");
  const parsed = await parse(file.endsWith("vtt") ? "vtt" : "txt", bytes, LIMITS);
  const { transcript } = toTranscript(parsed, { interviewers: [], participants: [] });
  const { text } = transcript;
  const masked = masker.mask(transcript, NOBODY);
  const taken = new Uint8Array(text.length);
  for (const { start, end } of takenStretches(text, masked.transcript.text, masked.slots)) taken.fill(1, start, end);
  const placed = placesIn(raw, text);
  const offset = offsetsOf(raw);
  const planted = new Uint8Array(text.length);
  for (const plant of plants.filter((one) => one.file === file)) {
    const at = offset(plant);
    if (raw.slice(at, at + plant.text.length) !== plant.text)
      throw new Error(`${file}, line ${plant.line}: no such plant`);
    let units = Array.from({ length: plant.text.length }, (_, k) => placed[at + k]!).filter((unit) => unit >= 0);
    // Of a label that was left out, "May" may be met in "May I ask?".
    if (plant.notes.includes("label") && units.length < plant.text.replace(/[^\p{L}\p{N}]/gu, "").length) units = [];
    for (const unit of units) planted[unit] = 1;
    if (units.length === 0 && !plant.notes.includes("label")) throw new Error(`${file}: ${plant.text} was not read`);
    // A label that stands in no text is a speaker's.
    const found =
      units.length > 0
        ? units.every((unit) => taken[unit] === 1 || !/[\p{L}\p{N}]/u.test(text[unit]!))
        : !masked.transcript.turns.some(({ speaker }) => speaker.includes(plant.text));
    const kind = plant.notes.includes("label") ? "label" : plant.kind;
    const row = recall.kinds.get(kind) ?? { planted: 0, found: 0 };
    row.planted++;
    if (found) row.found++;
    else recall.missed.push(`${file}, line ${plant.line}: ${plant.text} (${kind})`);
    recall.kinds.set(kind, row);
  }
  const notes = new Map<number, string[]>();
  for (const one of distractors.filter((row) => row.file === file)) notes.set(placed[offset(one)] ?? -1, one.notes);
  for (const word of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’@._-]*/gu)) {
    const end = word.index + word[0].length;
    if (!/^\p{Lu}/u.test(word[0]) || planted.subarray(word.index, end).includes(1)) continue;
    recall.capitals++;
    if (taken.subarray(word.index, end).includes(1))
      recall.wronglyMasked.push({
        word: word[0],
        notes: notes.get(word.index) ?? [],
        around: `${text.slice(Math.max(0, word.index - 40), word.index)}[[${word[0]}]]${text.slice(end, end + 30)}`,
      });
  }
}

/** Where each unit of a file stands in the transcript that was read of it, -1 where it was left out: reading leaves out and adds nothing. */
function placesIn(raw: string, text: string): Int32Array {
  const places = new Int32Array(raw.length).fill(-1);
  const tokens = (of: string) => Array.from(of.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu));
  const read = tokens(text);
  let next = 0;
  for (const token of tokens(raw)) {
    const same = read[next];
    if (same === undefined || plainMark(same[0]) !== plainMark(token[0])) continue;
    for (let k = 0; k < token[0].length; k++) places[token.index + k] = same.index + k;
    next++;
  }
  if (next < read.length) throw new Error(`the transcript holds "${read[next]}", which the file does not`);
  return places;
}

/** Reading straightens quotation marks and apostrophes. */
function plainMark(token: string): string {
  return token.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function offsetsOf(raw: string): (place: Place) => number {
  const starts = [0];
  for (let at = raw.indexOf("\n"); at >= 0; at = raw.indexOf("\n", at + 1)) starts.push(at + 1);
  return ({ line, start }) => {
    const from = starts[line - 1]!;
    return from + [...raw.slice(from, starts[line] ?? raw.length)].slice(0, start).join("").length;
  };
}
