import iconv from "iconv-lite";
import { detect } from "jschardet";
import { Unreadable } from "./unreadable.js";

/** Below this confidence a guess at the encoding is worth less than the habit of UK offices, Windows-1252. */
const CONFIDENCE_FLOOR = 0.6;
/** Bytes shown to the detector; it is slow, and more of them do not make it wiser. */
const SAMPLE = 48 * 1024;

const MAGIC: readonly [string, readonly number[]][] = [
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
  ["a zip archive or an Office document", [0x50, 0x4b, 0x03, 0x04]],
  ["an old Office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a gzip archive", [0x1f, 0x8b, 0x08]],
];

/** Whether `bytes` begin with `magic`. */
export function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/**
 * Bytes to text: byte-order mark, then strict UTF-8, then UTF-16 without a mark by its zero bytes, then a detector above
 * a confidence floor, else Windows-1252. Windows-1252 goes through iconv-lite because `TextDecoder` on Node 20 turns
 * its quotation marks into control characters. Throws `Unreadable` for bytes that are no text.
 */
export function decodeBytes(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeAs("utf8", bytes.subarray(3));
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs("utf-16le", bytes.subarray(2));
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs("utf-16be", bytes.subarray(2));
  refuseOtherFormats(bytes);
  const wide = utf16WithoutMark(bytes);
  if (wide) return refuseBinary(decodeAs(wide, bytes));
  try {
    return refuseBinary(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
  }
  return refuseBinary(decodeAs(guessEncoding(bytes), bytes));
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true });
}

function refuseOtherFormats(bytes: Uint8Array): void {
  for (const [what, magic] of MAGIC) {
    if (!startsWith(bytes, magic)) continue;
    throw new Unreadable(
      "not-text",
      `Text was expected, but the bytes are those of ${what}.`,
      "Give the file the extension of its real format, or save it as text.",
    );
  }
}

/** English text in UTF-16 has a zero in nearly every second byte. */
function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.7 && odd < pairs * 0.05) return "utf-16be";
  return undefined;
}

/** Asks the detector about the stretches around bytes that are not ASCII: a head of plain ASCII would mislead it. */
function guessEncoding(bytes: Uint8Array): string {
  const sample = Buffer.alloc(Math.min(SAMPLE, bytes.length));
  let filled = 0;
  for (let i = 0; i < bytes.length && filled < sample.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const from = Math.max(0, i - 40);
    const to = Math.min(bytes.length, i + 40, from + sample.length - filled);
    sample.set(bytes.subarray(from, to), filled);
    filled += to - from;
    i = to;
  }
  const guess = detect(sample.subarray(0, filled));
  const encoding = guess?.encoding ?? "";
  const usable = (guess?.confidence ?? 0) >= CONFIDENCE_FLOOR && encoding !== "" && iconv.encodingExists(encoding);
  if (!usable || /^(ascii|utf-?8|iso-8859-1|windows-125[0-8]|tis-620|iso-8859-\d+)$/i.test(encoding))
    return "windows-1252";
  return encoding;
}

/** Control characters other than space have no business in a transcript; more than one in a hundred is no text. */
function refuseBinary(text: string): string {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13) || code === 0xfffd)
      controls += 1;
  }
  if (controls > text.length / 100) {
    throw new Unreadable(
      "binary",
      "Text was expected, but the file holds binary data.",
      "Export the transcript again as text, or take the file out of the archive.",
    );
  }
  return text;
}
