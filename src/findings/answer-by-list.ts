import { TRENDS } from "../model/index.js";
import { type AnswerContext, type Said, say } from "./answer-context.js";
import { byText, type CodeView } from "./code-view.js";
import { facetPhrase } from "./phrases.js";
import type { Says, Selection } from "./rules.js";
import { type Group, selectGroup } from "./select.js";
import { fill } from "./template.js";
import { list } from "./words.js";

/** Most sentences of one kind; the codes beyond are named together. */
const SENTENCES = 8;

const now = { temporality: ["current"], locus: ["local"] } satisfies Partial<Says>;
const stated: Says["assertion"] = ["present", "possible", "unaware"];
const SELECTIONS = {
  affirmed: [{ stance: ["affirms"] }],
  practice: [{ stance: ["affirms", "mixed"] }],
  barrier: [{ says: { ...now, appraisal: ["barrier"], assertion: stated } }],
  gap: [{ says: { ...now, appraisal: ["gap"], assertion: stated } }],
  strength: [{ says: { ...now, appraisal: ["strength"], assertion: ["present", "possible"] } }],
  need: [
    {
      says: { ...now, temporality: ["current", "future"], appraisal: ["need"], assertion: [...stated, "hypothetical"] },
    },
  ],
  trend: [{ says: { ...now, trend: ["rising", "emerging", "displaced"], assertion: ["present", "possible"] } }],
  concern: [{ says: { ...now, appraisal: ["concern"], assertion: stated } }],
} satisfies Record<string, Selection[]>;

/** Codes of which something is said, and who says it. */
type Named = { readonly view: CodeView; readonly group: Group }[];

function named(views: readonly CodeView[], selections: readonly Selection[]): Named {
  return views
    .map((view) => ({ view, group: selectGroup(view, selections) }))
    .filter(({ group }) => group.sessions.length > 0);
}

/** One sentence a code, most sessions first, then in codebook order. */
function sentencesOf(context: AnswerContext, template: string, codes: Named, name: string): string[] {
  const ordered = codes.toSorted((a, b) => b.group.sessions.length - a.group.sessions.length);
  const rest = ordered.slice(SENTENCES).map(({ view }) => view.phrase.text);
  return [
    ...ordered
      .slice(0, SENTENCES)
      .map(({ view, group }) =>
        say(
          context,
          template,
          { [name]: group },
          { code: view.phrase, course: view.course, trend: facetPhrase(group.mentions, "trend", TRENDS) },
        ),
      ),
    ...(rest.length === 0
      ? []
      : [fill([context.rules.questions.more], { codes: { text: list(rest), many: rest.length > 1 } })]),
  ];
}

function together(...kinds: Named[]): Group {
  const groups = kinds.flat().map(({ group }) => group);
  const sessions = new Map(groups.flatMap((group) => group.sessions.map((session) => [session.id, session])));
  return {
    sessions: [...sessions.values()].sort((a, b) => byText(a.id, b.id)),
    mentions: groups.flatMap((group) => group.mentions),
  };
}

/**
 * Questions 4 to 8, which ask what is said and by whom: an overview over all of it, then a sentence a code.
 * 4 from response codes that are affirmed; 5 from barriers, gaps and silos-duplication; 6 from strengths and good practice;
 * 7 from needs; 8 from what rises, emerges, is displaced or concerns.
 */
export function answerByList(context: AnswerContext, question: 4 | 5 | 6 | 7 | 8): Said {
  const { views, rules } = context;
  const words = rules.questions;
  const only = (code: string) => views.filter((view) => view.concept.id === code);
  const overview = (template: string, all: Group): string => say(context, template, { naming: all });
  const told = (all: Group, none: string, sentences: () => string[]): Said => ({
    sentences: all.sessions.length === 0 ? [none] : sentences(),
    mentions: all.mentions,
  });

  if (question === 4) {
    const responses = views.filter(
      (view) => view.concept.theme === "response" && view.concept.id !== "silos-duplication",
    );
    const affirmed = named(responses, SELECTIONS.affirmed);
    return told(together(affirmed), words[4].none, () =>
      sentencesOf(context, words[4].affirmed, affirmed, "affirming"),
    );
  }
  if (question === 5) {
    const barrier = named(views, SELECTIONS.barrier);
    const gap = named(views, SELECTIONS.gap);
    const duplication = named(only("silos-duplication"), SELECTIONS.practice);
    const all = together(barrier, gap, duplication);
    return told(all, words[5].none, () => [
      overview(words[5].overview, all),
      ...sentencesOf(context, words[5].barrier, barrier, "naming"),
      ...sentencesOf(context, words[5].gap, gap, "naming"),
      ...(duplication.length === 0
        ? [words[5].noDuplication]
        : sentencesOf(context, words[5].duplication, duplication, "naming")),
    ]);
  }
  if (question === 6) {
    const practice = named(only("good-practice"), SELECTIONS.practice);
    const strength = named(views, SELECTIONS.strength);
    const all = together(practice, strength);
    return told(all, words[6].none, () => [
      overview(words[6].overview, all),
      ...sentencesOf(context, words[6].practice, practice, "naming"),
      ...sentencesOf(context, words[6].strength, strength, "naming"),
    ]);
  }
  if (question === 7) {
    const need = named(views, SELECTIONS.need);
    const all = together(need);
    return told(all, words[7].none, () => [
      overview(words[7].overview, all),
      ...sentencesOf(context, words[7].need, need, "naming"),
    ]);
  }
  const trend = named(views, SELECTIONS.trend);
  const concern = named(views, SELECTIONS.concern);
  const all = together(trend, concern);
  return told(all, words[8].none, () => [
    overview(words[8].overview, all),
    ...sentencesOf(context, words[8].trend, trend, "naming"),
    ...sentencesOf(context, words[8].concern, concern, "naming"),
  ]);
}
