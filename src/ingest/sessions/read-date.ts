const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

const ISO = /(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/;
const DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s_-]{1,9}(?:of\s{1,9})?${MONTH}\.?,?[\s_-]{1,9}((?:19|20)\d{2})(?!\d)`,
  "i",
);
const MONTH_FIRST = new RegExp(
  String.raw`\b${MONTH}\.?\s{1,9}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,9}((?:19|20)\d{2})(?!\d)`,
  "i",
);
const SLASHED = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)/;

/**
 * The first full date that a text writes, as `YYYY-MM-DD`: ISO, `14 May 2019`, `May 14, 2019`, `14/05/2019` in the order
 * of the United Kingdom. A month without a day is no date; nor is one that no calendar has. Empty when there is none.
 */
export function readDate(text: string): string {
  const head = text.slice(0, 2000);
  const iso = ISO.exec(head);
  if (iso) {
    const date = toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    if (date) return date;
  }
  const dayFirst = DAY_FIRST.exec(head);
  if (dayFirst) return toIso(Number(dayFirst[3]), monthNumber(dayFirst[2] ?? ""), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(head);
  if (monthFirst) return toIso(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ""), Number(monthFirst[2]));
  const slashed = SLASHED.exec(head);
  return slashed ? toIso(Number(slashed[3]), Number(slashed[2]), Number(slashed[1])) : "";
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;
}

function toIso(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : "";
}
