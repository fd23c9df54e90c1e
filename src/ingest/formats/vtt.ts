import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { decodeBytes } from "../decode-bytes.js";
import type { Parsed } from "../parsed.js";
import { readCues } from "../read-cues.js";
import { problem } from "../unreadable.js";

/** WebVTT: voices `<v Name>` are speakers; NOTE, STYLE and REGION are passed over. */
export function readVtt(bytes: Uint8Array, limits: Limits): Parsed {
  const text = decodeBytes(bytes);
  new Bounds(limits).text(text.length);
  const parsed = readCues(text, "WebVTT file");
  if (!text.trimStart().startsWith("WEBVTT")) {
    parsed.problems.push(
      problem(
        "no-webvtt-header",
        "The file does not begin with WEBVTT.",
        "Export the captions again if cues at the head are missing.",
      ),
    );
  }
  return parsed;
}
