import { CLOCK, toClockTime } from "./clock-time.js";
import type { Parsed, ParsedParagraph } from "./parsed.js";
import { problem } from "./unreadable.js";

/** One caption: when it stands on the screen, in seconds, and its lines. */
interface Cue {
  start: number;
  end: number;
  time: string;
  lines: string[];
}

const TIMING = new RegExp(`^\\s{0,9}(${CLOCK})\\s{0,9}-->\\s{0,9}(${CLOCK})`);
const SKIPPED_BLOCK = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/**
 * Captions of WebVTT and SubRip to paragraphs, one a cue, or several where a cue holds several voices. Cues without a
 * timing line, comments and styles are passed over. Overlap and lost timings are named as problems.
 */
export function readCues(text: string, place: string): Parsed {
  const { cues, broken } = splitCues(text);
  const problems = [];
  if (broken > 0) {
    problems.push(
      problem(
        "broken-cues",
        `${broken} blocks of the ${place} have no timing line of the form 00:00:00.000 --> 00:00:00.000 and were left out.`,
        "Export the captions again if speech is missing.",
      ),
    );
  }
  const overlapping = cues.filter((cue, index) => index > 0 && cue.start < (cues[index - 1]?.end ?? 0) - 0.001).length;
  if (overlapping > 0) {
    problems.push(
      problem(
        "overlapping-cues",
        `${overlapping} cues begin before the cue ahead of them has ended; they were read in the order of the file.`,
        "Nothing, unless people speak at once and the order matters.",
        { severity: "info" },
      ),
    );
  }
  return { paragraphs: dropRollingLines(cues).flatMap(cueToParagraphs), problems };
}

function splitCues(text: string): { cues: Cue[]; broken: number } {
  const cues: Cue[] = [];
  let broken = 0;
  for (const block of text.replace(/\r\n?/g, "\n").split(/\n[ \t]*(?=\n)/)) {
    const lines = block
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const first = lines[0] ?? "";
    if (first === "" || SKIPPED_BLOCK.test(first) || /^WEBVTT/.test(first)) continue;
    const timings = lines.flatMap((line, index) => (TIMING.test(line) ? [index] : []));
    if (timings.length === 0) {
      broken += 1;
      continue;
    }
    // Writers that forget blank lines put several cues in one block; a cue then ends before the next number or timing.
    for (const [nth, at] of timings.entries()) {
      const next = timings[nth + 1];
      let end = next ?? lines.length;
      if (next !== undefined && /^\d+$/.test(lines[next - 1] ?? "")) end -= 1;
      const [, from = "", to = ""] = TIMING.exec(lines[at] ?? "") ?? [];
      cues.push({ start: seconds(from), end: seconds(to), time: toClockTime(from), lines: lines.slice(at + 1, end) });
    }
  }
  return { cues, broken };
}

function seconds(clock: string): number {
  return clock
    .replace(",", ".")
    .split(":")
    .reduce((sum, field) => sum * 60 + Number(field), 0);
}

/** Live captions roll: a cue repeats the last line of the cue before it. The repeat was said once. */
function dropRollingLines(cues: readonly Cue[]): Cue[] {
  let last = "";
  return cues.map((cue) => {
    const lines = cue.lines.length > 1 && plain(cue.lines[0] ?? "") === last ? cue.lines.slice(1) : cue.lines;
    last = plain(cue.lines.at(-1) ?? "");
    return { ...cue, lines };
  });
}

function plain(line: string): string {
  return line.replace(/<[^<>]{0,200}>/g, "").trim();
}

/** A voice tag begins a new paragraph; every other tag is dropped. */
function cueToParagraphs(cue: Cue): ParsedParagraph[] {
  const paragraphs: ParsedParagraph[] = [];
  for (const [index, part] of cue.lines
    .join("\n")
    .split(/<v(?:\.[\w.-]{1,60})?[ \t]{1,9}(?=[^<>\n]{1,200}>)/)
    .entries()) {
    const close = index === 0 ? -1 : part.indexOf(">");
    const text = decodeEntities(
      plain(
        part
          .slice(close + 1)
          .replace(/\{\\an?\d\}/g, "")
          .replace(/\s+/g, " "),
      ),
    );
    if (text === "") continue;
    const speaker = close < 0 ? "" : decodeEntities(part.slice(0, close)).trim();
    paragraphs.push({ text, kind: "paragraph", cue: true, time: cue.time, ...(speaker && { speaker }) });
  }
  return paragraphs;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&nbsp;": " ",
  "&lrm;": "",
  "&rlm;": "",
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
