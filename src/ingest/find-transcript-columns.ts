import { isClockTime, toClockTime } from "./clock-time.js";
import type { ParsedParagraph } from "./parsed.js";
import { isPlausibleLabel } from "./turns/recognise-label.js";

/** The cells of one row, as text. */
export type Row = readonly string[];

/** Which column holds what, from 0; -1 where there is none. */
export interface TranscriptColumns {
  speaker: number;
  text: number;
  time: number;
  /** Whether the first row names the columns. */
  header: boolean;
}

const ALIASES = {
  speaker: ["speaker", "speaker name", "speaker label", "name", "who", "participant", "person", "voice", "speaker id"],
  text: [
    "text",
    "content",
    "utterance",
    "transcript",
    "transcription",
    "speech",
    "words",
    "comment",
    "response",
    "said",
    "caption",
    "dialogue",
  ],
  time: [
    "time",
    "timestamp",
    "time stamp",
    "start",
    "start time",
    "starttime",
    "begin",
    "from",
    "timecode",
    "time code",
  ],
};

/**
 * Finds the columns of a table that holds a transcript: by the names in its first row, else by their look (one column of
 * short labels that come again, one of long text, perhaps one of clock times). Undefined for any other table.
 */
export function columnsOfTranscript(rows: readonly Row[]): TranscriptColumns | undefined {
  return columnsByName(rows[0] ?? []) ?? columnsByLook(rows);
}

/** The columns that a header row names, by aliases; undefined when it names no text column. */
export function columnsByName(header: Row): TranscriptColumns | undefined {
  const names = header.map((cell) => cell.trim().toLowerCase().replace(/[_-]+/g, " ").slice(0, 60));
  const find = (aliases: readonly string[]) => {
    for (const alias of aliases) {
      const at = names.indexOf(alias);
      if (at >= 0) return at;
    }
    return -1;
  };
  const text = find(ALIASES.text);
  if (text < 0) return undefined;
  return { speaker: find(ALIASES.speaker), text, time: find(ALIASES.time), header: true };
}

function columnsByLook(rows: readonly Row[]): TranscriptColumns | undefined {
  const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.length));
  if (rows.length < 3 || width < 2 || width > 6) return undefined;
  const columns = Array.from({ length: width }, (_, column) => describe(rows, column));
  const text = columns.reduce(
    (best, column, index) => (column.length > (columns[best]?.length ?? 0) ? index : best),
    0,
  );
  const speaker = columns.findIndex((column, index) => index !== text && column.labels && column.length < 40);
  if (speaker < 0 || (columns[text]?.length ?? 0) < 2 * (columns[speaker]?.length ?? 0)) return undefined;
  const time = columns.findIndex((column, index) => index !== text && index !== speaker && column.times);
  return { speaker, text, time, header: false };
}

function describe(rows: readonly Row[], column: number): { length: number; labels: boolean; times: boolean } {
  let filled = 0;
  let length = 0;
  let plausible = 0;
  let times = 0;
  const distinct = new Set<string>();
  for (const row of rows) {
    const cell = (row[column] ?? "").trim();
    if (cell === "") continue;
    filled += 1;
    length += cell.length;
    distinct.add(cell.toLowerCase());
    if (isPlausibleLabel(cell.replace(/:$/, ""))) plausible += 1;
    if (isClockTime(cell.replace(/^[[(]|[\])]$/g, ""))) times += 1;
  }
  return {
    length: filled === 0 ? 0 : length / filled,
    labels: filled * 2 >= rows.length && plausible >= filled * 0.8 && distinct.size <= filled * 0.7,
    times: filled > 0 && times >= filled * 0.5,
  };
}

/** One row as a paragraph; undefined when it says nothing. An empty speaker cell carries on with the speaker above. */
export function rowToParagraph(row: Row, columns: TranscriptColumns): ParsedParagraph | undefined {
  const text = (row[columns.text] ?? "").trim();
  if (text === "") return undefined;
  const speaker = (row[columns.speaker] ?? "").trim().replace(/:$/, "");
  const time = toClockTime(row[columns.time] ?? "");
  return { text, kind: "paragraph", ...(speaker && { speaker }), ...(time && { time }) };
}
