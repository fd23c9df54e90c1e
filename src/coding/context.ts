import { type CompiledCue, type CompiledLexicon, type Occurrence, ROLE } from "../lexicon/index.js";
import { DEFAULT_FACETS, type FacetName, type Facets } from "../model/index.js";
import { clauseOf, clauseStarts, resumes, takesUpTopic } from "./clauses.js";
import { courseOf, shareOf } from "./counts.js";
import { overlap, type TermHit } from "./match.js";
import type { SentenceReading } from "./sentence-reading.js";
import { wordsOfTerm } from "./term-words.js";
import { listOf, NAMED } from "./word-lists.js";

/** A cue that stands in a sentence, with the words it governs. */
export interface ScopedCue extends Occurrence {
  readonly compiled: CompiledCue;
  /** Words that it governs, half-open. */
  readonly scope: Occurrence;
  /** The clause in which it stands. */
  readonly clause: Occurrence;
}

/** What decided a facet, or bore on it and lost. */
export interface Bearing {
  readonly cue: ScopedCue;
  readonly decided: boolean;
}

/** Among cues of one facet that govern the same mention, the greater rank decides; then the nearer cue. */
const RANK: Readonly<Record<string, number>> = {
  unaware: 5,
  hypothetical: 4,
  absent: 3,
  possible: 2,
  displaced: 5,
  emerging: 3,
  stable: 4,
  gap: 3,
  barrier: 3,
  need: 4,
  concern: 2,
  strength: 3,
  advised: 4,
  observed: 3,
  reported: 2,
  perceived: 2,
  local: 3,
  national: 2,
  elsewhere: 2,
  none: 5,
  one: 4,
  all: 4,
  most: 4,
  some: 3,
};

/**
 * The cues of a sentence and what each governs: ConText (Harkema et al. 2009) with our facets. Longer cues hide the shorter inside them; pseudo-cues
 * hide what they overlap; a forward scope ends at its clause's end, at a terminating cue and at the next cue of the same facet.
 */
export function scopeCues(
  lexicon: CompiledLexicon,
  reading: SentenceReading,
  record: "verbatim" | "notes",
): ScopedCue[] {
  const standing: Standing[] = [];
  for (const { owner, places } of reading.standingOf(ROLE.cue)) {
    const compiled = lexicon.cues[owner]!;
    if (compiled.cue.record && compiled.cue.record !== record) continue;
    for (let p = 0; p < places.length; p++) {
      const place = places[p]!;
      if (!insideName(reading, place) && !isInterjected(reading, place) && !isInnocent(reading, compiled, place))
        standing.push({ place, compiled });
    }
  }
  if (standing.length === 0) return [];
  if (standing.length > 1) standing.sort(longestFirst);
  const kept: Standing[] = [];
  const terminators: Occurrence[] = [];
  const contrasts = [0];
  const governing: Standing[] = [];
  for (const item of standing) {
    if (isHidden(item, kept)) continue;
    kept.push(item);
    const { facet, id } = item.compiled.cue;
    if (facet === "terminate") terminators.push(item.place);
    else if (facet !== "pseudo") {
      const one = counted(reading, item);
      if (one) governing.push(one);
    }
    if (id.startsWith("stop.but")) contrasts.push(item.place.from);
  }
  if (governing.length === 0) return [];
  if (contrasts.length > 1) contrasts.sort((a, b) => a - b);
  const starts = clauseStarts(reading, terminators);
  const scoped: ScopedCue[] = [];
  for (const { place, compiled } of governing) {
    scoped.push({
      from: place.from,
      to: place.to,
      compiled,
      scope: scopeOf(reading, place, compiled, starts, contrasts, reading.length, governing, terminators),
      clause: {
        from: clauseOf(starts, place.from, reading.length).from,
        to: clauseOf(starts, place.to - 1, reading.length).to,
      },
    });
  }
  return scoped.length > 1
    ? scoped.sort((a, b) => a.from - b.from || a.to - b.to || (a.compiled.cue.id < b.compiled.cue.id ? -1 : 1))
    : scoped;
}

/** A cue where it stands. */
interface Standing {
  readonly place: Occurrence;
  readonly compiled: CompiledCue;
}

function longestFirst(a: Standing, b: Standing): number {
  return (
    b.place.to - b.place.from - (a.place.to - a.place.from) ||
    a.place.from - b.place.from ||
    (a.compiled.cue.id < b.compiled.cue.id ? -1 : a.compiled.cue.id > b.compiled.cue.id ? 1 : 0)
  );
}

function isInnocent(reading: SentenceReading, { unless }: CompiledCue, place: Occurrence): boolean {
  for (let k = 0; k < unless.length; k++) if (reading.standsOn(unless[k]!, place)) return true;
  return false;
}

/** Whether a longer cue of the facet, or a pseudo-cue, stands on words of the cue. */
function isHidden({ place, compiled: { cue } }: Standing, kept: readonly Standing[]): boolean {
  for (let k = 0; k < kept.length; k++) {
    const other = kept[k]!;
    if (!overlap(other.place, place)) continue;
    const rival = other.compiled.cue;
    if (rival.facet === "pseudo") return true;
    if (
      rival.facet === cue.facet &&
      rival.codes === cue.codes &&
      rival.exceptCodes === cue.exceptCodes &&
      (rival.value !== cue.value || same(other.place, place))
    )
      return true;
  }
  return false;
}

/** "Seven of nine", "from eight to two": a share or a course whose value its numbers decide. */
function counted(reading: SentenceReading, item: Standing): Standing | undefined {
  const { id } = item.compiled.cue;
  const course = id.startsWith("course.");
  if (!id.startsWith("counted.") && !course) return item;
  const value = course ? courseOf(reading, item.place) : shareOf(reading, item.place);
  return value && { place: item.place, compiled: { ...item.compiled, cue: { ...item.compiled.cue, value } } };
}

/** A cue whose word stands in a name ("the Possible Futures Trust", "Senator May") says nothing. */
function insideName(reading: SentenceReading, place: Occurrence): boolean {
  if (place.to - place.from !== 1) return false;
  if (!reading.isIn(place.from, NAMED)) return false;
  if (place.from > 0) return reading.isIn(place.from - 1, NAMED) || reading.isIn(place.from + 1, NAMED);
  return reading.isIn(1, NAMED) && reading.isIn(2, NAMED);
}

/** "They were, well, surprised": a word set off on both sides is a breath, not a judgement. */
function isInterjected(reading: SentenceReading, place: Occurrence): boolean {
  if (place.to - place.from !== 1 || reading.norm(place.from) !== "well") return false;
  return (place.from === 0 || reading.broken(place.from)) && reading.broken(place.to);
}

function same(a: Occurrence, b: Occurrence): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Most words of an opening clause that is a mere frame for the next. */
const OPENING = 5;

const DETERMINERS = listOf(
  "a an the some many several its our their his her my your this that these those one two three".split(" "),
);

/** "no press office and a backlog": a denied list ends where *and* is followed by a determiner of its own. */
function endOfDeniedList(reading: SentenceReading, from: number, to: number): number {
  for (let i = from; i + 1 < to; i++) {
    if (reading.norm(i) === "and" && reading.isIn(i + 1, DETERMINERS)) return i;
  }
  return to;
}

const AUXILIARIES = new Set("is are was were do does did has have had can could will would should".split(" "));
const SPEAKERS = new Set("i we they you he she it there anyone anybody".split(" "));

/**
 * Where a denial ends that something stands between it and what it denies: a fronted one takes the clause that it turns round ("at none of the
 * meetings, and we asked, did we hear of …"), one set off by commas the clause behind the aside ("you have not, as far as we see, …").
 */
function invertedTo(
  reading: SentenceReading,
  place: Occurrence,
  bounds: readonly number[],
  to: number,
  denies: boolean,
): number {
  if (denies && place.from <= 1) {
    for (const start of bounds) {
      if (start <= place.from) continue;
      if (AUXILIARIES.has(reading.norm(start)) && SPEAKERS.has(reading.norm(start + 1)))
        return clauseOf(bounds, start, reading.length).to;
    }
  }
  if (place.to < reading.length && reading.mark(place.to) === ",") {
    const verb = AUXILIARIES.has(reading.norm(place.to - 2));
    for (let i = place.to + 1; i < Math.min(reading.length, place.to + ASIDE); i++) {
      if (!reading.mark(i).startsWith(",")) continue;
      if (verb || reading.norm(i) === "that") return Math.max(to, clauseOf(bounds, i, reading.length).to);
      break;
    }
  }
  return to;
}

/** Most words of an aside between a denial and what it denies. */
const ASIDE = 12;

function scopeOf(
  reading: SentenceReading,
  place: Occurrence,
  compiled: CompiledCue,
  starts: readonly number[],
  contrasts: readonly number[],
  length: number,
  governing: readonly { place: Occurrence; compiled: CompiledCue }[],
  terminators: readonly Occurrence[],
): Occurrence {
  const { cue } = compiled;
  let from: number;
  let to: number;
  if (cue.scope === "sentence") {
    from = 0;
    to = length;
  } else {
    const bounds = cue.scope === "contrast" ? contrasts : starts;
    const first = clauseOf(bounds, place.from, length);
    const last = clauseOf(bounds, place.to - 1, length);
    from = first.from;
    to = last.to;
    // "For all they knew, there was …": a short opening clause that holds the cue speaks for the clause behind it.
    if (
      cue.value !== "absent" &&
      cue.scope !== "contrast" &&
      first.from === 0 &&
      last.to <= OPENING &&
      last.to < length &&
      place.from <= 1 &&
      !terminators.some((terminator) => terminator.from === last.to)
    )
      to = clauseOf(bounds, last.to, length).to;
    // "Gangs, as the term is used in films, do not exist": what an aside cuts off from its verb is still its subject.
    if (cue.direction !== "forward" && resumes(reading, from)) {
      const aside = clauseOf(bounds, from - 1, length);
      from = aside.from > 0 ? clauseOf(bounds, aside.from - 1, length).from : 0;
    }
    if (cue.direction !== "forward" && takesUpTopic(reading, from)) from = 0;
    if (typeof cue.scope === "number") {
      from = Math.max(from, place.from - cue.scope);
      to = Math.min(to, place.to + cue.scope);
    }
    if (cue.facet === "assertion" && cue.direction !== "backward")
      to = invertedTo(reading, place, bounds, to, cue.value === "absent");
  }
  if (cue.direction === "forward") {
    from = place.from;
    if (cue.id === "absent.no") to = Math.min(to, endOfDeniedList(reading, place.to, to));
    for (const other of governing) {
      // Same-category cut-off: what comes after the next cue of the facet is that cue's.
      if (
        other.compiled.cue.facet === cue.facet &&
        other.compiled.cue.direction === "forward" &&
        other.place.from >= place.to &&
        other.place.from < to
      ) {
        to = other.place.from;
      }
    }
  } else if (cue.direction === "backward") {
    to = place.to;
    for (const other of governing) {
      if (
        other.compiled.cue.facet === cue.facet &&
        other.compiled.cue.direction === "backward" &&
        other.place.to <= place.from &&
        other.place.to > from
      ) {
        from = other.place.to;
      }
    }
  }
  return { from, to };
}

const FACETS = Object.keys(DEFAULT_FACETS) as readonly FacetName[];
const ASSERTION = FACETS.indexOf("assertion");
const TREND = FACETS.indexOf("trend");
/** By facet, the cue that decides it for the mention in hand: one list for all mentions. */
const BEST: (ScopedCue | undefined)[] = FACETS.map(() => undefined);

/** The facets of a mention from the cues that govern it. `inherited` cues come from a lead-in or a speaker who still holds the floor. */
export function facetsOf(
  hit: TermHit,
  cues: readonly ScopedCue[],
  inherited: readonly ScopedCue[],
  reading: SentenceReading,
): { facets: Facets; bearings: Bearing[] } {
  const facets: Facets = { ...DEFAULT_FACETS };
  const best = BEST.fill(undefined);
  const bearing: ScopedCue[] = [];
  for (const cue of cues) {
    const facet = cue.compiled.cue.facet as FacetName;
    if (cue.compiled.codes && !cue.compiled.codes.has(hit.code) && !opensCondition(reading, cue)) continue;
    if (!overlap(cue.scope, hit)) continue;
    if (facet !== "support" && facet !== "evidentiality" && besideSubject(reading, cue, hit)) continue;
    if (hit.to <= cue.from && cue.compiled.exceptSubjects?.has(hit.code)) continue;
    if (facet === "assertion" && overlap(cue, hit) && spoken(cue, hit, reading)) continue;
    bearing.push(cue);
    const rival = best[cue.compiled.facet];
    if (!rival || outranks(cue, rival, hit)) best[cue.compiled.facet] = cue;
  }
  const course = best[TREND];
  const denial = course && bearing.find((cue) => deniesCourse(cue, course));
  if (denial) {
    // "Nobody had seen a rise": the denial is spent on the rise, and the thing itself is there.
    for (const cue of bearing.filter((other) => other === denial || deniesCourse(other, course))) {
      if (best[ASSERTION] === cue) best[ASSERTION] = undefined;
    }
  }
  for (const cue of inherited) {
    const { facet } = cue.compiled;
    if (best[facet] || (cue.compiled.codes && !cue.compiled.codes.has(hit.code))) continue;
    if (cue.compiled.cue.id.startsWith("answer.") && !overlap(cue.scope, hit)) continue;
    best[facet] = cue;
    bearing.push(cue);
  }
  if (bearing.length > 0) {
    for (let facet = 0; facet < best.length; facet++) {
      const cue = best[facet];
      if (cue) (facets as Record<string, string>)[cue.compiled.cue.facet] = cue.compiled.cue.value!;
    }
  }
  if (denial && MOVING.has(facets.trend)) facets.trend = "stable";
  return {
    facets,
    bearings: bearing.map((cue) => ({ cue, decided: best[cue.compiled.facet] === cue })),
  };
}

/** "Should grooming come to light, …": a sentence that opens so sets a condition, whatever it names. */
function opensCondition(reading: SentenceReading, cue: ScopedCue): boolean {
  return cue.from === 0 && reading.norm(0) === "should";
}

const PREDICATED = new Set(["trend", "assertion"]);
/** Words behind which a subject only says more of its head ("the use of violence as a means of control by gangs is rising"). */
const BEYOND_HEAD = listOf(
  "who which whose where by amongst among against within used involved caught linked known".split(" "),
);
const FINITE_BE = listOf("is are was were has have had appear appears appeared seem seems seemed".split(" "));

/**
 * Whether a mention stands in the modifiers of a subject whose head is what the predicate speaks of: "the use of violence as a means of
 * control by gangs is rising" says nothing of gangs.
 */
function besideSubject(reading: SentenceReading, cue: ScopedCue, hit: TermHit): boolean {
  if (!PREDICATED.has(cue.compiled.cue.facet) || hit.to > cue.from || hit.from < cue.clause.from) return false;
  let verb = cue.from;
  while (verb > hit.to - 1 && !reading.isIn(verb, FINITE_BE)) verb--;
  if (verb < hit.to) return false;
  for (let i = cue.clause.from + 1; i < hit.from; i++) if (reading.isIn(i, BEYOND_HEAD)) return true;
  return false;
}

const MOVING = new Set(["rising", "falling", "stable"]);

/** Most words between a denial and the course that it denies ("nobody in the room had seen any growth"). */
const DENIED_WITHIN = 6;

/** Whether a denial is spent on a course ("no increase", "nobody had seen more", "did not think it had grown"). */
function deniesCourse(cue: ScopedCue, course: ScopedCue): boolean {
  if (cue.compiled.cue.value !== "absent" || !MOVING.has(course.compiled.cue.value!)) return false;
  if (course.compiled.cue.value === "stable") return overlap(cue, course);
  if (cue.compiled.cue.direction !== "forward" || course.from < cue.to || course.from >= cue.scope.to) return false;
  return course.from - cue.to <= (WIDE_DENIALS.has(cue.compiled.cue.id) ? DENIED_WITHIN : 1);
}

const WIDE_DENIALS = new Set(["absent.nobody", "absent.raising"]);

/** Whether a cue inside a term's span belongs to the term's own wording ("not joined up") rather than to its gap. */
function spoken(cue: ScopedCue, hit: TermHit, reading: SentenceReading): boolean {
  if (cue.from < hit.from && cue.to > hit.to) return false;
  const { source, gapless } = ownWording(hit.term.term.term);
  for (let i = Math.max(cue.from, hit.from); i < Math.min(cue.to, hit.to); i++) {
    if (source.includes(` ${reading.norm(i)} `) || source.includes(` ${reading.lemma(i)} `)) return true;
  }
  // A term without gaps or groups is all its own wording.
  return gapless;
}

const WORDINGS = new Map<string, { source: string; gapless: boolean }>();
const MOST_WORDINGS = 50_000;

/** What a term says itself, and whether that is all of it. */
function ownWording(term: string): { source: string; gapless: boolean } {
  let known = WORDINGS.get(term);
  if (!known) {
    // "(no|any|written) strategy": a denial that is one choice among others is not what the term says.
    const own = term
      .toLowerCase()
      .replace(/\(([^()]*)\)/g, (group, inner: string) =>
        OFFERED.test(inner) && inner.split("|").some((choice) => NEGATIVE.test(choice)) ? " ~ " : group,
      );
    known = { source: wordsOfTerm(own), gapless: !/[~@]|<>/.test(own) };
    if (WORDINGS.size >= MOST_WORDINGS) WORDINGS.clear();
    WORDINGS.set(term, known);
  }
  return known;
}

/** Choices that leave it open whether the thing is there. */
const OFFERED = /(^|\|)(any|some|more|need an?)(\||$)/;
const NEGATIVE =
  /^(no|not|never|nobody|nothing|none|without|lack|absence|cannot|nor|neither|hardly|rarely|seldom|fail|failure)\b/;

function outranks(cue: ScopedCue, rival: ScopedCue, hit: TermHit): boolean {
  const rank = (RANK[cue.compiled.cue.value ?? ""] ?? 1) - (RANK[rival.compiled.cue.value ?? ""] ?? 1);
  if (rank !== 0) return rank > 0;
  const near = Number(overlap(cue.clause, hit)) - Number(overlap(rival.clause, hit));
  if (near !== 0) return near > 0;
  return distance(cue, hit) < distance(rival, hit);
}

function distance(a: Occurrence, b: Occurrence): number {
  return overlap(a, b) ? 0 : a.to <= b.from ? b.from - a.to : a.from - b.to;
}
