import { isSessionHeading } from "../sessions/recognise-session-heading.js";

const OPENER =
  /^(?:(?:those |people |also |members )?(?:present|attending)|(?:list of )?attendees|in attendance|attendance|attended by|apologies(?: (?:for absence|received|from))?|participants|those who (?:attended|took part)|who was (?:there|present))(?: \(\d{1,3}\))?\s{0,9}(?::|[-–](?=\s)|$)\s{0,9}/i;
/** An entry longer than this is speech or prose, in words. */
const LONGEST_ENTRY = 16;

/** What is needed of a line to tell an attendee list. */
export interface ListedLine {
  text: string;
  first: boolean;
  bullet: boolean;
  heading: boolean;
  /** The line carries a known speaker's label: speech has begun. */
  speech: boolean;
}

/**
 * Marks the lines of attendee lists: what "Present:", "Attendees", "In attendance" or "Apologies" opens, on the same line
 * or below it, up to the first line that is prose, speech or a heading.
 */
export function markAttendees(lines: readonly ListedLine[]): boolean[] {
  const marks = lines.map(() => false);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const opener = line && line.text.length < 2000 ? OPENER.exec(line.text) : null;
    if (!line || !opener) continue;
    const rest = line.text.slice(opener[0].length);
    if (rest !== "" && !isList(rest)) continue;
    const end = rest === "" ? listEnd(lines, i + 1) : inlineEnd(lines, i + 1);
    if (rest === "" && end === i + 1) continue;
    for (let at = i; at < end; at++) marks[at] = true;
    i = end - 1;
  }
  return marks;
}

/** Names and roles on the opener's own line: parted by commas, semicolons or "and", and no sentence. */
function isList(rest: string): boolean {
  const entries = rest.replace(/\.$/, "").split(/[,;•]|\band\b/);
  return (
    entries.every((entry) => entry.trim().split(/\s+/).length <= 10) &&
    !/[?!]|\b(?:we|they|said|is|are|was|were)\b/i.test(rest)
  );
}

/** A list on the opener's line goes on in lines of its paragraph and in bullets. */
function inlineEnd(lines: readonly ListedLine[], from: number): number {
  let end = from;
  while (end < lines.length && isEntry(lines[end]) && (lines[end]?.bullet || !lines[end]?.first)) end += 1;
  return end;
}

/** A list under its opener. After a blank line only bullets and lines with a comma, a dash or brackets belong to it. */
function listEnd(lines: readonly ListedLine[], from: number): number {
  let end = from;
  while (end < lines.length) {
    const line = lines[end];
    if (!line || !isEntry(line)) break;
    if (line.first && end > from && !line.bullet && !/[,(]|\s[-–]\s/.test(line.text)) break;
    end += 1;
  }
  return end;
}

function isEntry(line: ListedLine | undefined): boolean {
  if (!line || line.heading || line.speech || isSessionHeading(line.text)) return false;
  const words = line.text.split(/\s+/, LONGEST_ENTRY + 1).length;
  const isSentence = /[.?!]$/.test(line.text) && words >= 6;
  return words <= LONGEST_ENTRY && !isSentence && (OPENER.test(line.text) || !line.text.endsWith(":"));
}
