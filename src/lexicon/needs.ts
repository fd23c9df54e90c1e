import type { Pattern } from "./chains.js";
import type { Fragment } from "./fragment.js";
import type { Sketch } from "./sketch.js";

/** Bits of a sketch's bit, and how many of them one number holds. */
const WIDTH = 10;
const HELD = 3;
const MASK = (1 << WIDTH) - 1;

/**
 * What a pattern needs of a sentence besides the anchor from which it is looked up: a word with which each of its other stretches may
 * begin. Most patterns whose anchor stands in a sentence lack one, and this tells so without a look at their chains.
 */
export class Needs {
  /** By pattern: 0 nothing, above 0 the bits of up to three stretches, below 0 a place in `choices`. */
  readonly of: Int32Array;
  /** By chain: 0 nothing, above 0 the bits of up to three stretches. */
  readonly ofChain: Int32Array;
  /** For patterns of several chains: how many there are, then what each needs. */
  private readonly choices: Int32Array;

  constructor(sketch: Sketch, fragments: readonly Fragment[], patterns: readonly Pattern[]) {
    const ofChain: number[] = [];
    const choices = [0];
    this.of = new Int32Array(patterns.length);
    for (const [p, { chains }] of patterns.entries()) {
      const each = chains.map((chain) => packed(chain, sketch, fragments));
      ofChain.push(...each);
      if (each.length === 1) this.of[p] = each[0]!;
      else if (!each.includes(0)) {
        this.of[p] = -choices.length;
        choices.push(each.length, ...each);
      }
    }
    this.ofChain = Int32Array.from(ofChain);
    this.choices = Int32Array.from(choices);
  }

  /** Whether a sentence, by the bits of its words, may have what is needed. Nobody need ask about 0. */
  met(need: number, sentence: Int32Array): boolean {
    if (need >= 0) return holds(need, sentence);
    const { choices } = this;
    const from = 1 - need;
    const end = from + choices[-need]!;
    for (let k = from; k < end; k++) if (holds(choices[k]!, sentence)) return true;
    return false;
  }
}

/** Whether a sentence may have what one chain needs. */
export function holds(need: number, sentence: Int32Array): boolean {
  const a = need & MASK;
  if (((sentence[a >> 5]! >>> (a & 31)) & 1) === 0) return false;
  const b = (need >> WIDTH) & MASK;
  if (((sentence[b >> 5]! >>> (b & 31)) & 1) === 0) return false;
  const c = need >> (2 * WIDTH);
  return ((sentence[c >> 5]! >>> (c & 31)) & 1) !== 0;
}

/** The fragments of which a pattern needs one beside its anchor, each once. */
export function neededIn(patterns: readonly Pattern[]): number[] {
  const needed = new Set<number>();
  for (const { chains } of patterns)
    for (const { links, anchor } of chains)
      for (let k = 0; k < links.length; k++) if (k !== anchor) needed.add(links[k]!.fragment);
  return [...needed];
}

/** The bits of a chain's stretches but the anchor: where there are more than can be held, of those that are least expected. */
function packed({ links, anchor }: Pattern["chains"][number], sketch: Sketch, fragments: readonly Fragment[]): number {
  if (links.length === 1) return 0;
  const others = links.flatMap(({ fragment }, k) => (k === anchor ? [] : [fragment]));
  if (others.length > HELD) others.sort((a, b) => fragments[a]!.opensOn - fragments[b]!.opensOn);
  let bits = 0;
  for (let k = 0; k < others.length && k < HELD; k++) bits |= sketch.bit[others[k]!]! << (k * WIDTH);
  return bits;
}
