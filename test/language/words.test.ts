import { describe, expect, it } from "vitest";
import { lemmasOf } from "./check.js";

const CASES: Record<string, [string, string][]> = {
  "contractions come apart": [
    ["don't", "do/do not/not"],
    ["can’t", "can/can not/not"],
    ["they'd", "they/they would/would"],
    ["it's", "it/it is/be"],
  ],
  "possessives are transparent": [["children's services", "children/child services/service"]],
  "hyphens inside words are transparent": [["multi-agency", "multi/multi agency/agency"]],
  "-ize and -ise are one": [
    [
      "organized recognised prioritize prize",
      "organised/organise recognised/recognise prioritise/prioritise prize/prize",
    ],
  ],
  "inflected verbs": [
    [
      "moved running taken sold cuckooed trafficked",
      "moved/move running/run taken/take sold/sell cuckooed/cuckoo trafficked/traffic",
    ],
  ],
  "words in -ing with a life of their own": [
    [
      "housing missing safeguarding meetings",
      "housing/housing missing/missing safeguarding/safeguarding meetings/meeting",
    ],
  ],
  plurals: [
    ["policies knives lines churches crises", "policies/policy knives/knife lines/line churches/church crises/crisis"],
  ],
  "a footnote figure is not part of its word": [["cuckooing¹", "cuckooing/cuckoo"]],
  "accents fold": [["café", "cafe/cafe"]],
};

describe("words and lemmas", () => {
  for (const [phenomenon, rows] of Object.entries(CASES)) {
    for (const [text, expected] of rows) it(`${phenomenon}: ${text}`, () => expect(lemmasOf(text)).toBe(expected));
  }
});
