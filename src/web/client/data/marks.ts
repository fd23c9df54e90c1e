import type { Mark, MarkDigit } from "../../../model/index.js";

/** Facets, evidence and prompted by name, taken out of a mark. */
export type Marked = Readonly<Record<string, string>>;

/** Reads marks by the digits that the shell gives; each distinct number once. */
export function markReader(digits: readonly MarkDigit[]): (mark: Mark) => Marked {
  const known = new Map<Mark, Marked>();
  return (mark) => {
    const before = known.get(mark);
    if (before !== undefined) return before;
    const marked: Record<string, string> = {};
    let rest = mark;
    for (const { name, values } of digits) {
      marked[name] = values[rest % values.length] ?? "";
      rest = Math.floor(rest / values.length);
    }
    known.set(mark, marked);
    return marked;
  };
}

/** What is out of the ordinary about a mention: each facet that is not at its default, in the order of the facets. */
export function toldFacets(marked: Marked): { facet: string; value: string }[] {
  return Object.entries(DEFAULTS).flatMap(([facet, usual]) => {
    const value = marked[facet] ?? usual;
    return value === usual ? [] : [{ facet, value }];
  });
}

const DEFAULTS: Readonly<Record<string, string>> = {
  assertion: "present",
  temporality: "current",
  locus: "local",
  trend: "none",
  appraisal: "none",
  evidentiality: "own",
  support: "unstated",
};
