import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Transcript } from "../../src/model/index.js";
import { createMasker, type MaskContext, type Masker } from "../../src/privacy/index.js";

const lexicon = (file: string): { name: string; also?: string[] }[] =>
  Object.values(parse(readFileSync(new URL(`../../lexicons/${file}`, import.meta.url), "utf8")) as object)[0];
const named = (file: string): string[] =>
  lexicon(file)
    .flatMap((entry) => [entry.name, ...(entry.also ?? [])])
    .map(String);

/** The shipped gazetteer and agencies, as the program hands them in. */
export const PLACES = named("places.yaml");
export const AGENCIES = named("agencies.yaml");

export const KEY = new Uint8Array(32).fill(7);
export const NOBODY: MaskContext = { speakers: [], extraNames: [] };

let shared: Masker | undefined;
/** One masker for all tests: it takes a while to build. */
export function masker(): Masker {
  shared ??= createMasker({ key: KEY, places: PLACES, agencies: AGENCIES, mask: [], keep: [] });
  return shared;
}

/** Plain text as a transcript: a line is a block; `Name: ` at its head begins a turn. */
export function transcriptOf(text: string): Transcript {
  const blocks: Transcript["blocks"] = [];
  const turns: Transcript["turns"] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const label = /^([A-Z][\w .()'’-]{0,40}): +/.exec(line);
    if (label) turns.push({ start, end, speaker: label[1]!, role: "participant", time: "" });
    else if (line.trim() !== "" && turns.length === 0)
      turns.push({ start, end, speaker: "", role: "participant", time: "" });
    else if (line.trim() !== "") turns.at(-1)!.end = end;
    if (line.trim() !== "")
      blocks.push({
        start: start + (label?.[0].length ?? 0),
        end,
        kind: "paragraph",
        turn: turns.length - 1,
        leadIn: -1,
      });
    start = end + 1;
  }
  return { text, blocks, turns, record: "verbatim" };
}

export interface Planted {
  text: string;
  details: { start: number; end: number; kind: string }[];
}

/** Takes the braces off `{Name}` and `{KIND:detail}`. */
export function plant(marked: string): Planted {
  const details: Planted["details"] = [];
  let text = "";
  for (const piece of marked.split(/(\{[^}]*\})/)) {
    const m = /^\{(?:([A-Z]{3,}):)?(.*)\}$/.exec(piece);
    if (m) details.push({ start: text.length, end: text.length + m[2]!.length, kind: m[1] ?? "PERSON" });
    text += m ? m[2]! : piece;
  }
  return { text, details };
}

/** The stretches of the raw text that masking took away, found by laying the stored text beside the raw one. */
export function takenStretches(
  raw: string,
  stored: string,
  slots: readonly { start: number; end: number; kind: string }[],
): { start: number; end: number; kind: string }[] {
  const taken: { start: number; end: number; kind: string }[] = [];
  let from = 0;
  let at = 0;
  slots.forEach((slot, i) => {
    const kept = stored.slice(from, slot.start);
    if (raw.slice(at, at + kept.length) !== kept) throw new Error("an unmasked stretch has changed");
    const start = at + kept.length;
    const next = stored.slice(slot.end, slots[i + 1]?.start ?? stored.length);
    const end = i + 1 === slots.length ? raw.length - next.length : raw.indexOf(next, start + 1);
    taken.push({ start, end, kind: slot.kind });
    from = slot.end;
    at = end;
  });
  return taken;
}
