import { TOKEN, type Vocabulary, type WordType } from "../language/index.js";
import type { Element } from "./pattern.js";

const UNKNOWN = -1;

/**
 * The symbols of which wordings are made, and the classes of words that answer to them. A text word answers to its lemma, its form, its
 * exact spelling and the wildcards that it fits; words that answer to the same symbols are one class. Both are worked out once for each
 * distinct word.
 */
export class Symbols {
  private readonly ids = new Map<string, number>();
  /** Elements are read once for each item that a lexicon writes, and stand in many wordings. */
  private readonly ofElements = new Map<Element, number>();
  /** Symbols of word beginnings and endings, by their letters. */
  private readonly prefixes = new Map<string, number>();
  private readonly suffixes = new Map<string, number>();
  private readonly prefixLengths = new Set<number>();
  private readonly suffixLengths = new Set<number>();
  private readonly vocabulary: Vocabulary;
  private kinds = new Int32Array(1024).fill(UNKNOWN);
  private readonly classIds = new Map<string, number>();
  /** The symbols that classes answer to, one class behind the other, and where those of each begin. */
  answers: Int32Array<ArrayBuffer> = new Int32Array(4096);
  private answersOf: Int32Array<ArrayBuffer> = new Int32Array(1024);
  /** Two masks of each class: the symbols that it answers to, each as one bit of either. */
  masks: Int32Array<ArrayBuffer> = new Int32Array(2048);
  /** How many classes there are so far. */
  classes = 0;
  private joining: Uint8Array<ArrayBuffer> = new Uint8Array(1024);

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The symbol of one word position of a wording. All are made before the first word is classed. */
  symbol(element: Element): number {
    const known = this.ofElements.get(element);
    if (known !== undefined) return known;
    const made = this.make(element);
    this.ofElements.set(element, made);
    return made;
  }

  private make(element: Element): number {
    const key = `${element.kind}:${element.value}`;
    let symbol = this.ids.get(key);
    if (symbol === undefined) {
      symbol = this.ids.size;
      this.ids.set(key, symbol);
      if (element.kind === "prefix") {
        this.prefixes.set(element.value, symbol);
        this.prefixLengths.add(element.value.length);
      }
      if (element.kind === "suffix") {
        this.suffixes.set(element.value, symbol);
        this.suffixLengths.add(element.value.length);
      }
    }
    return symbol;
  }

  /** How many there are. */
  get size(): number {
    return this.ids.size;
  }

  /** Class of a word type. */
  classOf(type: number): number {
    if (type < this.kinds.length) {
      const known = this.kinds[type]!;
      if (known !== UNKNOWN) return known;
    }
    return this.classify(type);
  }

  /** Where in `answers` the symbols begin that the words of a class answer to. */
  firstAnswer(kind: number): number {
    return this.answersOf[kind]!;
  }

  /** Where they end. */
  lastAnswer(kind: number): number {
    return this.answersOf[kind + 1]!;
  }

  /** Whether a class is "and" or "or". */
  joins(kind: number): boolean {
    return this.joining[kind] !== 0;
  }

  private classify(type: number): number {
    const word = this.vocabulary.types[type]!;
    const answers = this.ask(word);
    const joining = word.norm === "and" || word.norm === "or";
    const key = `${joining ? "&" : ""}${answers.join(" ")}`;
    let id = this.classIds.get(key);
    if (id === undefined) {
      id = this.classes++;
      this.classIds.set(key, id);
      if (id + 1 >= this.joining.length) {
        this.answersOf = larger(this.answersOf);
        const joins = new Uint8Array(this.joining.length * 2);
        joins.set(this.joining);
        this.joining = joins;
        this.masks = larger(this.masks);
      }
      const from = this.answersOf[id]!;
      while (from + answers.length > this.answers.length) this.answers = larger(this.answers);
      this.answers.set(answers, from);
      this.answersOf[id + 1] = from + answers.length;
      this.joining[id] = joining ? 1 : 0;
      for (const symbol of answers) {
        this.masks[id * 2]! |= firstMask(symbol);
        this.masks[id * 2 + 1]! |= secondMask(symbol);
      }
    }
    if (type >= this.kinds.length) {
      const grown = new Int32Array(Math.max(type + 1, this.kinds.length * 2)).fill(UNKNOWN);
      grown.set(this.kinds);
      this.kinds = grown;
    }
    this.kinds[type] = id;
    return id;
  }

  private ask(word: WordType): number[] {
    const answers: number[] = [];
    const { norm } = word;
    const ask = (key: string): void => {
      const symbol = this.ids.get(key);
      if (symbol !== undefined) answers.push(symbol);
    };
    ask(`lemma:${word.lemma}`);
    ask(`form:${norm}`);
    ask(`case:${word.surface}`);
    ask("any:");
    if (word.kind === TOKEN.number || NUMBER_WORDS.has(norm)) ask("number:");
    if (norm === "[person]") ask("person:");
    for (const length of this.prefixLengths) {
      const symbol = length <= norm.length ? this.prefixes.get(norm.slice(0, length)) : undefined;
      if (symbol !== undefined) answers.push(symbol);
    }
    for (const length of this.suffixLengths) {
      const symbol = length <= norm.length ? this.suffixes.get(norm.slice(-length)) : undefined;
      if (symbol !== undefined) answers.push(symbol);
    }
    return answers;
  }
}

/** A symbol as one bit of a first and of a second mask: where a set's masks lack a bit of both, no symbol is in it (Bloom 1970). */
export function firstMask(symbol: number): number {
  return 1 << (Math.imul(symbol, 0x9e3779b1) >>> 27);
}

export function secondMask(symbol: number): number {
  return 1 << (Math.imul(symbol, 0x85ebca6b) >>> 27);
}

function larger(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2);
  grown.set(column);
  return grown;
}

const NUMBER_WORDS = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
  sixty seventy eighty ninety hundred thousand dozen couple several half`.split(/\s+/),
);
