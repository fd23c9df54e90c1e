import { createHash } from "node:crypto";

/** Any placeholder of masking, `[PERSON-003]`: a person and a phone are one kind of word here. */
const WORD = /\[[A-Z]+-[0-9A-Z]{1,4}\]|[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

/** The words of a text in lower case, placeholders as `[]`: what two wordings share when spacing, case, marks and numbering are set aside. */
export function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) =>
    word.startsWith("[") ? "[]" : word.toLowerCase().replaceAll("’", "'"),
  );
}

/** Hexadecimal hash of parts that cannot run into one another; 16 digits keep millions apart. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex").slice(0, 16);
}

/** FNV-1a (Fowler, Noll & Vo) in two lanes of 32 bits with different seeds, as one number of 53 bits. */
export function numberOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return ((high ^ (high >>> 16)) & 0x1fffff) * 0x100000000 + ((low ^ (low >>> 15)) >>> 0);
}
