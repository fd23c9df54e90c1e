import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction, type WinkMethods } from "wink-nlp";

/** A word that no dictionary has; its number in wink's vocabulary is the first that is not English. */
const NOT_A_WORD = "qxzzyqvk";
const LONGEST_WORD = 40;
const MOST_REMEMBERED = 200_000;

/**
 * Whether a word is ordinary English: one of the 87,000 forms of wink-nlp's language model, which has few names. Its types are
 * numbered, and a form that it has not met is given a number past the last.
 */
export class English {
  private readonly wink: WinkMethods = winkNLP(model, []);
  private readonly uniqueId = this.wink.its.uniqueId as unknown as ItsFunction<number>;
  private readonly first: number;
  private readonly remembered = new Map<string, boolean>();

  /** `more`: forms that are ordinary whatever wink says. */
  constructor(private readonly more: ReadonlySet<string>) {
    this.first = this.idOf(NOT_A_WORD);
  }

  private idOf(word: string): number {
    const tokens = this.wink.readDoc(word).tokens();
    return tokens.length() === 1 ? Number(tokens.itemAt(0).out(this.uniqueId)) : -1;
  }

  /** Expects lower case. Words that wink splits, and very long ones, are not ordinary. */
  has(word: string): boolean {
    const known = this.remembered.get(word);
    if (known !== undefined) return known;
    const id = word.length > LONGEST_WORD ? -1 : this.idOf(word);
    const ordinary = (id >= 0 && id < this.first) || this.more.has(word);
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(word, ordinary);
    return ordinary;
  }
}
