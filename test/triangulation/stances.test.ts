import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mention, Stance } from "../../src/model/index.js";
import { stances } from "../../src/triangulation/index.js";
import { aMention, aSession, facets } from "./talk.js";

/** What one session says of one code: mentions as facet values, parted by commas; `-` in front: no evidence. */
function said(talk: string): Mention[] {
  return talk
    .split(", ")
    .filter((words) => words !== "")
    .map((words) => {
      const evidence = !words.startsWith("- ");
      return aMention("police", "cuckooing", { ...facets(evidence ? words : words.slice(2)), evidence });
    });
}

function stanceOn(mentions: Mention[]): Stance {
  return stances([aSession("police")], mentions, ["cuckooing"])[0]!;
}

describe("the stance of a session", () => {
  test.each([
    ["nothing said", "", "silent 0/0"],
    ["stated once", "present", "affirms 70/0"],
    ["denied once", "absent", "denies 0/70"],
    ["weight by support", "present all, present most, present some, present one, present nobody", "affirms 255/0"],
    ["twice the weight is enough to affirm", "present all, absent some", "affirms 100/50"],
    ["twice the weight is enough to deny", "absent all, present some", "denies 50/100"],
    ["under twice the weight is mixed", "present all, absent unstated", "mixed 100/70"],
    ["even is mixed", "present, absent", "mixed 70/70"],
    ["hedged", "possible", "uncertain 0/0"],
    ["wished for", "hypothetical", "uncertain 0/0"],
    ["not known of", "unaware all", "uncertain 0/0"],
    ["hedges do not weigh against a statement", "possible, possible, possible, present one", "affirms 25/0"],
    ["put to the group and backed by nobody", "present nobody", "silent 0/0"],
    ["backed by nobody, and a doubt", "present nobody, possible", "uncertain 0/0"],
    ["a doubt about the past is no doubt about now", "possible past", "silent 0/0"],
    ["a plan for later stands beside", "hypothetical future", "silent 0/0"],
    [
      "past, future, elsewhere, national stand beside",
      "present past, absent future, absent elsewhere, present national",
      "silent 0/0",
    ],
    ["... and never change it", "present, absent past, absent all elsewhere, absent all national", "affirms 70/0"],
    ["what is not evidence counts nowhere", "- absent all, present one", "affirms 25/0"],
  ])("%s", (_, talk, expected) => {
    const { stance, p, a } = stanceOn(said(talk));
    expect(`${stance} ${p}/${a}`).toBe(expected);
  });

  test.each([
    ["no value said", "present", "none none"],
    ["one value said", "present rising concern", "rising concern"],
    ["most weight wins over most often", "present all falling, present one rising, present one rising", "falling none"],
    ["a tie is mixed", "present rising, present falling", "mixed none"],
    ["a third value over a tie", "present one rising, present one falling, present stable", "stable none"],
    ["what is denied counts too", "absent stable, absent barrier", "stable barrier"],
    [
      "hedged, past and far-off values do not count",
      "possible rising, present past falling, present elsewhere emerging",
      "none none",
    ],
    ["a value that nobody backs is said by nobody", "present nobody rising, present", "none none"],
    ["what is not evidence counts nowhere", "- present all rising, present one falling", "falling none"],
  ])("trend and appraisal: %s", (_, talk, expected) => {
    const { trend, appraisal } = stanceOn(said(talk));
    expect(`${trend} ${appraisal}`).toBe(expected);
  });

  test("mentions counts evidence of any facet", () => {
    expect(stanceOn(said("present, possible, present past, absent elsewhere, - present")).mentions).toBe(4);
  });
});

describe("the mention that shows a stance best", () => {
  const short = { quote: "Cuckooing." };
  const long = { quote: "and so on ".repeat(60) };
  test.each<[string, [string, Partial<Mention>][], number | undefined]>([
    ["silent: none", [["present past", {}]], undefined],
    [
      "supports the stance",
      [
        ["absent", {}],
        ["present", {}],
        ["present", {}],
      ],
      1,
    ],
    [
      "denies",
      [
        ["absent one", {}],
        ["absent all", {}],
        ["possible all", {}],
      ],
      1,
    ],
    [
      "mixed: the heavier side",
      [
        ["present one", {}],
        ["absent some", {}],
        ["present one", {}],
      ],
      0,
    ],
    [
      "uncertain: hedged, of here and now",
      [
        ["unaware all elsewhere", {}],
        ["possible one", {}],
      ],
      1,
    ],
    [
      "heaviest support",
      [
        ["present some", {}],
        ["present most", {}],
      ],
      1,
    ],
    [
      "... before first hand",
      [
        ["present most reported", {}],
        ["present some own", {}],
      ],
      0,
    ],
    [
      "first hand",
      [
        ["present reported", {}],
        ["present own", {}],
      ],
      1,
    ],
    [
      "... before a readable quote",
      [
        ["present own", short],
        ["present reported", {}],
      ],
      0,
    ],
    [
      "not too short",
      [
        ["present", short],
        ["present", {}],
      ],
      1,
    ],
    [
      "not too long",
      [
        ["present", long],
        ["present", {}],
      ],
      1,
    ],
    [
      "then the earliest",
      [
        ["present", { start: 90 }],
        ["present", { start: 20 }],
      ],
      1,
    ],
    [
      "... document by document",
      [
        ["present", { document: "b.txt", start: 2 }],
        ["present", { document: "a.txt", start: 9 }],
      ],
      1,
    ],
  ])("%s", (_, talk, expected) => {
    const mentions = talk.map(([words, more]) => aMention("police", "cuckooing", { ...facets(words), ...more }));
    expect(stanceOn(mentions).best).toBe(expected === undefined ? "" : mentions[expected]!.id);
  });
});

describe("asked", () => {
  test("is the session's; a code that nobody noted is not known, never no", () => {
    const session = aSession("police", { asked: { cuckooing: "yes", gangs: "no" } });
    const asked = (codes: string[]) => stances([session], [], codes).map((stance) => stance.asked);
    expect(asked(["cuckooing", "gangs", "county-lines"])).toEqual(["yes", "no", "not known"]);
    expect(asked(["constructor", "toString"])).toEqual(["not known", "not known"]);
  });
});

test("one stance a session and code, in codebook order, then by session; strangers are left out", () => {
  const rows = stances(
    [aSession("police"), aSession("housing"), aSession("police", { review: "eastshire" })],
    [aMention("police", "gangs"), aMention("fire", "gangs"), aMention("police", "not-a-code")],
    ["gangs", "cuckooing"],
  );
  expect(rows.map(({ review, code, session, stance }) => `${review} ${code} ${session} ${stance}`)).toEqual([
    "eastshire gangs police silent",
    "eastshire cuckooing police silent",
    "northshire gangs housing silent",
    "northshire gangs police affirms",
    "northshire cuckooing housing silent",
    "northshire cuckooing police silent",
  ]);
});

test("the order of sessions and mentions never matters", () => {
  const sessions = ["police", "housing", "health"].map((id) => aSession(id));
  const words = fc.constantFrom(
    "present",
    "absent most",
    "possible",
    "present one rising",
    "absent past",
    "present falling concern",
  );
  const mention = fc
    .tuple(fc.constantFrom("police", "housing"), words)
    .map(([session, talk]) => aMention(session, "gangs", facets(talk)));
  fc.assert(
    fc.property(
      fc
        .array(mention, { maxLength: 12 })
        .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      fc.shuffledSubarray(sessions, { minLength: 3 }),
      ([mentions, shuffled], order) => {
        expect(stances(order, shuffled, ["gangs"])).toEqual(stances(sessions, mentions, ["gangs"]));
      },
    ),
  );
});
