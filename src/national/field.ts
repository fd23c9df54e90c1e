import type { Concept, Frame, Place, Sector } from "../model/index.js";
import { type RegionOf, regionFinder } from "./regions.js";
import type { NationalRules } from "./rules.js";

/** What is known of the field before a review is opened: codes, headings, places. Made once a run. */
export interface Field {
  readonly concepts: readonly Concept[];
  readonly frames: readonly Frame[];
  readonly rules: NationalRules;
  readonly regionOf: RegionOf;
  /** Place of a code in the codebook. */
  readonly order: ReadonlyMap<string, number>;
  /** Codes under the same heading, itself among them: of the national frame, else of the strategic one, else itself alone. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** `frame/heading` ids of a code, the national frame's before the strategic one's. */
  readonly headings: ReadonlyMap<string, readonly string[]>;
}

/** @throws Error when the lexicon lacks a frame that the rules name; `loadNationalRules` has refused such rules before. */
export function fieldOf(
  lexicon: {
    readonly concepts: readonly Concept[];
    readonly frames: readonly Frame[];
    readonly places: readonly Place[];
  },
  rules: NationalRules,
): Field {
  const { concepts, places } = lexicon;
  const frames = [rules.frames.findings, rules.frames.strategy].flatMap(
    (id) => lexicon.frames.find((frame) => frame.id === id) ?? [],
  );
  const neighbours = new Map<string, readonly string[]>();
  const headings = new Map<string, string[]>();
  for (const { id } of concepts) {
    const own = frames.flatMap((frame) =>
      frame.headings.filter(({ codes }) => codes.includes(id)).map((heading) => ({ frame, heading })),
    );
    neighbours.set(id, own[0]?.heading.codes ?? [id]);
    headings.set(
      id,
      own.map(({ frame, heading }) => `${frame.id}/${heading.id}`),
    );
  }
  return {
    ...{ concepts, frames, rules, neighbours, headings },
    regionOf: regionFinder(places),
    order: new Map(concepts.map(({ id }, place) => [id, place])),
  };
}

/** Whether a sector is one that is expected to speak of a code; where the codebook expects none in particular, everyone is. */
export function isExpected(concept: Pick<Concept, "expectedSectors">, sector: Sector): boolean {
  return concept.expectedSectors.length === 0 ? sector !== "unknown" : concept.expectedSectors.includes(sector);
}
