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
  for (let i = 1; i < reading.length; i++) {
    const marks = reading.marksBefore(i);
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
    } else if ((marks & MARK.clauseEnd) !== 0 || (comma && opensClause(reading, i))) starts.push(i);
  }
  if (starts.length < 2) return starts;
  return starts.sort((a, b) => a - b).filter((start, i) => i === 0 || start !== starts[i - 1]);
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
const JOINERS = listOf(["and", "or", "so", "nor", "plus"]);

function opensClause(reading: SentenceReading, at: number): boolean {
  let i = at;
  while (i < reading.length && (reading.isIn(i, JOINERS) || reading.norm(i) === "then")) i++;
  if (i >= reading.length) return false;
  if (reading.isIn(i, RELATIVES)) return true;
  if (reading.isIn(i, SUBJECTS)) return true;
  for (let k = i; k < Math.min(reading.length, i + 5); k++) {
    if (k > i && reading.broken(k)) return false;
    if (k > i && reading.isIn(k, FINITE)) return true;
    if (reading.isIn(k, JOINERS)) return false;
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
