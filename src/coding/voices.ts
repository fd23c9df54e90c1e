import { type CompiledLexicon, type Occurrence, ROLE } from "../lexicon/index.js";
import { clauseStarts, isFiniteVerb } from "./clauses.js";
import type { ScopedCue } from "./context.js";
import type { SentenceReading } from "./sentence-reading.js";

/** Openings by which a sentence of notes goes on with the speaker of the sentence before. */
const HOLDS = new Set(
  "they he she it this these those that their his her also again similarly additionally furthermore another in".split(
    " ",
  ),
);
const BREAKS = new Set(["however", "but", "overall", "meanwhile", "conversely", "elsewhere"]);

/**
 * Who holds the floor in notes: cues of support and evidentiality ("one member of the group said …") stand for the following sentences
 * too, while these go on with *they*, *she*, *this*, and bear no such cue of their own.
 */
export class Floor {
  private held: ScopedCue[] = [];

  /** What the sentence inherits; afterwards the floor is as the sentence leaves it. */
  pass(reading: SentenceReading, cues: readonly ScopedCue[]): readonly ScopedCue[] {
    if (cues.length > 0) {
      const voices = cues.filter((cue) => VOICED.has(cue.compiled.cue.facet) && cue.compiled.cue.scope === "sentence");
      const support = cues.some((cue) => cue.compiled.cue.facet === "support");
      if (voices.length > 0 || support) {
        this.held = voices;
        return NOBODY;
      }
    }
    const first = reading.length > 0 ? reading.norm(0) : "";
    if (!HOLDS.has(first) || BREAKS.has(first)) this.held = [];
    return this.held;
  }

  /** A new paragraph of another topic, turn or session: nobody holds the floor. */
  clear(): void {
    this.held = [];
  }
}

const VOICED = new Set(["support", "evidentiality"]);
const NOBODY: readonly ScopedCue[] = [];

/**
 * What an answer says of the sentence before, as a cue id of the lexicon: a short sentence of its own ("Cuckooing? No. Not here."), or the
 * opening of a longer one that a mark sets off ("Handguns? Not here, said everyone").
 */
export function shortAnswer(lexicon: CompiledLexicon, reading: SentenceReading): ScopedCue | undefined {
  const whole = { from: 0, to: reading.length };
  return answerAt(lexicon, reading, 0, whole, (end) => reading.length <= MOST_ANSWER || reading.broken(end));
}

/** The longest answer that begins at a word and may end where it does, speaking for a scope. */
function answerAt(
  lexicon: CompiledLexicon,
  reading: SentenceReading,
  at: number,
  scope: Occurrence,
  mayEnd: (end: number) => boolean,
): ScopedCue | undefined {
  let longest: ScopedCue | undefined;
  for (const { owner, places } of reading.standingOf(ROLE.answer)) {
    const compiled = lexicon.cues[owner]!;
    for (const place of places) {
      if (place.from !== at || (longest && longest.to >= place.to) || !mayEnd(place.to)) continue;
      longest = { ...place, compiled, scope, clause: { from: 0, to: reading.length } };
    }
  }
  return longest;
}

/** An answer as a cue of the sentence that it answers: of its last clause, which is what was asked. It stands outside of its words. */
export function answering(answer: ScopedCue, asked: SentenceReading): ScopedCue {
  const last = clauseStarts(asked, []).at(-1)!;
  const end = asked.length + 1;
  return { ...answer, from: asked.length, to: end, scope: { from: last, to: end } };
}

/**
 * An answer at a sentence's own end, as notes and speech give it: "Evidence of lines: none", "Training – not yet", "Cuckooing, no, not round
 * here". Behind a comma only where nothing but a topic stands before it; a question mark makes it a tag.
 */
export function answerBehind(
  lexicon: CompiledLexicon,
  reading: SentenceReading,
  asked: boolean,
): ScopedCue | undefined {
  if (asked || reading.length < 2 || !reading.hasOwners(ROLE.answer)) return undefined;
  const endsOrGoesOn = (end: number): boolean =>
    end >= reading.length || reading.broken(end) || GOES_ON.has(reading.norm(end));
  let verbless = true;
  for (let i = 1; i < reading.length; i++) {
    verbless &&= !isFiniteVerb(reading, i - 1);
    const mark = reading.mark(i);
    if (mark === "" || (mark.startsWith(",") && !verbless)) continue;
    if (!/^[,:–—-]/.test(mark) || i + MOST_ANSWER < reading.length) continue;
    const answer = answerAt(lexicon, reading, i, { from: 0, to: i }, endsOrGoesOn);
    if (answer) return answer;
  }
  return undefined;
}

/** Words by which an answer goes on to say where or since when ("nil in four years"). */
const GOES_ON = new Set("in since for at over on from here locally now yet today".split(" "));

/** Most words of an answer. */
const MOST_ANSWER = 5;

/** A sentence of notes that only says who came ("Present were two nurses …", "The group was made up of …"): a list of attendees in prose. */
export function listsAttendance(lexicon: CompiledLexicon, reading: SentenceReading): boolean {
  for (const { owner } of reading.standingOf(ROLE.attendance))
    if (!lexicon.cues[owner]!.unless.some((p) => reading.occurrences(p).length > 0)) return true;
  return false;
}

const ATTENDERS = new Set(
  `officer worker manager lead nurse sergeant teacher head staff tutor warden coordinator co-ordinator councillor practitioner detective constable inspector
  pc pcs pcso pcsos dc ds dci sw iro landlord volunteer psychologist doctor gp mentor chair commissioner director analyst member representative rep marshal
  driver operator governor chaplain parent resident deputy assistant superintendent matron midwife solicitor trustee adviser advisor consultant specialist
  someone manager practitioner colleague clinician paramedic firefighter caretaker pastor imam vicar`.split(/\s+/),
);

/**
 * A verbless list of people at the head of a session's notes ("Two heads of year, the safeguarding lead and someone from the referral unit."):
 * who attended, without a word that says so.
 */
export function namesThosePresent(reading: SentenceReading): boolean {
  let items = 0;
  let person = false;
  for (let i = 0; i < reading.length; i++) {
    const norm = reading.norm(i);
    if (isFiniteVerb(reading, i) || SPOKE.test(norm)) return false;
    if (i > 0 && (reading.broken(i) || norm === "and" || norm === "plus")) {
      if (!person && (reading.broken(i) || norm !== "and")) return false;
      items += Number(person);
      person = false;
    }
    if (ATTENDERS.has(norm) || ATTENDERS.has(reading.lemma(i))) person = true;
  }
  return person && items > 0;
}

/** Verbs that a list of people has no use for. */
const SPOKE =
  /^(?:said|told|felt|saw|met|had|took|gave|made|raised|worried|asked|wanted|described|reported|noted|agreed|work|works|ring|rings|raise|worry|want|who|which|not|no|never)$/;
