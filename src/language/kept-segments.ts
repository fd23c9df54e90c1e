import type { Segments } from "./segments.js";
import type { TokenRun } from "./sentences.js";
import type { Vocabulary } from "./vocabulary.js";

/**
 * The tokens and sentences of a document as they are put by, in plain JSON: its distinct forms, and one stretch of bytes. Forms are
 * words of the text, so it is as confidential as the text and goes where that goes.
 */
export interface KeptSegments {
  /** Distinct surface forms, in order of first sight, and the kind of each (`TOKEN`), a digit each. */
  forms: string[];
  kinds: string;
  /** Numbers of tokens, of sentences, and of blocks up to the last that holds a sentence. */
  counts: [tokens: number, sentences: number, blocks: number];
  /** Base64 of numbers of seven bits a byte: by token its form and gap, then by sentence its tokens, then by block its sentences. */
  bytes: string;
}

/** A token's form and the white space before it in one number; a longer gap follows as a number of its own. */
const GAPS = 4;

/** What of segments is put by. The forms of tokens tell their length, so that a token costs two bytes or three. */
export function keepSegments({ tokens, runs, blocks }: Segments, vocabulary: Vocabulary): KeptSegments {
  const forms: string[] = [];
  let kinds = "";
  const local = new Map<number, number>();
  const size = tokens.start.length;
  const blockCount = blocks.length === 0 ? 0 : blocks[blocks.length - 1]! + 1;
  const bytes = new Uint8Array((size * 2 + runs.length + blockCount) * WIDEST);
  let at = 0;
  const put = (number: number): void => {
    let rest = number;
    for (; rest > LOW; rest >>>= BITS) bytes[at++] = (rest & LOW) | MORE;
    bytes[at++] = rest;
  };
  let end = 0;
  for (let t = 0; t < size; t++) {
    const type = tokens.type[t]!;
    let form = local.get(type);
    if (form === undefined) {
      form = forms.length;
      local.set(type, form);
      const { surface, kind } = vocabulary.types[type]!;
      forms.push(surface);
      kinds += kind;
    }
    const gap = tokens.start[t]! - end;
    put(form * GAPS + Math.min(gap, GAPS - 1));
    if (gap >= GAPS - 1) put(gap);
    end = tokens.end[t]!;
  }
  for (const run of runs) put(run.to - run.from);
  const sentences = new Int32Array(blockCount);
  for (const block of blocks) sentences[block]!++;
  for (const count of sentences) put(count);
  return {
    forms,
    kinds,
    counts: [size, runs.length, blockCount],
    bytes: Buffer.from(bytes.buffer, 0, at).toString("base64"),
  };
}

/** The tokens and sentences that were put by, numbered by a vocabulary. One look-up for each distinct form, none for a token. */
export function segmentsFrom(kept: KeptSegments, vocabulary: Vocabulary): Segments {
  const [size, sentences, blockCount] = kept.counts;
  const kinds = Uint8Array.from(kept.kinds, Number);
  const types = Int32Array.from(kept.forms, (form, k) => vocabulary.id(form, kinds[k]!));
  const lengths = Int32Array.from(kept.forms, ({ length }) => length);
  const bytes = Buffer.from(kept.bytes, "base64");
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  const kind = new Uint8Array(size);
  const type = new Int32Array(size);
  let at = 0;
  const take = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += BITS) {
      const byte = bytes[at++]!;
      number |= (byte & LOW) << shift;
      if (byte < MORE) return number;
    }
  };
  let behind = 0;
  for (let t = 0; t < size; t++) {
    const number = take();
    const form = (number / GAPS) | 0;
    const short = number & (GAPS - 1);
    const from = behind + (short < GAPS - 1 ? short : take());
    behind = from + lengths[form]!;
    start[t] = from;
    end[t] = behind;
    kind[t] = kinds[form]!;
    type[t] = types[form]!;
  }
  const runs: TokenRun[] = [];
  for (let s = 0, from = 0; s < sentences; s++) {
    const to = from + take();
    runs.push({ from, to });
    from = to;
  }
  const blocks: number[] = [];
  for (let b = 0; b < blockCount; b++) for (let left = take(); left > 0; left--) blocks.push(b);
  return { tokens: { start, end, kind, type }, runs, blocks };
}

/** Bits of a number in a byte, the mark that more follow, and the most bytes of a number below 2^31. */
const BITS = 7;
const LOW = 127;
const MORE = 128;
const WIDEST = 5;
