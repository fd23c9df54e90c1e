import { TOKEN, type Vocabulary, type WordType } from "../language/index.js";
import type { Found } from "./found.js";
import type { Element } from "./pattern.js";
import { Transitions } from "./transitions.js";

/** A node of the tree of wordings: its branches by symbol, and the fragments that end here. */
interface Node {
  readonly next: Map<number, Node>;
  readonly ends: number[];
  /** Fragments that end here and whose last word may stand behind a coordination ("drug and alcohol services"). */
  readonly heads: number[];
}

const newNode = (): Node => ({ next: new Map(), ends: [], heads: [] });

/** The words of one sentence, without the marks that words reach across: columns of a document, read from `from` to `to`. */
export interface SentenceWords {
  /** Type of each word in the vocabulary. */
  readonly type: ArrayLike<number>;
  /** Not 0 where a comma, colon, bracket or dash stands before the word. */
  readonly broken: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** The state from which nothing goes on. */
const DEAD = 0;
const ROOT = 1;
const UNKNOWN = -1;
const NOTHING: readonly number[] = [];

/**
 * One automaton over all wordings of all terms, cues and groups. Words are symbols: a text word answers to its lemma, its form, its
 * exact spelling and the wildcards that it fits. Words that answer to the same symbols are one class, worked out once for each
 * distinct word; a state is the set of nodes that a run of classes reaches, worked out when a text first reaches it (subset
 * construction, Rabin & Scott 1959, done lazily as in Aho's egrep). Reading a word is then one look-up.
 */
export class Automaton {
  private readonly root = newNode();
  private readonly symbols = new Map<string, number>();
  /** Symbols of word beginnings and endings, by their letters. */
  private readonly prefixes = new Map<string, number>();
  private readonly suffixes = new Map<string, number>();
  private readonly prefixLengths = new Set<number>();
  private readonly suffixLengths = new Set<number>();
  private readonly vocabulary: Vocabulary;

  /** Class of each word type, and the symbols of each class. */
  private classes = new Int32Array(1024).fill(UNKNOWN);
  private readonly classIds = new Map<string, number>();
  private readonly answers: (readonly number[])[] = [];
  /** Whether a class is "and" or "or". */
  private readonly joining: boolean[] = [];

  /** The states met so far: their nodes, what ends in them, what may end in them behind a coordination. */
  private nodes: (readonly Node[])[] = [];
  private ends: (readonly number[])[] = [];
  private heads: (readonly number[])[] = [];
  /** Whether a state goes on at all, and whether one of its branches ends a fragment that may be coordinated. */
  private goesOn: boolean[] = [];
  private leadsToHead: boolean[] = [];
  private readonly stateIds = new Map<string, number>();
  private readonly nodeIds = new Map<Node, number>();
  private begin: Int32Array<ArrayBuffer> = new Int32Array(0);
  private readonly transitions = new Transitions();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Adds a wording of a fragment. `coordinates`: its last word may stand behind "… and …". Only before the first `find`. */
  add(wording: readonly Element[], fragment: number, coordinates: boolean): void {
    let node = this.root;
    let before = node;
    for (const element of wording) {
      const symbol = this.symbol(element);
      let next = node.next.get(symbol);
      if (!next) {
        next = newNode();
        node.next.set(symbol, next);
      }
      before = node;
      node = next;
    }
    if (!node.ends.includes(fragment)) node.ends.push(fragment);
    if (coordinates && before !== this.root && !node.heads.includes(fragment)) node.heads.push(fragment);
  }

  /** Finds all fragments that stand in a sentence; positions count from the sentence's first word. */
  find({ type, broken, from: first, to: count }: SentenceWords, found: Found): void {
    found.clear();
    if (this.nodes.length === 0) this.start();
    for (let from = first; from < count; from++) {
      const kind = this.classOf(type[from]!);
      let state = kind < this.begin.length ? this.begin[kind]! : UNKNOWN;
      if (state === UNKNOWN) state = this.beginWith(kind);
      let at = from + 1;
      while (state !== DEAD) {
        const ends = this.ends[state]!;
        for (let k = 0; k < ends.length; k++) found.note(ends[k]!, from - first, at - first);
        if (at >= count || !this.goesOn[state]) break;
        const cut = broken[at] !== 0;
        if (this.leadsToHead[state] && (cut || this.conjunction(type[at]!)))
          this.coordinate(state, type, first, from, at, count, found);
        if (cut) break;
        state = this.step(state, this.classOf(type[at]!));
        at++;
      }
    }
  }

  /** From a state one word before its end, looks behind "and X", "or X Y", ", X and Y" for that word. */
  private coordinate(
    state: number,
    type: ArrayLike<number>,
    first: number,
    from: number,
    at: number,
    count: number,
    found: Found,
  ): void {
    let joined = this.conjunction(type[at]!);
    const stop = Math.min(count, at + 7);
    for (let k = at + (joined ? 1 : 0); k < stop; k++) {
      if (this.conjunction(type[k]!)) joined = true;
      else if (joined && k > at + 1) {
        const next = this.step(state, this.classOf(type[k]!));
        if (next !== DEAD)
          for (const fragment of this.heads[next]!) found.noteOnce(fragment, from - first, k + 1 - first);
        // At most two words between the conjunction and the head.
        if (!this.conjunction(type[k - 1]!) && !this.conjunction(type[k - 2]!)) return;
      }
    }
  }

  private conjunction(type: number): boolean {
    return this.joining[this.classOf(type)]!;
  }

  private symbol(element: Element): number {
    const key = `${element.kind}:${element.value}`;
    let symbol = this.symbols.get(key);
    if (symbol === undefined) {
      symbol = this.symbols.size;
      this.symbols.set(key, symbol);
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

  private start(): void {
    this.nodes = [[], [this.root]];
    this.ends = [NOTHING, NOTHING];
    this.heads = [NOTHING, NOTHING];
    this.goesOn = [false, true];
    this.leadsToHead = [false, false];
  }

  private classOf(type: number): number {
    if (type < this.classes.length) {
      const known = this.classes[type]!;
      if (known !== UNKNOWN) return known;
    }
    return this.classify(type);
  }

  private classify(type: number): number {
    const word = this.vocabulary.types[type]!;
    const answers = this.answersOf(word);
    const joining = word.norm === "and" || word.norm === "or";
    const key = `${joining ? "&" : ""}${answers.join(" ")}`;
    let id = this.classIds.get(key);
    if (id === undefined) {
      id = this.answers.length;
      this.classIds.set(key, id);
      this.answers.push(answers);
      this.joining.push(joining);
    }
    if (type >= this.classes.length) {
      const grown = new Int32Array(Math.max(type + 1, this.classes.length * 2)).fill(UNKNOWN);
      grown.set(this.classes);
      this.classes = grown;
    }
    this.classes[type] = id;
    return id;
  }

  /** The symbols that a word answers to. */
  private answersOf(word: WordType): readonly number[] {
    const answers: number[] = [];
    const { norm, surface } = word;
    const ask = (key: string): void => {
      const symbol = this.symbols.get(key);
      if (symbol !== undefined) answers.push(symbol);
    };
    ask(`lemma:${word.lemma}`);
    ask(`form:${norm}`);
    ask(`case:${surface}`);
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

  private beginWith(kind: number): number {
    if (kind >= this.begin.length) {
      const grown = new Int32Array(Math.max(kind + 1, this.begin.length * 2, 1024)).fill(UNKNOWN);
      grown.set(this.begin);
      this.begin = grown;
    }
    const state = this.reach(ROOT, kind);
    this.begin[kind] = state;
    return state;
  }

  private step(state: number, kind: number): number {
    const known = this.transitions.get(state, kind);
    if (known !== UNKNOWN) return known;
    const next = this.reach(state, kind);
    this.transitions.set(state, kind, next);
    return next;
  }

  /** The state that a class leads to, made on first sight. */
  private reach(state: number, kind: number): number {
    const reached: Node[] = [];
    for (const node of this.nodes[state]!) {
      for (const symbol of this.answers[kind]!) {
        const next = node.next.get(symbol);
        if (next && !reached.includes(next)) reached.push(next);
      }
    }
    if (reached.length === 0) return DEAD;
    const key = reached
      .map((node) => this.idOf(node))
      .sort((a, b) => a - b)
      .join(" ");
    const known = this.stateIds.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.length;
    this.stateIds.set(key, id);
    this.nodes.push(reached);
    this.ends.push([...new Set(reached.flatMap(({ ends }) => ends))]);
    this.heads.push([...new Set(reached.flatMap(({ heads }) => heads))]);
    this.goesOn.push(reached.some(({ next }) => next.size > 0));
    this.leadsToHead.push(reached.some(({ next }) => [...next.values()].some(({ heads }) => heads.length > 0)));
    return id;
  }

  private idOf(node: Node): number {
    let id = this.nodeIds.get(node);
    if (id === undefined) {
      id = this.nodeIds.size;
      this.nodeIds.set(node, id);
    }
    return id;
  }
}

const NUMBER_WORDS = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
  sixty seventy eighty ninety hundred thousand dozen couple several half`.split(/\s+/),
);
