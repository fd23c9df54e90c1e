import { readFile } from "node:fs/promises";
import { readHumanCodings } from "../ingest/index.js";
import { emptyTokens, scan, spanOf, splitSentences, Vocabulary } from "../language/index.js";
import {
  type Concept,
  type Limits,
  type Problem,
  type QdaCode,
  type QdaCoding,
  type QdaProject,
  type QdaSource,
  Stop,
} from "../model/index.js";
import { codeGuid, documentOfSheet } from "../reporting/index.js";
import { HumanRow, type HumanSentence } from "../triangulation/index.js";
import type { HumanCoding } from "./coded-by-hand.js";
import { lineAt } from "./coded-by-machine.js";
import { type FacetCodes, facetCodesOf, facetsInSource, facetsInText, type SaidFacets } from "./facets-in-project.js";

/** Name of the user under which the program exports its own codings. */
const MACHINE = "Triangulum";

/**
 * A project of a program for qualitative analysis (.qdpx) as coding by hand: each coding is a row for every sentence that it reaches into. Codes are
 * known by their GUID as exported, their name or their id; a code below a known one counts as that one. Facets are said by notes on a coding or by codes in the same place. Sources without any coding
 * were not read, unless they are coding sheets, of which every line was. Codings of the program's own count only where nobody else coded.
 *
 * @throws Stop when the file cannot be opened or holds no project.
 */
export async function readCodedProject(
  path: string,
  concepts: readonly Concept[],
  limits: Limits,
): Promise<HumanCoding> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Stop(`${path} cannot be read (${error.code}).`);
  });
  if (bytes.length > limits.bytes) throw new Stop(`${path} is larger than limits.bytes of the pipeline.`);
  const { project, problems } = await readHumanCodings(bytes, limits);
  if (project === undefined)
    throw new Stop(`${path}: ${problems.map(({ message, wayOut }) => `${message} ${wayOut}`).join(" ")}`);
  const facetCodes = facetCodesOf(project.codes);
  const codes = codesByGuid(project.codes, concepts, facetCodes);
  const theirs = new Set(project.users.filter(({ name }) => name === MACHINE).map(({ guid }) => guid));
  const all = project.sources.flatMap(({ selections }) => selections.flatMap(({ codings }) => codings));
  const byPeople = all.some(({ user }) => !theirs.has(user));
  const counts = (coding: QdaCoding): boolean => !byPeople || !theirs.has(coding.user);
  const notes = new Map(project.notes.map(({ guid, text }) => [guid, facetsInText(text)]));
  const reading: Reading = { codes, facetCodes, notes, counts, twice: 0 };
  const documents = project.sources
    .filter(
      (source) =>
        documentOfSheet(source) !== undefined || source.selections.some(({ codings }) => codings.some(counts)),
    )
    .map((source) => documentOf(source, reading));
  const facets = all.some(
    (coding) => counts(coding) && (facetCodes.has(coding.code) || Object.keys(notedFacets(coding, notes)).length > 0),
  );
  const themes = all.filter(({ code }) => !facetCodes.has(code));
  return { documents, facets, problems: [...problems, ...said(project, themes.filter(counts), themes, reading)] };
}

/** What the codings of a project are read with. */
interface Reading {
  /** Ids of the codebook's codes by the GUIDs of the project's. */
  readonly codes: ReadonlyMap<string, string>;
  readonly facetCodes: FacetCodes;
  /** Facets that notes say, by their GUIDs. */
  readonly notes: ReadonlyMap<string, SaidFacets>;
  readonly counts: (coding: QdaCoding) => boolean;
  /** Codings of which one facet was said in two ways. */
  twice: number;
}

function documentOf(source: QdaSource, reading: Reading): HumanCoding["documents"][number] {
  const { codes, facetCodes, notes, counts } = reading;
  const offset = offsetsOf(source.text);
  const line = lineAt(source.text);
  const sheet = documentOfSheet(source);
  const name = sheet ?? source.name;
  const spans = sheet === undefined ? sentencesOf(source.text) : linesOf(source.text);
  const sentenceOf = ({ start, end }: { start: number; end: number }): HumanSentence => ({
    ...{ session: name, line: line(start), sentence: source.text.slice(start, end).replace(/\s+/g, " ") },
  });
  const rows: HumanRow[] = [];
  const codedFacets = facetsInSource(source, facetCodes, counts, () => {
    reading.twice += 1;
  });
  for (const selection of source.selections) {
    const [from, to] = [offset(selection.start), offset(selection.end)];
    for (const coding of selection.codings.filter(counts)) {
      const code = codes.get(coding.code);
      if (code === undefined) continue;
      const facets = { ...notedFacets(coding, notes), ...codedFacets(selection, coding.user) };
      for (const span of spans.slice(firstEndingAfter(spans, from))) {
        if (span.start >= to) break;
        const trigger = source.text.slice(Math.max(from, span.start), Math.min(to, span.end)).replace(/\s+/g, " ");
        rows.push(HumanRow.parse({ ...sentenceOf(span), code, trigger, ...facets }));
      }
    }
  }
  return { name, rows, sentences: spans.map(sentenceOf) };
}

/** Ids of the codebook's codes by the GUIDs of the project's. */
function codesByGuid(codes: readonly QdaCode[], concepts: readonly Concept[], facets: FacetCodes): Map<string, string> {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const known = new Map(
    concepts.flatMap(({ id, prefLabel }) => [codeGuid(id), plain(id), plain(prefLabel)].map((name) => [name, id])),
  );
  const found = new Map<string, string>();
  const walk = (code: QdaCode, above: string | undefined): void => {
    const id = known.get(code.guid) ?? known.get(plain(code.name)) ?? above;
    if (id !== undefined && !facets.has(code.guid)) found.set(code.guid, id);
    for (const below of code.codes) walk(below, id);
  };
  for (const code of codes) walk(code, undefined);
  return found;
}

/** Facets that the notes on a coding say. */
function notedFacets({ notes: guids }: QdaCoding, notes: Reading["notes"]): SaidFacets {
  return Object.assign({}, ...guids.map((guid) => notes.get(guid)));
}

/** Offset in UTF-16 units of a code point. */
function offsetsOf(text: string): (point: number) => number {
  if (!/[\uD800-\uDFFF]/.test(text)) return (point) => point;
  const offsets = [0];
  for (const sign of text) offsets.push((offsets.at(-1) ?? 0) + sign.length);
  return (point) => offsets[point] ?? text.length;
}

/** Sentences of a plain text: paragraphs end at blank lines, or at every line where no line is blank. */
function sentencesOf(text: string): { start: number; end: number }[] {
  const [tokens, vocabulary] = [emptyTokens(), new Vocabulary()];
  const blank = /\n[^\S\n]*\n/.test(text) ? /\n[^\S\n]*\n/g : /\n/g;
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  for (const gap of [...[...text.matchAll(blank)].map(({ index }) => index), text.length]) {
    const from = tokens.start.length;
    scan(text, start, gap, vocabulary, tokens);
    for (const run of splitSentences(text, tokens, vocabulary, from, tokens.start.length))
      spans.push(spanOf(tokens, run));
    start = gap;
  }
  return spans;
}

/** Lines of a coding sheet that hold something: each is a sentence as it was drawn. */
function linesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\S[^\n]*/g)].map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

function firstEndingAfter(spans: readonly { readonly end: number }[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of the project's codings is not held against the machine's, and why. */
function said(
  { codes, sources }: QdaProject,
  counted: readonly QdaCoding[],
  all: readonly QdaCoding[],
  { codes: known, facetCodes, twice }: Reading,
): Problem[] {
  const found: Problem[] = [];
  const say = (rule: string, message: string, wayOut: string, severity: Problem["severity"]) =>
    found.push({ rule: `agree/${rule}`, review: "", document: "", place: "", severity, message, wayOut });
  const used = new Map<string, number>();
  for (const { code } of counted) used.set(code, (used.get(code) ?? 0) + 1);
  const flat = (tree: readonly QdaCode[]): QdaCode[] => tree.flatMap((code) => [code, ...flat(code.codes)]);
  for (const { guid, name } of flat(codes)) {
    const number = used.get(guid) ?? 0;
    if (known.has(guid) || facetCodes.has(guid) || number === 0) continue;
    say(
      "unknown-code",
      `No code of the codebook is called ${JSON.stringify(name)}; ${number} codings with it are left out.`,
      "Rename it in the project to a code's name or id, or put it below such a code.",
      "warning",
    );
  }
  if (counted.length === 0 && sources.some((source) => documentOfSheet(source) !== undefined))
    say(
      "blank-sheet",
      "The coding sheet carries no coding; each of its sentences counts as read and found to carry nothing.",
      "Hand back the project as it was exported after coding.",
      "warning",
    );
  if (twice > 0)
    say(
      "facet-said-twice",
      `${twice === 1 ? "1 coding carries" : `${twice} codings carry`} two values of one facet; it is left at its default there.`,
      "Take one of the two codes off, or say facets of codings in one place by notes (trend: rising).",
      "warning",
    );
  const left = all.length - counted.length;
  if (left > 0)
    say("own-codings", `${left} codings by ${MACHINE} itself are left out.`, "Nothing needs to be done.", "info");
  return found;
}
