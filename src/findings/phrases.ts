import type { Corroboration, Mention, Sector, Session } from "../model/index.js";
import type { Wording } from "./rules.js";
import { fill, type Slots } from "./template.js";
import { list, number, type Phrase, sectorPhrase, sectorsOf, share } from "./words.js";

/** "from police and health"; of several sessions of one sector "both from police", "all from police". */
function from(sessions: readonly Session[], wording: Wording): string {
  const sectors = sectorsOf(sessions);
  if (sectors.length === 1 && sectors[0] === "unknown") return "whose sector is not known";
  const same = sessions.length > 1 && sectors.length === 1;
  const all = same ? (sessions.length === 2 ? "both " : "all ") : "";
  return `${all}from ${sectorPhrase(sectors, wording).text}`;
}

/**
 * A group that is set against another, as short as is exact: its sector where one session stands for it and nobody of the
 * sector stands on the other side ("education"), else its count ("two sessions, from education and health,").
 */
function short(sessions: readonly Session[], other: readonly Session[], wording: Wording): Phrase {
  const taken = new Set(other.flatMap((session) => session.sectors));
  const [only] = sessions;
  if (sessions.length === 1 && only !== undefined) {
    if (!only.sectors.some((sector) => sector === "unknown" || taken.has(sector))) {
      const phrase = sectorPhrase(only.sectors, wording);
      return only.sectors.length > 1 ? { text: `one session, from ${phrase.text},`, many: false } : phrase;
    }
    const another = other.length > 0 && only.sectors.some((sector) => sector !== "unknown" && taken.has(sector));
    return { text: `one ${another ? "other " : ""}session, ${from(sessions, wording)},`, many: false };
  }
  return { text: `${number(sessions.length)} sessions, ${from(sessions, wording)},`, many: true };
}

/**
 * The slots of one group of sessions under its name: the group with count and sectors, `.count`, `.some` (as short as may
 * be, against `other`), `.sectors`, and `.expected`: those sectors of it that the codebook expects to speak. An empty
 * group has no slots, so that parts about it are left out.
 */
export function groupSlots(
  name: string,
  sessions: readonly Session[],
  context: { total: number; other: readonly Session[]; expected: readonly Sector[]; wording: Wording },
): Slots {
  if (sessions.length === 0) return {};
  const { total, other, expected, wording } = context;
  const many = sessions.length > 1;
  const count = share(sessions.length, total);
  const sectors = sectorsOf(sessions);
  const awaited = sectors.filter((sector) => sector !== "unknown" && expected.includes(sector));
  return {
    [name]: { text: `${count}, ${from(sessions, wording)},`, many },
    [`${name}.count`]: { text: count, many },
    [`${name}.some`]: short(sessions, other, wording),
    [`${name}.sectors`]: sectorPhrase(sectors, wording),
    [`${name}.expected`]: sectorPhrase(awaited, wording),
  };
}

/** The values of a facet that mentions show, other than none, each once in the order of the closed list: "rising or emerging". */
export function facetPhrase(
  mentions: readonly Mention[],
  facet: "trend" | "appraisal",
  values: readonly string[],
  article = false,
): Phrase {
  const shown = values.filter((value) => value !== "none" && mentions.some((mention) => mention[facet] === value));
  return { text: list(article ? shown.map((value) => `a ${value}`) : shown, "or"), many: shown.length > 1 };
}

/** What counted series say, by the wording of their results; "" where there is none of them. */
export function dataPhrase(
  corroborations: readonly Corroboration[],
  wording: Wording,
  result?: Corroboration["result"],
): Phrase {
  const chosen = corroborations.filter((corroboration) => result === undefined || corroboration.result === result);
  const text = chosen.map((corroboration) => {
    const { series, periods, p } = corroboration;
    const end = (point: { period: string; value: number } | undefined) =>
      point === undefined ? undefined : { text: `${point.value} in ${point.period}`, many: false };
    const slots = {
      measure: { text: corroboration.measure, many: false },
      periods: { text: String(periods), many: periods !== 1 },
      first: end(series[0]),
      last: end(series.at(-1)),
      p: p === undefined ? undefined : { text: p < 0.001 ? "p < 0.001" : `p ${p.toFixed(3)}`, many: false },
    };
    return fill([wording.data[corroboration.result]], slots, "clause");
  });
  return { text: text.filter((sentence) => sentence !== "").join("; "), many: chosen.length > 1 };
}
