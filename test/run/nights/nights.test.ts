import { expect, it } from "vitest";
import { type Cost, simulate } from "./simulate.js";

const LONG = process.env.TRIANGULUM_LONG !== undefined;
/** Two hundred nights over forty reviews in the long run; a fortnight over a handful otherwise. */
const nights = LONG ? { nights: 200, reviews: 40, seed: 5, every: 10 } : { nights: 8, reviews: 4, seed: 5, every: 4 };

it("night after night, documents come, change, move and go: what was not touched is not made again, and the bytes are those of a full run", {
  timeout: 3 * 3_600_000,
}, async () => {
  const costs: Cost[] = [];
  let decided: string[] = [];
  for await (const cost of simulate(nights)) {
    const { night, touched, made, reviewsWritten } = cost;
    expect(cost.compared?.differing ?? [], `night ${night}: ${cost.deeds}`).toEqual([]);
    if (night > 0) {
      // Whatever was made was touched, but for the review that an analyst decided on; a review that a change does not reach may stand.
      const unasked = made.filter((review) => !touched.includes(review));
      expect(unasked.length, `night ${night} made ${unasked} for ${cost.deeds}`).toBeLessThanOrEqual(decided.length);
      expect([...reviewsWritten].sort()).toEqual([...made].sort());
    }
    decided = cost.compared ? [night.toString()] : [];
    costs.push(cost);
    if (LONG) console.log(told(cost));
  }
  expect(costs.filter(({ compared }) => compared).length).toBe(nights.nights / nights.every);
  const quiet = costs.slice(1).filter(({ made }) => made.length === 0);
  for (const { written } of quiet) expect(written.ofReviews).toBe(0);
  // Bytes of reviews go with the reviews that were made: no night writes more for one than the first night's dearest, with what it grew by.
  const first = costs[0]!;
  const each = first.written.ofReviews / first.reviews;
  for (const { made, written, night } of costs.slice(1))
    expect(written.ofReviews, `night ${night}`).toBeLessThanOrEqual(made.length * each * 4);
  if (LONG) console.log(JSON.stringify(summed(costs)));
});

function told({ night, deeds, reviews, made, documents, coded, written, seconds, compared }: Cost): string {
  return `night ${night}: ${deeds.join(", ") || "quiet"}; made ${made.length} of ${reviews} reviews, coded ${coded} of ${documents}; ${seconds.toFixed(2)} s; bytes ${JSON.stringify(written)}${compared ? `; full run ${compared.seconds.toFixed(1)} s, ${compared.differing.length} files differ` : ""}`;
}

/** Means by how many reviews were made, and of full runs. */
function summed(costs: readonly Cost[]): Record<string, unknown> {
  const mean = (rows: readonly number[]): number =>
    Math.round((100 * rows.reduce((a, b) => a + b, 0)) / rows.length) / 100;
  const groups = new Map<number, Cost[]>();
  for (const cost of costs.slice(1)) groups.set(cost.made.length, [...(groups.get(cost.made.length) ?? []), cost]);
  return Object.fromEntries([
    ...[...groups]
      .sort(([a], [b]) => a - b)
      .map(([made, rows]) => [
        `${made} made`,
        {
          nights: rows.length,
          seconds: mean(rows.map(({ seconds }) => seconds)),
          ofReviews: mean(rows.map(({ written }) => written.ofReviews)),
          ofAll: mean(rows.map(({ written }) => written.ofAll)),
          cache: mean(rows.map(({ written }) => written.cache)),
        },
      ]),
    ["full", mean(costs.flatMap(({ compared }) => (compared ? [compared.seconds] : [])))],
  ]);
}
