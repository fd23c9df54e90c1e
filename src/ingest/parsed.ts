import type { Problem } from "../model/index.js";

/**
 * One paragraph as its format gives it, before anything is mended. Plain JSON, so that it can cross to another process.
 */
export interface ParsedParagraph {
  /** Raw text. A line feed stands where the format breaks a line without ending the paragraph (hard-wrapped text, `<br>`). */
  text: string;
  /** What the format itself says; `paragraph` where it says nothing, and headings and bullets are then recognised by their look. */
  kind: "heading" | "paragraph" | "bullet" | "attendees";
  /** Speaker that the format names (a WebVTT voice, a JSON key, a CSV column), never one found in the text. */
  speaker?: string;
  /** `HH:MM:SS` of the start, where the format gives it. */
  time?: string;
  /** Bold run at the start of the paragraph: perhaps a speaker. */
  boldLead?: string;
  /** Page from 1, where the format has pages. */
  page?: number;
  /** A caption or recogniser's segment: it may cut a sentence, and one without a speaker carries on with the last. */
  cue?: boolean;
}

/** What the heavy half of reading yields. Without paragraphs there is always a problem of severity error. */
export interface Parsed {
  paragraphs: ParsedParagraph[];
  problems: Problem[];
}
