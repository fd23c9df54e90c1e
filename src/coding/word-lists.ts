import type { Vocabulary, WordType } from "../language/index.js";

/** Words that stand on some list of the coder's: one bit a list. */
const LISTS: ReadonlySet<string>[] = [];

/** Lists that there may be: the bits of a number, the sign and those below left aside. */
const MOST = 28;
/** Bit of words that begin with a capital. */
export const CAPITAL = 1 << 28;
/** Bit of words that begin as names do: with a capital and a small letter. */
export const NAMED = 1 << 29;

/** Puts a list of normalised words on record; returns its bit for `SentenceReading.isIn`. Throws when there are more lists than bits. */
export function listOf(words: Iterable<string>): number {
  if (LISTS.length >= MOST) throw new Error(`more than ${MOST} lists of words: ask by word instead`);
  LISTS.push(new Set(words));
  return 1 << (LISTS.length - 1);
}

const KNOWN = new WeakMap<Vocabulary, ListsOfTypes>();

/** On which lists each word type of a vocabulary stands; worked out once for each distinct word. */
export function listsOf(vocabulary: Vocabulary): ListsOfTypes {
  let lists = KNOWN.get(vocabulary);
  if (!lists) {
    lists = new ListsOfTypes(vocabulary.types);
    KNOWN.set(vocabulary, lists);
  }
  return lists;
}

/** On which lists word types stand, by bits. */
export class ListsOfTypes {
  private readonly types: readonly WordType[];
  private bits: Int32Array<ArrayBuffer> = new Int32Array(1024).fill(-1);

  constructor(types: readonly WordType[]) {
    this.types = types;
  }

  of(type: number): number {
    const known = type < this.bits.length ? this.bits[type]! : -1;
    return known >= 0 ? known : this.ask(type);
  }

  private ask(type: number): number {
    if (type >= this.bits.length) {
      const grown = new Int32Array(Math.max(type + 1, this.bits.length * 2)).fill(-1);
      grown.set(this.bits);
      this.bits = grown;
    }
    const { norm, surface, capital } = this.types[type]!;
    let bits = (capital ? CAPITAL : 0) | (/^\p{Lu}\p{Ll}/u.test(surface) ? NAMED : 0);
    for (const [k, list] of LISTS.entries()) if (list.has(norm)) bits |= 1 << k;
    this.bits[type] = bits;
    return bits;
  }
}
