import type { Corroboration, Facets, Stance, Verdict } from "../model/index.js";

/** Sign of a stance, so that a cell is read without its colour. */
export const STANCE_SIGNS: Readonly<Record<Stance["stance"], string>> = {
  affirms: "+",
  denies: "−",
  mixed: "±",
  uncertain: "?",
  silent: "·",
};

export const STANCE_WORDS: Readonly<Record<Stance["stance"], string>> = {
  affirms: "says that it is so",
  denies: "says that it is not",
  mixed: "says both",
  uncertain: "is unsure or unaware",
  silent: "does not speak of it here and now",
};

/** Sign of a verdict beside its count, by how far voices stand together. */
export const VERDICT_SIGNS: Readonly<Record<Verdict["verdict"], string>> = {
  agreement: "●",
  "partial agreement": "◐",
  dissonance: "≠",
  silence: "◌",
  unclear: "~",
  "not raised": "",
};

export const VERDICT_WORDS: Readonly<Record<Verdict["verdict"], string>> = {
  agreement: "independent sessions say the same",
  "partial agreement": "they do not contradict, but differ in part",
  dissonance: "sessions contradict one another",
  silence: "one sector alone speaks",
  unclear: "too few independent sessions take a stance",
  "not raised": "nobody speaks of it",
};

export const RESULT_WORDS: Readonly<Record<Corroboration["result"], string>> = {
  corroborated: "Corroborated",
  contradicted: "Contradicted",
  "not shown": "Not shown",
  "not tested": "Not tested",
};

const FACET_WORDS: Readonly<Record<string, string>> = {
  absent: "denied",
  possible: "possibly",
  hypothetical: "if or wished for",
  unaware: "not known to them",
  past: "in the past",
  future: "in the future",
  elsewhere: "elsewhere",
  national: "nationally",
  reported: "told by others",
  perceived: "felt or believed",
  observed: "the note-taker's remark",
  advised: "the note-taker's advice",
  all: "the whole group",
  most: "most of the group",
  some: "some of the group",
  one: "one person",
  none: "nobody took it up",
};

/** What is out of the ordinary about a mention, in words: each facet that is not at its default. */
export function facetWords(facets: Facets): string[] {
  const { assertion, temporality, locus, trend, appraisal, evidentiality, support } = facets;
  const said = [
    ...(assertion === "present" ? [] : [assertion]),
    ...(temporality === "current" ? [] : [temporality]),
    ...(locus === "local" ? [] : [locus]),
    ...(trend === "none" ? [] : [trend]),
    ...(appraisal === "none" ? [] : [appraisal]),
    ...(evidentiality === "own" ? [] : [evidentiality]),
    ...(support === "unstated" ? [] : [support]),
  ];
  return said.map((value) => FACET_WORDS[value] ?? value);
}

/** "1 quote", "2 quotes". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
}
