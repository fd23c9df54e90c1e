import { codePhrase, counted, fill, list, listUpTo, sectorPhrase, type Wording } from "../findings/index.js";
import { SECTORS, type Sector, type Unknown } from "../model/index.js";
import { type ReviewDigest, slotKey } from "./digest.js";
import type { Doorkeeper } from "./disclose.js";
import type { Field } from "./field.js";
import { add } from "./order.js";
import { isFor } from "./tally.js";

/** Most codes named in one question. */
const CODES = 4;

/** What one sector could not say of the codes of one heading, in which reviews. */
interface Gap {
  readonly tookPart: ReviewDigest[];
  readonly unaware: Set<ReviewDigest>;
  /** Sessions that said they do not know. */
  readonly voices: Set<string>;
  readonly silentAsked: Set<ReviewDigest>;
  readonly notAsked: Set<ReviewDigest>;
  /** Codes of each, with their reviews. */
  readonly codes: { unaware: Map<string, number>; silent: Map<string, number>; notAsked: Map<string, number> };
}

/**
 * The draft of a collection plan: for every heading and sector what was said not to be known, what was asked and not answered, and what others raised and the
 * sector, which is expected to know, was never asked. In the order of the frame and of sectors; those with nothing are left out.
 */
export function unknownOf(
  reviews: readonly ReviewDigest[],
  field: Field,
  wording: Wording,
  door: Doorkeeper,
): Unknown[] {
  const [findings, strategy] = field.frames;
  const placed = new Set(findings?.headings.flatMap(({ codes }) => codes));
  const headings = [
    ...(findings?.headings ?? []).map(({ id, codes }) => ({ id: `${findings?.id}/${id}`, codes })),
    ...(strategy?.headings ?? []).map(({ id, codes }) => ({
      id: `${strategy?.id}/${id}`,
      codes: codes.filter((code) => !placed.has(code)),
    })),
  ].filter(({ codes }) => codes.length > 0);
  return headings.flatMap(({ id, codes }) =>
    SECTORS.filter((sector) => sector !== "unknown").flatMap((sector) => {
      const gap = gapOf(reviews, codes, sector);
      if (gap.unaware.size + gap.silentAsked.size + gap.notAsked.size === 0) return [];
      const units = (some: Iterable<ReviewDigest>) =>
        [...some].flatMap(({ id: review, people }) =>
          [...people].filter(([, { sectors }]) => sectors.includes(sector)).map(([session]) => `${review}|${session}`),
        );
      const unaware = door.count(gap.unaware.size, [...gap.voices]);
      return [
        {
          ...{ heading: id, sector, unaware },
          tookPart: door.count(gap.tookPart.length, units(gap.tookPart)),
          silentAsked: door.count(gap.silentAsked.size, units(gap.silentAsked)),
          notAsked: door.count(gap.notAsked.size, units(gap.notAsked)),
          codes: unaware === null ? [] : mostOf(gap.codes.unaware, field),
          ask: askOf(gap, sector, unaware, { field, wording, door, units }),
        },
      ];
    }),
  );
}

function gapOf(reviews: readonly ReviewDigest[], codes: readonly string[], sector: Sector): Gap {
  const gap: Gap = {
    tookPart: reviews.filter(({ sectors }) => sectors.has(sector)),
    ...{ unaware: new Set(), voices: new Set(), silentAsked: new Set(), notAsked: new Set() },
    codes: { unaware: new Map(), silent: new Map(), notAsked: new Map() },
  };
  const own = new Set(codes);
  for (const review of gap.tookPart) {
    for (const code of codes) {
      const slot = review.slots.get(slotKey("unaware", code));
      const said = slot?.for.filter(({ session }) => review.people.get(session)?.sectors.includes(sector)) ?? [];
      if (said.length === 0) continue;
      gap.unaware.add(review);
      for (const { session } of said) gap.voices.add(`${review.id}|${session}`);
      add(gap.codes.unaware, code);
    }
    for (const { sector: silent, code, asked } of review.silent) {
      // Where nobody else raises a code there is nothing that the sector should have known.
      if (silent !== sector || !own.has(code) || !isFor(review.slots.get(slotKey("reach", code))?.status)) continue;
      (asked ? gap.silentAsked : gap.notAsked).add(review);
      add(asked ? gap.codes.silent : gap.codes.notAsked, code);
    }
  }
  return gap;
}

function mostOf(codes: ReadonlyMap<string, number>, { order }: Field): string[] {
  return [...codes].sort(([a, n], [b, m]) => m - n || (order.get(a) ?? 0) - (order.get(b) ?? 0)).map(([code]) => code);
}

function askOf(
  gap: Gap,
  sector: Sector,
  unaware: number | null,
  {
    field,
    wording,
    door,
    units,
  }: { field: Field; wording: Wording; door: Doorkeeper; units: (some: Iterable<ReviewDigest>) => string[] },
): string {
  const { unknown } = field.rules;
  const part = (template: string, codes: ReadonlyMap<string, number>, count: number | null): string => {
    if (count === null || count === 0) return "";
    const most = mostOf(codes, field).map((code) => nameOf(code, field, wording));
    return fill([template], {
      sector: sectorPhrase([sector], wording),
      codes: { text: most.length > CODES ? listUpTo(most, CODES, "codes") : list(most), many: most.length > 1 },
      count: { text: counted(count, "review"), many: count !== 1 },
    });
  };
  return [
    part(unknown.unaware, gap.codes.unaware, unaware),
    part(unknown.silent, gap.codes.silent, door.count(gap.silentAsked.size, units(gap.silentAsked))),
    part(unknown.notAsked, gap.codes.notAsked, door.count(gap.notAsked.size, units(gap.notAsked))),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function nameOf(code: string, { concepts }: Field, wording: Wording): string {
  return codePhrase(code, concepts.find(({ id }) => id === code)?.prefLabel, wording).text;
}
