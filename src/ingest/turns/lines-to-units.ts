import { gatherVocabulary } from "../mend/join-hyphenated-line-end.js";
import { endsSentence, findWrapWidth, goesOn, joinLine, type WrappedLine } from "../mend/join-wrapped-lines.js";
import type { ParsedParagraph } from "../parsed.js";
import { isSessionHeading } from "../sessions/recognise-session-heading.js";
import { isNoteTaker } from "./infer-role.js";
import type { Line } from "./paragraphs-to-lines.js";
import { isNumbered } from "./recognise-bullet.js";
import { looksLikeHeading } from "./recognise-heading.js";
import type { Label } from "./recognise-label.js";

/** One mended paragraph, heading or bullet, with the speaker's label that stood before it taken off. */
export interface Unit {
  text: string;
  kind: ParsedParagraph["kind"];
  /** A label at its head; `textStart` no longer counts. */
  label: Label | undefined;
  /** Speaker that the format gives. */
  speaker: string | undefined;
  time: string;
  cue: boolean;
  /** It begins a paragraph of the format. */
  first: boolean;
  /** A label, or a heading, had nothing but itself on its line. */
  bare: boolean;
}

/** A unit while it is built. */
interface Draft extends Unit {
  /** It stands alone between blank lines, on one line. */
  single: boolean;
  /** The bullet mark or number that stood at its head. */
  mark: string;
}

/** Lines to units: hard-wrapped lines, page breaks and hyphenated line ends are joined, headings recognised. */
export function linesToUnits(lines: readonly Line[]): Unit[] {
  const wrapped = lines.map(toWrapped);
  const width = findWrapWidth(wrapped);
  const vocabulary = gatherVocabulary(lines.map((line) => line.text));
  const units: Draft[] = [];
  for (const [index, line] of lines.entries()) {
    const last = units.at(-1);
    const before = wrapped[index - 1];
    const now = wrapped[index];
    if (last && before && now && goesOn(before, now, width) && last.text !== "") {
      last.text = joinLine(last.text, line.text, vocabulary);
      last.single = false;
      continue;
    }
    units.push({
      ...toUnit(line),
      single: line.first && (line.only || isNextFirst(lines, index)),
      mark: line.text.slice(0, line.mark),
    });
  }
  recogniseHeadings(units);
  return units.map(({ single: _single, mark: _mark, ...unit }) => unit);
}

function isNextFirst(lines: readonly Line[], index: number): boolean {
  return lines[index + 1]?.first ?? true;
}

function toWrapped(line: Line): WrappedLine {
  const apart = line.cue || line.speaker !== undefined || line.kind === "heading" || line.kind === "attendees";
  return {
    text: line.text,
    first: line.first,
    opens: apart || line.mark > 0 || line.label !== undefined || (line.first && line.kind === "bullet"),
    closed: apart || (line.label !== undefined && line.label.textStart >= line.text.length),
    page: line.page,
  };
}

function toUnit(line: Line): Unit {
  const start = line.label?.textStart ?? (line.kind === "heading" ? 0 : line.mark);
  const text = line.text.slice(start).trim();
  const isBullet = line.kind === "bullet" || (line.kind === "paragraph" && line.mark > 0);
  return {
    text: line.cue ? text.replace(/^[-–]\s+/, "") : text,
    kind: isBullet && line.label === undefined ? "bullet" : line.kind === "bullet" ? "paragraph" : line.kind,
    label: line.label,
    speaker: line.speaker,
    time: line.time || (line.label?.time ?? ""),
    cue: line.cue,
    first: line.first,
    bare: text === "",
  };
}

/** Paragraphs of a line of their own that read as titles become headings, when something stands under them. */
function recogniseHeadings(units: Draft[]): void {
  const prose = units.filter((unit) => unit.kind === "paragraph" && unit.text.length > 60);
  const finished = prose.filter((unit) => endsSentence(unit.text) || unit.text.endsWith(":")).length;
  const labelled = units.filter((unit) => unit.label !== undefined || unit.speaker !== undefined).length;
  const strict = finished < prose.length * 0.6 || prose.length === 0 || labelled > units.length * 0.2;
  const listed = findBareLists(units);
  // Backwards, because a heading may stand over another one.
  for (let index = units.length - 1; index >= 0; index--) {
    const unit = units[index];
    if (!unit?.single) continue;
    if (unit.kind === "paragraph" && canBeHeading(unit, units[index + 1], strict || listed[index] === true))
      unit.kind = "heading";
    else if (unit.kind === "bullet" && isNumberedHeading(unit, units, index)) unit.kind = "heading";
  }
}

/** Short lines under a paragraph that ends in a colon are a list without marks, up to the next long one. */
function findBareLists(units: readonly Unit[]): boolean[] {
  const listed: boolean[] = [];
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1];
    const opens = before?.kind === "paragraph" && before.text.endsWith(":");
    listed.push((opens || listed[index - 1] === true) && unit.kind === "paragraph" && unit.text.length <= 90);
  }
  return listed;
}

function canBeHeading(unit: Unit, next: Unit | undefined, strict: boolean): boolean {
  if (unit.cue || unit.label || unit.speaker !== undefined || !next) return false;
  if (isNoteTaker(unit.text.replace(/:$/, ""))) return true;
  const leads = next.text.length > unit.text.length || next.text.endsWith(":") || next.kind !== "paragraph";
  return looksLikeHeading(unit.text, strict) && (leads || isSessionHeading(unit.text));
}

/** `1. Introduction` on a line of its own with prose under it, and no item of a list whose marks look alike. */
function isNumberedHeading(unit: Draft, units: readonly Draft[], index: number): boolean {
  const next = units[index + 1];
  const alike = (other: Draft | undefined) => other?.kind === "bullet" && shapeOf(other.mark) === shapeOf(unit.mark);
  if (!next || next.kind === "bullet" || alike(units[index - 1]) || !isNumbered(unit.mark)) return false;
  return next.text.length > unit.text.length && looksLikeHeading(unit.text, false);
}

/** `1.` and `12.` are alike, `(i)` and `(ii)` as well. */
function shapeOf(mark: string): string {
  return mark
    .trim()
    .replace(/\d+/g, "1")
    .replace(/[a-z]+/gi, "a");
}
