import type { Place } from "../model/index.js";

/** What stands for a region that nobody named and the gazetteer does not know. */
export const NO_REGION = "region not known";

/** Gives the region of a place: the region above it in the gazetteer, a country that has none below it (Wales), else `NO_REGION`. */
export type RegionOf = (place: string) => string;

/** Names are found as the gazetteer spells them or in any of its other spellings, whatever their case. */
export function regionFinder(places: readonly Place[]): RegionOf {
  const known = new Map<string, Place>();
  // A spelling that several places share stands for the first, as it does for the coder.
  for (const place of places) for (const name of [place.name, ...place.also]) take(known, name, place);
  return (name) => {
    let place = known.get(name.trim().toLowerCase());
    for (let steps = 0; place !== undefined && steps < 12; steps++) {
      if (place.kind === "region" || place.kind === "country") return place.name;
      place = place.within === undefined ? undefined : known.get(place.within.toLowerCase());
    }
    return NO_REGION;
  };
}

function take(known: Map<string, Place>, name: string, place: Place): void {
  const key = name.toLowerCase();
  if (!known.has(key)) known.set(key, place);
}

/** Region of a review: as review.yaml says, in the gazetteer's spelling where it knows it, else that of its area. */
export function regionOfReview(meta: { readonly area: string; readonly region: string }, regionOf: RegionOf): string {
  const said = meta.region.trim();
  if (said === "") return regionOf(meta.area);
  const known = regionOf(said);
  return known === NO_REGION ? said : known;
}
