import fc from "fast-check";
import { expect, test } from "vitest";
import type { Mention } from "../../src/model/index.js";
import { ties } from "../../src/triangulation/index.js";
import { aMention, aSession } from "./talk.js";

const SESSIONS = ["police", "police/2", "housing", "csc+yjs"].map((id) => aSession(id));

/** `police 3: gangs debt-bondage`: a sentence of a session and the codes in it; `-` before a code: no evidence. */
function sentences(...pictures: string[]): Mention[] {
  return pictures.flatMap((picture) => {
    const [, session, sentence, codes] = /^(\S+) (\d+): (.*)$/.exec(picture)!;
    return codes!
      .split(" ")
      .map((code) =>
        aMention(session!, code.replace(/^-/, ""), { sentence: Number(sentence), evidence: !code.startsWith("-") }),
      );
  });
}

const told = (mentions: Mention[]) =>
  ties(mentions, SESSIONS).map((tie) => `${tie.sector}: ${tie.codes.join("+")} ${tie.sentences}/${tie.sessions}`);

test.each([
  ["codes of one sentence are tied", ["police 1: gangs debt"], ["police: debt+gangs 1/1"]],
  ["a code is not tied to itself", ["police 1: gangs gangs"], []],
  [
    "sentences and sessions are counted",
    ["police 1: gangs debt gangs", "police 2: debt gangs", "police/2 1: gangs debt"],
    ["police: debt+gangs 3/2"],
  ],
  ["other sentences tie nothing", ["police 1: gangs", "police 2: debt"], []],
  ["what is no evidence ties nothing", ["police 1: gangs -debt"], []],
  ["three codes, three ties", ["police 1: c a b"], ["police: a+b 1/1", "police: a+c 1/1", "police: b+c 1/1"]],
  [
    "by sector, commonest first",
    ["housing 1: a b", "police 1: a b", "police 2: c d", "police 3: c d"],
    ["police: c+d 2/1", "police: a+b 1/1", "housing: a+b 1/1"],
  ],
  [
    "a joint session speaks for each of its sectors",
    ["csc+yjs 1: a b"],
    ["children's social care: a+b 1/1", "youth justice: a+b 1/1"],
  ],
  ["a stranger's session is left out", ["fire 1: a b"], []],
])("%s", (_, pictures, expected) => {
  expect(told(sentences(...pictures))).toEqual(expected);
});

test("the order of mentions never matters", () => {
  const all = sentences("police 1: a b c", "police/2 1: b a", "housing 4: c b", "csc+yjs 1: a c", "police 2: a c");
  const expected = told(all);
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
      expect(told(shuffled)).toEqual(expected);
    }),
  );
});
