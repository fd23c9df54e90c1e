import type { EdgeDigest, ReviewDigest } from "./digest.js";
import { type ClaimDraft, plainDraft } from "./draft.js";
import type { Field } from "./field.js";
import { at, byText, distinct } from "./order.js";
import { NO_REGION } from "./regions.js";
import type { SlotDigest } from "./slot.js";
import { isFor, tallyOf } from "./tally.js";

/** An edge with the reviews and sessions that tell of it, exact. */
export interface EdgeDraft {
  readonly exporter: string;
  readonly importer: string;
  readonly exporterRegion: string;
  readonly importerRegion: string;
  readonly reviews: readonly string[];
  /** `review|session` of each session. */
  readonly sessions: readonly string[];
}

const isCounted = ({ slot }: EdgeDigest): boolean => isFor(slot.status);

/** Edges between places, and rolled up between regions, most reviews first. Places whose region nobody knows are rolled up under that name. */
export function edgesOf(reviews: readonly ReviewDigest[]): { places: EdgeDraft[]; regions: EdgeDraft[] } {
  const places = new Map<string, EdgeDigest & { told: [string, EdgeDigest][] }>();
  const regions = new Map<string, EdgeDigest & { told: [string, EdgeDigest][] }>();
  for (const review of reviews) {
    for (const edge of review.edges.filter(isCounted)) {
      const { exporter, importer, exporterRegion, importerRegion } = edge;
      at(places, `${exporter}|${importer}`, () => ({ ...edge, told: [] })).told.push([review.id, edge]);
      const up = { ...edge, exporter: exporterRegion, importer: importerRegion };
      at(regions, `${exporterRegion}|${importerRegion}`, () => ({ ...up, told: [] })).told.push([review.id, edge]);
    }
  }
  return { places: drafts(places), regions: drafts(regions) };
}

function drafts(edges: ReadonlyMap<string, EdgeDigest & { told: [string, EdgeDigest][] }>): EdgeDraft[] {
  return [...edges.values()]
    .map(({ exporter, importer, exporterRegion, importerRegion, told }) => ({
      ...{ exporter, importer, exporterRegion, importerRegion },
      reviews: distinct(told.map(([review]) => review)),
      sessions: distinct(told.flatMap(([review, { slot }]) => slot.sessions.map((session) => `${review}|${session}`))),
    }))
    .sort(
      (a, b) =>
        b.reviews.length - a.reviews.length ||
        b.sessions.length - a.sessions.length ||
        byText(a.exporter, b.exporter) ||
        byText(a.importer, b.importer),
    );
}

/** Places that are told of as both: what they export and import, by `edges` of one kind. A place that exports to itself is no conflict by that. */
export function conflictsOf(
  edges: readonly EdgeDraft[],
): { place: string; exports: EdgeDraft[]; imports: EdgeDraft[] }[] {
  const apart = edges.filter(({ exporter, importer }) => exporter !== importer);
  return distinct(apart.map(({ exporter }) => exporter))
    .map((place) => ({
      place,
      exports: apart.filter(({ exporter }) => exporter === place),
      imports: apart.filter(({ importer }) => importer === place),
    }))
    .filter(({ place, imports }) => imports.length > 0 && place !== NO_REGION);
}

/** A claim for every pair of known regions; the reviews of the importing region could have told of it. */
export function lineClaims(reviews: readonly ReviewDigest[], field: Field): ClaimDraft[] {
  const pairs = new Map<string, { from: string; to: string; slots: Map<string, EdgeDigest[]> }>();
  for (const review of reviews) {
    for (const edge of review.edges) {
      const { exporterRegion: from, importerRegion: to } = edge;
      if (from === NO_REGION || to === NO_REGION) continue;
      const pair = at(pairs, `${from}|${to}`, () => ({ from, to, slots: new Map() }));
      at(pair.slots, review.id, () => []).push(edge);
    }
  }
  return [...pairs.values()].flatMap(({ from, to, slots }) => {
    if (![...slots.values()].some((edges) => edges.some(isCounted))) return [];
    const tally = tallyOf(reviews, ({ id }) => joined(slots.get(id)), {
      able: ({ region }) => region === to,
      wide: ({ region }) => region === to,
    });
    return [plainDraft({ kind: "line", codes: field.rules.lineCodes, about: [from, to] }, tally, field)];
  });
}

/** What a review says of a pair of regions, over all pairs of places in them: one that is told weighs more than one that is denied. */
function joined(edges: readonly EdgeDigest[] | undefined): SlotDigest | undefined {
  const [first, ...rest] = [...(edges ?? [])].sort((a, b) => Number(isCounted(b)) - Number(isCounted(a)));
  if (first === undefined) return undefined;
  const all = [first, ...rest].map(({ slot }) => slot);
  return {
    ...first.slot,
    for: all.flatMap((slot) => slot.for),
    against: all.flatMap((slot) => slot.against),
    sectors: [...new Set(all.flatMap(({ sectors }) => sectors))],
    levels: [...new Set(all.flatMap(({ levels }) => levels))],
    sessions: distinct(all.flatMap(({ sessions }) => sessions)),
    independent: all.some(({ independent }) => independent),
  };
}
