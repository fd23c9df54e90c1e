import { Vocabulary } from "../language/index.js";
import { type Concept, type Cue, DEFAULT_FACETS, type Term } from "../model/index.js";
import { Automaton } from "./automaton.js";
import { type Chains, chainsOf, type Pattern } from "./chains.js";
import { type Found, ROLE, type Sizes } from "./found.js";
import { Fragment } from "./fragment.js";
import type { Lexicon } from "./load.js";
import { Needs, neededIn } from "./needs.js";
import { type Element, type Join, PatternError, parsePattern, type Stretch } from "./pattern.js";
import { Sketch } from "./sketch.js";
import { Symbols } from "./symbols.js";
import { Trees } from "./trees.js";

/**
 * Terms or cues by the fragment from which they are looked up. Those of fragment f are the entries `first[f]` up to `first[f + 1]`, of
 * `ENTRY.cells` cells each.
 */
export interface Owners {
  readonly first: Int32Array;
  readonly entries: Int32Array;
}

/** Cells of an entry: the term or cue, what it needs of the sentence besides (`Needs`), its pattern, and bits of what is known of that. */
export const ENTRY = { owner: 0, need: 1, pattern: 2, marks: 3, cells: 4 } as const;
/** The pattern is the fragment and nothing else. */
export const ALONE = 1;
/** The pattern may be looked up from another fragment as well. */
export const ELSEWHERE = 2;

export interface CompiledTerm {
  /** Position of the code in codebook order. */
  readonly code: number;
  readonly term: Term;
  readonly pattern: number;
  readonly with: readonly number[];
  readonly without: readonly number[];
  readonly unless: readonly number[];
}

export interface CompiledCue {
  readonly cue: Cue;
  /** Number of its facet in the order of `DEFAULT_FACETS`, -1 where it sets none. */
  readonly facet: number;
  readonly pattern: number;
  readonly unless: readonly number[];
  /** Code positions it is restricted to; undefined for all. */
  readonly codes: ReadonlySet<number> | undefined;
  /** Codes that the cue does not govern where they stand before it. */
  readonly exceptSubjects: ReadonlySet<number> | undefined;
}

/** The lexicon ready to code with. One per thread; it shares its vocabulary with the texts it reads. */
export interface CompiledLexicon {
  readonly vocabulary: Vocabulary;
  readonly symbols: Symbols;
  readonly fragments: readonly Fragment[];
  /**
   * Finds the fragments from which terms, answers, attendance and voices are looked up. Read over every sentence; the other one, for the
   * rest of the cues and for places, only over sentences in which a mention stands.
   */
  readonly terms: readonly CompiledTerm[];
  readonly termAutomaton: Automaton;
  readonly contextAutomaton: Automaton;
  /** Of each fragment, whether an automaton finds it. */
  readonly sought: Uint8Array;
  /** Of each pattern, whether it is looked up from what `contextAutomaton` finds. */
  readonly late: Uint8Array;
  readonly concepts: readonly Concept[];
  readonly patterns: readonly Pattern[];
  /** Patterns and fragments in columns. */
  readonly chains: Chains;
  /** Wordings of the fragments that no automaton finds where they are asked for. */
  readonly trees: Trees;
  readonly cues: readonly CompiledCue[];
  /** By role (`ROLE`), the terms or cues to try when a fragment stands in a sentence. */
  readonly owners: readonly Owners[];
  /** What patterns need of a sentence besides their anchor. */
  readonly needs: Needs;
  /** What words may begin of all that is matched on the spot. */
  readonly sketch: Sketch;
  /** Positions of the codes that each code yields to. */
  readonly yieldsTo: readonly (readonly number[])[];
  /** Fragment of all place names, and the canonical name and doubt of each wording (by normalised words). */
  readonly placeFragment: number;
  /** Of each fragment, for what it is looked up: bits by `ROLE`. */
  readonly roles: Uint8Array;
  /** Columns for what is found in a sentence, between sentences, and how large they are. */
  readonly spare: Found[];
  readonly sizes: Sizes;
  readonly places: ReadonlyMap<string, PlaceWording>;
}

/** A wording of a place: what it stands for, whether it is also a word or a name, whether it is written in small letters. */
export interface PlaceWording {
  readonly name: string;
  readonly ambiguous: boolean;
  readonly small: boolean;
  readonly kind: string;
}

/** A term as data, whether written as a plain string or with company. */
export function termOf(entry: string | Term): Term {
  return typeof entry === "string" ? { term: entry } : entry;
}

/** Compiles all terms, cues, groups and places into one automaton. Throws `PatternError` on a term that cannot be read or names a group that is not there: `lint` first. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const vocabulary = new Vocabulary();
  const symbols = new Symbols(vocabulary);
  const fragments: Fragment[] = [];
  const fragmentIds = new Map<string, number>();
  const patterns: Pattern[] = [];
  const patternIds = new Map<string, number>();
  const newFragment = (wordings: readonly (readonly Element[])[], coordinates: boolean): number =>
    fragments.push(new Fragment(symbols, wordings, coordinates)) - 1;

  const macroFragments = new Map<string, number>();
  for (const [name, entries] of Object.entries(lexicon.macros)) {
    const wordings = entries.flatMap((entry) => parsePattern(entry, vocabulary)[0]!.alternatives);
    macroFragments.set(name, newFragment(wordings, false));
  }
  const placeWordings: (readonly Element[])[] = [];
  const places = new Map<string, PlaceWording>();
  for (const place of lexicon.places) {
    for (const name of [place.name, ...place.also]) {
      const wording = parsePattern(
        `=${name
          .replace(/[()"*~@<>=]/g, " ")
          .trim()
          .split(/\s+/)
          .join(" =")}`,
        vocabulary,
      )[0]!.alternatives[0]!;
      placeWordings.push(wording);
      const known = { name: place.name, ambiguous: place.ambiguous, small: false, kind: place.kind };
      places.set(wording.map((e) => e.value).join(" "), known);
      if (place.ambiguous || !saidSmall(name)) continue;
      const small = wording.map((e) => ({ ...e, value: e.value.toLowerCase() }));
      const key = small.map((e) => e.value).join(" ");
      if (places.has(key)) continue;
      placeWordings.push(small);
      places.set(key, { ...known, small: true });
    }
  }

  const placeFragment = newFragment(placeWordings, false);
  macroFragments.set("place", placeFragment);

  /** The fragment of a set of wordings without groups; one fragment for one set. */
  const literal = (wordings: readonly (readonly Element[])[], coordinates: boolean): number => {
    // Only short sets are worth sharing: the key of a long one costs more than a second fragment.
    const key =
      wordings.length <= SHARED
        ? `${coordinates ? "+" : "-"}${wordings
            .map((w) => w.map((e) => `${e.kind}:${e.value}`).join(" "))
            .sort()
            .join("|")}`
        : `set ${fragments.length}`;
    const known = fragmentIds.get(key);
    if (known !== undefined) return known;
    const id = newFragment(wordings, coordinates);
    fragmentIds.set(key, id);
    return id;
  };

  const pattern = (source: string, coordinates: boolean, alone: boolean): number => {
    const key = `${coordinates ? "+" : "-"}${alone ? "1" : "0"}${source}`;
    const known = patternIds.get(key);
    if (known !== undefined) return known;
    const id = patterns.length;
    patternIds.set(key, id);
    patterns.push({ source, chains: linked(asWritten(parse(source), alone), source) });
    return id;

    function linked(stretches: readonly Stretch[], from: string): Pattern["chains"] {
      let chains: { fragment: number; join: Join }[][] = [[]];
      for (const stretch of stretches) {
        const plain = stretch.alternatives.filter((wording) => wording.every((e) => e.kind !== "macro"));
        const grouped = stretch.alternatives.filter((wording) => wording.some((e) => e.kind === "macro"));
        const variants: { fragment: number; join: Join }[][] = [];
        if (plain.length > 0) variants.push([{ fragment: literal(plain, coordinates), join: stretch.join }]);
        for (const wording of grouped) variants.push(linksOf(wording, stretch.join, from));
        chains = chains.flatMap((left) => variants.map((right) => [...left, ...right]));
      }
      return chains.map((links) => {
        const often = links.map(({ fragment }) => fragments[fragment]!.expected);
        return { links, anchor: often.indexOf(Math.min(...often)) };
      });
    }

    function linksOf(wording: readonly Element[], join: Join, from: string): { fragment: number; join: Join }[] {
      const links: { fragment: number; join: Join }[] = [];
      let run: Element[] = [];
      const flush = (): void => {
        if (run.length > 0) links.push({ fragment: literal([run], false), join: links.length === 0 ? join : NEXT });
        run = [];
      };
      for (const element of wording) {
        if (element.kind !== "macro") {
          run.push(element);
          continue;
        }
        flush();
        const fragment = macroFragments.get(element.value);
        if (fragment === undefined) {
          throw new PatternError(
            `"${from}": no group @${element.value} in macros.yaml; known: ${[...macroFragments.keys()].sort().join(", ")}`,
          );
        }
        links.push({ fragment, join: links.length === 0 ? join : NEXT });
      }
      flush();
      return links;
    }
  };

  const parsed = new Map<string, readonly Stretch[]>();
  const parse = (source: string): readonly Stretch[] => {
    let stretches = parsed.get(source);
    if (!stretches) {
      stretches = parsePattern(source, vocabulary);
      parsed.set(source, stretches);
    }
    return stretches;
  };

  const sets = new Map<string, number[]>();
  /**
   * The patterns of a set of which any may stand. Those without gaps and groups are one pattern together, so that a sentence is asked
   * once for all of them.
   */
  const anyOf = (sources: readonly string[], alone: boolean): number[] => {
    if (sources.length === 0) return [];
    const key = `${alone ? "1" : "0"}${JSON.stringify(sources)}`;
    let ids = sets.get(key);
    if (!ids) {
      const together: (readonly Element[])[] = [];
      ids = [];
      for (const source of sources) {
        const stretches = asWritten(parse(source), alone);
        const wordings = stretches[0]!.alternatives;
        const plain = stretches.length === 1 && wordings.every((w) => w.every((e) => e.kind !== "macro"));
        if (plain) together.push(...wordings);
        else ids.push(pattern(source, false, alone));
      }
      if (together.length > 0) {
        ids.push(patterns.length);
        patterns.push({
          source: sources.join(" | "),
          chains: [{ links: [{ fragment: literal(together, false), join: NEXT }], anchor: 0 }],
        });
      }
      sets.set(key, ids);
    }
    return ids;
  };

  const position = new Map(lexicon.concepts.map((concept, i) => [concept.id, i]));
  const company = (sources: readonly string[] | undefined): number[] => anyOf(sources ?? [], false);

  /** An innocent reading is a term like any other: a lone inflected word ("whites", "geared") is that form and no other. */
  const readings = (sources: readonly string[] | undefined): number[] => anyOf(sources ?? [], true);

  const terms: CompiledTerm[] = [];
  for (const [code, concept] of lexicon.concepts.entries()) {
    for (const entry of concept.terms) {
      const term = inOneShape(termOf(entry));
      terms.push({
        code,
        term,
        pattern: pattern(term.term, true, true),
        with: company(term.with),
        without: company(term.without),
        // The code's own readings are one set for all its terms.
        unless: [...readings(concept.unless), ...readings(term.unless)],
      });
    }
  }
  const cues: CompiledCue[] = [];
  for (const written of lexicon.cues) {
    const cue = cueInOneShape(written);
    const codes = codesOf(cue, lexicon.concepts);
    const exceptSubjects = subjectsOf(cue, lexicon.concepts);
    for (const source of cue.patterns)
      cues.push({
        cue,
        facet: FACETS.indexOf(cue.facet),
        pattern: pattern(source, false, true),
        unless: company(cue.unless),
        codes,
        exceptSubjects,
      });
  }

  const sketch = sketchOf(symbols, fragments, patterns, [...terms, ...cues]);
  const needs = new Needs(sketch, fragments, patterns);
  const lookUp = <T extends { pattern: number }>(of: readonly T[], wanted: (owner: T) => boolean): Owners =>
    byAnchor(of, patterns, fragments.length, needs, wanted);
  const owners: Owners[] = [];
  owners[ROLE.term] = lookUp(terms, () => true);
  owners[ROLE.cue] = lookUp(cues, ({ cue }) => !special(cue));
  owners[ROLE.answer] = lookUp(cues, ({ cue }) => cue.id.startsWith("answer."));
  owners[ROLE.voice] = lookUp(cues, ({ cue }) => VOICED.has(cue.facet));
  owners[ROLE.attendance] = lookUp(cues, ({ cue }) => cue.id === "attendance");
  const roles = rolesOf(owners, fragments.length);
  const termAutomaton = new Automaton(symbols);
  const contextAutomaton = new Automaton(symbols);
  const sought = new Uint8Array(fragments.length);
  for (const [id, fragment] of fragments.entries()) {
    // Company is matched where it is asked for: it would be found in every other sentence, and is wanted in few.
    if (roles[id] === 0 && id !== placeFragment) continue;
    sought[id] = isEarly(roles[id]!) ? SOUGHT_EARLY : SOUGHT_LATE;
    const automaton = isEarly(roles[id]!) ? termAutomaton : contextAutomaton;
    automaton.add(fragment, id);
  }
  return {
    vocabulary,
    symbols,
    fragments,
    termAutomaton,
    contextAutomaton,
    sought,
    late: Uint8Array.from(patterns, ({ chains }) =>
      chains.some(({ links, anchor }) => sought[links[anchor]!.fragment] === SOUGHT_LATE) ? 1 : 0,
    ),
    concepts: lexicon.concepts.map(conceptInOneShape),
    patterns,
    chains: chainsOf(patterns, fragments),
    trees: new Trees(fragments),
    terms,
    cues,
    owners,
    needs,
    sketch,
    yieldsTo: lexicon.concepts.map((concept) => concept.yieldsTo.flatMap((id) => position.get(id) ?? [])),
    placeFragment,
    roles,
    spare: [],
    sizes: { patterns: patterns.length, owners: Math.max(terms.length, cues.length) },
    places,
  };
}

/** A term with every key that there is, in one order: objects of one shape are read several times as fast as those of twenty. */
function inOneShape({ term, with: demanded, without, within, unless, pos, says, note }: Term): Term {
  return { term, with: demanded, without, within, unless, pos, says, note };
}

function conceptInOneShape(concept: Concept): Concept {
  const {
    id,
    prefLabel,
    theme,
    definition,
    scopeNote,
    broader,
    related,
    expectedSectors,
    yieldsTo,
    unless,
    says,
    terms,
  } = concept;
  return {
    id,
    prefLabel,
    theme,
    definition,
    scopeNote,
    broader,
    related,
    expectedSectors,
    yieldsTo,
    unless,
    says,
    terms,
  };
}

function cueInOneShape(cue: Cue): Cue {
  const { id, patterns, facet, value, direction, scope, codes, exceptCodes, exceptSubjects, record, unless, note } =
    cue;
  return { id, patterns, facet, value, direction, scope, codes, exceptCodes, exceptSubjects, record, unless, note };
}

/** Verbs among the place names. */
const VERBS = new Set(["stoke"]);

/** Whether a name may be looked for in small letters, as subtitles write it: a name of four letters or more, not an abbreviation. */
function saidSmall(name: string): boolean {
  return name.length >= 4 && /\p{Ll}/u.test(name) && !VERBS.has(name.toLowerCase());
}

function named(list: readonly string[], c: Concept): boolean {
  return list.includes(c.id) || list.includes(`theme:${c.theme}`);
}

function subjectsOf({ exceptSubjects }: Cue, concepts: readonly Concept[]): ReadonlySet<number> | undefined {
  return exceptSubjects && new Set(concepts.flatMap((c, i) => (named(exceptSubjects, c) ? [i] : [])));
}

/** Positions of the codes that a cue is restricted to; undefined for all. A code or `theme:…` can be named, to take or to leave out. */
function codesOf(cue: Cue, concepts: readonly Concept[]): ReadonlySet<number> | undefined {
  if (!cue.codes && !cue.exceptCodes) return undefined;
  return new Set(
    concepts.flatMap((c, i) => ((!cue.codes || named(cue.codes, c)) && !named(cue.exceptCodes ?? [], c) ? [i] : [])),
  );
}

/** Most wordings of a set that is looked up for an equal one. */
const SHARED = 8;

const NEXT: Join = { words: 0, eitherWay: false };

/** A word that is a whole term or cue by itself and is written inflected ("locals", "trapping") stands for that form alone. */
function asWritten(stretches: readonly Stretch[], alone: boolean): readonly Stretch[] {
  if (!alone || stretches.length !== 1) return stretches;
  const stretch = stretches[0]!;
  return [
    {
      ...stretch,
      alternatives: stretch.alternatives.map((wording) =>
        wording.length === 1 && wording[0]!.inflected !== undefined
          ? [{ kind: "form" as const, value: wording[0]!.inflected }]
          : wording,
      ),
    },
  ];
}

/** What words may begin: of what patterns need beside their anchor, and of company and anchors, which single words are asked about. */
function sketchOf(
  symbols: Symbols,
  fragments: readonly Fragment[],
  patterns: readonly Pattern[],
  owners: readonly { pattern: number }[],
): Sketch {
  const needed = neededIn(patterns);
  const found = new Set<number>();
  for (const { pattern } of owners)
    for (const { links, anchor } of patterns[pattern]!.chains) found.add(links[anchor]!.fragment);
  const other = new Set<number>();
  for (const { chains } of patterns) {
    for (const { links, anchor } of chains) {
      const { fragment } = links[anchor]!;
      if (links.length > 1 || !found.has(fragment)) other.add(fragment);
    }
  }
  for (const id of needed) other.delete(id);
  return new Sketch(symbols, fragments, needed, [...other]);
}

const FACETS: readonly string[] = Object.keys(DEFAULT_FACETS);

/** Facets that say whose word something is. */
const VOICED: ReadonlySet<string> = new Set(["support", "evidentiality"]);

/** Cues that speak for another sentence, or for a sentence as a whole, and have no scope. */
const special = (cue: Cue): boolean => cue.id.startsWith("answer.") || cue.id === "attendance";

function byAnchor<T extends { pattern: number }>(
  owners: readonly T[],
  patterns: readonly Pattern[],
  fragments: number,
  needs: Needs,
  wanted: (owner: T) => boolean,
): Owners {
  const entries: { fragment: number; owner: number }[] = [];
  for (const [owner, entry] of owners.entries()) {
    if (!wanted(entry)) continue;
    const anchors = patterns[entry.pattern]!.chains.map(({ links, anchor }) => links[anchor]!.fragment);
    for (const fragment of new Set(anchors)) entries.push({ fragment, owner });
  }
  entries.sort((a, b) => a.fragment - b.fragment || a.owner - b.owner);
  const first = new Int32Array(fragments + 1);
  for (const { fragment } of entries) first[fragment + 1]!++;
  for (let f = 0; f < fragments; f++) first[f + 1]! += first[f]!;
  const cells = new Int32Array(entries.length * ENTRY.cells);
  for (const [k, { owner }] of entries.entries()) {
    const { pattern } = owners[owner]!;
    const { chains } = patterns[pattern]!;
    const cell = k * ENTRY.cells;
    cells[cell + ENTRY.owner] = owner;
    cells[cell + ENTRY.need] = needs.of[pattern]!;
    cells[cell + ENTRY.pattern] = pattern;
    cells[cell + ENTRY.marks] = chains.length > 1 ? ELSEWHERE : chains[0]!.links.length > 1 ? 0 : ALONE;
  }
  return { first, entries: cells };
}

const SOUGHT_EARLY = 1;
const SOUGHT_LATE = 2;

/** Whether a fragment of some roles is looked for in every sentence. */
function isEarly(roles: number): boolean {
  return (roles & ~(1 << ROLE.cue)) !== 0;
}

function rolesOf(owners: readonly Owners[], fragments: number): Uint8Array {
  const roles = new Uint8Array(fragments);
  for (const [role, { first }] of owners.entries())
    for (let f = 0; f < fragments; f++) if (first[f + 1]! > first[f]!) roles[f]! |= 1 << role;
  return roles;
}
