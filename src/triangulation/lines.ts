import type { CodedLine, Line, LineSighting, Mention, ReviewMeta } from "../model/index.js";
import { byCodeUnits, groupBy, keyOf } from "./order.js";

/**
 * A line as one mention tells it. An importer that the sentence does not name is the review's own area. Only present
 * and current evidence is counted; what is denied, supposed or past keeps its mark outside the count.
 */
export function sighting(
  meta: Pick<ReviewMeta, "area">,
  line: Pick<CodedLine, "exporter" | "importer">,
  mention: Mention,
): LineSighting {
  const { review, session, id, assertion, temporality, evidence } = mention;
  return {
    review,
    session,
    mention: id,
    exporter: line.exporter,
    importer: line.importer || meta.area,
    counted: evidence && assertion === "present" && temporality === "current",
    assertion,
    temporality,
  };
}

/**
 * The edges of the map: counted sightings of any number of reviews, by exporter and importer, sorted by both. Counted by
 * session and by review, never by person; a mention counts once however often it was sighted. A place that exports to
 * itself is no edge.
 */
export function lines(sightings: readonly LineSighting[]): Line[] {
  const counted = sightings.filter(({ counted, exporter, importer }) => counted && exporter !== importer);
  return [...groupBy(counted, ({ exporter, importer }) => keyOf(exporter, importer)).values()]
    .map((edge) => {
      const { exporter, importer } = edge[0] as LineSighting;
      return {
        exporter,
        importer,
        reviews: [...new Set(edge.map(({ review }) => review))].sort(byCodeUnits),
        sessions: new Set(edge.map(({ review, session }) => keyOf(review, session))).size,
        mentions: new Set(edge.map(({ mention }) => mention)).size,
      };
    })
    .sort((a, b) => byCodeUnits(a.exporter, b.exporter) || byCodeUnits(a.importer, b.importer));
}
