import iconv from "iconv-lite";

/**
 * Text of a metadata file: UTF-8 (with or without byte-order mark), UTF-16 with byte-order mark ("Unicode text" of spreadsheets),
 * else Windows-1252, which no bytes can fail. The mark is dropped.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: "utf-8" | "utf-16" | "windows-1252" } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: iconv.decode(buffer, "utf-16le"), encoding: "utf-16" };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(buffer, "utf-16be"), encoding: "utf-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    // Node 20 decodes windows-1252 wrongly between 0x80 and 0x9f; iconv-lite does not.
    return { text: iconv.decode(buffer, "windows-1252"), encoding: "windows-1252" };
  }
}
