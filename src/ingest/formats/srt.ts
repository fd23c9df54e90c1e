import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { decodeBytes } from "../decode-bytes.js";
import type { Parsed } from "../parsed.js";
import { readCues } from "../read-cues.js";

/** SubRip: numbered cues; a speaker stands in the text (`Name:`), often on the first cue only. */
export function readSrt(bytes: Uint8Array, limits: Limits): Parsed {
  const text = decodeBytes(bytes);
  new Bounds(limits).text(text.length);
  return readCues(text, "SubRip file");
}
