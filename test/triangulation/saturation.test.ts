import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mention, Session } from "../../src/model/index.js";
import { saturation } from "../../src/triangulation/index.js";
import { aMention, aSession } from "./talk.js";

/** Sessions that bring this many new codes each, and repeat the first code. */
function bringing(...fresh: number[]): { sessions: Session[]; mentions: Mention[] } {
  let next = 0;
  const sessions = fresh.map((_, i) => aSession(`police/${i + 1}`, { order: i }));
  const mentions = fresh.flatMap((count, i) => {
    const id = sessions[i]!.id;
    const repeated = next > 0 ? [aMention(id, "code-0")] : [];
    return [...repeated, ...Array.from({ length: count }, () => aMention(id, `code-${next++}`))];
  });
  return { sessions, mentions };
}

function check(fresh: number[], reachedAt: string, ratio: number | undefined) {
  const { sessions, mentions } = bringing(...fresh);
  const found = saturation(sessions, mentions);
  expect(found.reachedAt).toBe(reachedAt);
  if (ratio === undefined) expect(found.ratio).toBeUndefined();
  else expect(found.ratio).toBeCloseTo(ratio, 4);
  return found;
}

describe("saturation", () => {
  test("twelve sessions, base 30: reached at 9-10", () => {
    expect(check([12, 8, 6, 4, 4, 3, 2, 1, 1, 0, 1, 0], "9-10", 0.0333)).toMatchObject({
      review: "northshire",
      sessions: 12,
      codes: 42,
    });
  });

  // The course of the same example: each run alone decides when the sessions stop there.
  test.each([
    [6, 0.2333],
    [7, 0.1667],
    [8, 0.1],
    [9, 0.0667],
  ])("after %i sessions not yet: ratio %f of the last run", (sessions, ratio) => {
    check([12, 8, 6, 4, 4, 3, 2, 1, 1, 0, 1, 0].slice(0, sessions), "", ratio);
  });

  test("exactly 5 % is reached", () => {
    check([10, 10, 0, 0, 1, 0], "5-6", 0.05);
    check([10, 9, 0, 0, 1, 0], "", 1 / 19);
  });

  test("under six sessions it is not assessed", () => {
    const found = check([5, 0, 0, 0, 0], "", undefined);
    expect(found.note).toContain("Not assessed: fewer than 6 sessions");
    expect(found.medianReachedAt).toBeUndefined();
    expect(saturation([], [])).toMatchObject({ review: "", sessions: 0, codes: 0 });
  });

  test("without a code in the base it is not assessed", () => {
    expect(check([0, 0, 0, 0, 3, 0], "", undefined).note).toContain("no code in the first 4 sessions");
  });

  test("always says what a fixed codebook measures", () => {
    for (const fresh of [[1], [10, 10, 0, 0, 1, 0]])
      expect(check(fresh, fresh.length > 1 ? "5-6" : "", fresh.length > 1 ? 0.05 : undefined).note).toContain(
        "exhausted",
      );
  });

  test("only evidence brings a code", () => {
    const { sessions, mentions } = bringing(10, 10, 0, 0, 0, 0);
    const advice = Array.from({ length: 9 }, (_, i) => aMention("police/6", `advice-${i}`, { evidence: false }));
    expect(saturation(sessions, [...mentions, ...advice])).toEqual(saturation(sessions, mentions));
  });

  test("the median over shuffles: reached at once where all say the same, never where all say something new", () => {
    expect(check([3, 0, 0, 0, 0, 0, 0], "5-6", 0).medianReachedAt).toBe(6);
    expect(check([3, 3, 3, 3, 3, 3, 3, 3], "", 0.5).medianReachedAt).toBeUndefined();
  });

  test("the order of input never matters; the order of sessions does", () => {
    const { sessions, mentions } = bringing(12, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0);
    const expected = saturation(sessions, mentions);
    expect(expected.medianReachedAt).toBe(6);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(sessions, { minLength: sessions.length }),
        fc.shuffledSubarray(mentions, { minLength: mentions.length }),
        (shuffled, talk) => {
          expect(saturation(shuffled, talk)).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
    const later = sessions.map((session) => ({ ...session, order: (session.order + 4) % 12 }));
    expect([expected.reachedAt, saturation(later, mentions).reachedAt]).toEqual(["5-6", "6-7"]);
  });
});
