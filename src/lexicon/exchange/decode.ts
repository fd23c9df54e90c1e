import iconv from "iconv-lite";

/** Bytes looked at for the zeros of UTF-16 without a mark. */
const SAMPLE = 4096;

/**
 * Bytes to text: byte-order mark, UTF-16 without one by its zero bytes, strict UTF-8, else Windows-1252, which no bytes can
 * fail. The mark is dropped and line ends become LF. Windows-1252 goes through iconv-lite because Node 20 reads its
 * quotation marks as control characters.
 */
export function decodeText(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return iconv.decode(buffer, encodingOf(bytes), { stripBOM: true }).replace(/\r\n?/g, "\n");
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++;
  if (length >= 4 && zeros[1]! > length * 0.35 && zeros[0]! < length * 0.03) return "utf-16le";
  if (length >= 4 && zeros[0]! > length * 0.35 && zeros[1]! < length * 0.03) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf8";
  } catch {
    return "windows-1252";
  }
}
