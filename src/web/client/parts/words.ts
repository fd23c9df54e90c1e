/** Sign of a stance, so that a cell is read without its colour. */
export const STANCES = {
  a: { name: "affirms", sign: "+", says: "says that it is so" },
  d: { name: "denies", sign: "−", says: "says that it is not" },
  m: { name: "mixed", sign: "±", says: "says both" },
  u: { name: "uncertain", sign: "?", says: "is unsure or unaware" },
  s: { name: "silent", sign: "", says: "says nothing of it here and now" },
} as const;
export type StanceLetter = keyof typeof STANCES;

/** Letter of a stance by its name; silence for anything else. */
export function stanceLetter(name: string): StanceLetter {
  const found = Object.entries(STANCES).find(([, stance]) => stance.name === name);
  return (found?.[0] ?? "s") as StanceLetter;
}

/** How far voices stand together: sign, short class name, and what it means. */
export const VERDICTS = {
  agreement: { sign: "●", look: "agreement", says: "independent sessions say the same" },
  "partial agreement": { sign: "◐", look: "partial", says: "they do not contradict, but differ in part" },
  dissonance: { sign: "≠", look: "dissonance", says: "sessions contradict one another" },
  silence: { sign: "◌", look: "silence", says: "one sector alone speaks" },
  unclear: { sign: "~", look: "unclear", says: "too few independent sessions take a stance" },
  "not raised": { sign: "", look: "none", says: "nobody speaks of it" },
} as const;
/** Agreement that something is not so. */
export const AGAINST = { name: "agreement that it is not so", sign: "⊖", look: "agreement against" } as const;
export type VerdictName = keyof typeof VERDICTS;
export const VERDICT_NAMES = Object.keys(VERDICTS) as VerdictName[];

/** What silence rests on. */
export const ASKED = {
  y: "silent, though asked",
  n: "not asked, so silence says nothing",
  "?": "not known whether asked; not to be read as silence",
} as const;

const FACET_WORDS: Readonly<Record<string, string>> = {
  absent: "denied",
  possible: "possibly",
  hypothetical: "if, or wished for",
  unaware: "not known to them",
  past: "in the past",
  future: "in the future",
  national: "nationally",
  reported: "told by others",
  perceived: "felt or believed",
  observed: "the note-taker’s remark",
  advised: "the note-taker’s advice",
  all: "the whole group",
  most: "most of the group",
  some: "some of the group",
  one: "one person",
  none: "nobody took it up",
};

/** A facet's value in words. *None* is nobody only where the facet is support; of a course or a judgement nothing was said. */
export function facetWord(value: string, facet = "support"): string {
  if (value === "none" && facet !== "support") return "not said";
  return FACET_WORDS[value] ?? value;
}

/** What a result of a trend test says. */
export const CORROBORATIONS = {
  corroborated: { look: "good", says: "counted data move the way people say" },
  contradicted: { look: "bad", says: "counted data move the other way" },
  "not shown": { look: "plain", says: "counted data show no clear course" },
  "not tested": { look: "plain", says: "too few periods, or no series, to test it" },
} as const;

/** "1 quote", "2 quotes", "1,204 quotes". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${number(n)} ${n === 1 ? one : many}`;
}

/** A number with thousands apart, the same in every locale. */
export function number(n: number): string {
  return n.toLocaleString("en-GB");
}

const MONTHS = ["January", "February", "March", "April", "May", "June"].concat(
  ...["July", "August", "September", "October", "November", "December"],
);

/** "14 May 2019" of an ISO date or instant, as much as is known of it. */
export function day(iso: string): string {
  const [year = "", month = "", date = ""] = iso.slice(0, 10).split("-");
  const name = MONTHS[Number(month) - 1];
  return [date === "" ? "" : String(Number(date)), name ?? "", year].filter(Boolean).join(" ");
}

/** "14 May 2019, 09:30" of an ISO instant, in its own zone. */
export function instant(iso: string): string {
  return iso.length < 16 ? day(iso) : `${day(iso)}, ${iso.slice(11, 16)}`;
}

/** The first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
