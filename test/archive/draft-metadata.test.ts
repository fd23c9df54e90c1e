import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftMetadata } from "../../src/archive/index.js";
import { KINDS, LEVELS, RECORDS, SECTORS, type SessionRow } from "../../src/model/index.js";
import { CODES, york } from "./tree.js";

describe("draftMetadata", () => {
  it("writes what was guessed, and a line for every file that no guess names", async () => {
    const { review } = await york({ "a.txt": "x", "b.txt": "x", "=c.txt": "x" });
    const { reviewYaml, sessionsCsv } = await draftMetadata(review, [
      {
        file: "a.txt",
        session: "housing",
        label: "Focus group 1, Housing",
        kind: "focus-group",
        sectors: ["housing", "health"],
      },
    ]);
    expect(sessionsCsv.split("\n")).toEqual([
      "file,session,label,kind,sectors,level,date,record,starts_at,ends_at,interviewers,participants,members,asked,exclude",
      'a.txt,housing,"Focus group 1, Housing",focus-group,housing; health,,,,,,,,,,',
      "'=c.txt,,,,,,,,,,,,,,",
      "b.txt,,,,,,,,,,,,,,",
      "",
    ]);
    expect(reviewYaml).toMatch(/^area: York {2}# /mu);
    expect(reviewYaml).toMatch(/^topic_guide: \[\] {2}# /mu);
  });

  it("reads back as it was written, whatever stands in it", async () => {
    const text = fc
      .oneof(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
        fc.constantFrom(
          "=1+1",
          "'=x",
          "''@y",
          "-rf",
          'a "b", c',
          "# no comment",
          "yes",
          "null",
          "2019",
          "[a]",
          "&x *x",
          "a: b",
        ),
      )
      .map((s) =>
        s
          .normalize("NFC")
          .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufeff;|]/gu, "_")
          .trim(),
      )
      .filter((s) => s !== "");
    const entries = fc.uniqueArray(
      text.map((s) => s.replace(/\s+/gu, " ")),
      { maxLength: 3 },
    );
    const row = fc.record({
      session: text,
      label: fc.option(text, { nil: undefined }),
      kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
      sectors: fc.option(
        fc.constantFrom(...SECTORS).map((s) => [s]),
        { nil: undefined },
      ),
      level: fc.option(fc.constantFrom(...LEVELS), { nil: undefined }),
      date: fc.constantFrom(undefined, "2019-05-14"),
      record: fc.option(fc.constantFrom(...RECORDS), { nil: undefined }),
      startsAt: fc.option(text, { nil: undefined }),
      endsAt: fc.option(text, { nil: undefined }),
      interviewers: entries,
      participants: entries,
      members: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
      asked: fc.constantFrom(undefined, [...CODES].slice(0, 2)),
      exclude: fc.constantFrom(undefined, "consent withdrawn"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { minLength: 1, maxLength: 4, selector: (r) => r.session }),
        text,
        async (guesses, area) => {
          const { review } = await york({ "a.txt": "x" });
          const rows: SessionRow[] = guesses.map((guess) => ({ file: "a.txt", ...guess }));
          const draft = await draftMetadata({ ...review, meta: { ...review.meta, area, topicGuide: ["gangs"] } }, rows);
          const back = await york({ "a.txt": "x", "review.yaml": draft.reviewYaml, "sessions.csv": draft.sessionsCsv });
          expect(back.review.rows).toEqual(rows);
          expect(back.review.meta).toMatchObject({ area, topicGuide: ["gangs"] });
        },
      ),
      { numRuns: 60 },
    );
  });
});
