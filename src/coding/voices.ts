import { type CompiledLexicon, ROLE } from "../lexicon/index.js";
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

/** What a short answer of its own says of the sentence before ("Cuckooing? No. Not here."), as a cue id of the lexicon. */
export function shortAnswer(lexicon: CompiledLexicon, reading: SentenceReading): ScopedCue | undefined {
  if (reading.length === 0 || reading.length > 5) return undefined;
  let longest: ScopedCue | undefined;
  for (const index of reading.owners(ROLE.answer)) {
    const compiled = lexicon.cues[index]!;
    for (const place of reading.occurrences(compiled.pattern)) {
      if (place.from > 0 || (longest && longest.to >= place.to)) continue;
      const whole = { from: 0, to: reading.length };
      longest = { ...place, compiled, scope: whole, clause: whole };
    }
  }
  return longest;
}

/** A sentence of notes that only says who came ("Present were two nurses …", "The group was made up of …"): a list of attendees in prose. */
export function listsAttendance(lexicon: CompiledLexicon, reading: SentenceReading): boolean {
  for (const index of reading.owners(ROLE.attendance)) {
    const { pattern, unless } = lexicon.cues[index]!;
    if (unless.some((p) => reading.occurrences(p).length > 0)) continue;
    if (reading.occurrences(pattern).length > 0) return true;
  }
  return false;
}
