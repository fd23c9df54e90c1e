import { z } from "zod";
import type { Limits } from "../../model/index.js";
import { Bounds } from "../bounds.js";
import { toClockTime } from "../clock-time.js";
import { decodeBytes } from "../decode-bytes.js";
import type { Parsed, ParsedParagraph } from "../parsed.js";
import { Unreadable } from "../unreadable.js";

const Clock = z.union([z.number(), z.string()]).nullish();
const Name = z.union([z.string(), z.number()]).nullish();

/** Whisper and its kin: `{segments: [{start, end, text, speaker?}]}`. */
const Whisper = z.object({ segments: z.array(z.object({ start: Clock, text: z.string(), speaker: Name })) });

/** Plain lists: `[{speaker, text, time?}]`, also under a key such as `turns`. */
const Said = z.object({ speaker: Name, name: Name, text: z.string(), time: Clock, start: Clock, timestamp: Clock });
const Turns = z.array(Said);
const Wrapped = z.union([
  z.object({ turns: Turns }).transform((value) => value.turns),
  z.object({ utterances: Turns }).transform((value) => value.utterances),
  z.object({ transcript: Turns }).transform((value) => value.transcript),
  z.object({ messages: Turns }).transform((value) => value.messages),
]);

const AwsItem = z.object({
  type: z.string(),
  start_time: z.string().nullish(),
  speaker_label: z.string().nullish(),
  alternatives: z.array(z.object({ content: z.string() })),
});
const AwsLabels = z.object({
  segments: z.array(
    z.object({
      speaker_label: z.string(),
      items: z.array(z.object({ start_time: z.string(), speaker_label: z.string().nullish() })),
    }),
  ),
});
/** AWS Transcribe: newer files have ready segments, older ones words with speakers listed beside them. */
const Aws = z.object({
  results: z.object({
    audio_segments: z
      .array(
        z.object({ transcript: z.string(), start_time: z.string().nullish(), speaker_label: z.string().nullish() }),
      )
      .nullish(),
    items: z.array(AwsItem).nullish(),
    speaker_labels: AwsLabels.nullish(),
    transcripts: z.array(z.object({ transcript: z.string() })).nullish(),
  }),
});
type AwsResults = z.infer<typeof Aws>["results"];

/** JSON of a speech recogniser (Whisper, AWS Transcribe) or a plain list of `{speaker, text}`. */
export function readJson(bytes: Uint8Array, limits: Limits): Parsed {
  const text = decodeBytes(bytes);
  const bounds = new Bounds(limits);
  bounds.text(text.length);
  countNesting(text, bounds);
  return { paragraphs: toParagraphs(parseJson(text)), problems: [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable("broken-json", "The JSON is broken or cut off.", "Export the transcript again.");
  }
}

function toParagraphs(value: unknown): ParsedParagraph[] {
  const aws = Aws.safeParse(value);
  if (aws.success) return awsToParagraphs(aws.data.results);
  const whisper = Whisper.safeParse(value);
  if (whisper.success)
    return whisper.data.segments.flatMap(({ text, speaker, start }) => said(text, speaker, start, true));
  const turns = Turns.safeParse(value);
  const wrapped = turns.success ? turns : Wrapped.safeParse(value);
  if (wrapped.success) {
    return wrapped.data.flatMap((turn) =>
      said(turn.text, turn.speaker ?? turn.name, turn.time ?? turn.start ?? turn.timestamp, false),
    );
  }
  throw new Unreadable(
    "unknown-json",
    "The JSON is none of the transcripts that are read: segments (Whisper), results (AWS Transcribe), a list of {speaker, text}.",
    "Convert it to a list of {speaker, text, time}.",
  );
}

function said(
  text: string,
  speaker: string | number | null | undefined,
  time: string | number | null | undefined,
  cue: boolean,
): ParsedParagraph[] {
  const label = String(speaker ?? "").trim();
  const clock = toClockTime(time ?? "");
  return text.trim() === ""
    ? []
    : [
        {
          text: text.trim(),
          kind: "paragraph",
          ...(label && { speaker: label }),
          ...(clock && { time: clock }),
          ...(cue && { cue }),
        },
      ];
}

function awsToParagraphs(results: AwsResults): ParsedParagraph[] {
  if (results.audio_segments && results.audio_segments.length > 0) {
    return results.audio_segments.flatMap((segment) =>
      said(segment.transcript, segment.speaker_label, numeric(segment.start_time), true),
    );
  }
  if (results.items && results.items.length > 0) return awsWords(results.items, results.speaker_labels ?? undefined);
  return (results.transcripts ?? []).flatMap(({ transcript }) => said(transcript, undefined, undefined, true));
}

/** Words to stretches of one speaker; punctuation carries no time and joins the word before it. */
function awsWords(
  items: readonly z.infer<typeof AwsItem>[],
  labels: z.infer<typeof AwsLabels> | undefined,
): ParsedParagraph[] {
  const speakerAt = new Map<string, string>();
  for (const segment of labels?.segments ?? []) {
    for (const item of segment.items) speakerAt.set(item.start_time, item.speaker_label ?? segment.speaker_label);
  }
  const stretches: { speaker: string; start: string; words: string[] }[] = [];
  for (const item of items) {
    const word = item.alternatives[0]?.content ?? "";
    const current = stretches.at(-1);
    if (item.type === "punctuation" || !item.start_time) {
      if (current) current.words.push(word);
      continue;
    }
    const speaker = item.speaker_label ?? speakerAt.get(item.start_time) ?? current?.speaker ?? "";
    if (current && current.speaker === speaker) current.words.push(` ${word}`);
    else stretches.push({ speaker, start: item.start_time, words: [word] });
  }
  return stretches.flatMap(({ speaker, start, words }) => said(words.join(""), speaker, numeric(start), true));
}

function numeric(value: string | null | undefined): number | string {
  const number = Number(value ?? Number.NaN);
  return Number.isFinite(number) ? number : "";
}

/** Counts brackets outside strings before anything is built, so that depth and size are bounded. */
function countNesting(text: string, bounds: Bounds): void {
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) bounds.enter();
    else if (code === 0x5d || code === 0x7d) bounds.leave();
    else if (code === 0x2c) bounds.node();
  }
}
