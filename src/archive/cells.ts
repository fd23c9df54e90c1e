import { readDate } from "./dates.js";
import { quoted, type Report } from "./report.js";
import { plain } from "./synonyms.js";

/** The entries of a list cell: semicolons, bars and line breaks part it; empty entries and repeats are dropped. */
export function listOf(cell: string): string[] {
  return [...new Set(cell.split(/[;|\n]/u).map((entry) => entry.trim().replace(/\s+/gu, " ")))].filter((e) => e !== "");
}

/** A value that is not what its column holds. The value is shown: metadata is written by the team, not said by participants. */
export function badValue(report: Report, place: string, value: string, expected: string, wayOut: string): void {
  report({
    rule: "archive/bad-value",
    severity: "warning",
    place,
    message: `Found ${quoted(value)}, expected ${expected}.`,
    wayOut,
  });
}

/** The codes of a list that the lexicon has; a label ("County lines") counts as its code. The rest is reported and dropped. */
export function codesOf(
  entries: readonly string[],
  known: ReadonlySet<string>,
  place: string,
  report: Report,
): string[] {
  const codes: string[] = [];
  for (const entry of entries) {
    const code = known.has(entry) ? entry : plain(entry).replace(/[ :]+/gu, "-");
    if (!known.has(code))
      report({
        rule: "archive/unknown-code",
        severity: "warning",
        place,
        message: `The code ${quoted(entry)} is not in the lexicon; it is ignored.`,
        wayOut:
          "Use a code's id as it stands in lexicons/codes (for instance county-lines), with semicolons between codes.",
      });
    else if (!codes.includes(code)) codes.push(code);
  }
  return codes;
}

/** Codes of a CSV cell: commas part them too, since no code has one. */
export function codesOfCell(cell: string, known: ReadonlySet<string>, place: string, report: Report): string[] {
  return codesOf(listOf(cell.replaceAll(",", ";")), known, place, report);
}

/** ISO date of a cell; undefined (with a problem) when it is none. A month or year alone becomes its first day, with an info problem. */
export function dateOf(cell: string, place: string, report: Report): string | undefined {
  if (cell === "") return undefined;
  const date = readDate(cell);
  if (date === undefined) {
    badValue(report, place, cell, "a date as YYYY-MM-DD", "Write year, month and day, for instance 2019-05-14.");
    return undefined;
  }
  if (!date.exact)
    report({
      rule: "archive/date-not-exact",
      severity: "info",
      place,
      message: `Found ${quoted(cell)}, which names no day; ${date.iso} was taken.`,
      wayOut: "Write the day if it is known: sessions are put in order by date.",
    });
  return date.iso;
}

/**
 * A number as tables write it: thousands with commas or spaces, a pound or per-cent sign. `suppressed` where a statistician left it out
 * (empty, *, -, .., n/a, c, x, z); undefined when it is no number.
 */
export function numberOf(cell: string): number | "suppressed" | undefined {
  if (/^(|\*+|[-–—]|\.\.|:|n\/?a|c|x|z|suppressed|missing)$/iu.test(cell)) return "suppressed";
  const bare = cell.replace(/^[£$€]/u, "").replace(/\s?%$/u, "");
  if (!/^[+−-]?([0-9]+|[0-9]{1,3}([, \u00a0][0-9]{3})+)(\.[0-9]+)?$|^[+−-]?\.[0-9]+$/u.test(bare)) return undefined;
  return Number(bare.replace(/[, \u00a0]/gu, "").replace("−", "-"));
}
