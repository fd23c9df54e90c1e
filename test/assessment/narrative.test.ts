import { describe, expect, test } from "vitest";
import type { Mention } from "../../src/model/index.js";
import { assessed, RULES, review, rows } from "./draft.js";

type Given = Parameters<typeof assessed>[0];
const account = (given: Given, principle: string, cohort: string) =>
  assessed(given)
    .assessment.principles.find((one) => one.principle === principle)!
    .cohorts.find((one) => one.cohort === cohort)!;
const LONG = "that is what the room told us again and again";

describe("the account of a principle", () => {
  const reviews = [
    review(
      "east-1",
      { cohort: "2020", verbatim: true },
      `s1 multi-agency-working strength | We meet every week and it works, ${LONG}.`,
      `s2 multi-agency-working strength rising | The partnership is stronger than it was, ${LONG}.`,
      `s2 silos-duplication barrier rising | The silos are higher than ever, ${LONG}.`,
    ),
    review("west-1", { cohort: "2022" }, `s1 multi-agency-working gap | Nobody from health comes, ${LONG}.`),
  ];

  test("tells each cohort apart, with counts and the course", () => {
    const east = account({ reviews }, "multi-agency", "2020");
    expect(east.improved).toEqual([
      "Testimony names strengths around multi-agency working (two passages in two sessions).",
      "It speaks of better courses for multi-agency working (one passage in one session).",
    ]);
    // A rise is no good thing of every code.
    expect(east.remains).toEqual([
      "Testimony names barriers, gaps or needs around silos and duplication (one passage in one session).",
      "It speaks of worse courses for silos and duplication (one passage in one session).",
    ]);
    const west = account({ reviews }, "multi-agency", "2022");
    expect([west.strong, west.weak.map(({ review: id }) => id)]).toEqual([[], ["west-1"]]);
  });

  test("says where there is nothing to tell from", () => {
    expect(account({ reviews }, "communities", "2022").notTold).toEqual([
      "No survey asks Cohort 2022 about this principle.",
      "No session of Cohort 2022 gives evidence on this principle.",
    ]);
  });

  test("a harm is better when it falls", () => {
    const gangs = [review("a", { cohort: "2020" }, "s1 gangs falling", "s1 knife-crime rising")];
    const told = account({ reviews: gangs }, "mapping", "2020");
    expect([told.improved, told.remains]).toEqual([
      ["It speaks of better courses for gangs (one passage in one session)."],
      ["It speaks of worse courses for knives and other weapons (one passage in one session)."],
    ]);
  });
});

describe("what the survey tells of a principle", () => {
  const survey = rows(
    "2020 | collaboration | Health | attends | entry | 2/9",
    "2020 | collaboration | Health | attends | 2021 | 5/9",
    "2020 | collaboration | Housing | attends | entry | 8/9",
    "2020 | collaboration | Housing | attends | 2021 | 5/9",
    "2020 | collaboration | Probation | attends | entry | 3",
    "2020 | collaboration | Probation | attends | 2021 | 8/9",
    "2020 | collaboration | Faith groups | attends | 2021 | 1/9",
    "2020 | collaboration | Police | attends | 2021 | 8/9",
    "2020 | collaboration | Police | attends | 2021 | 9/9",
  );
  const told = account({ survey }, "multi-agency", "2020");

  test("better and worse, with both readings and what can be said", () => {
    expect(told.overview).toEqual([
      "Two survey items have a rate in both waves: one points to better, one to worse, none neither way.",
    ]);
    expect(told.improved).toEqual([
      "Most above entry: Health, attends: two of nine areas, then five of nine areas (could be chance).",
    ]);
    expect(told.remains).toEqual([
      "Below entry: Housing, attends: eight of nine areas, then five of nine areas (could be chance).",
      "Reported by fewer than half of the areas since: Faith groups, attends: one of nine areas.",
    ]);
  });

  test("what gives no rate, stands in one wave, or is stated in two ways is no change", () => {
    expect(told.notTold).toEqual([
      "Stated in two ways, and so not compared: Police, attends.",
      "One item gives counts without a base in one wave or both, of which no rate can be formed: Probation, attends: three areas, no base, then eight of nine areas.",
      "One item stands in one wave only, so a change cannot be told.",
      "No session of Cohort 2020 gives evidence on this principle.",
    ]);
  });
});

describe("counts against testimony", () => {
  const survey = (entry: string, later: string) =>
    rows(
      `2020 | collaboration | Health | attends | entry | ${entry}`,
      `2020 | collaboration | Health | attends | 2021 | ${later}`,
    );
  const says = (...facets: string[]) => [
    review(
      "a",
      { cohort: "2020" },
      ...facets.map((facet, i) => `s${i} health-services ${facet} | Of health we say this, ${LONG}, ${i}.`),
    ),
  ];
  const conflicts = (given: Given) =>
    account(given, "multi-agency", "2020").conflicts.map(({ statement, quotes }) => `${statement} ${quotes.length}`);

  test.each<[string, Given, string[]]>([
    [
      "better, but faulted",
      { survey: survey("2/9", "5/9"), reviews: says("gap", "barrier") },
      [
        "On health services the survey points to better or full (Health, attends: two of nine areas, then five of nine areas (could be chance)), but testimony finds fault: two weak passages against none strong. 1",
      ],
    ],
    [
      "worse, but praised",
      { survey: survey("5/9", "2/9"), reviews: says("strength", "strength") },
      [
        "On health services the survey points to worse (Health, attends: five of nine areas, then two of nine areas (could be chance)), but testimony praises: two strong passages against none weak. 1",
      ],
    ],
    [
      "full as before, but faulted",
      { survey: survey("9/9", "9/9"), reviews: says("gap", "gap") },
      [
        "On health services the survey points to better or full (Health, attends: all nine areas, then all nine areas (unchanged)), but testimony finds fault: two weak passages against none strong. 1",
      ],
    ],
    [
      "items that point both ways conflict with nothing",
      {
        survey: [
          ...survey("2/9", "5/9"),
          ...rows(
            "2020 | collaboration | CCG | attends | entry | 5/9",
            "2020 | collaboration | CCG | attends | 2021 | 2/9",
          ),
        ],
        reviews: says("gap", "gap"),
      },
      [],
    ],
    ["both better", { survey: survey("2/9", "5/9"), reviews: says("strength", "strength") }, []],
    ["one voice is no conflict", { survey: survey("2/9", "5/9"), reviews: says("gap") }, []],
    [
      "voices that are divided conflict with nothing",
      { survey: survey("2/9", "5/9"), reviews: says("gap", "gap", "gap", "strength", "strength") },
      [],
    ],
    ["nothing counted", { reviews: says("gap", "gap") }, []],
    [
      "another cohort's count is another matter",
      { survey: survey("2/9", "5/9").map((row) => ({ ...row, cohort: "2022" })), reviews: says("gap", "gap") },
      [],
    ],
  ])("%s", (_, given, expected) => {
    expect(conflicts(given)).toEqual(expected);
  });
});

describe("quotes", () => {
  const all = (given: Given) =>
    assessed(given).assessment.principles.flatMap(({ cohorts }) =>
      cohorts.flatMap(({ strong, weak, conflicts }) => [
        ...strong,
        ...weak,
        ...conflicts.flatMap(({ quotes }) => quotes),
      ]),
    );

  test("none stands twice, in whatever principle, cohort or conflict", () => {
    const line = (session: string, code: string, facet: string, n: number) =>
      `${session} ${code} ${facet} | The ${facet} here is number ${n}, ${LONG}.`;
    const reviews = ["2020", "2022"].map((cohort) =>
      review(
        `r-${cohort}`,
        { cohort },
        ...[1, 2, 3].flatMap((n) =>
          ["multi-agency-working", "leadership-governance", "health-services", "safeguarding"].flatMap((code) => [
            line("s1", code, "strength", n),
            line("s2", code, "gap", n + 10),
          ]),
        ),
      ),
    );
    const survey = rows(
      "2020 | collaboration | Health | attends | entry | 2/9",
      "2020 | collaboration | Health | attends | 2021 | 5/9",
    );
    const quotes = all({ reviews, survey }).map(({ quote }) => quote);
    expect(quotes.length).toBeGreaterThan(4);
    expect(new Set(quotes).size).toBe(quotes.length);
  });

  test.each([
    [
      "a sentence that praises one principle and faults another",
      ["s1 multi-agency-working strength", "s1 data-intelligence gap"],
      `We work well together without any data, ${LONG}.`,
    ],
    [
      "a lead-in",
      ["s1 multi-agency-working strength"],
      `One area put the strength of its partnership, ${LONG}, like this:`,
    ],
    ["a question", ["s1 multi-agency-working strength"], `Is the partnership strong and does it work, ${LONG}?”`],
    ["a scrap", ["s1 multi-agency-working strength"], "Works well."],
    ["a speech", ["s1 multi-agency-working strength"], `${"and it works well ".repeat(30)}.`],
  ])("%s is quoted nowhere", (_, heads, quote) => {
    expect(all({ reviews: [review("a", { cohort: "2020" }, ...heads.map((head) => `${head} | ${quote}`))] })).toEqual(
      [],
    );
  });

  test("a quote of a conflict judges the code that is in conflict, not another that its sentence names too", () => {
    const both = `Health comes to every meeting and housing never does, ${LONG}.`;
    const fault = `What is missing is anybody from health at the table, ${LONG}.`;
    const given = {
      survey: rows(
        "2020 | collaboration | Health | attends | entry | 2/9",
        "2020 | collaboration | Health | attends | 2021 | 5/9",
      ),
      reviews: [
        review(
          "a",
          { cohort: "2020" },
          `s1 health-services | ${both}`,
          `s1 housing-services barrier | ${both}`,
          `s2 health-services gap | ${fault}`,
          `s3 health-services gap | And nobody from health ever rings us back, ${LONG}.`,
        ),
      ],
    };
    const quotes = account(given, "multi-agency", "2020").conflicts.flatMap((one) => one.quotes);
    expect(quotes.map(({ quote }) => quote)).toEqual([fault]);
  });

  test("a judgement beside the code's words comes before one that stands far from them, and before none", () => {
    const given = review(
      "a",
      { cohort: "2020" },
      ...["none", "far", "near"].map(
        (name, i) => `s${i} multi-agency-working strength | The ${name} one of our partnership, ${LONG}.`,
      ),
    );
    const at = [undefined, 200, 5];
    const mentions = given.mentions.map((mention, i): Mention => {
      const start = at[i];
      if (start === undefined) return mention;
      const cue = { cue: "works", facet: "appraisal", value: "strength", outcome: "decided" as const };
      return {
        ...mention,
        cues: [{ ...cue, start: mention.end + start, end: mention.end + start + 5, from: 0, to: 300 }],
      };
    });
    const { strong } = account({ reviews: [{ ...given, mentions }] }, "multi-agency", "2020");
    expect(strong.map(({ session }) => session)).toEqual(["s2", "s0"]);
  });

  test("voices come before sentences that restate counts, and each session before any speaks twice", () => {
    const reviews = [
      review(
        "a",
        { cohort: "2020", verbatim: true },
        `s1 multi-agency-working strength | Eight out of nine have a strong partnership, ${LONG}.`,
        `s2 multi-agency-working strength | Ours is a strong partnership, ${LONG}.`,
        `s2 multi-agency-working strength | And we are proud of our partnership, ${LONG}.`,
      ),
    ];
    const { strong } = account({ reviews }, "multi-agency", "2020");
    expect(strong.map(({ session }) => session)).toEqual(["s2", "s1"]);
    expect(RULES.narrative.quotes).toBe(2);
  });
});
