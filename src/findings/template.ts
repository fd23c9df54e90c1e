import type { Phrase } from "./words.js";

/** What the slots of a template can be filled with. A slot that is absent or empty drops the part that names it. */
export type Slots = Readonly<Record<string, Phrase | undefined>>;

type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "slot"; readonly name: string }
  | { readonly kind: "choice"; readonly name: string; readonly one: string; readonly many: string };

const SLOT = /\{([A-Za-z][A-Za-z.]*)(?::([^{}|]*)\|([^{}|]*))?\}/g;

function pieces(template: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of template.matchAll(SLOT)) {
    if (match.index > end) found.push({ kind: "text", text: template.slice(end, match.index) });
    const [whole, name = "", one, many] = match;
    if (one === undefined || many === undefined) found.push({ kind: "slot", name });
    else found.push({ kind: "choice", name, one, many });
    end = match.index + whole.length;
  }
  if (end < template.length) found.push({ kind: "text", text: template.slice(end) });
  return found;
}

/** Names of the slots of a template, each once; undefined where a brace is left over that belongs to no slot. */
export function slotNames(template: string): string[] | undefined {
  const names = new Set<string>();
  for (const piece of pieces(template)) {
    if (piece.kind !== "text") names.add(piece.name);
    else if (/[{}]/.test(piece.text)) return undefined;
  }
  return [...names];
}

/**
 * Fills the parts of a template and joins them as they stand. `{name}` is the slot's text, `{name:says|say}` the form for
 * one or for many. A part is left out when any slot it names is absent or empty, so that a clause about contradiction is
 * there only where somebody contradicts. A part that begins a sentence begins with a capital;
 * a clause that will stand inside another sentence does not.
 */
export function fill(parts: readonly string[], slots: Slots, start: "sentence" | "clause" = "sentence"): string {
  let sentence = "";
  for (const part of parts) {
    const text = fillPart(part, slots);
    if (text === undefined) continue;
    const begins = sentence === "" ? start === "sentence" : sentence.endsWith(".") && text.startsWith(" ");
    sentence += begins ? text.replace(/^ *./u, (opening) => opening.toUpperCase()) : text;
  }
  return sentence;
}

function fillPart(part: string, slots: Slots): string | undefined {
  let text = "";
  for (const piece of pieces(part)) {
    if (piece.kind === "text") {
      text += piece.text;
      continue;
    }
    const phrase = slots[piece.name];
    if (phrase === undefined || phrase.text === "") return undefined;
    text += piece.kind === "slot" ? phrase.text : phrase.many ? piece.many : piece.one;
  }
  return text;
}
