import { describe, expect, it } from "vitest";
import { sowArchive } from "./archive.js";
import { claimOf, expected, strangers } from "./expect.js";
import { rowsOf, told } from "./rows.js";
import { PLANTED, PRACTICES } from "./sayings.js";

const LONG = process.env.TRIANGULUM_LONG !== undefined;
const SIZE = LONG ? 160 : 64;
const sown = sowArchive(7, SIZE);
const nation = told(rowsOf(sown));

describe(`${SIZE} reviews in which all is understood`, () => {
  it.each(sown.sown.map((one) => [one.planted.name, one] as const))("claims that %s", (_name, one) => {
    const claim = claimOf(nation.summary, one, sown);
    if (claim === undefined) throw new Error(`no claim of ${one.planted.kind} on ${one.planted.code}`);
    const { numerator, denominator, notKnown } = claim.reach;
    expect({ numerator, denominator, notKnown, areas: claim.areas }).toEqual(expected(sown, one, claim));
  });

  it("counts, for every claim, every review once", () => {
    for (const { reach, id } of nation.summary.claims) {
      if (reach.numerator === null || reach.against === null || reach.uncertain === null || reach.silent === null)
        continue;
      const { numerator, against, uncertain, silent, denominator, notKnown, total } = reach;
      expect([id, numerator + against + uncertain + silent]).toEqual([id, denominator]);
      if (notKnown !== null) expect([id, (denominator ?? 0) + notKnown]).toEqual([id, total]);
    }
  });

  it("claims nothing at strength 40 or more that was not planted", () => {
    expect(strangers(nation.summary, sown)).toEqual([]);
  });

  it("tells of every planted practice by theme, place and status", () => {
    const entries = sown.practices.map(({ practice, review }) => {
      const entry = nation.summary.practices.find(
        ({ place, codes }) => place === review.area && codes.includes(practice.code),
      );
      return [practice.code, entry?.heading.split("/").at(-1), entry?.description];
    });
    expect(entries).toEqual(PRACTICES.map(({ code, heading, saying }) => [code, heading, saying]));
  });

  it("traces every claim to mentions of the reviews that it counts", () => {
    const rows = [...nation.trace()];
    const mentions = new Map(rowsOf(sown).flatMap((review) => review.mentions.map((each) => [each.id, each] as const)));
    for (const claim of nation.summary.claims.filter(({ kind }) => kind !== "silence")) {
      const own = rows.filter((row) => row.claim === claim.id && row.side === "for");
      if (claim.reach.numerator === null) continue;
      expect([claim.id, new Set(own.map(({ review }) => review)).size]).toEqual([claim.id, claim.reach.numerator]);
      expect(own.every((row) => mentions.get(row.mention)?.session === row.session)).toBe(true);
    }
  });
});

describe("archives in which nothing is planted", () => {
  it.each(Array.from({ length: LONG ? 200 : 10 }, (_, i) => i + 1))("claim nothing (seed %i)", (seed) => {
    const { summary } = told(rowsOf(sowArchive(seed, SIZE, [])));
    expect(summary.claims.length).toBeGreaterThan(0);
    expect(summary.claims.filter(({ strength }) => strength >= summary.claimed).map(({ title }) => title)).toEqual([]);
  });
});

describe("a summary", () => {
  it("is the same whatever the order of reviews", () => {
    const reviews = rowsOf(sown);
    expect(JSON.stringify(told([...reviews].reverse()).summary)).toBe(JSON.stringify(nation.summary));
  });

  it("takes in the regions and dates that it is asked for, and lists the rest as left out", () => {
    const { summary } = told(rowsOf(sown), { regions: ["south west"], since: "2019" });
    expect(new Set(summary.reviews.map(({ region }) => region))).toEqual(new Set(["South West"]));
    expect(summary.reviews.every(({ date }) => date >= "2019")).toBe(true);
    const left = summary.excluded.filter(({ why }) => why === "outside the filter");
    expect(summary.reviews.length + left.length).toBe(SIZE);
    const { summary: june } = told(rowsOf(sown), { until: "2018-05" });
    expect(june.reviews.at(-1)?.date.slice(0, 7)).toBe("2018-05");
  });

  it("says what became of claims since an earlier one", () => {
    const { summary: earlier } = told(rowsOf(sown), { until: "2018-12", name: "The first year" });
    const { summary } = told(rowsOf(sown), { earlier });
    const changes = new Map(summary.comparison?.changes.map((change) => [change.title, change]));
    expect(summary.comparison?.with).toBe("The first year");
    expect(changes.get("Heard more since the first quarter of 2019: firearms")).toMatchObject({
      change: "new",
      before: null,
    });
    const cuckooing = changes.get("Cuckooing");
    expect(cuckooing?.before?.denominator).toBeLessThan(cuckooing?.after?.denominator ?? 0);
  });

  it("plants half of its claims in people's own words", () => {
    const half = PLANTED.filter(({ said }) => said === "paraphrase").length;
    expect(Math.abs(2 * half - PLANTED.length)).toBeLessThanOrEqual(1);
  });
});
