import { THEMES } from "../../model/index.js";
import { BOUNDS, type Category, category, type PlainLexicon, TOO_DEEP } from "./dictionary.js";
import { counted, type Kind, type Tally } from "./tally.js";

const RULE: Kind = {
  rule: "proximity-rule",
  severity: "warning",
  message: (count) => `${counted(count, "proximity rule")} (@…) was left out: rules are no words.`,
  wayOut: "Write it as a term with a gap, or with company.",
};

/**
 * WordStat .cat: a line a category or a keyword, a tab for each level; keywords end in a weight in brackets, phrases have underscores for
 * spaces, and a star stands for the rest of a word.
 */
export function readWordstat(text: string, tally: Tally): Category[] {
  const found: Category[] = [];
  const open: Category[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const depth = /^\t*/.exec(line)![0].length;
    const place = `line ${index + 1}`;
    if (depth >= BOUNDS.depth) {
      tally.add(TOO_DEEP, place);
      continue;
    }
    const keyword = /^(.*\S)\s+\(-?\d+(?:\.\d+)?\)$/.exec(line.trim());
    if (keyword && depth > 0) {
      open.length = Math.min(open.length, depth);
      const wording = keyword[1]!;
      if (wording.startsWith("@")) tally.add(RULE, place);
      else open.at(-1)?.words.push(wording.replaceAll("_", " ").toLowerCase());
      continue;
    }
    open.length = Math.min(open.length, depth);
    const made = category(
      open.map((one) => one.name),
      line.trim(),
    );
    open.push(made);
    found.push(made);
  }
  return found;
}

/** Writes WordStat .cat: themes, their codes, and under each its words in capitals with weight 1. */
export function writeWordstat({ codes }: PlainLexicon): string {
  return THEMES.flatMap((theme) => {
    const own = codes.filter(({ concept }) => concept.theme === theme);
    if (own.length === 0) return [];
    return [
      `${theme.toUpperCase()}\n`,
      ...own.flatMap(({ concept, words }) => [
        `\t${concept.id.toUpperCase()}\n`,
        ...new Set(words.map((word) => `\t\t${word.toUpperCase().replaceAll(" ", "_")} (1)\n`)),
      ]),
    ];
  }).join("");
}
