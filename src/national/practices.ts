import type { Mention, PRACTICE_STATUSES, ReviewResult, Sector, Session } from "../model/index.js";
import type { Field } from "./field.js";
import { contentWords, likeness } from "./likeness.js";
import { at, byText, distinct } from "./order.js";

/** Two sentences of one area that share as many of their words are one practice told twice. */
const ALIKE = 0.4;
/** Most practices, and most sentences of one, that a sentence is held against, so that the work grows with what is praised and not with its square. */
const NEAR = 40;
/** Words that a sentence needs before it can say what a practice is. */
const SHORTEST = 6;

/** A practice as one review tells it. */
export interface PracticeSighting {
  readonly name: string;
  /** Whether the name is a project's own, so that other areas may have the same. */
  readonly isNamed: boolean;
  readonly codes: readonly string[];
  readonly status: (typeof PRACTICE_STATUSES)[number];
  /** Mention whose quote describes it. */
  readonly quote: { readonly mention: string; readonly session: string; readonly text: string };
  readonly refs: readonly { readonly session: string; readonly mention: string }[];
  readonly sectors: readonly Sector[];
}

interface Praise {
  readonly mentions: Mention[];
  readonly quote: string;
  readonly words: ReadonlySet<string>;
}

/**
 * What one review says works: sentences that praise (a strength, here and now, meant; or the code of good practice), those that say the same put
 * together. A sentence too short to say what it praises is no practice. A practice is *evaluated* where a sentence that praises it also speaks of an
 * evaluation that is there, *established* where two sessions that share no sector tell of it or its sentence says that it has lasted, else *promising*.
 */
export function practicesOf(
  review: ReviewResult,
  sessions: ReadonlyMap<string, Session>,
  field: Field,
): PracticeSighting[] {
  const { practice } = field.rules;
  const evaluations = new Set<string>();
  const praise = new Map<string, Praise>();
  const gone = rejectedCodes(review);
  for (const mention of review.mentions) {
    if (!mention.evidence || mention.locus !== "local" || mention.support === "none") continue;
    const key = `${mention.document}|${mention.sentence}`;
    if (practice.evaluatedBy.includes(mention.code) && mention.assertion === "present") evaluations.add(key);
    const praised = mention.code === practice.code || mention.appraisal === "strength";
    const meant = mention.assertion === "present" && mention.temporality === "current";
    if (!praised || !meant || gone.has(mention.code) || mention.quote.split(/\s+/).length < SHORTEST) continue;
    if (!sessions.has(mention.session)) continue;
    const one = at(praise, key, () => ({ mentions: [], quote: mention.quote, words: contentWords(mention.quote) }));
    one.mentions.push(mention);
  }
  const names = review.names.map(({ name }) => name);
  const told = [...praise]
    .map(([key, one]) => ({ ...one, key, name: namedIn(one.quote, names) }))
    .sort((a, b) => byText(a.mentions[0]?.id ?? "", b.mentions[0]?.id ?? ""));
  const groups: (typeof told)[] = [];
  for (const one of told) {
    const same = groups.slice(-NEAR).find((group) => group.some((other) => isSame(one, other)));
    if (same && same.length < NEAR) same.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const mentions = group.flatMap((one) => one.mentions);
    const heard = distinct(mentions.map(({ session }) => session)).flatMap((id) => sessions.get(id) ?? []);
    const codes = codesOf(mentions, field);
    const best = [...group].sort((a, b) => readability(b.quote) - readability(a.quote) || byText(a.key, b.key))[0];
    const text = group.map(({ quote }) => quote.toLowerCase()).join("\n");
    const lasting = practice.established.some((phrase) => text.includes(phrase));
    const apart = heard.some((a, i) => heard.slice(i + 1).some((b) => sharesNone(a, b)));
    const status = group.some(({ key }) => evaluations.has(key))
      ? "evaluated"
      : lasting || apart
        ? "established"
        : "promising";
    const name = group.find((one) => one.name !== "")?.name ?? "";
    const [first] = best?.mentions ?? [];
    return {
      name: name === "" ? (codes[0] ?? practice.code) : name,
      isNamed: name !== "",
      ...{ codes, status },
      quote: { mention: first?.id ?? "", session: first?.session ?? "", text: best?.quote ?? "" },
      refs: mentions.map(({ session, id }) => ({ session, mention: id })),
      sectors: distinct(heard.flatMap(({ sectors }) => sectors)) as Sector[],
    };
  });
}

/** Two sentences tell of one practice when they name one project, or are alike and praise one code. */
function isSame(a: Praise & { readonly name: string }, b: Praise & { readonly name: string }): boolean {
  if (a.name !== "" || b.name !== "") return a.name === b.name;
  const codes = new Set(a.mentions.map(({ code }) => code));
  return b.mentions.some(({ code }) => codes.has(code)) && likeness(a.words, b.words) >= ALIKE;
}

function namedIn(quote: string, names: readonly string[]): string {
  const low = quote.toLowerCase();
  return (
    names.filter((name) => low.includes(name.toLowerCase())).sort((a, b) => b.length - a.length || byText(a, b))[0] ??
    ""
  );
}

/** The codes that are praised, a response before what it answers; the code of good practice itself only where it stands alone. */
function codesOf(mentions: readonly Mention[], { rules, order }: Field): string[] {
  const codes = distinct(mentions.map(({ code }) => code)).filter((code) => code !== rules.practice.code);
  const responses = new Set(mentions.filter(({ theme }) => theme === "response").map(({ code }) => code));
  codes.sort(
    (a, b) => Number(responses.has(b)) - Number(responses.has(a)) || (order.get(a) ?? 0) - (order.get(b) ?? 0),
  );
  return codes.length === 0 ? [rules.practice.code] : codes;
}

/** A sentence of twelve to forty words says most; a longer one is hard to quote. */
function readability(quote: string): number {
  const words = quote.split(/\s+/).length;
  return words > 40 ? -words : Math.min(words, 24);
}

function sharesNone(a: Session, b: Session): boolean {
  return (
    ![a, b].some(({ sectors }) => sectors.includes("unknown")) &&
    !a.sectors.some((sector) => b.sectors.includes(sector))
  );
}

function rejectedCodes({ findings }: ReviewResult): Set<string> {
  return new Set(
    findings.filter(({ type, status }) => type === "strength" && status === "rejected").flatMap(({ codes }) => codes),
  );
}
