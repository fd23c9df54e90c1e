import type { Occurrence } from "../lexicon/index.js";
import type { SentenceReading } from "./sentence-reading.js";

const WORDS =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`.split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** How much of a group "seven of the nine" is; nothing where the words are no share. */
export function shareOf(
  reading: SentenceReading,
  place: Occurrence,
): "all" | "most" | "some" | "one" | "none" | undefined {
  const numbers: number[] = [];
  for (let i = place.from; i < place.to; i++) {
    const number = numberOf(reading.norm(i));
    if (number !== undefined) numbers.push(number);
  }
  const [part, whole] = [numbers[0], numbers.at(-1)];
  if (numbers.length < 2 || part === undefined || whole === undefined || whole < 2 || part > whole) return undefined;
  if (part === whole) return "all";
  if (part * 2 > whole) return "most";
  return part > 1 ? "some" : part === 1 ? "one" : "none";
}

/** The course of a count that goes "from eight to two"; nothing where its two numbers are no course. */
export function courseOf(reading: SentenceReading, place: Occurrence): "rising" | "falling" | "stable" | undefined {
  const first = numberOf(reading.norm(place.from + 1));
  const last = numberOf(reading.norm(place.to - 1));
  if (first === undefined || last === undefined) return undefined;
  return first < last ? "rising" : first > last ? "falling" : "stable";
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (word === "none") return 0;
  const tens = TENS.indexOf(word);
  if (tens >= 0) return (tens + 2) * 10;
  const at = WORDS.indexOf(word);
  return at >= 0 ? at : undefined;
}
