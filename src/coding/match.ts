import { partOfSpeechAt, type TokenColumns } from "../language/index.js";
import { type CompiledLexicon, type CompiledTerm, type Occurrence, ROLE } from "../lexicon/index.js";
import { MARK } from "./document-words.js";
import type { SentenceReading } from "./sentence-reading.js";
import { CAPITAL, listOf } from "./word-lists.js";

/** A term that stands in a sentence and survived its company, overlap and precedence. */
export interface TermHit extends Occurrence {
  readonly code: number;
  readonly term: CompiledTerm;
}

/** A term that stands there and was set aside, and why. */
export interface SetAside extends TermHit {
  readonly because: string;
}

/**
 * The codes of a sentence. Within a code the longest of overlapping spans wins; across codes all stand, but a code that yields to
 * another drops a span that overlaps one of the other's. The order of lexicon entries never matters.
 */
export function matchTerms(
  lexicon: CompiledLexicon,
  text: string,
  tokens: TokenColumns,
  reading: SentenceReading,
): { hits: TermHit[]; aside: SetAside[] } {
  if (!reading.hasOwners(ROLE.term)) return NO_TERMS();
  const aside: SetAside[] = [];
  const candidates: TermHit[] = [];
  let names: readonly Occurrence[] | undefined;
  for (const { owner, places } of reading.standingOf(ROLE.term)) {
    const term = lexicon.terms[owner]!;
    for (let p = 0; p < places.length; p++) {
      const { from, to } = places[p]!;
      const hit = { from, to, code: term.code, term };
      names ??= properNames(reading);
      const because = objection(reading, text, tokens, hit, names);
      if (because) aside.push({ from, to, code: term.code, term, because });
      else candidates.push(hit);
    }
  }
  if (candidates.length < 2) return { hits: candidates, aside: aside.length > 1 ? aside.sort(byPlace) : aside };
  const longest = longestWithinCode(candidates);
  const hits: TermHit[] = [];
  for (const hit of longest) {
    const rivals = lexicon.yieldsTo[hit.code]!;
    const winner =
      rivals.length === 0 ? undefined : longest.find((other) => rivals.includes(other.code) && overlap(hit, other));
    if (winner)
      aside.push({
        from: hit.from,
        to: hit.to,
        code: hit.code,
        term: hit.term,
        because: `yields to ${lexicon.concepts[winner.code]!.id} ("${winner.term.term.term}")`,
      });
    else hits.push(hit);
  }
  return { hits: hits.sort(byPlace), aside: aside.sort(byPlace) };
}

const NO_TERMS = (): { hits: TermHit[]; aside: SetAside[] } => ({ hits: [], aside: [] });

export function overlap(a: Occurrence, b: Occurrence): boolean {
  return a.from < b.to && b.from < a.to;
}

function byPlace(a: TermHit, b: TermHit): number {
  return (
    a.from - b.from ||
    a.to - b.to ||
    a.code - b.code ||
    (a.term.term.term < b.term.term.term ? -1 : a.term.term.term > b.term.term.term ? 1 : 0)
  );
}

/** Why a term that stands there does not count, or nothing. */
function objection(
  reading: SentenceReading,
  text: string,
  tokens: TokenColumns,
  hit: TermHit,
  names: readonly Occurrence[],
): string {
  const { term } = hit;
  if (term.unless.length > 0 && meets(reading, term.unless, hit)) return "innocent reading";
  // A term that begins with the name's own head word ("Operation …") means the name; the words inside it are nobody's.
  for (const name of names) {
    if (name.from <= hit.from && hit.to <= name.to && !(hit.from === name.from && hit.to > hit.from + 1))
      return "inside a proper name";
  }
  if (inAgencyList(reading, hit)) return "one of a list of agencies";
  const { within } = term.term;
  if (term.with.length > 0 && !near(reading, term.with, hit, within)) return "demanded company is missing";
  if (term.without.length > 0 && near(reading, term.without, hit, within)) return "forbidden company";
  if (term.term.pos && !hasPartOfSpeech(text, tokens, reading, hit, term.term.pos))
    return `is not a ${term.term.pos} here`;
  return "";
}

/** Whether one of some patterns stands on words of the hit. */
function meets(reading: SentenceReading, patterns: readonly number[], hit: Occurrence): boolean {
  for (let k = 0; k < patterns.length; k++) if (reading.standsOn(patterns[k]!, hit)) return true;
  return false;
}

/** Whether one of some patterns stands beside the hit, at most `within` words away. */
function near(
  reading: SentenceReading,
  patterns: readonly number[],
  hit: Occurrence,
  within: number | undefined,
): boolean {
  for (let k = 0; k < patterns.length; k++) {
    const places = reading.occurrences(patterns[k]!);
    for (let p = 0; p < places.length; p++) {
      const place = places[p]!;
      if (overlap(place, hit)) continue;
      if (within === undefined || (place.to <= hit.from ? hit.from - place.to : place.from - hit.to) <= within)
        return true;
    }
  }
  return false;
}

const AGENCIES = listOf(
  "police probation education health housing schools school yot yos ypu prisons courts fire nhs camhs dwp cps crc nps ambulance licensing".split(
    " ",
  ),
);
const BETWEEN = listOf([
  "and",
  "or",
  "the",
  "social",
  "care",
  "children",
  "adult",
  "community",
  "safety",
  "services",
  "public",
  "voluntary",
  "sector",
  "youth",
  "offending",
]);

/**
 * An agency named only as one of three or more between commas ("probation, police, education, health, community safety") takes part in what is
 * said; it is not its subject. The guide does not code lists of those present.
 */
function inAgencyList(reading: SentenceReading, hit: TermHit): boolean {
  if (hit.to - hit.from > 1 || !reading.isIn(hit.from, AGENCIES)) return false;
  const comma = (i: number): boolean => (reading.marksBefore(i) & (MARK.comma | MARK.slash)) !== 0;
  const joined = (i: number): boolean =>
    comma(i) || (i < reading.length && (reading.norm(i) === "and" || reading.norm(i) === "or"));
  if (!comma(hit.from) && !joined(hit.from - 1) && !comma(hit.to)) return false;
  let others = 0;
  for (let i = hit.from - 1; i >= 0 && i >= hit.from - 8; i--) {
    if (reading.isIn(i, AGENCIES)) others++;
    else if (!reading.isIn(i, BETWEEN)) break;
  }
  for (let i = hit.to; i < reading.length && i < hit.to + 8; i++) {
    if (reading.isIn(i, AGENCIES)) others++;
    else if (!reading.isIn(i, BETWEEN)) break;
  }
  return others >= 2;
}

/** wink-nlp's part of speech of the hit's last word, in its sentence. */
function hasPartOfSpeech(
  text: string,
  tokens: TokenColumns,
  reading: SentenceReading,
  hit: TermHit,
  pos: string,
): boolean {
  const first = reading.token(0);
  const origin = tokens.start[first]!;
  const at = tokens.start[reading.token(hit.to - 1)]! - origin;
  const word = partOfSpeechAt(text.slice(origin, tokens.end[reading.token(reading.length - 1)]), at);
  return word === undefined || word === pos || (pos === "NOUN" && word === "PROPN");
}

function longestWithinCode(candidates: readonly TermHit[]): TermHit[] {
  const sorted = [...candidates].sort((a, b) => a.code - b.code || b.to - b.from - (a.to - a.from) || byPlace(a, b));
  const kept: TermHit[] = [];
  let codeBegins = 0;
  for (const hit of sorted) {
    if (kept.length > 0 && kept[codeBegins]?.code !== hit.code) codeBegins = kept.length;
    let clash = false;
    for (let k = codeBegins; k < kept.length && !clash; k++)
      clash = kept[k]!.code === hit.code && overlap(kept[k]!, hit);
    if (!clash) kept.push(hit);
  }
  return kept.sort(byPlace);
}

const NAME_HEADS = listOf(["operation", "op", "project", "programme"]);
const BODY_TAILS = listOf([
  "partnership",
  "alliance",
  "trust",
  "forum",
  "foundation",
  "network",
  "association",
  "school",
  "academy",
  "college",
]);

/** Names of operations, projects and bodies: words inside them are no codes ("Operation Safeguard", "Safer Northshire Partnership"). */
function properNames(reading: SentenceReading): readonly Occurrence[] {
  let names: Occurrence[] | undefined;
  for (let i = 0; i < reading.length; i++) {
    if (!reading.isIn(i, CAPITAL)) continue;
    const head = reading.isIn(i, NAME_HEADS);
    if (i > 0 && !head && reading.isIn(i - 1, CAPITAL) && !reading.broken(i)) continue;
    let to = i + 1;
    while (reading.isIn(to, CAPITAL) && !reading.broken(to)) to++;
    if (head ? to > i + 1 : to - i >= 3 && reading.isIn(to - 1, BODY_TAILS) && reading.norm(i) === "safer") {
      names ??= [];
      names.push({ from: i, to });
    }
  }
  return names ?? NO_NAMES;
}

const NO_NAMES: readonly Occurrence[] = [];
