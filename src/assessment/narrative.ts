import type { CohortAccount, Frame, PrincipleAccount, SurveyChange } from "../model/index.js";
import { conflictsOf } from "./conflicts.js";
import { byText, groupBy, plain } from "./names.js";
import type { Passage } from "./passages.js";
import { clause, cohortName, counted, itemList, readingPhrase, say } from "./phrases.js";
import type { Quotes } from "./quotes.js";
import type { AssessmentRules } from "./rules.js";
import { points } from "./survey-changes.js";
import { type CodeTestimony, type Said, testimonyOf } from "./testimony.js";

/** What the narrative is written from. */
export type NarrativeRows = {
  readonly frame: Frame;
  readonly changes: readonly SurveyChange[];
  readonly passages: readonly Passage[];
  readonly quotes: Quotes;
  /** A code in running text. */
  readonly codeName: (code: string) => string;
  readonly rules: AssessmentRules;
};

/** The account of every principle, cohort by cohort: what improved, what remains, what cannot be told, where counts and testimony conflict. */
export function narrative(rows: NarrativeRows): PrincipleAccount[] {
  const changes = groupBy(rows.changes, ({ principle, cohort }) => JSON.stringify([principle, plain(cohort)]));
  const passages = groupBy(rows.passages, ({ heading, cohort }) => JSON.stringify([heading, plain(cohort)]));
  const cohorts = new Map(
    [...rows.changes.filter(({ principle }) => principle !== ""), ...rows.passages].map(
      ({ cohort }) => [plain(cohort), cohort] as const,
    ),
  );
  // What names no cohort comes last.
  const order = [...cohorts].sort(([a], [b]) => Number(a === "") - Number(b === "") || byText(a, b));
  return rows.frame.headings.map(({ id, title, codes }) => ({
    principle: id,
    title,
    cohorts: order.map(([key, cohort]) => {
      const at = JSON.stringify([id, key]);
      return account(cohort, changes.get(at) ?? [], passages.get(at) ?? [], new Set(codes), rows);
    }),
  }));
}

function account(
  cohort: string,
  changes: readonly SurveyChange[],
  passages: readonly Passage[],
  heading: ReadonlySet<string>,
  rows: NarrativeRows,
): CohortAccount {
  const { rules, quotes, codeName } = rows;
  const { wording, narrative: limits } = rules;
  const name = cohortName(cohort, wording);
  const testimony = testimonyOf(passages, rules);
  const told: CohortAccount = {
    ...{ cohort, name, overview: [], improved: [], remains: [], notTold: [], conflicts: [], strong: [], weak: [] },
  };
  survey(changes, told, rules);
  const spoken = (pick: (one: CodeTestimony) => Said, template: string): string[] => {
    const codes = ranked(testimony, pick).map((one) =>
      clause(wording.testimony.code, {
        code: codeName(one.code),
        passages: counted(pick(one).passages, "passage"),
        sessions: counted(pick(one).sessions, "session"),
      }),
    );
    return codes.length === 0 ? [] : [say(template, { codes: itemList(codes, limits.most) })];
  };
  told.improved.push(
    ...spoken(({ strong }) => strong, wording.testimony.strong),
    ...spoken(({ improving }) => improving, wording.testimony.improving),
  );
  told.remains.push(
    ...spoken(({ weak }) => weak, wording.testimony.weak),
    ...spoken(({ worsening }) => worsening, wording.testimony.worsening),
  );
  if (cohort !== "" && changes.length === 0) told.notTold.push(say(wording.survey.silent, { cohort: name }));
  if (testimony.length === 0) told.notTold.push(say(wording.testimony.silent, { cohort: name }));
  told.conflicts = conflictsOf(changes, testimony, heading, rules).map(
    ({ kind, testimony: one, changes: against }) => ({
      statement: say(wording.conflicts[kind], {
        code: codeName(one.code),
        items: itemList(
          against.map((change) => changePhrase(change, rules)),
          limits.most,
        ),
        strong: one.strong.passages,
        weak: one.weak.passages,
      }),
      quotes: quotes.take(passages, kind === "betterButWeak" ? "weak" : "strong", 1, new Set([one.code])),
    }),
  );
  // Of the codes that the account names, not of others that are named once.
  const named = (pick: (one: CodeTestimony) => Said): ReadonlySet<string> =>
    new Set(
      ranked(testimony, pick)
        .slice(0, limits.most)
        .map(({ code }) => code),
    );
  told.strong = quotes.take(
    passages,
    "strong",
    limits.quotes,
    named(({ strong }) => strong),
  );
  told.weak = quotes.take(
    passages,
    "weak",
    limits.quotes,
    named(({ weak }) => weak),
  );
  return told;
}

/** Codes of which something is said, the most first. */
function ranked(testimony: readonly CodeTestimony[], pick: (one: CodeTestimony) => Said): CodeTestimony[] {
  return testimony
    .filter((one) => pick(one).passages > 0)
    .sort((a, b) => pick(b).passages - pick(a).passages || byText(a.code, b.code));
}

/** Adds what the survey says: how its comparisons point, the largest differences either way, what few areas report, and what gives no rate. */
function survey(changes: readonly SurveyChange[], told: CohortAccount, rules: AssessmentRules): void {
  const { survey: words } = rules.wording;
  const { most } = rules.narrative;
  const compared = changes.filter(({ p }) => p !== undefined);
  const bySize = [...compared].sort((a, b) => Math.abs(difference(b)) - Math.abs(difference(a)) || byItem(a, b));
  const better = bySize.filter((change) => points(change) === "better");
  const worse = bySize.filter((change) => points(change) === "worse");
  if (compared.length > 0)
    told.overview.push(
      say(words.overview, {
        compared: compared.length,
        better: better.length,
        worse: worse.length,
        same: compared.length - better.length - worse.length,
      }),
    );
  const listed = (template: string, of: readonly SurveyChange[], phrase: (change: SurveyChange) => string): string[] =>
    of.length === 0 ? [] : [say(template, { items: itemList(of.map(phrase), most) })];
  const change = (one: SurveyChange): string => changePhrase(one, rules);
  const state = ({ item, measure, followUp }: SurveyChange): string =>
    followUp === undefined ? "" : clause(words.state, { item, measure, reading: readingPhrase(followUp) });
  told.improved.push(...listed(words.better, better, change));
  const low = changes
    .filter((one) => isLow(one) && !worse.includes(one))
    .sort((a, b) => rate(a.followUp) - rate(b.followUp) || byItem(a, b));
  told.remains.push(...listed(words.worse, worse, change), ...listed(words.low, low, state));
  const unclear = changes.filter(({ answer }) => answer === "contradictory");
  told.notTold.push(...listed(words.contradictory, unclear, ({ item, measure }) => `${item}, ${measure}`));
  const count = (answer: SurveyChange["answer"]): number => changes.filter((one) => one.answer === answer).length;
  const bare = changes.flatMap(({ answer, item, measure, entry, followUp }) =>
    answer === "no rate" && entry && followUp
      ? clause(words.counted, { item, measure, entry: readingPhrase(entry), followUp: readingPhrase(followUp) })
      : [],
  );
  if (bare.length > 0) told.notTold.push(say(words.countsOnly, { count: bare.length, items: itemList(bare, most) }));
  if (count("one wave only") > 0) told.notTold.push(say(words.oneWave, { count: count("one wave only") }));
}

/** An item with both readings and what can honestly be said of them. */
export function changePhrase(change: SurveyChange, { wording }: AssessmentRules): string {
  const { item, measure, entry, followUp, answer } = change;
  if (!entry || !followUp || !(answer in wording.survey.answers))
    return followUp === undefined
      ? `${item}, ${measure}`
      : clause(wording.survey.state, { item, measure, reading: readingPhrase(followUp) });
  return clause(wording.survey.change, {
    ...{ item, measure, entry: readingPhrase(entry), followUp: readingPhrase(followUp) },
    answer: wording.survey.answers[answer as keyof typeof wording.survey.answers],
  });
}

function rate(reading: SurveyChange["followUp"]): number {
  return reading?.outOf ? reading.count / reading.outOf : Number.NaN;
}

const difference = ({ entry, followUp }: SurveyChange): number => rate(followUp) - rate(entry);

/** A good thing in fewer than half of the areas since, whatever it was before. */
function isLow({ followUp, favours }: SurveyChange): boolean {
  return favours === "more" && rate(followUp) < 0.5;
}

function byItem(a: SurveyChange, b: SurveyChange): number {
  return byText(JSON.stringify([a.item, a.topic, a.measure]), JSON.stringify([b.item, b.topic, b.measure]));
}
