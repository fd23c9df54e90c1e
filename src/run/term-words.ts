import { lemmaOf, TOKEN, Vocabulary, type WordType } from "../language/index.js";
import { type Lexicon, parsePattern, termOf } from "../lexicon/index.js";

type Element = ReturnType<typeof parsePattern>[number]["alternatives"][number][number];

/** A term by its code and its wording. */
export interface TermOfCode {
  readonly code: string;
  readonly term: string;
}

/** The words of a lexicon: which forms answer to them, and which terms they belong to. */
export class TermWords {
  private readonly lemmas = new Map<string, TermOfCode[]>();
  private readonly forms = new Map<string, TermOfCode[]>();
  private readonly prefixes = new Map<string, TermOfCode[]>();
  private readonly suffixes = new Map<string, TermOfCode[]>();
  private readonly lengths = { prefix: new Set<number>(), suffix: new Set<number>() };

  /** Throws `PatternError` on a lexicon that cannot be compiled. */
  constructor(lexicon: Lexicon) {
    const vocabulary = new Vocabulary();
    const take = (source: string, owner: TermOfCode | undefined): void => {
      for (const element of parsePattern(source, vocabulary).flatMap(({ alternatives }) => alternatives.flat())) {
        if (element.kind !== "macro") this.take(element, owner);
        else for (const entry of owner ? (lexicon.macros[element.value] ?? []) : []) take(entry, owner);
      }
    };
    for (const { id, terms, unless } of lexicon.concepts) {
      for (const entry of terms) {
        const term = termOf(entry);
        take(term.term, { code: id, term: term.term });
        for (const source of [...(term.with ?? []), ...(term.without ?? []), ...(term.unless ?? [])])
          take(source, undefined);
      }
      for (const source of unless) take(source, undefined);
    }
    for (const { patterns, unless = [] } of lexicon.cues)
      for (const source of [...patterns, ...unless]) take(source, undefined);
    for (const source of Object.values(lexicon.macros).flat()) take(source, undefined);
    for (const place of lexicon.places)
      for (const word of [place.name, ...place.also].join(" ").split(/[\s-]+/))
        this.note(this.forms, word.toLowerCase());
  }

  /** Whether a word answers to any word of the lexicon. */
  knows(word: Pick<WordType, "lemma" | "norm">): boolean {
    return this.listsOf(word).length > 0;
  }

  /** The terms to a word of which a word answers, each once, in the lexicon's order. */
  termsOf(word: Pick<WordType, "lemma" | "norm">): TermOfCode[] {
    return [...new Set(this.listsOf(word).flat())];
  }

  /** The words of terms as they are written, and in the forms of talk: cuckoo, cuckoos, cuckooed, cuckooing. */
  *written(): Iterable<string> {
    for (const [form, owners] of this.forms) if (owners.length > 0) yield form;
    for (const [lemma, owners] of this.lemmas) {
      if (owners.length === 0) continue;
      const stem = lemma.endsWith("e") ? lemma.slice(0, -1) : lemma;
      yield lemma;
      for (const form of [`${lemma}s`, `${stem}ed`, `${stem}ing`]) if (lemmaOf(form) === lemma) yield form;
    }
  }

  private take({ kind, value }: Element, owner: TermOfCode | undefined): void {
    const word = value.toLowerCase();
    if (kind === "lemma") this.note(this.lemmas, word, owner);
    else if (kind === "form" || kind === "case") this.note(this.forms, word, owner);
    else if (kind === "prefix" || kind === "suffix") {
      this.note(kind === "prefix" ? this.prefixes : this.suffixes, word, owner);
      this.lengths[kind].add(word.length);
    }
  }

  private note(map: Map<string, TermOfCode[]>, word: string, owner?: TermOfCode): void {
    const owners = map.get(word) ?? [];
    if (owner) owners.push(owner);
    map.set(word, owners);
  }

  private listsOf({ lemma, norm }: Pick<WordType, "lemma" | "norm">): TermOfCode[][] {
    const { prefix, suffix } = this.lengths;
    return [
      this.lemmas.get(lemma),
      this.forms.get(norm),
      ...[...prefix].map((length) => (length <= norm.length ? this.prefixes.get(norm.slice(0, length)) : undefined)),
      ...[...suffix].map((length) => (length <= norm.length ? this.suffixes.get(norm.slice(-length)) : undefined)),
    ].filter((list) => list !== undefined);
  }
}

/** A form as the lexicon meets it. */
export function wordOf(norm: string): Pick<WordType, "lemma" | "norm"> {
  const vocabulary = new Vocabulary();
  return vocabulary.types[vocabulary.id(norm, TOKEN.word)]!;
}
