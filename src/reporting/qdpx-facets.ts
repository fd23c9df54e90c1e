import { FACET_VALUES, type FacetName, type Facets, type QdaCode } from "../model/index.js";
import { guidOf } from "./qdpx-guid.js";

/** How facets stand in projects for qualitative analysis: as a note on a coding, or as codes beside it. */
export type QdaFacets = "notes" | "codes";

const FACETS = Object.keys(FACET_VALUES) as FacetName[];
/** Grey: a facet is no theme. */
const COLOUR = "#7f7f7f";

/** What the values say that are not a facet's default. */
const MEANINGS: { readonly [Name in FacetName]: { readonly [Value in Facets[Name]]?: string } } = {
  assertion: {
    absent: "It is denied.",
    possible: "It is hedged.",
    hypothetical: "It is conditional, wished for or planned.",
    unaware: "The speaker or group does not know of it.",
  },
  temporality: { past: "It was so once.", future: "It is yet to come." },
  locus: { elsewhere: "It is of another area, or of the wider county or force.", national: "It is of the country." },
  trend: {
    rising: "There is more of it.",
    falling: "There is less of it.",
    emerging: "It is new.",
    displaced: "It has moved here, or away.",
    stable: "There is as much of it as before.",
  },
  appraisal: {
    strength: "It is told as something that works.",
    barrier: "It is told as something that stands in the way.",
    gap: "It is told as something that is missing.",
    need: "It is told as something that is needed.",
    concern: "It is told as a worry.",
  },
  evidentiality: {
    reported: "The speaker was told of it by others.",
    perceived: "The speaker feels or believes it.",
    observed: "The note-taker remarks it of the group.",
    advised: "The note-taker advises it.",
  },
  support: {
    all: "All of the group stand behind it.",
    most: "Most of the group stand behind it.",
    some: "Some of the group stand behind it.",
    one: "One of the group stands behind it.",
    none: "It was put to the group and backed by nobody.",
  },
};

/**
 * A code for every value of a facet that is not its default, under headings. Each is named as a note would say it (`trend: rising`), since some programs
 * keep one name once; the reader of human codings knows it by that name too.
 */
export function facetTree(): QdaCode {
  return {
    ...{ guid: guidOf("facets"), name: "Facets", codable: false, colour: COLOUR },
    description:
      "How a coding in the same place is meant; what is not said is at its default: present, current, local, own.",
    codes: FACETS.map((facet) => ({
      guid: guidOf("facet", facet),
      name: `${facet.charAt(0).toUpperCase()}${facet.slice(1)}`,
      ...{ codable: false, colour: COLOUR, description: "" },
      codes: Object.entries(MEANINGS[facet]).map(([value, meaning]) => ({
        guid: facetGuid(facet, value),
        name: `${facet}: ${value}`,
        ...{ codable: true, colour: COLOUR, description: meaning, codes: [] },
      })),
    })),
  };
}

/** GUID of the code of a facet's value. */
const facetGuid = (facet: FacetName, value: string): string => guidOf("facet", facet, value);

/** The facets that are not at their default, each with the GUID of its value's code. */
export function facetCodes(facets: Readonly<Facets>): { facet: FacetName; guid: string }[] {
  return FACETS.filter((facet) => facets[facet] !== FACET_VALUES[facet][0]).map((facet) => ({
    ...{ facet, guid: facetGuid(facet, facets[facet]) },
  }));
}

/** Every facet on a line of its own, as the reader of human codings takes them back. */
export function facetLines(facets: Readonly<Facets>): string {
  return FACETS.map((facet) => `${facet}: ${facets[facet]}`).join("\n");
}

/** The facets that are not at their default, in words; empty where all are. */
export function facetsInShort(facets: Readonly<Facets>): string {
  return FACETS.filter((facet) => facets[facet] !== FACET_VALUES[facet][0])
    .map((facet) => `${facet} ${facets[facet]}`)
    .join("; ");
}
