/** The text read last and its code units: a text is read many times over before the next one is. */
let last = "";
let bytes = Buffer.alloc(1 << 16);
let units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);

/**
 * The UTF-16 code units of a text, in a column that holds until the next text is asked for; what stands behind the text's end is none of it.
 * Strings come in many makes (flat, sliced, joined, of one byte or two), and code that has met several asks each for every character what it is.
 */
export function codeUnitsOf(text: string): Uint16Array {
  if (text !== last) {
    if (text.length * 2 > bytes.length) {
      bytes = Buffer.alloc(Math.max(text.length * 2, bytes.length * 2));
      units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    }
    bytes.write(text, 0, "utf16le");
    last = text;
  }
  return units;
}
