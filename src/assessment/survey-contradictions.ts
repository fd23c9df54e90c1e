import type { SurveyContradiction, SurveyReading } from "../model/index.js";
import { plain, within } from "./names.js";
import type { AssessmentRules } from "./rules.js";
import { isCount, type SurveyItem, settled, waveOrder } from "./survey-facts.js";

type Kind = SurveyContradiction["kind"];

/**
 * What cannot hold in surveys: an item with two counts in one wave, a count that is none or over its base, a count or base over the number
 * of areas that answered, parts that do not add up, a narrower measure that holds in more areas than the wider, and measures that exclude
 * one another in more areas than there are. In the order of the items; nothing is corrected.
 */
export function surveyContradictions(items: readonly SurveyItem[], rules: AssessmentRules): SurveyContradiction[] {
  const [entry] = waveOrder(items, rules);
  const answered = areasAnswered(items, entry, rules);
  return [
    ...items.flatMap((item) => {
      if (rules.notAreas.some((topic) => within(item.topic, topic))) return ofItem(item, () => undefined);
      return ofItem(item, (wave) => answered.get(key(item.cohort, wave === entry ? "entry" : "later")));
    }),
    ...ofMeasures(items, rules),
  ];
}

const key = (...parts: string[]): string => JSON.stringify(parts.map(plain));

/** "5 of 7", or "5 (no base)". */
export function reading({ count, outOf }: Pick<SurveyReading, "count" | "outOf">): string {
  return outOf === undefined ? `${count} (no base)` : `${count} of ${outOf}`;
}

/** How many areas of each cohort answered on entry and later, by the survey's own word; absent where it does not say, or says two things. */
function areasAnswered(
  items: readonly SurveyItem[],
  entry: string | undefined,
  rules: AssessmentRules,
): Map<string, number> {
  const said = new Map<string, number[]>();
  for (const { cohort, topic, item, waves } of items) {
    if (!within(topic, rules.areas.topic)) continue;
    for (const [wave, statements] of waves) {
      const first = wave === entry;
      if (!rules.areas[first ? "entry" : "followUp"].some((name) => plain(name) === plain(item))) continue;
      const at = key(cohort, first ? "entry" : "later");
      said.set(at, [...(said.get(at) ?? []), ...statements.map(({ count }) => count)]);
    }
  }
  return new Map(
    [...said].flatMap(([at, [only, ...more]]) => (only === undefined || more.length > 0 ? [] : [[at, only]])),
  );
}

function found(
  kind: Kind,
  item: SurveyItem,
  readings: readonly SurveyReading[],
  statement: string,
): SurveyContradiction {
  const { review, cohort, topic } = item;
  const lines = [...new Set(readings.flatMap((one) => one.lines))];
  return { kind, review, cohort, topic, item: item.item, wave: readings[0]?.wave ?? "", lines, statement };
}

function ofItem(item: SurveyItem, areasIn: (wave: string) => number | undefined): SurveyContradiction[] {
  return [...item.waves].flatMap(([wave, statements]) => {
    const named = `${item.item}, ${item.measure}, ${statements[0]?.wave ?? wave}`;
    const own: SurveyContradiction[] = [];
    const say = (kind: Kind, readings: readonly SurveyReading[], what: string) =>
      own.push(found(kind, item, readings, `${named}: ${what}.`));
    if (statements.length > 1) say("two counts", statements, `stated as ${statements.map(reading).join(" and as ")}`);
    const areas = areasIn(wave);
    for (const one of statements) {
      const { count, outOf } = one;
      if (!isCount(one)) {
        const over = outOf !== undefined && count > outOf && isCount({ ...one, count: 0 });
        say(
          over ? "over the base" : "no count",
          [one],
          `${reading(one)} ${over ? "is more than there are" : "is no count"}`,
        );
      } else if (areas !== undefined && (outOf ?? count) > areas)
        say("over the areas", [one], `${reading(one)}, though ${areas} areas answered`);
    }
    return own;
  });
}

type Stated = { readonly item: SurveyItem; readonly said: SurveyReading };

/** Contradictions between measures of one item in one wave. */
function ofMeasures(items: readonly SurveyItem[], rules: AssessmentRules): SurveyContradiction[] {
  const groups = new Map<string, Map<string, Stated>>();
  for (const item of items)
    for (const [wave, statements] of item.waves) {
      const said = settled(statements);
      if (said === undefined) continue;
      const at = key(item.cohort, item.topic, item.item, wave);
      const group = groups.get(at) ?? new Map<string, Stated>();
      groups.set(at, group.set(plain(item.measure), { item, said }));
    }
  return [...groups.values()].flatMap((group) => {
    const all = (measures: readonly string[]): Stated[] => {
      const known = measures.flatMap((measure) => group.get(plain(measure)) ?? []);
      return known.length === measures.length ? known : [];
    };
    return [
      ...rules.sums.flatMap((measures) => together("parts", all(measures))),
      ...rules.apart.flatMap((measures) => together("both at once", all(measures))),
      ...rules.narrower.flatMap((measures) => narrower(all(measures))),
    ];
  });
}

function narrower([narrow, wide]: readonly Stated[]): SurveyContradiction[] {
  if (!narrow || !wide || narrow.said.count <= wide.said.count) return [];
  const { item, said } = narrow;
  const statement = `${item.item}, ${said.wave}: ${item.measure} in ${said.count}, but ${wide.item.measure} in ${wide.said.count}.`;
  return [found("narrower", item, [said, wide.said], statement)];
}

/** Measures that must add up to their one base, or stay within it. */
function together(kind: "parts" | "both at once", known: readonly Stated[]): SurveyContradiction[] {
  const [first] = known;
  const [base, other] = new Set(known.flatMap(({ said }) => said.outOf ?? []));
  if (first === undefined || base === undefined || other !== undefined) return [];
  const sum = known.reduce((total, { said }) => total + said.count, 0);
  if (kind === "parts" ? sum === base : sum <= base) return [];
  const list = known.map(({ item, said }) => `${item.measure} ${said.count}`).join(" and ");
  const statement = `${first.item.item}, ${first.said.wave}: ${list} are ${sum} together, ${sum > base ? "over" : "not"} ${base}.`;
  return [
    found(
      kind,
      first.item,
      known.map(({ said }) => said),
      statement,
    ),
  ];
}
