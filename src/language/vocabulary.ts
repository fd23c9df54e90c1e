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

/** Surface forms seen so far, each with a small number. Grows with the text's types, not with its tokens. */
export class Vocabulary {
  readonly types: WordType[] = [];
  private readonly ids = new Map<string, number>();
  /** Numbers of forms, by hash of their characters: open addressing, 0 where nothing stands, else the number and one more. */
  private table: Int32Array<ArrayBuffer> = new Int32Array(1 << 13);
  private filled = 0;

  /** As `id`, of the characters `[start, end)` of a text: a form that was met before costs no string. */
  idAt(text: string, start: number, end: number, kind: number): number {
    let hash = end - start;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    const mask = this.table.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (let there = this.table[at]!; there !== 0; there = this.table[at]!) {
      const type = this.types[there - 1]!;
      if (type.kind === kind && isAt(type.surface, text, start, end)) return there - 1;
      at = (at + 1) & mask;
    }
    const id = this.id(text.slice(start, end), kind);
    this.table[at] = id + 1;
    if (++this.filled * 2 > mask) this.grow();
    return id;
  }

  private grow(): void {
    const old = this.table;
    this.table = new Int32Array(old.length * 2);
    const mask = this.table.length - 1;
    for (const there of old) {
      if (there === 0) continue;
      const { surface } = this.types[there - 1]!;
      let hash = surface.length;
      for (let i = 0; i < surface.length; i++) hash = (Math.imul(hash, 31) + surface.charCodeAt(i)) | 0;
      let at = (hash ^ (hash >>> 15)) & mask;
      while (this.table[at] !== 0) at = (at + 1) & mask;
      this.table[at] = there;
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
    this.types.push({ id, surface, kind, norm, lemma, capital: beginsCapital(surface), content: isContent(lemma) });
    this.ids.set(key, id);
    return id;
  }
}

function isAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
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
