import type { CompiledLexicon } from "../lexicon/index.js";
import type { TermHit } from "./match.js";
import type { SentenceReading } from "./sentence-reading.js";
import { listOf, NAMED } from "./word-lists.js";

/** A place named in a sentence. */
export interface PlaceHit {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly kind: string;
  /** It is said to be in, at or across the place. */
  readonly located: boolean;
  /** Something comes from it. */
  readonly exporter: boolean;
}

/** An edge that a sentence states: exporter, importer (empty: the area itself), and the hit that carries it. */
export interface EdgeHit {
  readonly exporter: string;
  readonly importer: string;
  readonly hit: TermHit;
}

const OUT_OF = new Set(["from", "of"]);
const FROM_OR_OF = listOf(OUT_OF);
const INTO = new Set(["to", "into", "in", "at", "towards", "across"]);
const PLACE_SIGNS = new Set(
  "in from to near around into at of towards outside across between through via and or".split(" "),
);
const NO_PLACE = new Set(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  i christmas easter police council mum dad instagram snapchat facebook tiktok youtube covid home school year group north south east west`.split(
    /\s+/,
  ),
);
/** Codes whose mention can carry a line: the line itself anywhere in its clause, people and trade only near the place. */
const LINE_CODES = new Set(["county-lines"]);
const MOVED_CODES = new Set([
  "offenders",
  "gangs",
  "organised-crime",
  "drug-markets",
  "class-a-drugs",
  "children-young-people",
  "boys-young-men",
  "girls-young-women",
  "cuckooing",
]);
/** Words of travel for trade; without one, people "from" a place are no edge. */
const MOVES = new Set(
  "come travel send arrive move bring run supply deal sell originate base link connect import export infiltrate push work operate head place use control spread expand commute stay set".split(
    " ",
  ),
);
/** What stands directly before *from* and is no line: people who came to speak of it, and what was learned elsewhere. */
const COME_TO_TELL = new Set(
  "colleague speaker trainer officer police force team service staff worker manager professional practitioner researcher visitor delegate expert someone data figure statistic report evidence learning lesson example model practice news".split(
    " ",
  ),
);
/** Reasons for which a place is named that are no line. */
const INNOCENT = new Set(
  "football match trip holiday grow born train conference visit university family degree job interview review colleague speaker placement shop wedding funeral originally".split(
    " ",
  ),
);

/** Places named in a sentence: of the gazetteer (ambiguous ones only behind a sign of place), and unknown capitals behind *from*. */
export function placesIn(lexicon: CompiledLexicon, reading: SentenceReading): readonly PlaceHit[] {
  const standing = reading.standing(lexicon.placeFragment);
  if (standing.length === 0 && !saysWhence(reading)) return NO_PLACES;
  const hits: PlaceHit[] = [];
  const mentioned = [...standing].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const named = new Set<number>();
  for (const { from, to } of mentioned) for (let i = from; i < to; i++) named.add(i);
  for (const place of mentioned) {
    if (hits.some((h) => h.from < place.to && place.from < h.to)) continue;
    const known = lexicon.places.get(words(reading, place.from, place.to));
    if (!known) continue;
    const before = place.from > 0 ? reading.norm(place.from - 1) : "";
    if (known.ambiguous && !PLACE_SIGNS.has(before)) continue;
    if (known.small && !comesFrom(reading, place, named) && before !== "to" && before !== "into") continue;
    hits.push({ ...place, name: known.name, kind: known.kind, located: LOCATED.has(before), exporter: false });
  }
  for (let i = 1; i < reading.length; i++) {
    if (!reading.isIn(i - 1, FROM_OR_OF)) continue;
    if (reading.norm(i - 1) === "of" && !(i > 1 && reading.norm(i - 2) === "out")) continue;
    let to = i;
    while (to < reading.length && to - i < 3 && reading.isIn(to, NAMED) && (to === i || !reading.broken(to))) to++;
    if (to === i || NO_PLACE.has(reading.norm(i)) || hits.some((h) => h.from < to && i < h.to)) continue;
    hits.push({ from: i, to, name: words(reading, i, to), kind: "unlisted", located: false, exporter: true });
  }
  if (hits.length === 0) return hits;
  const read = hits
    .map((hit) => ({ ...hit, exporter: hit.exporter || comesFrom(reading, hit, named) }))
    .sort((a, b) => a.from - b.from);
  // In a list that a line ends ("London and Manchester lines") the places before the last one export as it does.
  for (let k = read.length - 2; k >= 0; k--) {
    const next = read[k + 1]!;
    if (next.exporter && listed(reading, read[k]!, next) && !behindSign(reading, read[k]!)) read[k]!.exporter = true;
  }
  return read;
}

const NO_PLACES: readonly PlaceHit[] = [];

function saysWhence(reading: SentenceReading): boolean {
  for (let i = 1; i < reading.length; i++) if (reading.isIn(i - 1, FROM_OR_OF) && reading.isIn(i, NAMED)) return true;
  return false;
}

/** Whether two places stand next to one another in a list: "London, Luton", "London and Luton". */
function listed(reading: SentenceReading, a: { to: number }, b: { from: number }): boolean {
  if (b.from === a.to) return reading.broken(b.from);
  return b.from === a.to + 1 && (reading.norm(a.to) === "and" || reading.norm(a.to) === "or");
}

function behindSign(reading: SentenceReading, place: { from: number }): boolean {
  return (
    place.from > 0 && PLACE_SIGNS.has(reading.norm(place.from - 1)) && !/^(and|or)$/.test(reading.norm(place.from - 1))
  );
}

const LOCATED = new Set(["in", "at", "across", "around", "throughout", "near"]);

function words(reading: SentenceReading, from: number, to: number): string {
  const parts: string[] = [];
  for (let i = from; i < to; i++) parts.push(reading.surface(i));
  return parts.join(" ");
}

/**
 * Exporter -> importer edges of a sentence: a line, or offenders, trade or children on the move, *from* a place. The importer is the review's
 * area unless the sentence names another with *to* or *into*. A place named for another reason is no edge.
 */
export function edgesIn(
  reading: SentenceReading,
  hits: readonly TermHit[],
  codes: readonly string[],
  places: readonly PlaceHit[],
): EdgeHit[] {
  if (places.length === 0 || hits.length === 0) return [];
  for (let i = 0; i < reading.length; i++)
    if (INNOCENT.has(reading.lemma(i)) && !hits.some((h) => LINE_CODES.has(codes[h.code]!))) return [];
  const exporters = places.filter((p) => p.exporter);
  if (exporters.length === 0) return [];
  const importers = importersOf(reading, places);
  const edges: EdgeHit[] = [];
  for (const exporter of exporters) {
    const hit = toldOf(reading, exporter) ? undefined : carrier(reading, hits, codes, exporter);
    if (!hit) continue;
    for (const importer of importers.length > 0 ? importers : [""])
      edges.push({ exporter: exporter.name, importer, hit });
  }
  return edges;
}

/** Places behind *to* or *into*, and those that go on their list. */
function importersOf(reading: SentenceReading, places: readonly PlaceHit[]): string[] {
  const found: PlaceHit[] = [];
  for (const place of places) {
    if (place.exporter) continue;
    const last = found.at(-1);
    if (found.length === 0 ? place.from > 0 && INTO.has(reading.norm(place.from - 1)) : listed(reading, last!, place))
      found.push(place);
  }
  return [...new Set(found.map((place) => place.name))];
}

/** "a colleague from Manchester", "the figures from Leeds". */
function toldOf(reading: SentenceReading, place: { from: number }): boolean {
  return place.from > 1 && reading.norm(place.from - 1) === "from" && COME_TO_TELL.has(reading.lemma(place.from - 2));
}

/** "from London", "out of London", "a London line", "London gangs", "from London and Luton". */
function comesFrom(reading: SentenceReading, place: { from: number; to: number }, named: ReadonlySet<number>): boolean {
  const before = place.from > 0 ? reading.norm(place.from - 1) : "";
  if (OUT_OF.has(before)) return before === "from" || (place.from > 1 && reading.norm(place.from - 2) === "out");
  const after = place.to < reading.length && !reading.broken(place.to) ? reading.lemma(place.to) : "";
  if (["line", "gang", "lad", "boy", "dealer", "nominal", "crew", "group", "ocg", "drug", "network"].includes(after))
    return true;
  // A list goes on: "from Manchester, Leeds and Bradford".
  for (let i = place.from - 1, steps = 0; i > 0 && steps < 6; i--, steps++) {
    const norm = reading.norm(i);
    if (norm === "from") return true;
    if (norm === "and" || norm === "or" || norm === "the" || /^\p{Lu}/u.test(reading.surface(i))) continue;
    if (!named.has(i)) return false;
  }
  return false;
}

function carrier(
  reading: SentenceReading,
  hits: readonly TermHit[],
  codes: readonly string[],
  place: PlaceHit,
): TermHit | undefined {
  const gap = (hit: TermHit): number =>
    hit.to <= place.from ? place.from - hit.to : hit.from >= place.to ? hit.from - place.to : 0;
  const near = [...hits].sort((a, b) => gap(a) - gap(b) || a.from - b.from || a.code - b.code);
  const line = near.find((hit) => LINE_CODES.has(codes[hit.code]!) && gap(hit) <= 14);
  if (line) return line;
  const moved = near.find((hit) => MOVED_CODES.has(codes[hit.code]!) && gap(hit) <= 6);
  if (!moved) return undefined;
  if (gap(moved) === 0) return moved;
  for (let i = Math.max(0, place.from - 10); i < Math.min(reading.length, place.to + 6); i++)
    if (
      MOVES.has(reading.lemma(i)) ||
      (reading.lemma(i) === "turn" && i + 1 < reading.length && reading.norm(i + 1) === "up")
    )
      return moved;
  return undefined;
}
