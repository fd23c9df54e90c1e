import type { Occurrence } from "../lexicon/index.js";
import type { SentenceReading } from "./sentence-reading.js";

/** Words that show, near the start of a stretch after a comma or *and*, that a new clause with its own verb begins. */
const SUBJECTS = new Set(
  "i we they he she it there this that these those you who what nobody everyone everybody somebody someone people".split(
    " ",
  ),
);
const FINITE = new Set(
  `is are was were am has have had do does did will would can could should may might must shall be not said say says felt feel think thought
  seems seem seemed appears appear appeared goes go went comes come came gets get got needs need needed means mean makes make made tells tell told knows know knew sees see saw
  remains remain remained continues continue rises rose increases increased falls fell`.split(/\s+/),
);
const RELATIVES = new Set([
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
  const starts = new Set<number>([0]);
  for (const place of terminators) starts.add(place.from);
  let inRelative = false;
  for (let i = 1; i < reading.length; i++) {
    const mark = reading.mark(i);
    if (mark.includes(",") && inRelative) {
      // ", which had not been told, ..." ends at its second comma.
      starts.add(i);
      inRelative = false;
      continue;
    }
    inRelative ||= mark.includes(",") && PRONOUNS.has(reading.norm(i));
    if (
      mark === "" &&
      reading.norm(i) === "there" &&
      i + 1 < reading.length &&
      BEING.has(reading.norm(i + 1)) &&
      !LINKS.has(reading.norm(i - 1))
    )
      starts.add(i);
    if (/[;:–—()[\]{}.!?…]/.test(mark) || mark === "-" || mark === "--") starts.add(i);
    else if (mark.includes(",") && opensClause(reading, i)) starts.add(i);
    else if (mark === "" && JOINERS.has(reading.norm(i)) && opensClause(reading, i + 1)) starts.add(i);
  }
  return [...starts].sort((a, b) => a - b);
}

const PRONOUNS = new Set(["which", "who", "whom", "whose", "where"]);
const BEING = new Set(["is", "are", "was", "were"]);
/** Words behind which "there is" goes on with what was being said ("not think there is a line"). */
const LINKS = new Set(
  "that think thought believe believed feel felt say said says know knew if whether reckon reckoned suppose supposed denied deny doubt disputes denies seems seemed appears sure aware not because when where while as and or but so dispute doubted guess suspect suspected hear heard see saw perhaps maybe supposedly possibly unless probably presumably apparently then now here".split(
    " ",
  ),
);
const JOINERS = new Set(["and", "or", "so", "nor", "plus"]);

function opensClause(reading: SentenceReading, at: number): boolean {
  let i = at;
  while (i < reading.length && (JOINERS.has(reading.norm(i)) || reading.norm(i) === "then")) i++;
  if (i >= reading.length) return false;
  if (RELATIVES.has(reading.norm(i))) return true;
  if (SUBJECTS.has(reading.norm(i))) return true;
  for (let k = i; k < Math.min(reading.length, i + 5); k++) {
    if (k > i && reading.broken(k)) return false;
    if (k > i && FINITE.has(reading.norm(k))) return true;
    if (JOINERS.has(reading.norm(k))) return false;
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
