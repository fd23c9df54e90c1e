import { describe, it } from "vitest";
import { check } from "./check.js";

/** Phenomenon -> sentences with their expected codes and facets written in (see check.ts). */
const NOTES: Record<string, string[]> = {
  "plain statement": [
    "There is [cuckooing](cuckooing present current local trend=none appraisal=none own unstated) on the estate.",
  ],
  "denied by no": [
    "There was no [cuckooing](cuckooing absent) in the district.",
    "No sign of any [gangs](gangs absent) at all.",
  ],
  "denied by not": [
    "They had not seen [cuckooing](cuckooing absent) in the town.",
    "[Cuckooing](cuckooing absent) is not happening here.",
  ],
  "denied across a list": [
    "There were no [gangs](gangs absent), [county lines](county-lines absent) or [cuckooing](cuckooing absent) in the area.",
  ],
  "denial ends at but": [
    "There is no [cuckooing](cuckooing absent) but [county lines](county-lines present) are active.",
  ],
  "denial ends at a new clause": [
    "We have no [gangs](gangs absent), but there is [cuckooing](cuckooing present).",
    "There is no [cuckooing](cuckooing absent) and we have [county lines](county-lines present).",
  ],
  "neg-raising": [
    "The group did not think there were [county lines](county-lines absent) here.",
    "I don't believe [cuckooing](cuckooing absent) goes on here.",
  ],
  "not only is no denial": ["Not only [gangs](gangs present) but [county lines](county-lines present) are here."],
  "double negation": [
    "Nobody denies that [county lines](county-lines present) are here.",
    "[Cuckooing](cuckooing present) is not uncommon on the estate.",
  ],
  "tag question": ["It's [cuckooing](cuckooing present), isn't it."],
  "no longer": ["[Cuckooing](cuckooing absent) no longer happens."],
  hedged: [
    "There may be [cuckooing](cuckooing possible) in the flats.",
    "There could possibly be [gangs](gangs possible) behind it.",
  ],
  "hedged negatives are denials": ["There didn't seem to be any [gangs](gangs absent) locally."],
  conditional: ["If [cuckooing](cuckooing hypothetical) were found, housing would act."],
  "called for and not there": [
    "There is a need for [training](training-awareness hypothetical need).",
    "Staff called for [training](training-awareness hypothetical need).",
  ],
  "there and in need of change": ["The [training](training-awareness present need) needs to be improved."],
  "not known": [
    "They did not know whether [county lines](county-lines unaware) had reached the town.",
    "The group were unaware of any [cuckooing](cuckooing unaware).",
    "Nobody could say whether [gangs](gangs unaware) were involved.",
  ],
  rising: [
    "[Cuckooing](cuckooing rising) is on the rise.",
    "They were seeing more [cuckooing](cuckooing rising).",
    "There has been an increase in [knife crime](knife-crime rising).",
  ],
  falling: ["[Cuckooing](cuckooing falling) has gone down.", "There were fewer [gangs](gangs falling) than before."],
  emerging: [
    "[Cuckooing](cuckooing emerging) is beginning to emerge.",
    "They were starting to see [county lines](county-lines emerging).",
  ],
  stable: [
    "[Cuckooing](cuckooing stable) has stayed the same.",
    "Nobody in the room had seen more [cuckooing](cuckooing stable all).",
  ],
  displaced: ["The [drug dealing](drug-markets displaced) has just moved elsewhere."],
  "more is needed is no rise": ["More [training](training-awareness trend=none need) is needed."],
  strength: ["[Information sharing](information-sharing strength) works well."],
  barrier: ["[Thresholds](thresholds barrier) are too high."],
  gap: ["There is a gap in [training](training-awareness gap)."],
  concern: ["The group were worried about [cuckooing](cuckooing concern)."],
  national: ["[County lines](county-lines national) are a problem across the country."],
  elsewhere: [
    "In neighbouring areas there is [cuckooing](cuckooing elsewhere).",
    "There is [cuckooing](cuckooing elsewhere) in Brighton.",
  ],
  past: [
    "There used to be [cuckooing](cuckooing past) on the estate.",
    "In the past [gangs](gangs past) ran the estate.",
  ],
  future: ["A [strategy](strategy-plan future) will be launched next year."],
  "all of the group": [
    "The whole group agreed that [cuckooing](cuckooing all) is here.",
    "All agreed there was [cuckooing](cuckooing all).",
  ],
  "most of the group": [
    "Most of the group had seen [cuckooing](cuckooing most).",
    "Eight out of ten areas reported [gangs](gangs most).",
  ],
  "some of the group": [
    "Some members had come across [cuckooing](cuckooing some).",
    "Two out of ten areas had [gangs](gangs some).",
  ],
  "one member": [
    "One member of the group described [cuckooing](cuckooing one).",
    "One officer said that [gangs](gangs one) ran it.",
  ],
  "a quotation is one voice": ["'There is [cuckooing](cuckooing one) on every street in this town.'"],
  "told by others": ["They had been told that [cuckooing](cuckooing reported) goes on."],
  "felt or believed": ["The group felt that [cuckooing](cuckooing perceived) is common."],
  "the note-taker's remark": ["The reviewers noted that [cuckooing](cuckooing observed) was well understood."],
  "the note-taker's advice": ["It is essential that [training](training-awareness advised need) is given."],
  "a voice holds the floor": [
    "One member of the group described [cuckooing](cuckooing one). They said [gangs](gangs one) were behind it.",
  ],
  "a voice lets go": [
    "One member of the group described [cuckooing](cuckooing one). Housing officers visit weekly and see [gangs](gangs unstated).",
  ],
};

const SPEECH: Record<string, string[]> = {
  "a question answered by its speaker": [
    "[Cuckooing](cuckooing absent)? No. Not here.",
    "[County lines](county-lines unaware)? No idea.",
  ],
  "a speaker's turn is one voice": ["We see [cuckooing](cuckooing one) every week."],
  "contracted denials": [
    "We don't get [gangs](gangs absent) round here.",
    "There isn't any [cuckooing](cuckooing absent), honestly.",
  ],
  "we all": ["We all see [cuckooing](cuckooing all) every week."],
};

describe("context in notes", () => {
  for (const [phenomenon, sentences] of Object.entries(NOTES)) {
    for (const sentence of sentences) it(`${phenomenon}: ${sentence}`, () => check(sentence, "notes"));
  }
});

describe("context in speech", () => {
  for (const [phenomenon, sentences] of Object.entries(SPEECH)) {
    for (const sentence of sentences) it(`${phenomenon}: ${sentence}`, () => check(sentence, "verbatim"));
  }
});
