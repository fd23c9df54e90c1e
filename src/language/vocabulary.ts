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
