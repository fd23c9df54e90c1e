import type { Lexicon } from "../../src/lexicon/index.js";
import { below, seededRandom } from "../../src/statistics/index.js";
import { sowArchive } from "../national/archive.js";
import { makeCorpus } from "./corpus.js";

/** How large an archive is to be. */
export interface Large {
  readonly reviews: number;
  /** At least as many as the reviews sow by themselves (about seven each); the rest are joint groups, in turn over the reviews. */
  readonly sessions: number;
  /** Words that a session is filled up to, about. */
  readonly words: number;
}

const JOINT = [
  "police;housing",
  "health;adult social care",
  "education;children's social care",
  "youth justice;police",
];
const MEASURES = ["Violence against the person per 1000", "Children missing from home", "Exclusions from school"];
const CODES = ["serious-violence", "missing", "school-exclusion"];

/** The generated reviews of the nation, their sessions filled with talk to the length that sessions have, with joint groups and counted series. */
export function largeArchive(lexicon: Lexicon, { reviews, sessions, words }: Large): Record<string, string> {
  const sown = sowArchive(7, reviews);
  const files: Record<string, string> = { ...sown.files };
  const own = Object.keys(files).filter((path) => path.endsWith(".txt"));
  const missing = sessions - own.length;
  if (missing < 0) throw new Error(`${reviews} reviews have ${own.length} sessions by themselves`);
  const talk = makeCorpus(lexicon, sessions * words * 5.6, sessions, 0.25).texts;
  for (const [place, path] of own.entries()) files[path] += spoken(talk[place] ?? "", place);
  for (let n = 0; n < missing; n++) {
    const review = sown.reviews[n % reviews]!;
    const id = `joint-${Math.floor(n / reviews) + 1}`;
    files[`${review.id}/${id}.txt`] = spoken(talk[own.length + n] ?? "", n);
    files[`${review.id}/sessions.csv`] +=
      `${id}.txt,${id},Joint group ${id.slice(6)},focus-group,${JOINT[n % JOINT.length]},mixed,${review.date},verbatim,Interviewer\n`;
  }
  for (const [place, review] of sown.reviews.entries())
    files[`${review.id}/indicators.csv`] = indicators(review.area, place);
  return files;
}

/** Lines of a corpus as turns: every sixth the interviewer's. */
function spoken(text: string, seed: number): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return `\n${lines.map((line, i) => `${i % 6 === 0 ? "Interviewer" : `Participant ${1 + ((i + seed) % 5)}`}: ${line}`).join("\n\n")}\n`;
}

function indicators(area: string, seed: number): string {
  const random = seededRandom(seed + 1);
  const rows = MEASURES.flatMap((measure, which) =>
    Array.from({ length: 12 }, (_, i) => {
      const value = 20 + 5 * which + i * ((seed % 5) - 1) + below(6, random);
      return `${measure},${CODES[which]},${area},${2008 + i},${value},per 1000,generated,more`;
    }),
  );
  return `measure,codes,area,period,value,unit,source,direction\n${rows.join("\n")}\n`;
}
