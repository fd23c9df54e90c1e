import { APPRAISALS, type Finding, type LineSighting, type Mention, type Session, TRENDS } from "../model/index.js";
import { byText, type CodeView, grouped, type ReviewEvidence, viewCodes } from "./code-view.js";
import { holds } from "./conditions.js";
import { divergences, usagePhrase } from "./divergence.js";
import { chooseQuotes, hashEvidence, shortHash } from "./evidence.js";
import { dataPhrase, facetPhrase, groupSlots } from "./phrases.js";
import type { Rule, Rules } from "./rules.js";
import { type Group, selectGroup, showsFacets } from "./select.js";
import { strength } from "./strength.js";
import { fill, type Slots } from "./template.js";
import { counted, list, sectorPhrase, sectorsOf } from "./words.js";

/** What a finding is about and rests on, before it is worded. */
type Case = {
  rule: Rule;
  /** Views of its codes, in codebook order. */
  views: readonly CodeView[];
  /** For a line its two places, which are part of its identity. */
  places: readonly string[];
  groups: Readonly<Record<string, Group>>;
  slots: Slots;
};

const NOBODY: Group = { sessions: [], mentions: [] };

function union(groups: readonly Group[]): Group {
  const sessions = new Map(groups.flatMap((group) => group.sessions.map((session) => [session.id, session])));
  return {
    sessions: [...sessions.values()].sort((a, b) => byText(a.id, b.id)),
    mentions: [...new Set(groups.flatMap((group) => group.mentions))],
  };
}

function without(group: readonly Session[], other: readonly Session[]): Session[] {
  return group.filter((session) => !other.includes(session));
}

/**
 * Candidate findings of one review, strongest first, then in the order of types and by id. Every list in a finding is sorted;
 * the order of the rows that come in does not matter, and nothing is decided: each finding is a candidate.
 */
export function findFindings(review: ReviewEvidence, rules: Rules): Finding[] {
  const views = viewCodes(review, rules.wording);
  const cases: Case[] = [
    ...codeCases(views, rules),
    ...wordCases(review, views, rules),
    ...lineCases(review, views, rules),
  ];
  const order = new Map(rules.rules.map((rule, i) => [rule.type, i] as const).reverse());
  return cases
    .map((found) => state(found, review, rules))
    .sort(
      (a, b) => b.strength - a.strength || (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0) || byText(a.id, b.id),
    );
}

/** For every code the first rule of every type whose condition holds. */
function* codeCases(views: readonly CodeView[], rules: Rules): Iterable<Case> {
  const { wording } = rules;
  for (const view of views) {
    const found = new Set<string>();
    for (const rule of rules.rules) {
      if (rule.about !== "code" || rule.when === undefined || found.has(rule.type)) continue;
      const groups = Object.fromEntries(
        Object.entries(rule.groups).map(([name, selections]) => [name, selectGroup(view, selections)]),
      );
      if (!holds(rule.when, view, groups)) continue;
      found.add(rule.type);
      const backing = rule.for.flatMap((name) => groups[name]?.mentions ?? []);
      const slots: Slots = {
        code: view.phrase,
        course: view.course,
        trend: facetPhrase(backing, "trend", TRENDS),
        appraisal: facetPhrase(backing, "appraisal", APPRAISALS, true),
        perceived: { text: view.verdict?.trend ?? "", many: false },
        data: dataPhrase(view.corroborations, wording),
        corroborating: dataPhrase(view.corroborations, wording, "corroborated"),
        contradicting: dataPhrase(view.corroborations, wording, "contradicted"),
        silentExpected: sectorPhrase(view.verdict?.silentExpected ?? [], wording),
      };
      yield { rule, views: [view], places: [], groups, slots };
    }
  }
}

/** Codes whose sectors use different words, and codes that share a word. */
function* wordCases(review: ReviewEvidence, views: readonly CodeView[], rules: Rules): Iterable<Case> {
  for (const rule of rules.rules) {
    if (rule.about !== "words" || rule.divergence === undefined) continue;
    for (const divergence of divergences(review.language, views, rule.divergence)) {
      const slots = {
        code: { text: list(divergence.views.map((view) => view.phrase.text)), many: divergence.views.length > 1 },
        words: { text: usagePhrase(divergence, rules.wording), many: divergence.usage.length > 1 },
      };
      yield { rule, views: divergence.views, places: [], groups: { using: divergence.using }, slots };
    }
  }
}

/** One case a pair of places that at least one present, current evidence mention joins. What is no evidence is no voice. */
function* lineCases(review: ReviewEvidence, views: readonly CodeView[], rules: Rules): Iterable<Case> {
  const mentions = new Map(review.mentions.map((mention) => [mention.id, mention]));
  const sessions = new Map(review.sessions.map((session) => [session.id, session]));
  const told = review.lines.filter((line) => mentions.get(line.mention)?.evidence && line.exporter !== line.importer);
  const pairs = grouped(told, (line) => JSON.stringify([line.exporter, line.importer]));
  const gather = (lines: readonly LineSighting[]): Group => {
    const ids = new Set(lines.map((line) => line.session));
    return {
      sessions: [...ids].sort(byText).flatMap((id) => sessions.get(id) ?? []),
      mentions: [...new Set(lines.flatMap((line) => mentions.get(line.mention) ?? []))],
    };
  };
  for (const rule of rules.rules.filter((each) => each.about === "line")) {
    for (const lines of pairs.values()) {
      const counts = lines.filter((line) => line.counted);
      const [first] = counts;
      if (first === undefined) continue;
      const rest = lines.filter((line) => !line.counted);
      const sightings = new Set(counts.map((line) => line.mention)).size;
      yield {
        rule,
        views: views.filter((view) => rule.codes.includes(view.concept.id)),
        places: [first.exporter, first.importer],
        groups: {
          saying: gather(counts),
          denying: gather(rest.filter((line) => line.assertion === "absent")),
          unsure: gather(rest.filter((line) => line.assertion !== "absent")),
        },
        slots: {
          exporter: { text: first.exporter, many: false },
          importer: { text: first.importer, many: false },
          sightings: { text: counted(sightings, "mention"), many: sightings !== 1 },
        },
      };
    }
  }
}

/** The words and the account of a case. */
function state(found: Case, review: ReviewEvidence, rules: Rules): Finding {
  const { rule, views, places, groups } = found;
  const { wording } = rules;
  const pick = (names: readonly string[]) => union(names.map((name) => groups[name] ?? NOBODY));
  const backing = pick(rule.for);
  const opposing = pick(rule.against);
  const against = without(opposing.sessions, backing.sessions);
  const standing = [...backing.sessions, ...against];
  const only = views.length === 1 && rule.about === "code" ? views[0] : undefined;
  const among = (ids: readonly string[]) => review.sessions.filter((session) => ids.includes(session.id));
  const unsure = only === undefined ? (groups.unsure?.sessions ?? []) : among(only.verdict?.uncertain ?? []);
  const uncertain = without(unsure, standing);
  // On words a session is silent that says nothing of their codes; on a line, one that does not name it.
  const speaks = (session: Session) => rule.about === "words" && views.some((view) => view.mentions.has(session.id));
  const quiet =
    only === undefined ? review.sessions.filter((session) => !speaks(session)) : among(only.verdict?.silent ?? []);
  const silent = without(quiet, [...standing, ...uncertain]);

  const codes = (rule.about === "line" ? rule.codes : views.map((view) => view.concept.id)).toSorted(byText);
  const corroborations = views.flatMap((view) => view.corroborations);
  const contrary = views
    .flatMap((view) => [...view.mentions.values()].flat())
    .filter((mention) => rule.contrary.some((says) => showsFacets(mention, says)));
  const counter = new Set<Mention>([...opposing.mentions, ...contrary]);
  for (const mention of backing.mentions) counter.delete(mention);

  const expected = views.flatMap((view) => view.concept.expectedSectors);
  const slots: Record<string, Slots[string]> = { area: { text: review.meta.area, many: false }, ...found.slots };
  const taken: Session[] = [...backing.sessions];
  const say = (name: string, sessions: readonly Session[], other: readonly Session[]) =>
    Object.assign(slots, groupSlots(name, sessions, { total: review.sessions.length, other, expected, wording }));
  for (const name of Object.keys(groups)) {
    const sessions = groups[name]?.sessions ?? [];
    if (!rule.against.includes(name)) {
      say(name, sessions, []);
      continue;
    }
    const own = without(sessions, taken);
    say(name, own, taken);
    taken.push(...own);
  }
  say("for", backing.sessions, []);
  say("against", against, backing.sessions);
  say("uncertain", uncertain, standing);
  say("silent", silent, standing);

  const ids = (sessions: readonly Session[]) => sessions.map((session) => session.id).sort(byText);
  return {
    id: shortHash(review.meta.id, rule.type, codes, places),
    review: review.meta.id,
    type: rule.type,
    title: fill([rule.title], slots),
    statement: fill(rule.statement, slots),
    codes,
    strength: strength(backing.sessions, backing.mentions, corroborations),
    verdict: only?.verdict?.verdict ?? "",
    sessionsFor: ids(backing.sessions),
    sessionsAgainst: ids(against),
    sessionsUncertain: ids(uncertain),
    sessionsSilent: ids(silent),
    sessionsAsked: [...new Set(views.flatMap((view) => view.verdict?.asked ?? []))].sort(byText),
    sectorsFor: sectorsOf(backing.sessions),
    sectorsAgainst: sectorsOf(against),
    questions: [...new Set(rule.questions)].sort((a, b) => a - b),
    frames: review.frames
      .flatMap((frame) =>
        frame.headings
          .filter((heading) => heading.codes.some((code) => codes.includes(code)))
          .map((heading) => `${frame.id}/${heading.id}`),
      )
      .sort(byText),
    indicators: corroborations.map(({ measure, perceived, periods, s, z, p, slope, result }) => ({
      ...{ measure, perceived, periods },
      ...(s === undefined ? {} : { s }),
      ...(z === undefined ? {} : { z }),
      ...(p === undefined ? {} : { p }),
      ...(slope === undefined ? {} : { slope }),
      result,
    })),
    evidence: chooseQuotes(backing.mentions, rules.evidence),
    counterEvidence: chooseQuotes(counter, rules.evidence),
    status: "candidate",
    decidedBy: "",
    decidedAt: "",
    note: "",
    evidenceHash: hashEvidence(backing.mentions, counter),
  };
}
