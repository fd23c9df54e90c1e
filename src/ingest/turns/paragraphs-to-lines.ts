import { dropGluedFootnoteDigits } from "../mend/drop-glued-footnote-digits.js";
import { isPageNumber } from "../mend/drop-running-heads.js";
import { mendCharacters } from "../mend/mend-characters.js";
import type { ParsedParagraph } from "../parsed.js";
import { isSessionHeading } from "../sessions/recognise-session-heading.js";
import { findSpeakers } from "./find-speakers.js";
import { isKnownRole } from "./infer-role.js";
import { markAttendees } from "./recognise-attendees.js";
import { bulletMark } from "./recognise-bullet.js";
import { type Label, readLabel, readTimeLine } from "./recognise-label.js";

/** One mended line of a document with all that it shows by itself. */
export interface Line {
  text: string;
  /** It begins a paragraph of the format. */
  first: boolean;
  /** The paragraph has no other line. */
  only: boolean;
  kind: ParsedParagraph["kind"];
  /** Speaker that the format gives; undefined where it gives none. */
  speaker: string | undefined;
  time: string;
  cue: boolean;
  page: number | undefined;
  boldLead: string;
  /** Length of the bullet mark at its head. */
  mark: number;
  /** Speaker's label at its head, when the document makes it one. */
  label: Label | undefined;
}

/** Paragraphs to lines: characters mended, page numbers dropped, and kinds, bullets, attendees and labels marked. */
export function paragraphsToLines(paragraphs: readonly ParsedParagraph[], named: ReadonlySet<string>): Line[] {
  const lines = dropLonePageNumbers(paragraphs.flatMap(toLines));
  let listed = false;
  for (const line of lines) {
    if (line.kind === "paragraph" && !line.cue) line.mark = bulletMark(line.text, listed);
    listed = line.mark > 0 || line.kind === "bullet" || line.text.endsWith(":");
  }
  const attendees = markAttendees(
    lines.map((line) => ({
      text: line.text.slice(line.mark),
      first: line.first,
      bullet: line.mark > 0 || line.kind === "bullet",
      heading:
        line.kind === "heading" && !/^(?:present|attend|apologies|participants|in attendance|list of)/i.test(line.text),
      speech: line.speaker !== undefined || line.cue || isKnownRole(readLabel(line.text)?.speaker ?? ""),
    })),
  );
  for (const [index, line] of lines.entries()) if (attendees[index]) line.kind = "attendees";
  if (!spokenByFormat(lines)) {
    const labels = findSpeakers(
      lines.map((line) => ({
        text: line.text,
        first: line.first,
        cue: line.cue,
        boldLead: line.boldLead,
        barred:
          line.kind === "attendees" ||
          line.kind === "heading" ||
          (line.mark > 0 && line.label === undefined && isMarked(line)),
      })),
      named,
    );
    for (const [index, line] of lines.entries()) line.label = labels[index];
  }
  return moveTimes(lines);
}

/** A clock time on a line by itself belongs to the line under it. */
function moveTimes(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let time = "";
  for (const line of lines) {
    const alone = line.cue || line.label !== undefined ? "" : readTimeLine(line.text);
    if (alone !== "") {
      time = alone;
      continue;
    }
    kept.push(time !== "" && line.time === "" ? { ...line, time } : line);
    time = "";
  }
  return kept;
}

/** A bullet mark bars a label, unless the "mark" is the letter of a label (`Q.`, `A.`). */
function isMarked(line: Line): boolean {
  return !/^[QA]\./.test(line.text);
}

/** Most paragraphs carry a speaker of the format: the text is not searched for more. */
function spokenByFormat(lines: readonly Line[]): boolean {
  const spoken = lines.filter((line) => line.speaker !== undefined).length;
  return spoken > 0 && spoken * 2 >= lines.filter((line) => line.first).length;
}

function toLines(paragraph: ParsedParagraph): Line[] {
  const mended = dropGluedFootnoteDigits(mendCharacters(paragraph.text));
  const texts = mended
    .split("\n")
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const boldLead =
    mendCharacters(paragraph.boldLead ?? "")
      .split("\n")[0]
      ?.trim() ?? "";
  return texts.map((text, index) => ({
    text,
    first: index === 0,
    only: texts.length === 1,
    kind:
      paragraph.kind === "paragraph" && isSessionHeading(text) && !paragraph.cue && paragraph.speaker === undefined
        ? "heading"
        : paragraph.kind,
    speaker:
      paragraph.speaker === undefined ? undefined : mendCharacters(paragraph.speaker).replace(/\s+/g, " ").trim(),
    time: index === 0 ? (paragraph.time ?? "") : "",
    cue: paragraph.cue ?? false,
    page: paragraph.page,
    boldLead: index === 0 ? boldLead : "",
    mark: 0,
    label: undefined,
  }));
}

/** Bare numbers on lines of their own are page numbers where there are three, and most rise through the document. */
function dropLonePageNumbers(lines: readonly Line[]): Line[] {
  const isLone = (line: Line) =>
    line.first && line.only && !line.cue && line.speaker === undefined && isPageNumber(line.text);
  const numbers = lines.filter(isLone).map((line) => Number(/\d+/.exec(line.text)?.[0] ?? 0));
  const steps = numbers.filter((number, index) => index > 0 && number > (numbers[index - 1] ?? 0)).length;
  const rising = numbers.length >= 3 && steps >= (numbers.length - 1) * 0.8;
  return lines.filter((line) => !(isLone(line) && (rising || /^page\s/i.test(line.text))));
}
