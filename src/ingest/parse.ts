import type { Format, Limits } from "../model/index.js";
import { readCsv } from "./formats/csv.js";
import { readDocx } from "./formats/docx.js";
import { readHtml } from "./formats/html.js";
import { readJson } from "./formats/json.js";
import { readMd } from "./formats/md.js";
import { readOdt } from "./formats/odt.js";
import { readPdf } from "./formats/pdf.js";
import { readQdpx } from "./formats/qdpx.js";
import { readRtf } from "./formats/rtf.js";
import { readSrt } from "./formats/srt.js";
import { readTxt } from "./formats/txt.js";
import { readVtt } from "./formats/vtt.js";
import type { Parsed } from "./parsed.js";
import { Unreadable } from "./unreadable.js";

/** A reader may throw `Unreadable`, or anything else on bytes that break its library; `parse` catches both. */
type Reader = (bytes: Uint8Array, limits: Limits) => Parsed | Promise<Parsed>;

/** One file a format. */
const READERS: Record<Format, Reader> = {
  txt: readTxt,
  md: readMd,
  docx: readDocx,
  pdf: readPdf,
  vtt: readVtt,
  srt: readSrt,
  odt: readOdt,
  rtf: readRtf,
  html: readHtml,
  csv: readCsv,
  json: readJson,
  qdpx: readQdpx,
};

/**
 * The heavy half of reading: bytes of one document to paragraphs as its format gives them. Pure, and its result is
 * plain JSON, so it may run in a process that can be killed. Never throws: what cannot be read (empty, blank, binary,
 * cut off, encrypted, too large, too many nodes, too deep) is one problem of severity error and no paragraphs.
 */
export async function parse(format: Format, bytes: Uint8Array, limits: Limits): Promise<Parsed> {
  try {
    refuseSize(bytes, limits);
    const parsed = await READERS[format](bytes, limits);
    refuseNoText(parsed, format, limits);
    return parsed;
  } catch (error) {
    const reason = error instanceof Unreadable ? error : damaged(format);
    return { paragraphs: [], problems: [reason.problem] };
  }
}

function refuseSize(bytes: Uint8Array, limits: Limits): void {
  if (bytes.length === 0) {
    throw new Unreadable(
      "empty",
      "The file is empty.",
      "Copy the transcript again from its source, or take the file out.",
    );
  }
  if (bytes.length > limits.bytes) {
    throw new Unreadable(
      "too-large",
      `The file has ${bytes.length} bytes; at most ${limits.bytes} are read.`,
      "Split the document, or raise limits.bytes in the pipeline.",
    );
  }
}

function refuseNoText(parsed: Parsed, format: Format, limits: Limits): void {
  let characters = 0;
  let letters = false;
  for (const { text } of parsed.paragraphs) {
    characters += text.length;
    letters ||= /[\p{L}\p{N}]/u.test(text);
  }
  if (characters > limits.text) {
    throw new Unreadable(
      "text-too-large",
      `The document holds ${characters} characters of text; at most ${limits.text} are read.`,
      "Split the document, or raise limits.text in the pipeline.",
    );
  }
  if (!letters) {
    throw new Unreadable(
      "no-text",
      "The document was read, but holds no words.",
      format === "pdf"
        ? "If its pages are pictures, run text recognition on it first."
        : "Check that the right file was exported, or take it out of the archive.",
    );
  }
}

function damaged(format: Format): Unreadable {
  return new Unreadable(
    "damaged",
    `The file cannot be read as .${format}; it is cut off, damaged or of another format.`,
    "Open it in its program and save it again, or give it the extension of its real format.",
  );
}
