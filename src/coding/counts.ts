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
  const numbers = numbersIn(reading, place);
  const [part, whole] = [numbers[0], numbers.at(-1)];
  if (numbers.length < 2 || part === undefined || whole === undefined || whole < 2 || part > whole) return undefined;
  if (part === whole) return "all";
  if (part * 2 > whole) return "most";
  return part > 1 ? "some" : part === 1 ? "one" : "none";
}

/** The course of a count that goes "from eight to two" or "was eight and now two"; nothing where its two numbers are no course. */
export function courseOf(reading: SentenceReading, place: Occurrence): "rising" | "falling" | "stable" | undefined {
  const numbers = numbersIn(reading, place);
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (numbers.length < 2 || first === undefined || last === undefined) return undefined;
  return first < last ? "rising" : first > last ? "falling" : "stable";
}

/** The numbers of a stretch in order; "twenty nine" and "twenty-nine" are one. */
function numbersIn(reading: SentenceReading, place: Occurrence): number[] {
  const numbers: number[] = [];
  let tens = false;
  for (let i = place.from; i < place.to; i++) {
    const number = numberOf(reading.norm(i));
    if (number !== undefined && tens && number > 0 && number < 10) numbers.push(numbers.pop()! + number);
    else if (number !== undefined) numbers.push(number);
    tens = TENS.includes(reading.norm(i));
  }
  return numbers;
}

function numberOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (word === "none") return 0;
  const tens = TENS.indexOf(word);
  if (tens >= 0) return (tens + 2) * 10;
  const parts = word.split("-");
  if (parts.length === 2 && TENS.includes(parts[0]!)) {
    const unit = WORDS.indexOf(parts[1]!);
    if (unit > 0 && unit < 10) return numberOf(parts[0]!)! + unit;
  }
  const at = WORDS.indexOf(word);
  return at >= 0 ? at : undefined;
}
