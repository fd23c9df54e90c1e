import { termOf } from "../../lexicon/index.js";
import type { EntryChange } from "../../model/index.js";
import type { Inputs } from "../../store/index.js";
import { byText } from "../sessions.js";

/** What of a lexicon changed, by the names under which mentions refer to it. */
export interface LexiconChanges {
  readonly all: readonly EntryChange[];
  /** Terms by `code term`. */
  readonly terms: ReadonlyMap<string, EntryChange>;
  /** Codes of which something other than a term changed. */
  readonly codes: ReadonlyMap<string, EntryChange>;
  readonly cues: ReadonlyMap<string, EntryChange>;
  /** Groups of words, by the name after the `@`. */
  readonly groups: ReadonlyMap<string, EntryChange>;
  readonly places: readonly EntryChange[];
  readonly agencies: readonly EntryChange[];
}

/** The entries of two lexicons beside each other: a change of notes and order is none. */
export function lexiconChanges(was: Inputs["lexicon"], is: Inputs["lexicon"]): LexiconChanges {
  const terms = compare("term", termsOf(was), termsOf(is), (name) => name.replace(" ", ": "));
  const codes = compare("code", codesOf(was), codesOf(is));
  const cues = compare("cue", byId(was.cues), byId(is.cues));
  const groups = compare("group of words", entriesOf(was.macros), entriesOf(is.macros));
  const places = compare("place", byName(was.places), byName(is.places));
  const agencies = compare("agency", byName(was.agencies), byName(is.agencies));
  const frames = compare("frame", byId(was.frames), byId(is.frames));
  return {
    all: [terms, codes, cues, groups, places, agencies, frames].flatMap((changes) => [...changes.values()]),
    ...{ terms, codes, cues, groups, places: [...places.values()], agencies: [...agencies.values()] },
  };
}

/** What of the finding rules changed: rules by the type of finding that they make, and the other sections by name. */
export function ruleChanges(was: Inputs["rules"], is: Inputs["rules"]): Map<string, EntryChange> {
  const rules = compare("rule", rulesOf(was), rulesOf(is));
  const { rules: _was, ...before } = was;
  const { rules: _is, ...after } = is;
  return new Map([...rules, ...compare("wording", entriesOf(before), entriesOf(after))]);
}

/** How an entry that changed is told in a reason. */
export function told({ kind, name, change }: EntryChange): string {
  return `${kind} ${name}, ${change}`;
}

type Written = Map<string, string>;

function compare(kind: string, was: Written, is: Written, called = (name: string) => name): Map<string, EntryChange> {
  const changes = new Map<string, EntryChange>();
  for (const name of [...new Set([...was.keys(), ...is.keys()])].sort(byText)) {
    const [before, after] = [was.get(name), is.get(name)];
    if (before === after) continue;
    const change = before === undefined ? "new" : after === undefined ? "gone" : "changed";
    changes.set(name, { kind, name: called(name), change });
  }
  return changes;
}

/** Each entry as text by its name; several of one name are one. */
function written<T>(entries: readonly T[], name: (entry: T) => string): Written {
  const texts = new Map<string, string[]>();
  for (const entry of entries) {
    const { note: _note, ...rest } = entry as T & { note?: string };
    texts.set(name(entry), [...(texts.get(name(entry)) ?? []), canonical(rest)]);
  }
  return new Map([...texts].map(([key, list]) => [key, list.sort(byText).join("\n")]));
}

/** JSON with keys in order, so that two ways of writing one entry are equal. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byText(a, b)))
      : inner,
  );
}

function termsOf({ concepts }: Inputs["lexicon"]): Written {
  const terms = concepts.flatMap(({ id, terms }) => terms.map((entry) => ({ id, ...termOf(entry) })));
  return written(terms, ({ id, term }) => `${id} ${term}`);
}

function codesOf({ concepts }: Inputs["lexicon"]): Written {
  return written(
    concepts.map(({ terms: _terms, ...concept }) => concept),
    ({ id }) => id,
  );
}

function byId<T extends { id: string }>(entries: readonly T[]): Written {
  return written(entries, ({ id }) => id);
}

function byName<T extends { name: string }>(entries: readonly T[]): Written {
  return written(entries, ({ name }) => name);
}

function entriesOf(groups: Readonly<Record<string, unknown>>): Written {
  return new Map(Object.entries(groups).map(([name, value]) => [name, canonical(value)]));
}

function rulesOf({ rules }: Inputs["rules"]): Written {
  return written(Array.isArray(rules) ? (rules as { type: string }[]) : [], ({ type }) => type);
}
