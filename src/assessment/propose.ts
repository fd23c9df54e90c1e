import type { SiftArea } from "../model/index.js";
import { seededRandom, shuffle } from "../statistics/index.js";
import { groupBy, plain } from "./names.js";
import { overall } from "./sift.js";

/**
 * Proposes areas for study in depth: as even over cohorts as may be, then over stronger, middling and weaker areas of each, then over
 * regions; what is left open the seed settles. Each proposed area has a substitute of its cohort with the same standing and the nearest
 * balance, for areas may decline. An area without evidence cannot be scored and is not proposed. The same matrix and seed give the same areas.
 */
export function propose(matrix: readonly SiftArea[], most: number, seed: number): SiftArea[] {
  const random = seededRandom(seed);
  const open = shuffle(
    matrix.filter(({ standing }) => standing !== ""),
    random,
  );
  const cohorts = shuffle([...groupBy(open, ({ cohort }) => plain(cohort)).keys()].sort(), random);
  const chosen: SiftArea[] = [];
  const regions = new Map<string, number>();
  while (chosen.length < most && open.length > 0) {
    const counts = (cohort: string) => chosen.filter((area) => plain(area.cohort) === cohort);
    const left = cohorts.filter((cohort) => open.some((area) => plain(area.cohort) === cohort));
    const cohort = least(left, (one) => [counts(one).length]);
    if (cohort === undefined) break;
    const own = counts(cohort);
    const next = least(
      open.filter((area) => plain(area.cohort) === cohort),
      ({ standing, region }) => [
        own.filter((area) => area.standing === standing).length,
        region === "" ? 0 : (regions.get(plain(region)) ?? 0),
      ],
    );
    if (next === undefined) break;
    open.splice(open.indexOf(next), 1);
    chosen.push(next);
    regions.set(plain(next.region), (regions.get(plain(next.region)) ?? 0) + 1);
  }
  const insteadOf = new Map<SiftArea, string>();
  for (const area of chosen) {
    const balance = overall(area).balance ?? 0;
    const substitute = least(
      open.filter((other) => plain(other.cohort) === plain(area.cohort) && !insteadOf.has(other)),
      (other) => [
        other.standing === area.standing ? 0 : 1,
        Math.abs((overall(other).balance ?? 0) - balance),
        plain(other.region) === plain(area.region) ? 0 : 1,
      ],
    );
    if (substitute) insteadOf.set(substitute, area.area);
  }
  return matrix.map((area) => ({
    ...area,
    proposal: chosen.includes(area) ? "proposed" : insteadOf.has(area) ? "substitute" : "",
    insteadOf: insteadOf.get(area) ?? "",
  }));
}

/** The first item whose key is least, compared place by place. */
function least<T>(items: readonly T[], key: (item: T) => readonly number[]): T | undefined {
  let best: { item: T; key: readonly number[] } | undefined;
  for (const item of items) {
    const own = key(item);
    const order = best === undefined ? -1 : own.map((n, at) => n - best!.key[at]!).find((n) => n !== 0);
    if (order !== undefined && order < 0) best = { item, key: own };
  }
  return best?.item;
}
