import { readDate } from "./dates.js";

const QUARTER =
  /^(?:q(?:uarter)? ?([1-4])[ ,/-]*((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})[ ,/-]*q(?:uarter)? ?([1-4]))$/iu;
const TWO_YEARS = /^(?:fy ?)?((?:19|20)[0-9]{2}) ?[/–-] ?((?:19|20)?[0-9]{2})(?:[ ,-]*q(?:uarter)? ?([1-4]))?$/iu;
const SHORT_MONTH = /^([a-z]{3,9})[ '-]{1,2}([0-9]{2})$/iu;

/**
 * A period as sortable text: `2019`, `2019-Q2`, `2019-05`, `2018/19`, `2018/19-Q2`, or a full date. Undefined when it is none of these.
 * `2011-12` can be December 2011 or the year 2011/12: it is the year only where `yearsAhead` says that the table counts in such years.
 */
export function readPeriod(text: string, yearsAhead = false): string | undefined {
  const cell = text.trim();
  if (/^(19|20)[0-9]{2}$/u.test(cell)) return cell;
  const quarter = QUARTER.exec(cell);
  if (quarter) return `${quarter[2] ?? quarter[3]}-Q${quarter[1] ?? quarter[4]}`;
  const span = TWO_YEARS.exec(cell);
  if (span && follows(span[1]!, span[2]!) && (yearsAhead || !isMonth(cell)))
    return `${span[1]}/${span[2]!.slice(-2)}${span[3] ? `-Q${span[3]}` : ""}`;
  const short = SHORT_MONTH.exec(cell);
  const date = readDate(short ? `${short[1]} 20${short[2]}` : cell);
  if (date === undefined) return undefined;
  return date.exact ? date.iso : date.iso.slice(0, 7);
}

/** Whether a cell can only mean two years (`2012-13`), which then settles `2011-12` in the same table. */
export function isYearSpan(text: string): boolean {
  const span = TWO_YEARS.exec(text.trim());
  return span !== null && follows(span[1]!, span[2]!) && !isMonth(text.trim());
}

function follows(first: string, second: string): boolean {
  return (Number(first) + 1) % 100 === Number(second.slice(-2));
}

function isMonth(cell: string): boolean {
  return /^[0-9]{4}-(0[1-9]|1[0-2])$/u.test(cell);
}
