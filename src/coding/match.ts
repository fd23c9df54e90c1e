import { readClosely, type Tokens } from "../language/index.js";
import { type CompiledLexicon, type CompiledTerm, type Occurrence, ROLE } from "../lexicon/index.js";
import type { SentenceReading } from "./sentence-reading.js";

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
  tokens: Tokens,
  reading: SentenceReading,
): { hits: TermHit[]; aside: SetAside[] } {
  if (!reading.hasOwners(ROLE.term)) return NO_TERMS();
  const aside: SetAside[] = [];
  const candidates: TermHit[] = [];
  let names: readonly Occurrence[] | undefined;
  for (const index of reading.owners(ROLE.term)) {
    const term = lexicon.terms[index]!;
    for (const place of reading.occurrences(term.pattern)) {
      const hit = { from: place.from, to: place.to, code: term.code, term };
      names ??= properNames(reading);
      const because = objection(reading, text, tokens, hit, names);
      if (because) aside.push({ ...hit, because });
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
      aside.push({ ...hit, because: `yields to ${lexicon.concepts[winner.code]!.id} ("${winner.term.term.term}")` });
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
  tokens: Tokens,
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
  for (const pattern of patterns)
    for (const place of reading.occurrences(pattern)) if (overlap(place, hit)) return true;
  return false;
}

/** Whether one of some patterns stands beside the hit, at most `within` words away. */
function near(
  reading: SentenceReading,
  patterns: readonly number[],
  hit: Occurrence,
  within: number | undefined,
): boolean {
  for (const pattern of patterns) {
    for (const place of reading.occurrences(pattern)) {
      if (overlap(place, hit)) continue;
      if (within === undefined || (place.to <= hit.from ? hit.from - place.to : place.from - hit.to) <= within)
        return true;
    }
  }
  return false;
}

const AGENCIES = new Set(
  "police probation education health housing schools school yot yos ypu prisons courts fire nhs camhs dwp cps crc nps ambulance licensing".split(
    " ",
  ),
);
const BETWEEN = new Set([
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
  if (hit.to - hit.from > 1 || !AGENCIES.has(reading.norm(hit.from))) return false;
  const comma = (i: number): boolean => i < reading.length && /[,/]/.test(reading.mark(i));
  const joined = (i: number): boolean =>
    comma(i) || (i < reading.length && (reading.norm(i) === "and" || reading.norm(i) === "or"));
  if (!comma(hit.from) && !joined(hit.from - 1) && !comma(hit.to)) return false;
  let others = 0;
  for (let i = hit.from - 1; i >= 0 && i >= hit.from - 8; i--) {
    if (AGENCIES.has(reading.norm(i))) others++;
    else if (!BETWEEN.has(reading.norm(i))) break;
  }
  for (let i = hit.to; i < reading.length && i < hit.to + 8; i++) {
    if (AGENCIES.has(reading.norm(i))) others++;
    else if (!BETWEEN.has(reading.norm(i))) break;
  }
  return others >= 2;
}

/** wink-nlp's part of speech of the hit's last word, in its sentence. */
function hasPartOfSpeech(text: string, tokens: Tokens, reading: SentenceReading, hit: TermHit, pos: string): boolean {
  const first = reading.token(0);
  const origin = tokens.start[first]!;
  const at = tokens.start[reading.token(hit.to - 1)]! - origin;
  const word = readClosely(text.slice(origin, tokens.end[reading.token(reading.length - 1)])).find(
    (t) => t.start <= at && at < t.end,
  );
  return word === undefined || word.pos === pos || (pos === "NOUN" && word.pos === "PROPN");
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

const NAME_HEADS = new Set(["operation", "op", "project", "programme"]);
const BODY_TAILS = new Set([
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
function properNames(reading: SentenceReading): Occurrence[] {
  const names: Occurrence[] = [];
  const capital = (i: number): boolean => reading.capital(i);
  for (let i = 0; i < reading.length; i++) {
    if (!capital(i) || (i > 0 && capital(i - 1) && !reading.broken(i) && !NAME_HEADS.has(reading.norm(i)))) continue;
    let to = i + 1;
    while (capital(to) && !reading.broken(to)) to++;
    const head = NAME_HEADS.has(reading.norm(i));
    if (head && to > i + 1) names.push({ from: i, to });
    else if (to - i >= 3 && BODY_TAILS.has(reading.norm(to - 1)) && reading.norm(i) === "safer")
      names.push({ from: i, to });
  }
  return names;
}
