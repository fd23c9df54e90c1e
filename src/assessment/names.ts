import type { AssessmentRules } from "./rules.js";

/** Order by code units, the same in every locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A name as it is compared: without case, doubled spaces and the kinds of dashes and quotation marks. */
export function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/[‘’]/g, "'").replace(/[‐-―]/g, "-").replace(/\s+/g, " ").trim();
}

/** Whether a name holds one of the wordings as whole words. */
export function holds(name: string, wordings: readonly string[]): boolean {
  const bounded = ` ${plain(name).replace(/[^\p{L}\p{N}']+/gu, " ")} `;
  return wordings.some((wording) =>
    bounded.includes(
      ` ${plain(wording)
        .replace(/[^\p{L}\p{N}']+/gu, " ")
        .trim()} `,
    ),
  );
}

/** Whether a topic is another or a part of it: `mapping.sharing` of `mapping`. */
export function within(topic: string, whole: string): boolean {
  const [part, all] = [plain(topic), plain(whole)];
  return part === all || part.startsWith(`${all}.`);
}

/** The heading that a topic stands under; empty where it stands under none. Of several the longest name wins. */
export function principleOf(topic: string, { topics }: Pick<AssessmentRules, "topics">): string {
  let best = { heading: "", length: -1 };
  for (const [heading, names] of Object.entries(topics))
    for (const name of names)
      if (within(topic, name) && name.length > best.length) best = { heading, length: name.length };
  return best.heading;
}

/** Whether more of a measure is better, worse or neither. */
export function favours(measure: string, { measures }: Pick<AssessmentRules, "measures">): "more" | "less" | "neither" {
  if (holds(measure, measures.neither)) return "neither";
  return holds(measure, measures.worse) ? "less" : "more";
}

/** Rows by a key, groups and rows in the order in which they first stand. */
export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const of = key(row);
    const group = groups.get(of);
    if (group) group.push(row);
    else groups.set(of, [row]);
  }
  return groups;
}
