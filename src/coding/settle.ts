import type { CodedMention, Facets, Kind } from "../model/index.js";

/**
 * What only the review can know of a mention: a place named in it may be the area itself (then the mention is local), and in an interview one
 * voice stands behind everything. Applied when a document is joined to its session, so that metadata never recodes a document.
 */
export function settleFacets(
  mention: Pick<CodedMention, "facets" | "cues">,
  context: { kind: Kind; area: ReadonlySet<string> },
): Facets {
  const facets = { ...mention.facets };
  const place = mention.cues.find((cue) => cue.outcome === "decided" && cue.cue.startsWith("place:"));
  if (place && context.area.has(place.cue.slice("place:".length).toLowerCase())) facets.locus = "local";
  if (context.kind === "interview" && facets.support === "unstated") facets.support = "one";
  return facets;
}
