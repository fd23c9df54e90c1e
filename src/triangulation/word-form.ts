import { PorterStemmer } from "natural/lib/natural/stemmers/index.js";
import type { Mention } from "../model/index.js";
import { byCodeUnits } from "./order.js";

/** A word or phrase for a code, so that its inflections are counted as one word. */
export interface WordForm {
  /** Equal for two mentions that use the same words. */
  readonly key: string;
  /** How it is written, where the lexicon writes it in plain words. */
  readonly plain?: string;
  /** How this mention says it. */
  readonly said: string;
}

/**
 * The words in which a mention names its code. A term in plain words stands for itself; one with alternatives for
 * whichever the speaker used, since two sectors may use different ones; one with gaps or named groups for the whole
 * term, since what stands in the gap differs every time. Inflections meet by their stems (Porter 1980).
 */
export function wordForm({ term, text }: Pick<Mention, "term" | "text">): WordForm {
  const said = spaced(text.toLowerCase());
  const plain = spaced(term.replace(/["=]/g, ""));
  if (/^[\p{L}\p{N}\p{M} '’&-]+$/u.test(plain)) {
    return { key: stems(plain), plain: term.startsWith("=") ? plain : plain.toLowerCase(), said };
  }
  return { key: /[~<@*]/.test(term) ? term : stems(said), said };
}

/** How a word is shown: as the lexicon writes it, else as it is said most often. */
export class Spelling {
  #plain: string | undefined;
  readonly #said = new Map<string, number>();

  add({ plain, said }: WordForm): void {
    if (plain !== undefined && (this.#plain === undefined || plain < this.#plain)) this.#plain = plain;
    this.#said.set(said, (this.#said.get(said) ?? 0) + 1);
  }

  toString(): string {
    if (this.#plain !== undefined) return this.#plain;
    const [commonest] = [...this.#said].sort((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0]));
    return commonest?.[0] ?? "";
  }
}

function spaced(words: string): string {
  return words.trim().replace(/\s+/g, " ");
}

const known = new Map<string, string>();

/** Stems of a phrase's words; a lexicon has few phrases and they come again and again, so each is stemmed once. */
function stems(phrase: string): string {
  let held = known.get(phrase);
  if (held === undefined) {
    held = (phrase.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => PorterStemmer.stem(word)).join(" ");
    known.set(phrase, held);
  }
  return held;
}
