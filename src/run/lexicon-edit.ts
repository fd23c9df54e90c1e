import { type Lexicon, termOf } from "../lexicon/index.js";
import type { Concept, Cue } from "../model/index.js";

/** What of a lexicon was changed, as far as it can change a coding. */
export interface LexiconEdit {
  /** Codes whose mentions may come, go or read differently. */
  readonly codes: ReadonlySet<string>;
  /** Codes to code with, so that those come out as with the whole lexicon: they, and the ones that they give way to. */
  readonly company: ReadonlySet<string>;
  /** A passage can only be touched where one of these stands, before or after. In the term language. */
  readonly patterns: readonly string[];
  /** Terms that only go, as `code term`: they touch nothing but the places where they were found. */
  readonly gone: ReadonlySet<string>;
  /** Terms of {@link codes} that are the same words but mean something else now, as `code term`. */
  readonly reread: ReadonlySet<string>;
  /** Whether what stands around a mention is read differently (cues, places, groups of words): facets may change far and wide. */
  readonly context: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What stands in one list and not in the other. */
function difference(a: readonly string[], b: readonly string[]): string[] {
  const [left, right] = [new Set(a), new Set(b)];
  return [...a.filter((one) => !right.has(one)), ...b.filter((one) => !left.has(one))];
}

/** What was changed between two lexicons. Labels, definitions, agencies and frames change no coding of a text that is already masked. */
export function editBetween(base: Lexicon, edited: Lexicon): LexiconEdit {
  const patterns = new Set<string>();
  const gone = new Set<string>();
  const reread = new Set<string>();
  const changed = new Set<string>();
  const concepts = pairs(base.concepts, edited.concepts);
  for (const [id, [was, is]] of concepts) {
    if (was === is) continue;
    const found = changedWordings(was, is);
    for (const pattern of found.patterns) patterns.add(pattern);
    for (const term of found.reread) reread.add(`${id} ${term}`);
    for (const term of found.gone) gone.add(`${id} ${term}`);
    if (found.patterns.length + found.gone.length > 0) changed.add(id);
  }
  const before = patterns.size;
  for (const name of new Set([...Object.keys(base.macros), ...Object.keys(edited.macros)]))
    for (const entry of difference(base.macros[name] ?? [], edited.macros[name] ?? [])) patterns.add(entry);
  // An edit made in memory shares with its base what it left alone.
  if (base.cues !== edited.cues) for (const pattern of changedCues(base.cues, edited.cues)) patterns.add(pattern);
  if (base.places !== edited.places) for (const name of changedPlaces(base, edited)) patterns.add(name);
  const context = patterns.size > before;

  const codes = new Set(context ? concepts.keys() : changed);
  const givingWay = (id: string): string[] => (concepts.get(id) ?? []).flatMap((concept) => concept?.yieldsTo ?? []);
  for (const id of concepts.keys()) if (givingWay(id).some((rival) => changed.has(rival))) codes.add(id);
  const company = new Set([...codes, ...[...codes].flatMap(givingWay)]);
  return { codes, company, patterns: [...patterns], gone, reread, context };
}

function pairs<T extends { id: string }>(
  was: readonly T[],
  is: readonly T[],
): Map<string, readonly [T | undefined, T | undefined]> {
  const [old, now] = [new Map(was.map((one) => [one.id, one])), new Map(is.map((one) => [one.id, one]))];
  return new Map([...was, ...is].map(({ id }) => [id, [old.get(id), now.get(id)]]));
}

function changedWordings(
  was: Concept | undefined,
  is: Concept | undefined,
): { patterns: string[]; gone: string[]; reread: string[] } {
  const terms = (concept: Concept | undefined) => (concept?.terms ?? []).map(termOf);
  const [before, after] = [terms(was), terms(is)];
  // What decides over all terms of a code lets none of them be.
  const everywhere =
    was !== undefined &&
    is !== undefined &&
    !(same(was.says, is.says) && same([...was.yieldsTo].sort(), [...is.yieldsTo].sort()));
  if (everywhere) {
    const all = [...before, ...after].map(({ term }) => term);
    return { patterns: all, gone: [], reread: all };
  }
  const written = (list: readonly { term: string; note?: string }[]): string[] =>
    list.map(({ note: _note, ...term }) => JSON.stringify(term));
  const differing = difference(written(before), written(after)).map(
    (term) => (JSON.parse(term) as { term: string }).term,
  );
  const stays = new Set(after.map(({ term }) => term));
  return {
    patterns: [...differing.filter((term) => stays.has(term)), ...difference(was?.unless ?? [], is?.unless ?? [])],
    gone: differing.filter((term) => !stays.has(term)),
    reread: differing.filter((term, index) => differing.indexOf(term) !== index),
  };
}

function changedCues(was: readonly Cue[], is: readonly Cue[]): string[] {
  const written = (cues: readonly Cue[]): string[] => cues.map(({ note: _note, ...cue }) => JSON.stringify(cue));
  const differing = difference(written(was), written(is)).map((cue) => JSON.parse(cue) as Cue);
  const patterns = new Map<string, number>();
  for (const cue of differing)
    for (const pattern of [...cue.patterns, ...(cue.unless ?? [])])
      patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
  // A cue of which only the list of wordings grew: those it kept decide as before.
  const [first, second, third] = differing;
  const grew =
    first && second && !third && same({ ...first, patterns: [], unless: [] }, { ...second, patterns: [], unless: [] });
  return [...patterns].filter(([, times]) => !grew || times === 1).map(([pattern]) => pattern);
}

function changedPlaces(base: Lexicon, edited: Lexicon): string[] {
  const written = ({ places }: Lexicon): string[] => places.map((place) => JSON.stringify(place));
  return difference(written(base), written(edited))
    .map((place) => JSON.parse(place) as Lexicon["places"][number])
    .flatMap(({ name, also }) => [name, ...also])
    .map((name) => name.replace(/[()"*~@<>=|]/g, " ").trim())
    .filter((name) => name !== "");
}
