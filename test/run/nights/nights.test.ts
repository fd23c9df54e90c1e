import { expect, it } from "vitest";
import { type Cost, simulate } from "./simulate.js";

const LONG = process.env.TRIANGULUM_LONG !== undefined;
/** Two hundred nights over forty reviews in the long run; a fortnight over a handful otherwise. */
const nights = LONG ? { nights: 200, reviews: 40, seed: 5, every: 10 } : { nights: 8, reviews: 4, seed: 5, every: 4 };

it("night after night, documents come, change, move and go: what was not touched is not made again, and the bytes are those of a full run", {
  timeout: 3 * 3_600_000,
}, async () => {
  const costs: Cost[] = [];
  for await (const cost of simulate(nights)) {
    costs.push(cost);
    if (LONG) console.log(told(cost));
  }
  if (LONG) console.log(JSON.stringify(summed(costs)));

  const compared = costs.filter((cost) => cost.compared);
  expect(compared.length).toBe(nights.nights / nights.every);
  for (const { night, deeds, compared: held } of compared)
    expect(held?.differing, `night ${night}: ${deeds}`).toEqual([]);

  for (const [index, { night, deeds, touched, made, reviewsWritten }] of costs.entries()) {
    if (index === 0) continue;
    // What was made was touched, but for the one review that an analyst decided on after the night before.
    const unasked = made.filter((review) => !touched.includes(review));
    expect(unasked.length, `night ${night} made ${unasked} for ${deeds}`).toBeLessThanOrEqual(
      costs[index - 1]?.compared ? 1 : 0,
    );
    expect([...reviewsWritten].sort()).toEqual([...made].sort());
  }
  // The bytes of reviews go with the reviews that were made; those of quiet nights are none.
  const first = costs[0]!;
  const each = first.written.ofReviews / first.reviews;
  for (const { made, written, night } of costs.slice(1))
    expect(written.ofReviews, `night ${night}`).toBeLessThanOrEqual(made.length * each * 4);
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
