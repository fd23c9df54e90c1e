import type { SurveyChange, SurveyOutcome, SurveyReading } from "../model/index.js";
import { benjaminiHochberg, fisherExact, fisherReach, type TwoByTwo } from "../statistics/index.js";
import { favours, principleOf } from "./names.js";
import type { AssessmentRules } from "./rules.js";
import { type SurveyItem, settled, waveOrder } from "./survey-facts.js";

/** The changes between the first wave and every later one, and how they come out together. */
export type SurveyChanges = { readonly changes: SurveyChange[]; readonly outcome: SurveyOutcome };

type Tested = { change: SurveyChange; size: number };

/**
 * Compares each item's rates, each with its own base, by Fisher's exact test. The same areas stand behind both waves, but nobody says which
 * is which, so the test is descriptive: it takes the waves for independent, which makes it cautious. It is asked only where a table with these
 * margins could reach the level, and adjusted over all of those together (Gilbert 2005 on Tarone's ground, with Benjamini and Hochberg's step).
 * Items of different measures are never added.
 */
export function surveyChanges(items: readonly SurveyItem[], rules: AssessmentRules): SurveyChanges {
  const [entry, ...later] = waveOrder(items, rules);
  const tested = (later.length > 0 ? later : [""]).flatMap((wave) =>
    items
      .filter(({ waves }) => waves.has(entry ?? "") || waves.has(wave))
      .map((item) => compare(item, entry ?? "", wave, rules)),
  );
  const could = tested.filter(({ change }) => (change.least ?? 1) <= rules.level && change.p !== undefined);
  const adjusted = benjaminiHochberg(could.map(({ change }) => change.p ?? 1));
  for (const [at, { change }] of could.entries()) {
    change.adjusted = adjusted[at];
    change.answer = answered(change, rules.level);
  }
  const changes = tested.map(({ change }) => change);
  const rated = changes.filter(({ p }) => p !== undefined);
  return {
    changes,
    outcome: {
      compared: rated.length,
      couldTell: could.length,
      nominal: rated.filter(({ p = 1 }) => p <= rules.level).length,
      expected: tested.reduce((sum, { size }) => sum + size, 0),
      standing: changes.filter(({ answer }) => answer === "rose" || answer === "fell").length,
      level: rules.level,
    },
  };
}

function compare(item: SurveyItem, entryWave: string, wave: string, rules: AssessmentRules): Tested {
  const { cohort, topic, measure, waves } = item;
  const statements = [waves.get(entryWave), wave === "" ? undefined : waves.get(wave)] as const;
  const [entry, followUp] = statements.map(settled);
  const change: SurveyChange = {
    ...{ cohort, topic, principle: principleOf(topic, rules), item: item.item, measure },
    ...{ entry, followUp, direction: "", favours: favours(measure, rules), answer: "one wave only" },
    lines: [...new Set(statements.flatMap((of) => (of ?? []).flatMap(({ lines }) => lines)))],
  };
  if (statements.some((of) => of !== undefined && settled(of) === undefined)) change.answer = "contradictory";
  else if (entry === undefined || followUp === undefined) change.answer = "one wave only";
  else {
    const table = tableOf(entry, followUp);
    if (table === undefined) change.answer = "no rate";
    else {
      const reach = fisherReach(table, rules.level);
      const difference = followUp.count * (entry.outOf ?? 0) - entry.count * (followUp.outOf ?? 0);
      change.direction = difference > 0 ? "higher" : difference < 0 ? "lower" : "same";
      change.p = fisherExact(table);
      change.least = reach.least;
      change.answer = difference === 0 ? "unchanged" : "too few to tell";
      return { change, size: reach.size };
    }
  }
  return { change, size: 0 };
}

/** Rows are waves, columns those who report it and those who do not. Undefined where a wave has no base. */
function tableOf(entry: SurveyReading, followUp: SurveyReading): TwoByTwo | undefined {
  const row = ({ count, outOf }: SurveyReading): [number, number] | undefined =>
    outOf === undefined || outOf === 0 ? undefined : [count, outOf - count];
  const [first, second] = [row(entry), row(followUp)];
  return first && second && [first, second];
}

/** The answer of a test that could have told. */
function answered({ direction, p = 1, adjusted = 1 }: SurveyChange, level: number): SurveyChange["answer"] {
  if (direction === "same") return "unchanged";
  if (p > level) return "no clear change";
  if (adjusted > level) return "not beyond chance";
  return direction === "higher" ? "rose" : "fell";
}

/** Whether a change points to better or to worse; "" where it does neither or its measure has no better. */
export function points({ direction, favours }: Pick<SurveyChange, "direction" | "favours">): "better" | "worse" | "" {
  if (favours === "neither" || direction === "" || direction === "same") return "";
  return (direction === "higher") === (favours === "more") ? "better" : "worse";
}
