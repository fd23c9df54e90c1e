import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  APPRAISALS,
  LEVELS,
  type Level,
  type Session,
  STANCES,
  type Stance,
  TRENDS,
  type Verdict,
} from "../../src/model/index.js";
import { largestIndependent, verdicts } from "../../src/triangulation/index.js";
import { aMention, aSession, facets } from "./talk.js";

const CODE = "cuckooing";

/**
 * A review on one line: `police:affirms housing/2:denies(rising,strength) csc+vcs:silent`. A session's id names its
 * sectors, and a slash parts it from others of the same; a level may stand among the brackets.
 */
function review(picture: string): { sessions: Session[]; stances: Stance[] } {
  const voices = picture.split(" ").map((voice) => {
    const [, id, stance, inBrackets] = /^([^:]+):([a-z]+)(?:\(([^)]*)\))?$/.exec(voice)!;
    const words = inBrackets?.split(",") ?? [];
    const among = <T extends string>(list: readonly string[], otherwise: T) =>
      (words.find((word) => list.includes(word)) as T | undefined) ?? otherwise;
    const session = aSession(id!, { level: among<Level>(LEVELS, "practitioner") });
    const row: Stance = {
      review: session.review,
      session: session.id,
      code: CODE,
      stance: STANCES.find((name) => name === stance)!,
      p: 0,
      a: 0,
      mentions: stance === "silent" ? 0 : 2,
      trend: words.includes("mixed-trend") ? "mixed" : among([...TRENDS], "none"),
      appraisal: words.includes("mixed-appraisal") ? "mixed" : among([...APPRAISALS], "none"),
      asked: words.includes("asked") ? "yes" : words.includes("unasked") ? "no" : "not known",
      best: "",
    };
    expect(row.stance).toBeDefined();
    return { session, stance: row };
  });
  return { sessions: voices.map(({ session }) => session), stances: voices.map(({ stance }) => stance) };
}

function verdictOn(picture: string, expectedSectors: Session["sectors"] = []): Verdict {
  const { sessions, stances } = review(picture);
  return verdicts(sessions, stances, [], [{ id: CODE, expectedSectors }])[0]!;
}

describe("the first rule that fits", () => {
  test.each([
    ["police:silent housing:silent", "not raised", "no session speaks of it"],

    ["police:affirms housing:denies", "dissonance", "police affirms, housing denies"],
    [
      "police:affirms health:affirms housing:denies fire:denies",
      "dissonance",
      "health and police affirm, fire and housing deny",
    ],
    ["police/1:affirms police/2:denies", "dissonance", "police/1 affirms, police/2 denies"],
    ["unknown:affirms police:denies", "dissonance", "police denies"],
    [
      "police:affirms(rising) housing:affirms(falling)",
      "dissonance",
      "among the sessions that affirm, police says it is rising or emerging and housing says it is falling",
    ],
    ["police:affirms(emerging) police/2:affirms(falling)", "dissonance", "police/2 says it is falling"],

    ["police:affirms housing:silent", "silence", "only police speaks of it"],
    ["police:uncertain housing:silent", "silence", "only police speaks of it"],
    ["unknown:affirms housing:silent", "silence", "only unknown speaks of it"],
    [
      "police/1:affirms police/2:affirms housing:silent",
      "silence",
      "all sessions that speak (police/1 and police/2) share one sector, police",
    ],
    ["police:affirms police+housing:mixed health:silent", "silence", "share one sector, police"],
    ["police:uncertain police/2:uncertain", "silence", "share one sector, police"],

    ["police:affirms housing:uncertain", "unclear", "only police takes a stance"],
    ["police:uncertain housing:uncertain", "unclear", "no session takes a stance; housing and police are uncertain"],
    [
      "police+housing:affirms housing+health:affirms health+police:affirms",
      "unclear",
      "no two of them are independent",
    ],
    [
      "police:affirms unknown:affirms",
      "unclear",
      "police and unknown take a stance, but no two of them are independent",
    ],
    ["police:affirms police+unknown:affirms fire:uncertain", "unclear", "no two of them are independent"],
    ["unknown/1:affirms unknown/2:affirms", "unclear", "no two of them are independent"],

    ["police:affirms housing:mixed", "partial agreement", "housing is mixed"],
    ["police:mixed housing:mixed", "partial agreement", "housing and police are mixed"],
    ["police:denies housing:mixed", "partial agreement", "housing is mixed"],
    [
      "police:affirms(rising) housing:affirms(stable)",
      "partial agreement",
      "stated trends differ: stable in housing, rising in police",
    ],
    ["police:affirms(rising) housing:affirms(emerging)", "partial agreement", "stated trends differ"],
    ["police:denies(rising) housing:denies(falling)", "partial agreement", "stated trends differ"],
    [
      "police:affirms(strength) housing:affirms(barrier)",
      "partial agreement",
      "appraisals differ: strength in police, barrier in housing",
    ],
    ["police:affirms(strength) housing:affirms(gap)", "partial agreement", "gap in housing"],
    ["police:affirms(strength) housing:affirms(concern)", "partial agreement", "concern in housing"],
    ["police:mixed(rising) housing:affirms(stable)", "partial agreement", "police is mixed; stated trends differ"],

    [
      "police:affirms housing:affirms",
      "agreement",
      "housing and police affirm; 2 of them are independent of one another",
    ],
    ["police:denies housing:denies", "agreement", "housing and police deny; 2 of them are independent"],
    ["police:affirms police/2:affirms housing:affirms", "agreement", "housing, police and police/2 affirm; 2 of them"],
    ["police:affirms(rising) housing:affirms", "agreement", "affirm"],
    ["police:affirms(rising) housing:affirms(mixed-trend)", "agreement", "affirm"],
    ["police:affirms(strength) housing:affirms(need)", "agreement", "affirm"],
    ["police:affirms(strength) housing:affirms(mixed-appraisal)", "agreement", "affirm"],
    ["police:affirms(barrier) housing:affirms(gap)", "agreement", "affirm"],
    ["police:affirms housing:affirms health:uncertain(falling,strength) fire:silent", "agreement", "affirm"],
  ])("%s -> %s", (picture, verdict, rule) => {
    const found = verdictOn(picture);
    expect(found.verdict).toBe(verdict);
    expect(found.rule).toContain(rule);
  });
});

describe("beside the verdict", () => {
  test("who says what, sorted", () => {
    const found = verdictOn(
      "police:affirms housing:denies(asked) fire:affirms health:mixed(unasked) csc:uncertain vcs:silent(asked)",
    );
    expect(found).toMatchObject({
      affirms: ["fire", "police"],
      denies: ["housing"],
      mixed: ["health"],
      uncertain: ["csc"],
      silent: ["vcs"],
      asked: ["housing", "vcs"],
      notAsked: ["health"],
      askedNotKnown: ["csc", "fire", "police"],
      sectorsFor: ["police", "fire"],
      sectorsAgainst: ["housing"],
    });
  });

  test("prevalence three ways, each with its total", () => {
    expect(
      verdictOn("police:affirms police/2:affirms police+housing:affirms housing:uncertain unknown:affirms fire:silent"),
    ).toMatchObject({
      mentions: 10,
      sessions: 5,
      sessionsTotal: 6,
      independent: 2,
      independentTotal: 3,
      independentFor: 1,
    });
  });

  test.each([
    ["silent and taking part", "police:affirms housing:silent", "police;housing;health", "housing"],
    ["one session of the sector speaks", "housing/1:silent housing/2:uncertain police:affirms", "housing", ""],
    ["a joint session speaks for its sectors", "police+housing:affirms housing:silent", "housing", ""],
    ["not expected", "police:affirms fire:silent", "police", ""],
    ["in the order of the closed list", "fire:silent police:silent housing:affirms", "fire;police", "police;fire"],
  ])("silent sectors that the codebook expects: %s", (_, picture, expected, silent) => {
    expect(verdictOn(picture, expected.split(";") as Session["sectors"]).silentExpected.join(";")).toBe(silent);
  });

  test.each([
    ["police:affirms(strategic) housing:silent(practitioner)", "strategic only"],
    ["police:uncertain(practitioner) housing:silent(managerial)", "practitioner only"],
    ["police:affirms(managerial) housing:silent(practitioner)", ""],
    ["police:affirms(strategic) housing:denies(practitioner)", ""],
    ["police:affirms(practitioner) housing:silent(practitioner)", ""],
    ["police:affirms(practitioner) housing:silent(unknown)", ""],
    ["police:silent(practitioner) housing:silent(strategic)", ""],
  ])("levels compared: %s -> %s", (picture, flag) => {
    expect(verdictOn(picture).levelFlag).toBe(flag);
  });

  test("levels are those of the sessions that affirm", () => {
    expect(verdictOn("police:affirms(community) housing:affirms(strategic) fire:denies(managerial)").levels).toEqual([
      "strategic",
      "community",
    ]);
  });

  test.each([
    [
      "most weight over sessions",
      [
        ["police", "most rising"],
        ["housing", "one falling"],
        ["fire", "some falling"],
      ],
      "rising",
    ],
    [
      "a tie",
      [
        ["police", "rising"],
        ["housing", "falling"],
      ],
      "mixed",
    ],
    ["nothing said", [["police", "present"]], "none"],
    [
      "what is hedged does not count",
      [
        ["police", "possible all rising"],
        ["housing", "one stable"],
      ],
      "stable",
    ],
  ])("the perceived trend of the review: %s", (_, said, expected) => {
    const sessions = ["police", "housing", "fire"].map((id) => aSession(id));
    const mentions = said.map(([id, words]) => aMention(id!, CODE, facets(words!)));
    expect(verdicts(sessions, [], mentions, [{ id: CODE, expectedSectors: [] }])[0]!.trend).toBe(expected);
  });

  test("the total of mentions is all evidence of the review's sessions", () => {
    const mentions = [
      aMention("police", CODE),
      aMention("police", "gangs"),
      aMention("police", "gangs", { evidence: false }),
      aMention("not-a-session", "gangs"),
    ];
    expect(verdicts([aSession("police")], [], mentions, [{ id: CODE, expectedSectors: [] }])[0]!.mentionsTotal).toBe(2);
  });
});

test("a row for every code in codebook order, review by review, raised or not", () => {
  const concepts = ["gangs", CODE, "county-lines"].map((id) => ({ id, expectedSectors: [] }));
  const rows = verdicts([aSession("police"), aSession("police", { review: "eastshire" })], [], [], concepts);
  expect(rows.map(({ review, code, verdict }) => `${review} ${code} ${verdict}`)).toEqual([
    "eastshire gangs not raised",
    `eastshire ${CODE} not raised`,
    "eastshire county-lines not raised",
    "northshire gangs not raised",
    `northshire ${CODE} not raised`,
    "northshire county-lines not raised",
  ]);
  expect(verdicts([], [], [], concepts)).toEqual([]);
});

test("the order of sessions and stances never matters", () => {
  const voice = fc
    .tuple(
      fc.constantFrom("police", "housing", "police+housing", "fire", "unknown"),
      fc.constantFrom(...STANCES),
      fc.constantFrom("rising", "falling", "strength", "gap", "strategic"),
    )
    .map(([id, stance, word]) => [id, `${stance}(${word})`] as const);
  const pictures = fc.uniqueArray(voice, { minLength: 1, maxLength: 5, selector: ([id]) => id });
  fc.assert(
    fc.property(
      pictures.chain((voices) =>
        fc.tuple(fc.constant(voices), fc.shuffledSubarray(voices, { minLength: voices.length })),
      ),
      ([voices, shuffled]) => {
        const draw = (list: typeof voices) => list.map(([id, rest]) => `${id}:${rest}`).join(" ");
        expect(verdictOn(draw(shuffled))).toEqual(verdictOn(draw(voices)));
      },
    ),
  );
});

describe("the largest set of pairwise independent sessions", () => {
  test.each([
    ["", 0],
    ["police", 1],
    ["unknown", 1],
    ["unknown unknown/2", 1],
    ["police unknown", 1],
    ["police police/2 housing", 2],
    ["police+housing police housing", 2],
    ["police+housing housing+health health+fire", 2],
    ["police+housing+health+fire police housing health fire", 4],
    ["police+housing housing+health health+police", 1],
    ["police+unknown housing fire", 2],
  ])("%s -> %i", (sessions, expected) => {
    const list = sessions.split(" ").filter(Boolean);
    expect(largestIndependent(list.map((id) => aSession(id)))).toBe(expected);
  });

  test("is what trying every subset finds", () => {
    const sectors = ["police", "housing", "health", "fire", "education", "unknown"];
    const joint = fc.subarray(sectors, { minLength: 1, maxLength: 3 }).map((names) => aSession(names.join("+")));
    fc.assert(
      fc.property(fc.array(joint, { maxLength: 8 }), (sessions) => {
        let best = 0;
        for (let subset = 0; subset < 2 ** sessions.length; subset++) {
          const chosen = sessions.filter((_, i) => subset & (1 << i));
          const named = chosen.flatMap((session) => session.sectors);
          const apart = chosen.length < 2 || (new Set(named).size === named.length && !named.includes("unknown"));
          if (apart) best = Math.max(best, chosen.length);
        }
        expect(largestIndependent(sessions)).toBe(best);
      }),
    );
  });

  test("ten thousand joint sessions are no more work than a few", () => {
    const names = ["police", "csc", "asc", "housing", "health", "education", "yjs", "prob", "fire", "vcs", "council"];
    const sessions = Array.from({ length: 10_000 }, (_, i) =>
      aSession(names.filter((_, bit) => ((i % 2047) + 1) & (1 << bit)).join("+")),
    );
    expect(largestIndependent(sessions)).toBe(11);
  });
});
