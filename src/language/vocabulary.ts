import { lemmaOf } from "./lemma.js";
import { normalForm } from "./normal-form.js";

/** What a token is, decided by its characters alone. */
export const TOKEN = {
  /** Letters, with or without digits; also abbreviations with stops ("e.g.") and the parts of contractions ("n't"). */
  word: 0,
  /** Digits, with decimal points, thousands commas, clock colons, per cent and currency signs. */
  number: 1,
  /** A masked detail, `[PERSON-001]`. */
  placeholder: 2,
  /** Marks that neighbouring words reach across: quotation marks, hyphens inside words, possessive 's. */
  soft: 3,
  /** Marks that end a run of neighbouring words: comma, colon, semicolon, bracket, dash. */
  hard: 4,
  /** Full stop, question mark, exclamation mark, ellipsis: may end a sentence. */
  stop: 5,
  /** Web and mail addresses and whatever else has no words in it. */
  other: 6,
} as const;

/** A distinct surface form. What depends on the form alone is worked out once for it. */
export interface WordType {
  readonly id: number;
  readonly surface: string;
  readonly kind: number;
  /** Lower case, plain apostrophes, -ise for -ize, contractions spelt out ("n't" is "not"). */
  readonly norm: string;
  /** Dictionary form of `norm`, without regard to context. */
  readonly lemma: string;
  /** Whether it begins with a capital. */
  readonly capital: boolean;
  /** Whether it carries content by itself: letters, and no word of grammar or filling. */
  readonly content: boolean;
}

/** Cells of an entry of the table: hash, and the number of the form and one more. */
const CELLS = 2;

/** A hash of code units, a step for each: `hash` is 0 before the first. */
export function hashed(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

/** Surface forms seen so far, each with a small number. Grows with the text's types, not with its tokens. */
export class Vocabulary {
  readonly types: WordType[] = [];
  /** By form, the number of its lemma where it carries content, else -1. */
  readonly contents: number[] = [];
  private readonly lemmas = new Map<string, number>();
  private readonly ids = new Map<string, number>();
  /** Open addressing: a hash and 0 where nothing stands, else the number of the form and one more. */
  private table: Int32Array<ArrayBuffer> = new Int32Array((1 << 13) * CELLS);
  private mask = (1 << 13) - 1;
  private filled = 0;
  /** The code units of all forms, where those of each begin, and its kind. */
  private units: Uint16Array<ArrayBuffer> = new Uint16Array(1 << 15);
  private begin: Int32Array<ArrayBuffer> = new Int32Array(1 << 11);
  private kinds: Uint8Array<ArrayBuffer> = new Uint8Array(1 << 11);

  /**
   * As `id`, of the characters `[start, end)` of a text: a form that was met before costs no string.
   *
   * @param units code units of the text
   * @param hash `hashed` over the characters
   */
  idAt(text: string, units: Uint16Array, start: number, end: number, kind: number, hash: number): number {
    const { table, mask } = this;
    let at = spread(hash) & mask;
    for (;;) {
      const there = table[at * CELLS + 1]!;
      if (there === 0) break;
      if (table[at * CELLS] === hash && this.isAt(there - 1, units, start, end, kind)) return there - 1;
      at = (at + 1) & mask;
    }
    const id = this.id(text.slice(start, end), kind);
    table[at * CELLS] = hash;
    table[at * CELLS + 1] = id + 1;
    if (++this.filled * 2 > mask) this.grow();
    return id;
  }

  private isAt(id: number, units: Uint16Array, start: number, end: number, kind: number): boolean {
    const from = this.begin[id]!;
    if (this.begin[id + 1]! - from !== end - start || this.kinds[id] !== kind) return false;
    for (let i = start, k = from; i < end; i++, k++) if (this.units[k] !== units[i]) return false;
    return true;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let cell = 0; cell < old.length; cell += CELLS) {
      if (old[cell + 1] === 0) continue;
      let at = spread(old[cell]!) & this.mask;
      while (this.table[at * CELLS + 1] !== 0) at = (at + 1) & this.mask;
      this.table[at * CELLS] = old[cell]!;
      this.table[at * CELLS + 1] = old[cell + 1]!;
    }
  }

  /** The number of a surface form of a kind; made on first sight. */
  id(surface: string, kind: number): number {
    const known = this.ids.get(surface);
    if (known !== undefined && this.types[known]!.kind === kind) return known;
    const key = known === undefined ? surface : `${surface}\u0000${kind}`;
    const again = this.ids.get(key);
    if (again !== undefined) return again;
    const id = this.types.length;
    const norm = kind === TOKEN.placeholder ? placeholderNorm(surface) : normalForm(surface);
    const lemma = kind === TOKEN.word ? lemmaOf(norm) : norm;
    const content = isContent(lemma);
    this.types.push({ id, surface, kind, norm, lemma, capital: beginsCapital(surface), content });
    this.contents.push(content ? this.lemmaNumber(lemma) : -1);
    this.ids.set(key, id);
    this.spell(id, surface, kind);
    return id;
  }

  private lemmaNumber(lemma: string): number {
    let number = this.lemmas.get(lemma);
    if (number === undefined) {
      number = this.lemmas.size;
      this.lemmas.set(lemma, number);
    }
    return number;
  }

  /** Notes how a form is written, for `idAt`. */
  private spell(id: number, surface: string, kind: number): void {
    if (id + 1 >= this.begin.length) {
      const begin = new Int32Array(this.begin.length * 2);
      begin.set(this.begin);
      this.begin = begin;
      const kinds = new Uint8Array(this.kinds.length * 2);
      kinds.set(this.kinds);
      this.kinds = kinds;
    }
    const from = this.begin[id]!;
    const end = from + surface.length;
    if (end > this.units.length) {
      const units = new Uint16Array(Math.max(end, this.units.length * 2));
      units.set(this.units);
      this.units = units;
    }
    for (let i = 0; i < surface.length; i++) this.units[from + i] = surface.charCodeAt(i);
    this.begin[id + 1] = end;
    this.kinds[id] = kind;
  }
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** Words of grammar and filling, by lemma. */
const EMPTY = new Set(
  `the a an and or of to in on at for with from by is are was were be been being have has had do does did not this that these those it its they them
  their there here we us our you your i my me he she his her as if so but than then when what which who whom how why where all any some no more most
  much many very just really also about into out up down over can could will would should may might must shall am get got go going one two like well yeah
  know think say said be because being while during through between within across per etc other others`.split(/\s+/),
);

function isContent(lemma: string): boolean {
  const c = lemma.charCodeAt(0);
  return lemma.length > 2 && c >= 97 && c <= 122 && !EMPTY.has(lemma);
}

function beginsCapital(surface: string): boolean {
  const c = surface.charCodeAt(0);
  return c < 128 ? c >= 65 && c <= 90 : /^\p{Lu}/u.test(surface);
}

/** All placeholders of a kind are one word: "[PERSON-003]" reads "[person]". */
function placeholderNorm(surface: string): string {
  const dash = surface.indexOf("-");
  return `${surface.slice(0, dash < 0 ? surface.length - 1 : dash).toLowerCase()}]`;
}
