import { emptyTokens, scan, TOKEN, Vocabulary } from "../language/index.js";

/** One word position of a term: how a text word is held against it. */
export interface Element {
  readonly kind: "lemma" | "form" | "case" | "prefix" | "suffix" | "any" | "number" | "person" | "macro";
  readonly value: string;
  /** For a lemma: the word as written, when that is an inflected form of it. */
  readonly inflected?: string;
}

/** How a part is joined to the one before it. */
export interface Join {
  /** Most words between the two. */
  readonly words: number;
  /** Whether the part may also stand before the other. */
  readonly eitherWay: boolean;
}

/** A stretch of neighbouring words, in one or several alternative wordings. */
export interface Stretch {
  readonly join: Join;
  readonly alternatives: readonly (readonly Element[])[];
}

/** Most wordings that the alternatives of one stretch may multiply to; more is refused. */
export const MOST_WORDINGS = 2000;

/** The term cannot be read; `message` says where and what was expected. */
export class PatternError extends Error {}

/**
 * Reads a term of the term language (lexicons/README.md). Throws `PatternError` with the place and the way out.
 */
export function parsePattern(source: string, vocabulary: Vocabulary = new Vocabulary()): Stretch[] {
  const stretches: Stretch[] = [];
  let join: Join = { words: 0, eitherWay: false };
  let piece: string[] = [];
  const finish = (): void => {
    const wordings =
      piece.length === 0 ? [] : wordingsOf(piece.join(" "), source, vocabulary).filter((wording) => wording.length > 0);
    if (wordings.length === 0) throw new PatternError(`"${source}": a gap needs words on both sides`);
    stretches.push({ join, alternatives: wordings });
    piece = [];
  };
  for (const item of items(source)) {
    const gap = /^(~|<>)(\d{1,2})$/.exec(item);
    if (gap) {
      finish();
      join = { words: Number(gap[2]), eitherWay: gap[1] === "<>" };
    } else piece.push(item);
  }
  finish();
  return stretches;
}

/** Splits at white space outside brackets and quotation marks. */
function items(source: string): string[] {
  const found: string[] = [];
  let item = "";
  let depth = 0;
  let quoted = false;
  for (const c of source) {
    if (c === '"') quoted = !quoted;
    else if (c === "(" && !quoted) depth++;
    else if (c === ")" && !quoted) depth--;
    if (depth < 0) throw new PatternError(`"${source}": a closing bracket without an opening one`);
    if (/\s/.test(c) && depth === 0 && !quoted) {
      if (item) found.push(item);
      item = "";
    } else item += c;
  }
  if (quoted) throw new PatternError(`"${source}": a quotation mark is not closed`);
  if (depth > 0) throw new PatternError(`"${source}": a bracket is not closed`);
  if (item) found.push(item);
  if (found.length === 0) throw new PatternError(`"${source}": empty term`);
  return found;
}

function alternativesOf(item: string, source: string, vocabulary: Vocabulary): (readonly Element[])[] {
  if (!item.endsWith(")")) throw new PatternError(`"${source}": "${item}": put a space after the closing bracket`);
  return splitBars(item.slice(1, -1)).flatMap((option) =>
    option.trim() === "" ? [[]] : wordingsOf(option.trim(), source, vocabulary),
  );
}

/** All wordings of a piece without gaps: the product of its alternatives. */
function wordingsOf(piece: string, source: string, vocabulary: Vocabulary): (readonly Element[])[] {
  let wordings: (readonly Element[])[] = [[]];
  for (const item of items(piece)) {
    const options = item.startsWith("(")
      ? alternativesOf(item, source, vocabulary)
      : [elementsOf(item, source, vocabulary)];
    wordings = wordings.flatMap((left) => options.map((right) => [...left, ...right]));
    if (wordings.length > MOST_WORDINGS)
      throw new PatternError(`"${source}": more than ${MOST_WORDINGS} wordings; write it as several terms`);
  }
  return wordings;
}

function splitBars(inner: string): string[] {
  const options: string[] = [];
  let option = "";
  let quoted = false;
  let depth = 0;
  for (const c of inner) {
    if (c === '"') quoted = !quoted;
    else if (c === "(" && !quoted) depth++;
    else if (c === ")" && !quoted) depth--;
    if (c === "|" && !quoted && depth === 0) {
      options.push(option);
      option = "";
    } else option += c;
  }
  options.push(option);
  return options;
}

/** Items read before, by vocabulary: a lexicon says the same few thousand words many times over. */
const READ = new WeakMap<Vocabulary, Map<string, readonly Element[]>>();

function elementsOf(item: string, source: string, vocabulary: Vocabulary): readonly Element[] {
  let known = READ.get(vocabulary);
  if (!known) {
    known = new Map();
    READ.set(vocabulary, known);
  }
  let elements = known.get(item);
  if (!elements) {
    elements = readItem(item, source, vocabulary);
    known.set(item, elements);
  }
  return elements;
}

function readItem(item: string, source: string, vocabulary: Vocabulary): Element[] {
  if (/^(?:~|<>)/.test(item)) throw new PatternError(`"${source}": "${item}": a gap cannot stand inside brackets`);
  if (item === "*") return [{ kind: "any", value: "" }];
  if (item.startsWith("@")) {
    const name = item.slice(1);
    if (!/^[a-z][a-z0-9-]*$/.test(name))
      throw new PatternError(`"${source}": "${item}" names no group; expected @name`);
    if (name === "num") return [{ kind: "number", value: "" }];
    if (name === "person") return [{ kind: "person", value: "" }];
    return [{ kind: "macro", value: name }];
  }
  if (item.startsWith('"')) {
    if (!item.endsWith('"') || item.length < 3)
      throw new PatternError(`"${source}": "${item}": put a space after the closing quotation mark`);
    return words(item.slice(1, -1), vocabulary).map((w) => ({ kind: "form", value: w.norm }));
  }
  if (item.startsWith("=")) return words(item.slice(1), vocabulary).map((w) => ({ kind: "case", value: w.surface }));
  if (item.endsWith("*") && item.length > 2) return affix(item.slice(0, -1), "prefix", source, vocabulary);
  if (item.startsWith("*") && item.length > 2) return affix(item.slice(1), "suffix", source, vocabulary);
  if (item.includes("*"))
    throw new PatternError(
      `"${source}": "${item}": a star stands for a whole word, or at one end of at least two letters`,
    );
  const plain = words(item, vocabulary);
  if (plain.length === 0) throw new PatternError(`"${source}": "${item}" holds no word`);
  return plain.map((w) =>
    w.norm === w.lemma ? { kind: "lemma", value: w.lemma } : { kind: "lemma", value: w.lemma, inflected: w.norm },
  );
}

/** A wildcard may follow hyphenated words: all but the outermost are whole. */
function affix(text: string, kind: "prefix" | "suffix", source: string, vocabulary: Vocabulary): Element[] {
  const parts = words(text, vocabulary);
  if (parts.length === 0) throw new PatternError(`"${source}": "${text}" holds no word`);
  return parts.map((w, i) => {
    const outer = kind === "prefix" ? i === parts.length - 1 : i === 0;
    return outer ? { kind, value: w.norm } : { kind: "lemma", value: w.lemma };
  });
}

function words(text: string, vocabulary: Vocabulary) {
  const tokens = emptyTokens();
  scan(text, 0, text.length, vocabulary, tokens);
  return tokens.type
    .map((id) => vocabulary.types[id]!)
    .filter((type) => type.kind === TOKEN.word || type.kind === TOKEN.number || type.kind === TOKEN.placeholder);
}
