import { type Concept, type QdaCode, THEMES, type Theme } from "../model/index.js";
import { facetTree } from "./qdpx-facets.js";
import { codeGuid, guidOf } from "./qdpx-guid.js";
import type { RunReport } from "./run-report.js";

/** A hue a theme, told apart by people who do not see red and green apart (Okabe & Ito 2008). */
const HUES: Readonly<Record<Theme, string>> = {
  exploitation: "#d55e00",
  actors: "#cc79a7",
  drugs: "#009e73",
  violence: "#7f3c1d",
  vulnerability: "#56b4e9",
  settings: "#e69f00",
  response: "#0072b2",
};
/** Share of white in the palest code of a theme. */
const PALEST = 0.5;

/** The codebook as a tree: themes, which carry no text themselves, and their codes; a theme without codes is left out. */
export function codeTree(concepts: readonly Concept[]): QdaCode[] {
  return THEMES.flatMap((theme) => {
    const codes = concepts.filter((concept) => concept.theme === theme);
    if (codes.length === 0) return [];
    return {
      guid: guidOf("theme", theme),
      name: `${theme.charAt(0).toUpperCase()}${theme.slice(1)}`,
      codable: false,
      colour: HUES[theme],
      description: "",
      codes: codes.map((concept, i) => ({
        guid: codeGuid(concept.id),
        name: concept.prefLabel,
        codable: true,
        colour: paler(HUES[theme], (PALEST * i) / Math.max(1, codes.length - 1)),
        description: [concept.definition, concept.scopeNote ?? "", `Code ${concept.id}.`].filter(Boolean).join(" "),
        codes: [],
      })),
    };
  });
}

/** What a person or a program codes with: the codebook, and the tree of facets where these are codes too. */
export function codingTree({ concepts, qdaFacets }: Pick<RunReport, "concepts" | "qdaFacets">): QdaCode[] {
  const codes = codeTree(concepts);
  return qdaFacets === "codes" && codes.length > 0 ? [...codes, facetTree()] : codes;
}

/** Colours of all codes by id, as in {@link codeTree}. */
export function codeColours(concepts: readonly Concept[]): Map<string, string> {
  const byGuid = new Map(codeTree(concepts).flatMap(({ codes }) => codes.map(({ guid, colour }) => [guid, colour])));
  return new Map(concepts.map(({ id }) => [id, byGuid.get(codeGuid(id)) ?? ""]));
}

/** Red, green and blue of `#rrggbb`, 0 to 255. */
export function channels(colour: string): [number, number, number] {
  const at = (i: number) => Number.parseInt(colour.slice(i, i + 2), 16);
  return [at(1), at(3), at(5)];
}

function paler(colour: string, white: number): string {
  const mixed = channels(colour).map((value) => Math.round(value + (255 - value) * white));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
