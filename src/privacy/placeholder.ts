import { SLOT_KINDS } from "../model/index.js";
import type { SlotKind } from "./detail.js";

/** Digits of a placeholder's number. Fixed, so that writing the number in moves no offset. */
export const NUMBER_WIDTH = 3;

/** `[PERSON-000]`: a detail before the review has numbered it. 000 is never given to anybody. */
export function blankPlaceholder(kind: SlotKind): string {
  return `[${kind}-000]`;
}

const LETTERED = 26 * 36 * 36;

/**
 * The nth number (from 1) in three characters: 001 to 999, then A00, A01 … ZZZ in base 36. Past the last (34,695) all share ZZZ:
 * equality is lost there, secrecy is not.
 */
export function placeholderNumber(n: number): string {
  if (n < 1000) return String(n).padStart(NUMBER_WIDTH, "0");
  const rest = Math.min(n - 1000, LETTERED - 1);
  const lead = String.fromCharCode(65 + Math.floor(rest / 1296));
  return lead + (rest % 1296).toString(36).toUpperCase().padStart(2, "0");
}

export function numberedPlaceholder(kind: SlotKind, n: number): string {
  return `[${kind}-${placeholderNumber(n)}]`;
}

/**
 * `[PERSON#<hash>]`: a detail in a short string that has no offsets to keep (a speaker's label, a session's label, a file name). It
 * carries its hash until the review numbers it.
 */
export function keyedPlaceholder(kind: SlotKind, hash: string): string {
  return `[${kind}#${hash}]`;
}

const KINDS = SLOT_KINDS.join("|");
/** A keyed placeholder in a label: kind and hash. */
export const KEYED = new RegExp(`\\[(${KINDS})#([0-9a-f]{24})\\]`, "g");
/** A placeholder that stands in the raw text already, because somebody masked it by hand: kind and number. */
export const WRITTEN = new RegExp(`\\[(${KINDS})-([0-9A-Z]{1,4})\\]`, "g");
