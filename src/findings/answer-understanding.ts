import { type Mention, SECTORS, type Sector, type Theme } from "../model/index.js";
import { type AnswerContext, type Said, say } from "./answer-context.js";
import { byText, type CodeView, grouped } from "./code-view.js";
import type { Selection } from "./rules.js";
import { type Group, selectGroup } from "./select.js";
import { fill } from "./template.js";
import { capital, counted, list, listUpTo, sectorPhrase, share } from "./words.js";

/** Most codes named in a list inside a sentence, and most pairs of codes for one sector. */
const NAMED = 8;
const PAIRS = 3;

const ACCEPTED_FROM: readonly Theme[] = ["exploitation", "drugs", "violence"];

function affirm(view: CodeView): Group {
  return selectGroup(view, [{ stance: ["affirms"] }]);
}
function deny(view: CodeView): Group {
  return selectGroup(view, [{ stance: ["denies"] }]);
}
const UNAWARE: Selection[] = [{ says: { temporality: ["current"], locus: ["local"], assertion: ["unaware"] } }];

function names(views: readonly CodeView[]): { codes: { text: string; many: boolean } } {
  const texts = views.map((view) => view.phrase.text);
  return {
    codes: { text: listUpTo(texts, NAMED, texts.length === NAMED + 1 ? "code" : "codes"), many: texts.length > 1 },
  };
}

/** 1 Is there a common understanding? From the share of agreement, the code of shared language, and divergences of words. */
export function answerCommon(context: AnswerContext): Said {
  const { review, views, rules } = context;
  const words = rules.questions[1];
  const raised = views.filter((view) => (view.verdict?.verdict ?? "not raised") !== "not raised");
  if (raised.length === 0) return { sentences: [words.notRaised], mentions: [] };
  const standing = (...verdicts: string[]) => raised.filter((view) => verdicts.includes(view.verdict?.verdict ?? ""));
  const agreed = standing("agreement", "partial agreement");
  const contradicted = standing("dissonance");
  const count = (codes: readonly unknown[]) => ({
    text: codes.length === 0 ? "none" : counted(codes.length, "code"),
    many: codes.length > 1,
  });
  const diverging = (kind: string) => {
    const codes = new Set(review.language.filter((use) => use.divergence === kind).map((use) => use.code));
    return raised.filter((view) => codes.has(view.concept.id));
  };
  const different = diverging("different words");
  const same = diverging("different codes");
  const language = views.find((view) => view.concept.id === "shared-language");
  const stances = {
    affirming: language === undefined ? undefined : affirm(language),
    denying: language === undefined ? undefined : deny(language),
    both: language === undefined ? undefined : selectGroup(language, [{ stance: ["mixed"] }]),
  };
  const spoken = Object.entries(stances).flatMap(([name, group]) => (group?.sessions.length ? [{ name, group }] : []));
  const template = { affirming: words.affirmed, denying: words.denied, both: words.both };
  return {
    sentences: [
      fill([words.verdicts], {
        raised: { text: String(raised.length), many: raised.length > 1 },
        agreed: { text: share(agreed.length, raised.length, "code"), many: agreed.length !== 1 },
      }),
      fill([words.rest], {
        contradicted: count(contradicted),
        alone: count(standing("silence")),
        unclear: count(standing("unclear")),
      }),
      ...(contradicted.length === 0 ? [] : [fill([words.dissonance], names(contradicted))]),
      ...spoken.map(({ name, group }) => say(context, template[name as keyof typeof template], { [name]: group })),
      ...(spoken.length === 0 ? [words.unspoken] : []),
      ...(different.length === 0 ? [] : [fill([words.differentWords], names(different))]),
      ...(same.length === 0 ? [] : [fill([words.sameWords], names(same))]),
      ...(different.length + same.length > 0 ? [] : [review.language.length === 0 ? words.fewWords : words.evenWords]),
    ],
    mentions: [
      ...spoken.flatMap(({ group }) => group.mentions),
      ...contradicted.flatMap((view) => [...affirm(view).mentions, ...deny(view).mentions]),
    ],
  };
}

/** 2 Is the problem accepted? From who affirms, denies and is unaware of codes of exploitation, drugs and violence. */
export function answerAccepted(context: AnswerContext): Said {
  const { views, rules } = context;
  const words = rules.questions[2];
  const sentences: string[] = [];
  const mentions: Mention[] = [];
  for (const theme of ACCEPTED_FROM) {
    const affirmed = views
      .filter((view) => view.concept.theme === theme)
      .map((view) => ({ view, group: affirm(view) }))
      .filter(({ group }) => group.sessions.length > 0)
      .sort((a, b) => b.group.sessions.length - a.group.sessions.length);
    const sessions = new Map(affirmed.flatMap(({ group }) => group.sessions.map((session) => [session.id, session])));
    const group = { sessions: [...sessions.values()].sort((a, b) => byText(a.id, b.id)), mentions: [] };
    const label = { text: capital(theme), many: false };
    sentences.push(
      affirmed.length === 0
        ? fill([words.notAffirmed], { theme: label })
        : say(
            context,
            words.affirmed,
            { affirming: group },
            {
              theme: label,
              ...{ codes: { text: list(affirmed.slice(0, PAIRS).map(({ view }) => view.phrase.text)), many: true } },
            },
          ),
    );
    mentions.push(...affirmed.slice(0, PAIRS).flatMap((each) => each.group.mentions));
  }
  let against = 0;
  const accepted = views.filter((view) => ACCEPTED_FROM.includes(view.concept.theme));
  for (const [name, template, pick] of [
    ["denying", words.denied, deny],
    ["unaware", words.unaware, (view: CodeView) => selectGroup(view, UNAWARE)],
  ] as const) {
    for (const view of accepted) {
      const group = pick(view);
      if (group.sessions.length === 0) continue;
      against++;
      sentences.push(say(context, template, { [name]: group }, { code: view.phrase }));
      mentions.unshift(...group.mentions);
    }
  }
  if (against === 0) sentences.push(words.noDenial);
  return { sentences, mentions };
}

/** Pairs of codes in one sentence, counted by sentences; a pair is named once however often its codes repeat there. */
function tiesOf(
  mentions: readonly Mention[],
  order: ReadonlyMap<string, number>,
): { pair: string[]; sentences: number }[] {
  const pairs = new Map<string, { pair: string[]; sentences: number }>();
  for (const sentence of grouped(mentions, (mention) =>
    JSON.stringify([mention.document, mention.sentence]),
  ).values()) {
    const codes = [...new Set(sentence.map((mention) => mention.code))];
    codes.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const [i, left] of codes.entries()) {
      for (const right of codes.slice(i + 1)) {
        const key = `${left} ${right}`;
        const found = pairs.get(key) ?? { pair: [left, right], sentences: 0 };
        pairs.set(key, { ...found, sentences: found.sentences + 1 });
      }
    }
  }
  return [...pairs.values()];
}

/** 3 How is it understood? From the codes that each sector names together in more than one sentence. */
export function answerUnderstood(context: AnswerContext): Said {
  const { review, views, rules } = context;
  const words = rules.questions[3];
  const order = new Map(views.map((view, i) => [view.concept.id, i]));
  const phrase = new Map(views.map((view) => [view.concept.id, view.phrase.text]));
  const evidence = review.mentions.filter((mention) => mention.evidence).sort((a, b) => byText(a.id, b.id));
  const bySession = grouped(evidence, (mention) => mention.session);
  const sentences: string[] = [];
  const mentions: Mention[] = [];
  const loose: Sector[] = [];
  for (const sector of SECTORS) {
    const sessions = review.sessions.filter((session) => sector !== "unknown" && session.sectors.includes(sector));
    if (sessions.length === 0) continue;
    const own = sessions.flatMap((session) => bySession.get(session.id) ?? []);
    const ties = tiesOf(own, order)
      .filter((tie) => tie.sentences > 1)
      .sort((a, b) => b.sentences - a.sentences || compare(a.pair, b.pair, order))
      .slice(0, PAIRS);
    if (ties.length === 0) {
      loose.push(sector);
      continue;
    }
    const pairs = ties.map(({ pair, sentences: count }) => {
      const [left = "", right = ""] = pair.map((code) => phrase.get(code) ?? code);
      return `${left} with ${right} (${counted(count, "sentence")})`;
    });
    sentences.push(
      fill([words.ties], {
        sector: sectorPhrase([sector], rules.wording),
        pairs: {
          text: pairs.length === 1 ? pairs[0]! : `${pairs.slice(0, -1).join("; ")}; and ${pairs.at(-1)}`,
          many: true,
        },
      }),
    );
    const tied = new Set(ties.flatMap((tie) => tie.pair));
    mentions.push(...own.filter((mention) => tied.has(mention.code)));
  }
  if (sentences.length === 0) return { sentences: [words.none], mentions: [] };
  if (loose.length > 0) sentences.push(fill([words.noTies], { sectors: sectorPhrase(loose, rules.wording) }));
  return { sentences, mentions };
}

function compare(a: readonly string[], b: readonly string[], order: ReadonlyMap<string, number>): number {
  const at = (pair: readonly string[], i: number) => order.get(pair[i] ?? "") ?? 0;
  return at(a, 0) - at(b, 0) || at(a, 1) - at(b, 1);
}
