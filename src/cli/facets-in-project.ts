import { FACET_VALUES, type QdaCode, type QdaCoding, type QdaSelection, type QdaSource } from "../model/index.js";
import { facetTree } from "../reporting/index.js";
import { COMPARED_FACETS } from "../triangulation/index.js";

type ComparedFacet = (typeof COMPARED_FACETS)[number];

/** Facets that were said of a coding; one that was not said is at its default. */
export type SaidFacets = { [Facet in ComparedFacet]?: string };

/** Facets that lines of a text say, one to a line: `trend: rising`. */
export function facetsInText(text: string): SaidFacets {
  const found: SaidFacets = {};
  for (const line of text.split(/[\r\n]/)) {
    const [facet = "", value = "", more] = line.split(":", 3).map((part) => part.trim());
    if (more !== undefined || !/^\w+$/.test(facet) || !/^[\w ]+$/.test(value)) continue;
    const one = facetValue(facet, value);
    if (one) found[one.facet] = one.value;
  }
  return found;
}

/** Codes of a project that say a facet and no theme, by GUID: our own, those named `trend: rising`, and a value's name below a facet's. */
export type FacetCodes = ReadonlyMap<string, { facet: ComparedFacet; value: string } | undefined>;

/** Finds them; undefined stands for a facet that nobody compares, or for the heading of one. */
export function facetCodesOf(codes: readonly QdaCode[]): FacetCodes {
  const ours = new Map<string, string>();
  const known = (code: QdaCode): void => {
    ours.set(code.guid, code.name);
    code.codes.forEach(known);
  };
  known(facetTree());
  const headings = new Set(Object.keys(FACET_VALUES));
  const found = new Map<string, { facet: ComparedFacet; value: string } | undefined>();
  const walk = (code: QdaCode, above: string): void => {
    const name = plain(ours.get(code.guid) ?? code.name);
    const [facet = "", value] = name.includes(":") ? name.split(":", 2).map((part) => part.trim()) : [above, name];
    const values = Object.hasOwn(FACET_VALUES, facet) ? FACET_VALUES[facet as keyof typeof FACET_VALUES] : [];
    const isValue = (values as readonly string[]).includes(value ?? "");
    if (isValue) found.set(code.guid, facetValue(facet, value ?? ""));
    else if (ours.has(code.guid)) found.set(code.guid, undefined);
    for (const below of code.codes) walk(below, headings.has(name) ? name : "");
  };
  for (const code of codes) walk(code, "");
  return found;
}

/** Facets that a person said by codes of the words of a selection. */
export type FacetsOfSelection = (selection: QdaSelection, user: string) => SaidFacets;

/**
 * Facets that codes say of the codings of a source: those on the same selection, and those on another of the same stretch that holds nothing else, since
 * some programs make a selection of every coding. Only what the same person coded belongs together.
 *
 * @param counts whether a coding is asked for at all
 * @param twice told of each stretch where one facet has two values; it is then left at its default
 */
export function facetsInSource(
  { selections }: QdaSource,
  codes: FacetCodes,
  counts: (coding: QdaCoding) => boolean,
  twice: () => void,
): FacetsOfSelection {
  const alone = new Map<string, QdaCoding[]>();
  const place = ({ start, end }: QdaSelection): string => `${start} ${end}`;
  const isFacet = ({ code }: QdaCoding): boolean => codes.has(code);
  for (const selection of selections) {
    const counted = selection.codings.filter(counts);
    if (counted.length === 0 || !counted.every(isFacet)) continue;
    alone.set(place(selection), [...(alone.get(place(selection)) ?? []), ...counted]);
  }
  return (selection, user) => {
    const said: SaidFacets = {};
    const torn = new Set<ComparedFacet>();
    const own = selection.codings.filter((coding) => counts(coding) && isFacet(coding));
    for (const coding of [...own, ...(alone.get(place(selection)) ?? [])]) {
      const one = coding.user === user ? codes.get(coding.code) : undefined;
      if (!one) continue;
      if ((said[one.facet] ?? one.value) !== one.value) torn.add(one.facet);
      said[one.facet] = one.value;
    }
    for (const facet of torn) {
      delete said[facet];
      twice();
    }
    return said;
  };
}

function facetValue(facet: string, value: string): { facet: ComparedFacet; value: string } | undefined {
  const compared = COMPARED_FACETS.find((one) => one === facet);
  if (compared === undefined || !(FACET_VALUES[compared] as readonly string[]).includes(value)) return undefined;
  return { facet: compared, value };
}

const plain = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();
