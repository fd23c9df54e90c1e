import type { SLOT_KINDS } from "../model/index.js";

export type SlotKind = (typeof SLOT_KINDS)[number];

/** A personal detail found in the *raw* text: half-open UTF-16 offsets, kind, and the form in which equal details are equal. */
export interface Detail {
  readonly start: number;
  readonly end: number;
  readonly kind: SlotKind;
  /** Normalised: digits of a number, lower case of a name, no spaces in a postcode. Never leaves this folder but as a keyed hash. */
  readonly value: string;
}

/** Finds details of one sort in a text. Linear in the text. */
export type Detector = (text: string) => Detail[];

/** Stretches of a text that are spoken for. First come, first served: the order in which details are claimed is their rank. */
export class Claims {
  private readonly taken: Uint8Array;

  constructor(length: number) {
    this.taken = new Uint8Array(length);
  }

  /** Whether no unit of `[start, end)` is claimed. */
  free(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.taken[i]) return false;
    return true;
  }

  /** Claims the stretch if it is free and not empty; says whether it was. */
  claim(start: number, end: number): boolean {
    if (end <= start || !this.free(start, end)) return false;
    this.taken.fill(1, start, end);
    return true;
  }
}

/** Digits of a string, nothing else. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
