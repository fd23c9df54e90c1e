import { FACET_VALUES, type Facets, type Mark, type MarkDigit, type Mention } from "../../model/index.js";

const names = Object.keys(FACET_VALUES) as (keyof Facets)[];

/** What a mark is made of, least digit first: the seven facets, then whether it is evidence, then whether it was prompted. */
export const MARKS: readonly MarkDigit[] = [
  ...names.map((name) => ({ name, values: FACET_VALUES[name] as readonly string[] })),
  { name: "evidence", values: ["yes", "no"] },
  { name: "prompted", values: ["", "yes", "no"] },
];

/** The facets of a mention, whether it is evidence and whether it was prompted, as one number. */
export function markOf(mention: Mention): Mark {
  let [mark, weight] = [0, 1];
  for (const { name, values } of MARKS) {
    const value = name === "evidence" ? (mention.evidence ? "yes" : "no") : mention[name];
    mark += Math.max(0, values.indexOf(value)) * weight;
    weight *= values.length;
  }
  return mark;
}
