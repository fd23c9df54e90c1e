import type { SurveyChange } from "../model/index.js";
import { plain, within } from "./names.js";
import type { AssessmentRules } from "./rules.js";
import { points } from "./survey-changes.js";
import type { CodeTestimony } from "./testimony.js";

/** A code on which what is counted and what is said point different ways. */
export type Conflict = {
  readonly kind: "betterButWeak" | "worseButStrong";
  readonly testimony: CodeTestimony;
  /** The items of the survey that point the other way than testimony. */
  readonly changes: readonly SurveyChange[];
};

/** Codes of a heading that an item of a survey is about: its own, else those of its topic. */
function codesOf(
  { topic, item }: Pick<SurveyChange, "topic" | "item">,
  heading: ReadonlySet<string>,
  rules: AssessmentRules,
): string[] {
  const own = Object.entries(rules.items).find(([name]) => plain(name) === plain(item))?.[1] ?? [];
  const here = own.filter((code) => heading.has(code));
  if (here.length > 0) return here;
  return Object.entries(rules.topicCodes).find(([name]) => within(topic, name))?.[1] ?? [];
}

/**
 * Conflicts of one principle, with the codes of its heading, and cohort: every comparison on a code points one way, or is full in the later wave, and testimony the other
 * way as clearly as a stance is taken. Items that point both ways conflict with nothing.
 */
export function conflictsOf(
  changes: readonly SurveyChange[],
  testimony: readonly CodeTestimony[],
  heading: ReadonlySet<string>,
  rules: AssessmentRules,
): Conflict[] {
  const byCode = new Map<string, SurveyChange[]>();
  for (const change of changes)
    for (const code of codesOf(change, heading, rules)) {
      const known = byCode.get(code);
      if (known) known.push(change);
      else byCode.set(code, [change]);
    }
  return testimony.flatMap((one): Conflict[] => {
    const own = byCode.get(one.code) ?? [];
    const worse = own.filter((change) => points(change) === "worse");
    const better = own.filter((change) => points(change) === "better" || isFull(change));
    const { conflict } = rules.narrative;
    const outweighs = (a: number, b: number): boolean => a >= conflict && a >= conflict * b;
    if (better.length > 0 && worse.length === 0 && outweighs(one.weak.passages, one.strong.passages))
      return [{ kind: "betterButWeak", testimony: one, changes: better }];
    if (worse.length > 0 && better.length === 0 && outweighs(one.strong.passages, one.weak.passages))
      return [{ kind: "worseButStrong", testimony: one, changes: worse }];
    return [];
  });
}

/** Reported by every area that answered since, on a measure of which more is better. */
function isFull({ followUp, favours }: SurveyChange): boolean {
  return favours === "more" && followUp?.outOf !== undefined && followUp.outOf > 0 && followUp.count === followUp.outOf;
}
