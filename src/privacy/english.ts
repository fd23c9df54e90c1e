import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction, type WinkMethods } from "wink-nlp";

/** A word that no dictionary has; its number in wink's vocabulary is the first that is not English. */
const NOT_A_WORD = "qxzzyqvk";
const LONGEST_WORD = 40;
const MOST_REMEMBERED = 200_000;

interface Numbered {
  /** Number of a form; -1 where wink takes it for several words. */
  readonly idOf: (word: string) => number;
  /** Number of the first form that is no English. */
  readonly first: number;
}

let shared: Numbered | undefined;

/** wink's vocabulary, one for the thread: each further instance would copy 87,000 forms and in time exhaust wink itself. */
function vocabulary(): Numbered {
  if (shared) return shared;
  const wink: WinkMethods = winkNLP(model, []);
  const uniqueId = wink.its.uniqueId as unknown as ItsFunction<number>;
  const idOf = (word: string): number => {
    const tokens = wink.readDoc(word).tokens();
    return tokens.length() === 1 ? Number(tokens.itemAt(0).out(uniqueId)) : -1;
  };
  shared = { idOf, first: idOf(NOT_A_WORD) };
  return shared;
}

/**
 * Whether a word is ordinary English: one of the 87,000 forms of wink-nlp's language model, which has few names. Its types are
 * numbered, and a form that it has not met is given a number past the last.
 */
export class English {
  private readonly remembered = new Map<string, boolean>();

  /** `more`: forms that are ordinary whatever wink says. */
  constructor(private readonly more: ReadonlySet<string>) {}

  /** Expects lower case. Words that wink splits, and very long ones, are not ordinary. */
  has(word: string): boolean {
    const known = this.remembered.get(word);
    if (known !== undefined) return known;
    const { idOf, first } = vocabulary();
    const id = word.length > LONGEST_WORD ? -1 : idOf(word);
    const ordinary = (id >= 0 && id < first) || this.more.has(word);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(word, ordinary);
    return ordinary;
  }
}
