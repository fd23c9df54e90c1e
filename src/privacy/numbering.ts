import type { Slot } from "../model/index.js";
import type { SlotKind } from "./detail.js";
import { blankPlaceholder, KEYED, NUMBER_WIDTH, numberedPlaceholder, placeholderNumber } from "./placeholder.js";

/** A masked document as the review sees it. */
export interface MaskedDocument {
  /** Path under the review: its order among the documents. */
  readonly path: string;
  readonly text: string;
  readonly slots: readonly Slot[];
  /** Its masked labels (speakers, parts, file name) with keyed placeholders. */
  readonly labels?: readonly string[];
}

export interface Numbering {
  /** The documents' texts with their numbers written in, in the order given. Offsets are those of the blank texts. */
  readonly texts: string[];
  /** A label with its numbers: `[PERSON#ab…]` becomes `[PERSON-003]`; one never seen becomes `[PERSON-000]`. */
  readonly label: (text: string) => string;
}

/**
 * Numbers the placeholders of one review: within a kind, details are counted from 001 in order of (document path, place); a person is one
 * number in all its documents. Labels of a document are counted after its text, `labels` of the review after all documents. The order of the arguments makes
 * no difference to the numbers. Throws when a slot does not stand on a placeholder of its kind.
 */
export function numberSlots(documents: readonly MaskedDocument[], labels: readonly string[] = []): Numbering {
  const numbers = new Map<string, number>();
  const counts = new Map<SlotKind, number>();
  const number = (kind: SlotKind, hash: string): number => {
    const key = `${kind}#${hash}`;
    const present = numbers.get(key);
    if (present !== undefined) return present;
    const next = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, next);
    numbers.set(key, next);
    return next;
  };
  const numberLabels = (texts: readonly string[]): void => {
    for (const text of texts) for (const m of text.matchAll(KEYED)) number(m[1] as SlotKind, m[2]!);
  };

  const texts = new Array<string>(documents.length);
  const order = documents.map((_, i) => i).sort((a, b) => byCodeUnits(documents[a]!.path, documents[b]!.path) || a - b);
  for (const i of order) {
    const { text, slots, labels: own = [] } = documents[i]!;
    const pieces: string[] = [];
    let from = 0;
    for (const slot of [...slots].sort((a, b) => a.start - b.start)) {
      const at = slot.end - 1 - NUMBER_WIDTH;
      if (slot.start < from || text.slice(slot.start, at) !== `[${slot.kind}-` || text[slot.end - 1] !== "]") {
        throw new Error(`slot ${slot.start}-${slot.end} stands on no ${slot.kind} placeholder`);
      }
      pieces.push(text.slice(from, at), placeholderNumber(number(slot.kind, slot.hash)));
      from = slot.end - 1;
    }
    pieces.push(text.slice(from));
    texts[i] = pieces.join("");
    numberLabels([...own].sort(byCodeUnits));
  }
  numberLabels([...labels].sort(byCodeUnits));
  return {
    texts,
    label: (text) =>
      text.replace(KEYED, (_, kind: SlotKind, hash: string) => {
        const n = numbers.get(`${kind}#${hash}`);
        return n === undefined ? blankPlaceholder(kind) : numberedPlaceholder(kind, n);
      }),
  };
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
