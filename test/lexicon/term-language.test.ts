import { describe, expect, it } from "vitest";
import { codeDocument } from "../../src/coding/index.js";
import { compileLexicon, type Lexicon, PatternError, parsePattern } from "../../src/lexicon/index.js";
import { Concept, Place } from "../../src/model/index.js";

/** A lexicon of one code with the given terms. */
function lexiconOf(terms: unknown[], more: Partial<Lexicon> = {}): Lexicon {
  const concept = Concept.parse({ id: "code", prefLabel: "Code", theme: "exploitation", definition: "test", terms });
  return {
    title: "test",
    version: "1",
    hash: "",
    concepts: [concept],
    cues: [],
    agencies: [],
    frames: [],
    macros: { home: ["home", "flat", "council house"], child: ["child", "young person", "lad"] },
    places: [
      Place.parse({ name: "London", kind: "city" }),
      Place.parse({ name: "Stoke-on-Trent", kind: "city", also: ["Stoke on Trent"] }),
    ],
    ...more,
  };
}

/** The spans that a term finds in a text. */
function found(terms: unknown[], text: string, more: Partial<Lexicon> = {}): string[] {
  const end = text.length;
  const document = {
    text,
    blocks: [{ start: 0, end, kind: "paragraph" as const, turn: 0, leadIn: -1 }],
    turns: [{ start: 0, end, speaker: "", role: "participant" as const, time: "" }],
    parts: [{ start: 0, end, record: "notes" as const }],
    record: "notes" as const,
  };
  return codeDocument(compileLexicon(lexiconOf(terms, more)), document).mentions.map((m) => text.slice(m.start, m.end));
}

const CASES: [phenomenon: string, term: unknown, text: string, spans: string[]][] = [
  ["words match by lemma", "county line", "County lines and a county line.", ["County lines", "county line"]],
  ["one inflected word alone is that form only", "locals", "The locals said a local one.", ["locals"]],
  ["one dictionary form alone is all its forms", "cuckoo", "cuckooed, cuckooing", ["cuckooed", "cuckooing"]],
  ["hyphens and quotation marks are crossed", "county line", "The 'county-lines' model", ["county-lines"]],
  ["a comma ends a run of words", "county line", "the county, lines up", []],
  ["possessive 's is crossed", "child home", "a children's home", ["children's home"]],
  ["exact form only", '"shot"', "He shot them; they shoot; SHOT.", ["shot", "SHOT"]],
  ["case-sensitive", "=CCE", "CCE is not cce.", ["CCE"]],
  ["wildcard at the end", "exploit*", "exploiters exploited", ["exploiters", "exploited"]],
  ["wildcard at the front", "*phobia", "an arachnophobia", ["arachnophobia"]],
  ["one word, any", "take * over", "They took it over, took over, took all of it over.", ["took it over"]],
  [
    "alternatives",
    "(carry|hold) drug",
    "carrying drugs and held drugs and sold drugs",
    ["carrying drugs", "held drugs"],
  ],
  [
    "an empty alternative is optional",
    "deal (drug|) line",
    "a deal line, a deal drug line",
    ["deal line", "deal drug line"],
  ],
  [
    "alternatives of several words",
    "(pupil referral unit|=PRU)",
    "the Pupil Referral Units and the PRU",
    ["Pupil Referral Units", "PRU"],
  ],
  ["brackets in brackets", "(run (a|the) line|deal)", "running the line", ["running the line"]],
  ["a gap, order kept", "move ~2 in", "They moved straight in. In they moved.", ["moved straight in"]],
  ["a gap too wide", "move ~2 in", "They moved all of his things in.", []],
  [
    "a gap crosses a comma",
    "take over ~4 home",
    "took over, more or less, the home",
    ["took over, more or less, the home"],
  ],
  [
    "either way round",
    "debt <>3 gang",
    "The gang held the debt. A debt to a gang.",
    ["gang held the debt", "debt to a gang"],
  ],
  ["a named group", "use @poss @home", "using her flat", ["using her flat"]],
  [
    "a named group behind a gap",
    "take over ~3 @home",
    "taken over the council house",
    ["taken over the council house"],
  ],
  [
    "places of the gazetteer",
    "from @place",
    "from London and from Stoke-on-Trent, from there",
    ["from London", "from Stoke-on-Trent"],
  ],
  ["numbers", "@num year old", "a 14-year-old and fifteen year olds", ["14-year-old", "fifteen year olds"]],
  ["masked names", "tell @person", "He told [PERSON-004].", ["told [PERSON-004]"]],
  ["-ise and -ize", "organise crime", "organized crime", ["organized crime"]],
  ["ampersand is and", "A&E", "at A & E, at A and E", ["A & E", "A and E"]],
  ["a head shared by a coordination", "drug service", "drug and alcohol services", ["drug and alcohol services"]],
  [
    "a head shared by a list",
    "police support",
    "police, housing and family support",
    ["police, housing and family support"],
  ],
  ["demanded company", { term: "line", with: ["drug"] }, "The line sold drugs. The front line.", ["line"]],
  [
    "company within a distance",
    { term: "line", with: ["drug"], within: 2 },
    "The line of the bus that has no drugs.",
    [],
  ],
  ["forbidden company", { term: "line", without: ["manager"] }, "A line manager. A line.", ["line"]],
  ["innocent reading", { term: "line", unless: ["front line"] }, "On the front line a line opened.", ["line"]],
  ["part of speech", { term: "lead", pos: "VERB" }, "She leads the team.", ["leads"]],
  ["the longest span of a code wins", "county line", "county lines gangs", ["county lines"]],
];

describe("the term language", () => {
  for (const [phenomenon, term, text, spans] of CASES) {
    it(`${phenomenon}: ${typeof term === "string" ? term : JSON.stringify(term)}`, () => {
      expect(
        found([term], text, {
          macros: { home: ["home", "flat", "council house"], child: ["child"], poss: ["her", "his"] },
        }),
      ).toEqual(spans);
    });
  }

  it("keeps the longest of overlapping spans of one code, whatever the order of entries", () => {
    const terms = ["line", "county line", "county line gang", "gang"];
    expect(found(terms, "A county lines gang.")).toEqual(["county lines gang"]);
    expect(found([...terms].reverse(), "A county lines gang.")).toEqual(["county lines gang"]);
  });

  for (const [source, message] of [
    ["(a|b", /not closed/],
    ["a)", /without an opening/],
    ['"a b', /not closed/],
    ["a ~3", /both sides/],
    ["(a ~3 b)", /inside brackets/],
    ["a*b", /star/],
    ["", /empty/],
  ] as const) {
    it(`refuses ${JSON.stringify(source)} and says why`, () => {
      expect(() => parsePattern(source)).toThrow(PatternError);
      expect(() => parsePattern(source)).toThrow(message);
    });
  }
});
