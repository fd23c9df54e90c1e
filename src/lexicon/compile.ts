import { Vocabulary } from "../language/index.js";
import type { Concept, Cue, Term } from "../model/index.js";
import { Automaton } from "./automaton.js";
import { type Found, ROLE } from "./found.js";
import type { Lexicon } from "./load.js";
import type { Pattern } from "./occurrences.js";
import { type Element, type Join, parsePattern, type Stretch } from "./pattern.js";

/**
 * Terms or cues by the fragment from which they are looked up. Those of fragment f stand at `first[f]` up to `first[f + 1]`: `owner` is
 * the term or cue, `needs` the other fragments that must stand in the sentence as well.
 */
export interface Owners {
  readonly first: Int32Array;
  readonly owner: Int32Array;
  readonly needs: readonly (readonly number[])[];
}

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
  readonly pattern: number;
  readonly unless: readonly number[];
  /** Code positions it is restricted to; undefined for all. */
  readonly codes: ReadonlySet<number> | undefined;
}

/** The lexicon ready to code with. One per thread; it shares its vocabulary with the texts it reads. */
export interface CompiledLexicon {
  readonly vocabulary: Vocabulary;
  readonly automaton: Automaton;
  readonly concepts: readonly Concept[];
  readonly patterns: readonly Pattern[];
  readonly terms: readonly CompiledTerm[];
  readonly cues: readonly CompiledCue[];
  /** By role (`ROLE`), the terms or cues to try when a fragment stands in a sentence. */
  readonly owners: readonly Owners[];
  /** Positions of the codes that each code yields to. */
  readonly yieldsTo: readonly (readonly number[])[];
  /** Fragment of all place names, and the canonical name and doubt of each wording (by normalised words). */
  readonly placeFragment: number;
  /** Of each fragment, for what it is looked up: bits by `ROLE`. */
  readonly roles: Uint8Array;
  /** Columns for what is found in a sentence, between sentences. */
  readonly spare: Found[];
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

/** Compiles all terms, cues, groups and places into one automaton. Throws `PatternError` on a term that cannot be read: `lint` first. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const vocabulary = new Vocabulary();
  const automaton = new Automaton(vocabulary);
  const patterns: Pattern[] = [];
  const patternIds = new Map<string, number>();
  const fragments = new Map<string, number>();
  const newFragment = (key: string): number => {
    const id = fragments.size;
    fragments.set(key, id);
    return id;
  };

  const macroFragments = new Map<string, number>();
  for (const [name, entries] of Object.entries(lexicon.macros)) {
    const id = newFragment(`macro:${name}`);
    macroFragments.set(name, id);
    for (const entry of entries) {
      for (const wording of parsePattern(entry, vocabulary)[0]!.alternatives) automaton.add(wording, id, false);
    }
  }
  const placeFragment = newFragment("macro:place");
  macroFragments.set("place", placeFragment);
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
      automaton.add(wording, placeFragment, false);
      const known = { name: place.name, ambiguous: place.ambiguous, small: false, kind: place.kind };
      places.set(wording.map((e) => e.value).join(" "), known);
      if (place.ambiguous || !saidSmall(name)) continue;
      const small = wording.map((e) => ({ ...e, value: e.value.toLowerCase() }));
      const key = small.map((e) => e.value).join(" ");
      if (places.has(key)) continue;
      automaton.add(small, placeFragment, false);
      places.set(key, { ...known, small: true });
    }
  }

  /** Fragments that stand in most sentences. */
  const common = new Set<number>();
  /** The fragment of a set of wordings without groups; one fragment for one set. */
  const literal = (wordings: readonly (readonly Element[])[], coordinates: boolean): number => {
    // Only short sets are worth sharing: the key of a long one costs more than a second fragment.
    const key =
      wordings.length <= SHARED
        ? `${coordinates ? "+" : "-"}${wordings
            .map((w) => w.map((e) => `${e.kind}:${e.value}`).join(" "))
            .sort()
            .join("|")}`
        : `set ${fragments.size}`;
    const known = fragments.get(key);
    if (known !== undefined) return known;
    const id = newFragment(key);
    if (
      wordings.some((wording) => wording.every((e) => e.kind === "any" || e.kind === "number" || COMMON.has(e.value)))
    )
      common.add(id);
    for (const wording of wordings) automaton.add(wording, id, coordinates && wording.every((e) => e.kind === "lemma"));
    return id;
  };

  const pattern = (source: string, coordinates: boolean, alone: boolean): number => {
    const key = `${coordinates ? "+" : "-"}${alone ? "1" : "0"}${source}`;
    const known = patternIds.get(key);
    if (known !== undefined) return known;
    const id = patterns.length;
    patternIds.set(key, id);
    patterns.push({ source, chains: chainsOf(asWritten(parsePattern(source, vocabulary), alone), source) });
    return id;

    function chainsOf(stretches: readonly Stretch[], from: string): Pattern["chains"] {
      let chains: { fragment: number; join: Join; group: boolean }[][] = [[]];
      for (const stretch of stretches) {
        const plain = stretch.alternatives.filter((wording) => wording.every((e) => e.kind !== "macro"));
        const grouped = stretch.alternatives.filter((wording) => wording.some((e) => e.kind === "macro"));
        const variants: { fragment: number; join: Join; group: boolean }[][] = [];
        if (plain.length > 0)
          variants.push([{ fragment: literal(plain, coordinates), join: stretch.join, group: false }]);
        for (const wording of grouped) variants.push(linksOf(wording, stretch.join, from));
        chains = chains.flatMap((left) => variants.map((right) => [...left, ...right]));
      }
      return chains.map((links) => {
        // Looked up from its rarest stretch: a group or a word such as "not" stands in too many sentences to begin with.
        const rare = links.findIndex((link) => !link.group && !common.has(link.fragment));
        const anchor = rare >= 0 ? rare : links.findIndex((link) => !link.group);
        return { links, anchor: Math.max(0, anchor) };
      });
    }

    function linksOf(
      wording: readonly Element[],
      join: Join,
      from: string,
    ): { fragment: number; join: Join; group: boolean }[] {
      const links: { fragment: number; join: Join; group: boolean }[] = [];
      let run: Element[] = [];
      const flush = (): void => {
        if (run.length > 0)
          links.push({ fragment: literal([run], false), join: links.length === 0 ? join : NEXT, group: false });
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
          throw new Error(
            `"${from}": no group @${element.value} in macros.yaml; known: ${[...macroFragments.keys()].sort().join(", ")}`,
          );
        }
        links.push({ fragment, join: links.length === 0 ? join : NEXT, group: true });
      }
      flush();
      return links;
    }
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
        const stretches = asWritten(parsePattern(source, vocabulary), alone);
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
      const term = termOf(entry);
      terms.push({
        code,
        term,
        pattern: pattern(term.term, true, true),
        with: company(term.with),
        without: company(term.without),
        unless: readings([...concept.unless, ...(term.unless ?? [])]),
      });
    }
  }
  const cues: CompiledCue[] = [];
  for (const cue of lexicon.cues) {
    const codes = codesOf(cue, lexicon.concepts);
    for (const source of cue.patterns)
      cues.push({ cue, pattern: pattern(source, false, true), unless: company(cue.unless), codes });
  }

  const owners: Owners[] = [];
  owners[ROLE.term] = byAnchor(terms, patterns, fragments.size);
  owners[ROLE.cue] = byAnchor(cues, patterns, fragments.size, ({ cue }) => !special(cue));
  owners[ROLE.answer] = byAnchor(cues, patterns, fragments.size, ({ cue }) => cue.id.startsWith("answer."));
  owners[ROLE.voice] = byAnchor(cues, patterns, fragments.size, ({ cue }) => VOICED.has(cue.facet));
  owners[ROLE.attendance] = byAnchor(cues, patterns, fragments.size, ({ cue }) => cue.id === "attendance");
  return {
    vocabulary,
    automaton,
    concepts: lexicon.concepts,
    patterns,
    terms,
    cues,
    owners,
    yieldsTo: lexicon.concepts.map((concept) => concept.yieldsTo.flatMap((id) => position.get(id) ?? [])),
    placeFragment,
    roles: rolesOf(owners, fragments.size),
    spare: [],
    places,
  };
}

/** Verbs among the place names. */
const VERBS = new Set(["stoke"]);

/** Whether a name may be looked for in small letters, as subtitles write it: a name of four letters or more, not an abbreviation. */
function saidSmall(name: string): boolean {
  return name.length >= 4 && /\p{Ll}/u.test(name) && !VERBS.has(name.toLowerCase());
}

/** Positions of the codes that a cue is restricted to; undefined for all. A code or `theme:…` can be named, to take or to leave out. */
function codesOf(cue: Cue, concepts: readonly Concept[]): ReadonlySet<number> | undefined {
  if (!cue.codes && !cue.exceptCodes) return undefined;
  const named = (list: readonly string[], c: Concept): boolean =>
    list.includes(c.id) || list.includes(`theme:${c.theme}`);
  return new Set(
    concepts.flatMap((c, i) => ((!cue.codes || named(cue.codes, c)) && !named(cue.exceptCodes ?? [], c) ? [i] : [])),
  );
}

/** Most wordings of a set that is looked up for an equal one. */
const SHARED = 8;

/** Words so frequent that a look-up must not begin with them. */
const COMMON = new Set(
  `the a an and or of to in on at for with from by be have do not it its they them their there here we us our you your i my me he she his her as if so but than
  then when what which who how where all any some no more most many much very just also about into out up down over can could will would should may might must get
  go come say think know see make take give put want need like one two three people young child person work use keep tell find that this these those thing time
  day week year good well new old other same own back now still only even too never nobody none nothing`.split(/\s+/),
);

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

/** Facets that say whose word something is. */
const VOICED: ReadonlySet<string> = new Set(["support", "evidentiality"]);

/** Cues that speak for another sentence, or for a sentence as a whole, and have no scope. */
const special = (cue: Cue): boolean => cue.id.startsWith("answer.") || cue.id === "attendance";

function byAnchor<T extends { pattern: number }>(
  owners: readonly T[],
  patterns: readonly Pattern[],
  fragments: number,
  wanted: (owner: T) => boolean = () => true,
): Owners {
  const entries: { fragment: number; owner: number; needs: readonly number[] }[] = [];
  for (const [owner, entry] of owners.entries()) {
    if (!wanted(entry)) continue;
    for (const { links, anchor } of patterns[entry.pattern]!.chains) {
      const needs = links.flatMap(({ fragment }, k) => (k === anchor ? [] : [fragment]));
      entries.push({ fragment: links[anchor]!.fragment, owner, needs });
    }
  }
  entries.sort((a, b) => a.fragment - b.fragment || a.owner - b.owner);
  const first = new Int32Array(fragments + 1);
  for (const { fragment } of entries) first[fragment + 1]!++;
  for (let f = 0; f < fragments; f++) first[f + 1]! += first[f]!;
  return {
    first,
    owner: Int32Array.from(entries, ({ owner }) => owner),
    needs: entries.map(({ needs }) => (needs.length === 0 ? NO_NEEDS : needs)),
  };
}

const NO_NEEDS: readonly number[] = [];

function rolesOf(owners: readonly Owners[], fragments: number): Uint8Array {
  const roles = new Uint8Array(fragments);
  for (const [role, { first }] of owners.entries())
    for (let f = 0; f < fragments; f++) if (first[f + 1]! > first[f]!) roles[f]! |= 1 << role;
  return roles;
}
