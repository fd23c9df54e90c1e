import { emptyTokens, scan, TOKEN, Vocabulary } from "../language/index.js";
import { parsePattern } from "../lexicon/index.js";

/** A word position of a term, as the term language reads it. */
type Element = ReturnType<typeof parsePattern>[number]["alternatives"][number][number];

/**
 * Which blocks of an archive hold which words, so that a changed wording is looked for only where it can stand. What it finds is a little
 * too much (the words may stand in another order, or in two sentences), never too little.
 */
export class WordIndex {
  private readonly vocabulary = new Vocabulary();
  /** By type of word, the blocks that hold it, ascending. */
  private readonly blocks: number[][] = [];
  private byForm: Readonly<Record<"lemma" | "form" | "case", ReadonlyMap<string, number[]>>> | undefined;
  private size = 0;

  /** Adds the words of `text[start, end)` as the next block. Blocks are numbered from 0 as they come. */
  add(text: string, start: number, end: number): void {
    const block = this.size++;
    const tokens = emptyTokens();
    scan(text, start, end, this.vocabulary, tokens);
    for (const type of tokens.type) {
      const held = this.blocks[type];
      if (held === undefined) this.blocks[type] = [block];
      else if (held.at(-1) !== block) held.push(block);
    }
    this.byForm = undefined;
  }

  /**
   * Blocks in which one of the patterns may stand.
   *
   * @param patterns in the term language. Throws `PatternError` on one that cannot be read.
   * @param macros wordings of the groups that patterns name; a group that is not among them may be anything.
   */
  holding(patterns: Iterable<string>, macros: Readonly<Record<string, readonly string[]>>): Set<number> {
    const found = new Set<number>();
    for (const pattern of patterns) for (const block of this.ofPattern(pattern, macros)) found.add(block);
    return found;
  }

  private ofPattern(pattern: string, macros: Readonly<Record<string, readonly string[]>>): Iterable<number> {
    const stretches = parsePattern(pattern, this.vocabulary).map(({ alternatives }) => {
      const any = new Set<number>();
      for (const wording of alternatives) {
        const held = meet(wording.map((element) => this.ofElement(element, macros)));
        if (held === undefined) return undefined;
        for (const block of held) any.add(block);
      }
      return any;
    });
    return meet(stretches) ?? Array(this.size).keys();
  }

  /** Blocks with a word that answers to the element; undefined where nearly any does. */
  private ofElement(
    element: Element,
    macros: Readonly<Record<string, readonly string[]>>,
  ): ReadonlySet<number> | undefined {
    switch (element.kind) {
      case "lemma":
      case "form":
      case "case":
        return this.ofTypes(this.forms()[element.kind].get(element.value) ?? []);
      case "prefix":
        return this.ofTypes(this.where((norm) => norm.startsWith(element.value)));
      case "suffix":
        return this.ofTypes(this.where((norm) => norm.endsWith(element.value)));
      case "macro": {
        const entries = macros[element.value];
        return entries && this.holding(entries, macros);
      }
      default:
        return undefined;
    }
  }

  private ofTypes(types: readonly number[]): ReadonlySet<number> {
    return new Set(types.flatMap((type) => this.blocks[type] ?? []));
  }

  private where(fits: (norm: string) => boolean): number[] {
    return this.vocabulary.types
      .filter(({ id, norm }) => this.blocks[id] !== undefined && fits(norm))
      .map(({ id }) => id);
  }

  private forms(): NonNullable<WordIndex["byForm"]> {
    if (this.byForm) return this.byForm;
    const forms = {
      lemma: new Map<string, number[]>(),
      form: new Map<string, number[]>(),
      case: new Map<string, number[]>(),
    };
    for (const { id, kind, lemma, norm, surface } of this.vocabulary.types) {
      if (this.blocks[id] === undefined || kind === TOKEN.hard || kind === TOKEN.stop) continue;
      for (const [map, key] of [
        [forms.lemma, lemma],
        [forms.form, norm],
        [forms.case, surface],
      ] as const) {
        const types = map.get(key);
        if (types) types.push(id);
        else map.set(key, [id]);
      }
    }
    this.byForm = forms;
    return forms;
  }
}

/** What all sets share, those that are undefined left aside; undefined where all are. */
function meet(sets: readonly (ReadonlySet<number> | undefined)[]): ReadonlySet<number> | undefined {
  const [rarest, ...rest] = sets.filter((set) => set !== undefined).sort((a, b) => a.size - b.size);
  if (rarest === undefined) return undefined;
  return rest.length === 0 ? rarest : new Set([...rarest].filter((block) => rest.every((set) => set.has(block))));
}
