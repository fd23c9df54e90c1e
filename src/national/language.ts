import { type LanguageNote, type LanguageUse, SECTORS, type Sector } from "../model/index.js";
import { fisherExact, holm } from "../statistics/index.js";
import type { ReviewDigest } from "./digest.js";
import type { Doorkeeper } from "./disclose.js";
import type { Field } from "./field.js";
import { at, byText, distinct } from "./order.js";
import { NO_REGION } from "./regions.js";

/** Fewest reviews of a region, and of the rest, that use a word before it is compared. */
const FEWEST = 3;
/** Most words told for one agency or area. */
const WORDS = 3;

/**
 * Where agencies do not speak one language, as the comparison of sectors found it (`uses`), and where areas do not: words for a code that the reviews of
 * one region use and the others do not (Fisher, after Holm over all words, 0.05), where two regions each have one.
 */
export function commonLanguage(
  reviews: readonly ReviewDigest[],
  uses: readonly LanguageUse[],
  field: Field,
  door: Doorkeeper,
): LanguageNote[] {
  return [...betweenAgencies(reviews, uses, field, door), ...betweenAreas(reviews, field, door)];
}

function betweenAgencies(
  reviews: readonly ReviewDigest[],
  uses: readonly LanguageUse[],
  field: Field,
  door: Doorkeeper,
): LanguageNote[] {
  const groups = new Map<string, LanguageUse[]>();
  for (const use of uses) {
    if (use.divergence === "different words") at(groups, JSON.stringify(["words", use.code]), () => []).push(use);
    if (use.divergence === "different codes")
      at(groups, JSON.stringify(["codes", use.term.toLowerCase()]), () => []).push(use);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [LanguageUse];
    const own = [...group].sort((a, b) => SECTORS.indexOf(a.sector) - SECTORS.indexOf(b.sector) || b.g2 - a.g2);
    const perSector = new Map<string, number>();
    const told = own.filter(({ sector }) => {
      perSector.set(sector, (perSector.get(sector) ?? 0) + 1);
      return (perSector.get(sector) ?? 0) <= WORDS;
    });
    return {
      divergence: first.divergence as LanguageNote["divergence"],
      between: "agencies",
      codes: inOrder(distinct(group.map(({ code }) => code)), field),
      uses: told.map(({ sector, term, code }) => {
        const heard = reviews.filter(({ words }) => words.get(code)?.get(term.toLowerCase())?.has(sector));
        return { by: sector, term, code, reviews: door.count(heard.length, sessionsOf(heard, sector)) };
      }),
    };
  });
}

function betweenAreas(reviews: readonly ReviewDigest[], field: Field, door: Doorkeeper): LanguageNote[] {
  const placed = reviews.filter(({ region }) => region !== NO_REGION);
  const regions = distinct(placed.map(({ region }) => region));
  interface Test {
    code: string;
    term: string;
    region: string;
    heard: ReviewDigest[];
    p: number;
  }
  const tests: Test[] = [];
  for (const { id: code } of field.concepts) {
    const speaking = placed.filter(({ words }) => words.has(code));
    const terms = new Map<string, ReviewDigest[]>();
    for (const review of speaking)
      for (const term of review.words.get(code)?.keys() ?? []) at(terms, term, () => []).push(review);
    for (const [term, users] of terms) {
      if (users.length < FEWEST) continue;
      for (const region of regions) {
        const here = speaking.filter((review) => review.region === region);
        const heard = users.filter((review) => review.region === region);
        const others = speaking.length - here.length;
        const elsewhere = users.length - heard.length;
        if (heard.length < FEWEST || others < FEWEST || heard.length * others <= elsewhere * here.length) continue;
        const p = fisherExact([
          [heard.length, here.length - heard.length],
          [elsewhere, others - elsewhere],
        ]);
        tests.push({ code, term, region, heard, p });
      }
    }
  }
  const adjusted = holm(tests.map(({ p }) => p));
  const stand = tests.filter((_, i) => (adjusted[i] ?? 1) <= field.rules.chance);
  const byCode = new Map<string, Test[]>();
  for (const test of stand) at(byCode, test.code, () => []).push(test);
  return [...byCode]
    .filter(([, own]) => new Set(own.map(({ region }) => region)).size > 1)
    .map(([code, own]) => ({
      divergence: "different words",
      between: "areas",
      codes: [code],
      uses: own
        .sort((a, b) => byText(a.region, b.region) || a.p - b.p || byText(a.term, b.term))
        .map(({ region, term, heard }) => ({
          by: region,
          term,
          code,
          reviews: door.count(heard.length, sessionsOf(heard)),
        })),
    }));
}

/** Sessions of reviews, or of one sector in them. */
function sessionsOf(reviews: readonly ReviewDigest[], sector?: Sector): string[] {
  return reviews.flatMap(({ id, people }) =>
    [...people]
      .filter(([, { sectors }]) => sector === undefined || sectors.includes(sector))
      .map(([session]) => `${id}|${session}`),
  );
}

function inOrder(codes: readonly string[], { order }: Field): string[] {
  return [...codes].sort((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size) || byText(a, b));
}
