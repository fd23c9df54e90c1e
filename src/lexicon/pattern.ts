import { emptyTokens, scan, TOKEN, Vocabulary } from "../language/index.js";

/** One word position of a term: how a text word is held against it. */
export interface Element {
  readonly kind: "lemma" | "form" | "case" | "prefix" | "suffix" | "any" | "number" | "person" | "macro";
  readonly value: string;
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
  let current: (readonly Element[])[] = [[]];
  let join: Join = { words: 0, eitherWay: false };
  const finish = (): void => {
    if (current.every((sequence) => sequence.length === 0)) throw new PatternError(`"${source}": a gap needs words on both sides`);
    if (stretches.length > 0 || current.some((s) => s.length === 0)) {
      if (current.some((sequence) => sequence.length === 0)) current = current.filter((sequence) => sequence.length > 0);
    }
    stretches.push({ join, alternatives: current });
    current = [[]];
  };
  for (const item of items(source)) {
    const gap = /^(~|<>)(\d{1,2})$/.exec(item);
    if (gap) {
      finish();
      join = { words: Number(gap[2]), eitherWay: gap[1] === "<>" };
      continue;
    }
    const options = item.startsWith("(") ? alternativesOf(item, source, vocabulary) : [elementsOf(item, source, vocabulary)];
    const grown: (readonly Element[])[] = [];
    for (const left of current) for (const right of options) grown.push([...left, ...right]);
    if (grown.length > MOST_WORDINGS) throw new PatternError(`"${source}": more than ${MOST_WORDINGS} wordings; write it as several terms`);
    current = grown;
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
    if (depth > 1) throw new PatternError(`"${source}": brackets inside brackets; write the alternatives out`);
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
  return splitBars(item.slice(1, -1)).map((option) =>
    option.trim() === "" ? [] : items(option.trim()).flatMap((word) => elementsOf(word, source, vocabulary)),
  );
}

function splitBars(inner: string): string[] {
  const options: string[] = [];
  let option = "";
  let quoted = false;
  for (const c of inner) {
    if (c === '"') quoted = !quoted;
    if (c === "|" && !quoted) {
      options.push(option);
      option = "";
    } else option += c;
  }
  options.push(option);
  return options;
}

function elementsOf(item: string, source: string, vocabulary: Vocabulary): Element[] {
  if (item.startsWith("(")) throw new PatternError(`"${source}": brackets inside brackets; write the alternatives out`);
  if (item === "*") return [{ kind: "any", value: "" }];
  if (item.startsWith("@")) {
    const name = item.slice(1);
    if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new PatternError(`"${source}": "${item}" names no group; expected @name`);
    if (name === "num") return [{ kind: "number", value: "" }];
    if (name === "person") return [{ kind: "person", value: "" }];
    return [{ kind: "macro", value: name }];
  }
  if (item.startsWith('"')) {
    if (!item.endsWith('"') || item.length < 3) throw new PatternError(`"${source}": "${item}": put a space after the closing quotation mark`);
    return words(item.slice(1, -1), vocabulary).map((w) => ({ kind: "form", value: w.norm }));
  }
  if (item.startsWith("=")) return words(item.slice(1), vocabulary).map((w) => ({ kind: "case", value: w.surface }));
  if (item.endsWith("*") && item.length > 2) return affix(item.slice(0, -1), "prefix", source, vocabulary);
  if (item.startsWith("*") && item.length > 2) return affix(item.slice(1), "suffix", source, vocabulary);
  if (item.includes("*")) throw new PatternError(`"${source}": "${item}": a star stands for a whole word, or at one end of at least two letters`);
  const plain = words(item, vocabulary);
  if (plain.length === 0) throw new PatternError(`"${source}": "${item}" holds no word`);
  return plain.map((w) => ({ kind: "lemma", value: w.lemma }));
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
  return tokens.type.map((id) => vocabulary.types[id]!).filter((type) => type.kind === TOKEN.word || type.kind === TOKEN.number || type.kind === TOKEN.placeholder);
}
