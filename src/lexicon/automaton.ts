import { TOKEN, type Vocabulary } from "../language/index.js";
import type { Element } from "./pattern.js";

/** A state of the automaton: its transitions by symbol, and the fragments that end here. */
interface State {
  readonly next: Map<number, State>;
  readonly ends: number[];
  /** Fragments that end here and whose last word may stand behind a coordination ("drug and alcohol services"). */
  readonly heads: number[];
}

const newState = (): State => ({ next: new Map(), ends: [], heads: [] });

/** A place where a fragment stands: word positions of a sentence, half-open. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

/** The words of one sentence, without the marks that words reach across. */
export interface SentenceWords {
  /** Type of each word in the vocabulary. */
  readonly type: number[];
  /** Whether a comma, colon, bracket or dash stands before the word. */
  readonly broken: boolean[];
}

/**
 * One automaton over all wordings of all terms, cues and groups. Words are symbols: a text word answers to its lemma, its form, its
 * exact spelling and the wildcards that it fits, worked out once for each distinct word.
 */
export class Automaton {
  private readonly root = newState();
  private readonly symbols = new Map<string, number>();
  private readonly prefixes: { value: string; symbol: number }[] = [];
  private readonly suffixes: { value: string; symbol: number }[] = [];
  private answers: (readonly number[])[] = [];
  private conjunctions: boolean[] = [];
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Adds a wording of a fragment. `coordinates`: its last word may stand behind "… and …". */
  add(wording: readonly Element[], fragment: number, coordinates: boolean): void {
    let state = this.root;
    let before = state;
    for (const element of wording) {
      const symbol = this.symbol(element);
      let next = state.next.get(symbol);
      if (!next) {
        next = newState();
        state.next.set(symbol, next);
      }
      before = state;
      state = next;
    }
    if (!state.ends.includes(fragment)) state.ends.push(fragment);
    if (coordinates && before !== this.root && !state.heads.includes(fragment)) state.heads.push(fragment);
  }

  /** All fragments that stand in a sentence, with their places in order of start. */
  find(words: SentenceWords): Map<number, Occurrence[]> {
    const found = new Map<number, Occurrence[]>();
    const count = words.type.length;
    const note = (fragment: number, from: number, to: number): void => {
      const list = found.get(fragment);
      if (!list) found.set(fragment, [{ from, to }]);
      else if (!list.some((o) => o.from === from && o.to === to)) list.push({ from, to });
    };
    const walk = (state: State, from: number, at: number): void => {
      for (const fragment of state.ends) note(fragment, from, at);
      if (at >= count || state.next.size === 0) return;
      if (at > from && this.mayCoordinate(words, at)) this.coordinate(state, words, from, at, note);
      if (at > from && words.broken[at]) return;
      for (const symbol of this.answersOf(words.type[at]!)) {
        const next = state.next.get(symbol);
        if (next) walk(next, from, at + 1);
      }
    };
    for (let from = 0; from < count; from++) walk(this.root, from, from);
    return found;
  }

  private mayCoordinate(words: SentenceWords, at: number): boolean {
    return words.broken[at] === true || this.conjunction(words.type[at]!);
  }

  /** From a state one word before its end, looks behind "and X", "or X Y", ", X and Y" for that word. */
  private coordinate(
    state: State,
    words: SentenceWords,
    from: number,
    at: number,
    note: (fragment: number, from: number, to: number) => void,
  ): void {
    let joined = this.conjunction(words.type[at]!);
    for (let k = at + (joined ? 1 : 0); k < Math.min(words.type.length, at + 7); k++) {
      if (this.conjunction(words.type[k]!)) joined = true;
      else if (joined && k > at + 1) {
        for (const symbol of this.answersOf(words.type[k]!)) {
          const next = state.next.get(symbol);
          if (next) for (const fragment of next.heads) note(fragment, from, k + 1);
        }
        // At most two words between the conjunction and the head.
        if (!this.conjunction(words.type[k - 1]!) && !this.conjunction(words.type[k - 2]!)) return;
      }
    }
  }

  private conjunction(type: number): boolean {
    const known = this.conjunctions[type];
    if (known !== undefined) return known;
    const norm = this.vocabulary.types[type]!.norm;
    const is = norm === "and" || norm === "or";
    this.conjunctions[type] = is;
    return is;
  }

  private symbol(element: Element): number {
    const key = `${element.kind}:${element.value}`;
    let symbol = this.symbols.get(key);
    if (symbol === undefined) {
      symbol = this.symbols.size;
      this.symbols.set(key, symbol);
      if (element.kind === "prefix") this.prefixes.push({ value: element.value, symbol });
      if (element.kind === "suffix") this.suffixes.push({ value: element.value, symbol });
      this.answers = [];
    }
    return symbol;
  }

  /** The symbols that a word type answers to. */
  private answersOf(type: number): readonly number[] {
    const known = this.answers[type];
    if (known) return known;
    const word = this.vocabulary.types[type]!;
    const answers: number[] = [];
    const ask = (key: string): void => {
      const symbol = this.symbols.get(key);
      if (symbol !== undefined) answers.push(symbol);
    };
    ask(`lemma:${word.lemma}`);
    ask(`form:${word.norm}`);
    ask(`case:${word.surface}`);
    ask("any:");
    if (word.kind === TOKEN.number || NUMBER_WORDS.has(word.norm)) ask("number:");
    if (word.norm === "[person]") ask("person:");
    for (const { value, symbol } of this.prefixes) if (word.norm.startsWith(value)) answers.push(symbol);
    for (const { value, symbol } of this.suffixes) if (word.norm.endsWith(value)) answers.push(symbol);
    this.answers[type] = answers;
    return answers;
  }
}

const NUMBER_WORDS = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty
  sixty seventy eighty ninety hundred thousand dozen couple several half`.split(/\s+/),
);
