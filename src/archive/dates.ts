/** A date as it was written, brought to ISO. `exact` is false when the day (or month) was not said and the first was taken. */
export interface ReadDate {
  iso: string;
  exact: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY = "(?:0?[1-9]|[12][0-9]|3[01])";
const WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? ";
const YEAR = "(?:19[89][0-9]|20[0-9][0-9])";
const SEPARATOR = "[\\s,._/-]{1,3}";

type Parts = { y?: string; m?: string; month?: string; d?: string };

/**
 * The ways of writing a date, most telling first. Day before month, as the UK writes; an American date whose month is over 12 is
 * no date rather than a guess.
 */
const FORMS: readonly string[] = [
  `(?<y>${YEAR})[-/._](?<m>0?[1-9]|1[0-2])[-/._](?<d>${DAY})`,
  `(?<y>${YEAR})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12][0-9]|3[01])`,
  `(?<d>${DAY})[-/._](?<m>0?[1-9]|1[0-2])[-/._](?<y>${YEAR}|[0-9]{2})`,
  `(?<d>${DAY})(?:st|nd|rd|th)?(?:\\s?(?:-|–|to|and|&)\\s?${DAY}(?:st|nd|rd|th)?)?${SEPARATOR}(?:of )?(?<month>${MONTH})${SEPARATOR}(?<y>${YEAR})`,
  `(?<month>${MONTH})${SEPARATOR}(?<d>${DAY})(?:st|nd|rd|th)?${SEPARATOR}(?<y>${YEAR})`,
  `(?<month>${MONTH})${SEPARATOR}(?<y>${YEAR})`,
  `(?<y>${YEAR})${SEPARATOR}(?<month>${MONTH})`,
  `(?<y>${YEAR})[-/._](?<m>0[1-9]|1[0-2])`,
  `(?<m>0?[1-9]|1[0-2])[-/._](?<y>${YEAR})`,
  `(?<y>${YEAR})`,
];
const WHOLE = FORMS.map((form) => new RegExp(`^(?:${WEEKDAY})?${form}(?:T[0-9:.Z+-]{1,20}| 00:00(?::00)?)?$`, "iu"));
const INSIDE = FORMS.map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, "iu"));

/** Reads a cell that should be a date; undefined when it is none, or no day of the calendar. */
export function readDate(text: string): ReadDate | undefined {
  const cell = text.trim();
  for (const form of WHOLE) {
    const match = form.exec(cell);
    if (match) return toDate(match.groups as Parts);
  }
  return undefined;
}

/** Finds a date in a file or folder name, and what is left of the name without it. */
export function dateInName(name: string): { date: ReadDate | undefined; rest: string } {
  for (const form of INSIDE) {
    const match = form.exec(name);
    const date = match ? toDate(match.groups as Parts) : undefined;
    if (match && date)
      return { date, rest: `${name.slice(0, match.index)} ${name.slice(match.index + match[0].length)}` };
  }
  return { date: undefined, rest: name };
}

/** Whether a text is an ISO day of the calendar. */
export function isIsoDate(text: string): boolean {
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text) && readDate(text)?.iso === text;
}

/** Days from the first ISO date to the second. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function toDate({ y, m, month, d }: Parts): ReadDate | undefined {
  const year = Number(y!.length === 2 ? `20${y}` : y);
  const monthNumber = month ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(m ?? 1);
  const day = Number(d ?? 1);
  const date = new Date(Date.UTC(year, monthNumber - 1, day));
  // A day that its month does not have runs over into the next.
  if (date.getUTCDate() !== day) return undefined;
  return { iso: date.toISOString().slice(0, 10), exact: d !== undefined };
}
