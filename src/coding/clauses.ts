import type { Occurrence } from "../lexicon/index.js";
import { MARK } from "./document-words.js";
import type { SentenceReading } from "./sentence-reading.js";
import { listOf } from "./word-lists.js";

/** Words that show, near the start of a stretch after a comma or *and*, that a new clause with its own verb begins. */
const SUBJECTS = listOf(
  "i we they he she it there this that these those you who what nobody everyone everybody somebody someone people".split(
    " ",
  ),
);
const FINITE = listOf(
  `is are was were am has have had do does did will would can could should may might must shall be not said say says felt feel think thought
  seems seem seemed appears appear appeared goes go went comes come came gets get got needs need needed means mean makes make made tells tell told knows know knew sees see saw
  remains remain remained continues continue rises rose increases increased falls fell`.split(/\s+/),
);

/** Whether a word shows, wherever it stands, that a stretch has a verb of its own. */
export function isFiniteVerb(reading: SentenceReading, word: number): boolean {
  return reading.isIn(word, FINITE);
}

const RELATIVES = listOf([
  "which",
  "who",
  "whom",
  "whose",
  "where",
  "when",
  "while",
  "whilst",
  "because",
  "so",
  "then",
  "if",
  "unless",
  "until",
  "once",
  "since",
  "as",
]);

/**
 * Word positions at which a new clause begins (0 always does). Clause ends: terminating cues, semicolons, colons, dashes, brackets; a comma
 * or "and", "or", "so" only where what follows has a subject and a verb of its own, so that lists ("no cuckooing, lines or gangs") hold together.
 */
export function clauseStarts(reading: SentenceReading, terminators: readonly Occurrence[]): number[] {
  const starts = [0];
  for (const place of terminators) starts.push(place.from);
  let inRelative = false;
  /** First word behind an aside in brackets that has no verb of its own: "(lines, gangs)" belongs to the clause around it. */
  let asideEnds = -1;
  for (let i = 1; i < reading.length; i++) {
    const marks = reading.marksBefore(i);
    if ((marks & MARK.clauseEnd) !== 0) {
      const mark = reading.mark(i);
      const opens = mark.endsWith("(") && !mark.includes(")");
      if (opens) asideEnds = endOfAside(reading, i);
      if ((i === asideEnds || (opens && asideEnds > i)) && !/[;:–—.!?…]/.test(mark)) continue;
    }
    const comma = (marks & MARK.comma) !== 0;
    if (comma && inRelative) {
      // ", which had not been told, ..." ends at its second comma.
      starts.push(i);
      inRelative = false;
      continue;
    }
    inRelative ||= comma && reading.isIn(i, PRONOUNS);
    if (marks === 0 && !reading.broken(i)) {
      if (
        reading.isIn(i, THERE | JOINERS) &&
        (reading.isIn(i, THERE)
          ? reading.isIn(i + 1, BEING) && !reading.isIn(i - 1, LINKS)
          : opensClause(reading, i + 1))
      )
        starts.push(i);
    } else if ((marks & MARK.clauseEnd) !== 0 || (comma && (resumes(reading, i) || opensClause(reading, i))))
      starts.push(i);
  }
  if (starts.length < 2) return starts;
  return starts.sort((a, b) => a - b).filter((start, i) => i === 0 || start !== starts[i - 1]);
}

/** Most words of an aside that is looked at. */
const ASIDE = 24;

/** The word behind the bracket that closes at the end of an aside without a finite verb, or -1. */
function endOfAside(reading: SentenceReading, from: number): number {
  for (let i = from; i < Math.min(reading.length, from + ASIDE); i++) {
    if (i > from && reading.mark(i).startsWith(")")) return i;
    if (reading.isIn(i, FINITE | SUBJECTS)) return -1;
  }
  return -1;
}

const THERE = listOf(["there"]);
const PRONOUNS = listOf(["which", "who", "whom", "whose", "where"]);
const BEING = listOf(["is", "are", "was", "were"]);
/** Words behind which "there is" goes on with what was being said ("not think there is a line"). */
const LINKS = listOf(
  "that think thought believe believed feel felt say said says know knew if whether reckon reckoned suppose supposed denied deny doubt disputes denies seems seemed appears sure aware not because when where while as and or but so dispute doubted guess suspect suspected hear heard see saw perhaps maybe supposedly possibly unless probably presumably apparently then now here".split(
    " ",
  ),
);
/** Verbs by which a clause goes on behind an aside ("the lines, as they call them, are …"). */
const RESUMES = new Set(
  "is are was were has have had do does did can could will would may might should must seem seems seemed appear appears appeared remain remains".split(
    " ",
  ),
);

/** "…, isn't it", "…, do they": a tag, not the rest of a clause. */
function tags(reading: SentenceReading, at: number): boolean {
  return reading.length - at <= 4 && reading.isIn(reading.length - 1, SUBJECTS);
}

/** Whether a clause that begins here is the rest of one that an aside broke. */
export function resumes(reading: SentenceReading, at: number): boolean {
  return at > 0 && reading.mark(at) === "," && RESUMES.has(reading.norm(at)) && !tags(reading, at);
}

/** Most words of a topic put in front of its sentence. */
const TOPIC = 6;

/** Whether a clause that begins here takes up a bare topic in front of it ("Firearms, that's a recent thing"). */
export function takesUpTopic(reading: SentenceReading, at: number): boolean {
  if (at === 0 || at > TOPIC || reading.mark(at) !== "," || !TAKES_UP.has(reading.norm(at))) return false;
  if (PREPOSITIONS.has(reading.norm(0)) || IN_FRONT.has(reading.norm(0))) return false;
  for (let i = 0; i < at; i++) if (reading.isIn(i, FINITE | RELATIVES) || (i > 0 && reading.broken(i))) return false;
  return true;
}

/** Words besides that open a place or a time, not a topic. */
const IN_FRONT = new Set("in on at since during after before until till like as when where".split(" "));
const TAKES_UP = new Set(["that", "it", "they", "them", "this", "those"]);

const PREPOSITIONS = new Set(
  "against of for to with by from into about between through over under among amongst towards".split(" "),
);
const ARTICLES = new Set(["the", "a", "an", "some", "our", "their", "no"]);
const JOINERS = listOf(["and", "or", "so", "nor", "plus"]);

function opensClause(reading: SentenceReading, at: number): boolean {
  let i = at;
  while (i < reading.length && (reading.isIn(i, JOINERS) || reading.norm(i) === "then")) i++;
  if (i >= reading.length) return false;
  if (reading.isIn(i, RELATIVES)) return reading.norm(i) !== "as" || hasVerb(reading, i + 1);
  if (reading.isIn(i, SUBJECTS)) return true;
  // "for gangs or against victims appears to be rising": a phrase that goes on, unless a subject of its own follows.
  let subject = !PREPOSITIONS.has(reading.norm(i));
  for (let k = i; k < Math.min(reading.length, i + 5); k++) {
    if (k > i && reading.broken(k)) return false;
    if (k > i && reading.isIn(k, FINITE)) return subject;
    if (k > i + 1 && (reading.isIn(k, SUBJECTS) || ARTICLES.has(reading.norm(k)))) subject = true;
    if (reading.isIn(k, JOINERS)) return false;
  }
  return false;
}

/** Whether a verb stands within a few words ("as they call it", not "as slavery"). */
function hasVerb(reading: SentenceReading, from: number): boolean {
  for (let k = from; k < Math.min(reading.length, from + 6); k++) {
    if (k > from && reading.broken(k)) return false;
    if (reading.isIn(k, FINITE | SUBJECTS)) return true;
  }
  return false;
}

/** The clause that holds a word: half-open word positions. */
export function clauseOf(starts: readonly number[], word: number, length: number): Occurrence {
  let from = 0;
  let to = length;
  for (const start of starts) {
    if (start <= word) from = start;
    else {
      to = start;
      break;
    }
  }
  return { from, to };
}
