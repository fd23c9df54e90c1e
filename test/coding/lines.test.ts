import { describe, expect, it } from "vitest";
import type { Mention } from "../../src/model/index.js";
import { lines, sighting } from "../../src/triangulation/lines.js";
import { codeAll } from "./check.js";

/** Phenomenon -> sentences with the edges that they state, exporter first; the area itself is the importer left out. */
const EDGES: Readonly<Record<string, readonly (readonly [sentence: string, edges: string])[]>> = {
  "from a place to a place": [
    ["County lines run from London to Norwich.", "London > Norwich"],
    ["Gangs from Birmingham supply heroin to Hereford.", "Birmingham > Hereford"],
    ["A line from Liverpool into Swansea is run off one phone.", "Liverpool > Swansea"],
    ["Dealers travel from Manchester to Carlisle every Friday.", "Manchester > Carlisle"],
    ["Boys are sent from Croydon to Margate to sell drugs.", "Croydon > Margate"],
  ],
  "from a place, to here": [
    ["There is a line coming in from London.", "London >"],
    ["Drug dealers from Leeds come here by train.", "Leeds >"],
    ["The county lines come up from Luton.", "Luton >"],
    ["An OCG from Manchester supplies the whole estate.", "Manchester >"],
    ["Kids from Croydon turn up in the town with wraps of heroin.", "Croydon >"],
  ],
  "out of a place": [
    ["They are lines out of Birmingham.", "Birmingham >"],
    ["The gang works out of Toxteth and deals here.", "Toxteth >"],
    ["Most of the county lines are run out of Liverpool.", "Liverpool >"],
  ],
  "a place before line or gang": [
    ["A Liverpool line runs into the town.", "Liverpool >"],
    ["The Manchester lines are run by two brothers.", "Manchester >"],
    ["London gangs have taken over three flats.", "London >"],
    ["Brum dealers supply crack on the estate.", "Birmingham >"],
  ],
  "a list of places": [
    ["There are lines from London and Luton.", "London > | Luton >"],
    ["Lads from Manchester, Leeds and Bradford run the lines.", "Bradford > | Leeds > | Manchester >"],
    ["County lines come from London, Birmingham or Liverpool.", "Birmingham > | Liverpool > | London >"],
    ["London and Manchester lines are both active.", "London > | Manchester >"],
    ["Lines from London reach Ipswich.", "London >"],
  ],
  "several importers": [
    ["County lines run from London to Ipswich and Norwich.", "London > Ipswich | London > Norwich"],
  ],
  "a place by another of its names": [["There is a line from Brum.", "Birmingham >"]],
  "an unlisted place behind from": [["There is a drug line from Wexcombe.", "Wexcombe >"]],
  "a place that is a word too": [
    ["There is a county line from Reading.", "Reading >"],
    ["Reading about county lines from books is no use.", ""],
  ],
  "denied, supposed and past are kept with their mark": [
    ["There are no county lines from London.", "London > absent"],
    ["If a line came from Leeds we would not know.", "Leeds > unaware"],
    ["If a line from Leeds were found, police would act.", "Leeds > hypothetical"],
    ["There may be a county line from Liverpool.", "Liverpool > possible"],
    ["There used to be a line from Manchester.", "Manchester > past"],
    ["The Manchester lines have gone quiet since the warrants.", "Manchester > absent"],
    ["Nobody knew whether the line was from Birmingham.", "Birmingham > unaware"],
  ],
  "a place named for another reason": [
    ["A speaker from Leeds gave the training.", ""],
    ["The family moved from London because of the rents.", ""],
    ["The boys went to a football match in Liverpool.", ""],
    ["We go to Leeds for training on county lines.", ""],
    ["A colleague from Manchester described county lines.", ""],
    ["The train from London was late.", ""],
    ["The review in Birmingham found cuckooing.", ""],
    ["Young people from London visit their cousins here.", ""],
    ["The girl is from Swansea originally and was groomed here.", ""],
    ["She drove from Norwich to talk to the group about gangs.", ""],
  ],
  "no line for want of a place": [
    ["County lines run into the town.", ""],
    ["They come from school and sell drugs.", ""],
    ["We hear about county lines from Mum and the police.", ""],
    ["County lines have been here from January.", ""],
  ],
  "small letters, as in subtitles": [
    ["there is a line coming in from manchester", "Manchester >"],
    ["the line comes from london", "London >"],
    ["gangs from birmingham supply heroin here", "Birmingham >"],
    ["they are lines out of liverpool", "Liverpool >"],
    ["lads from manchester leeds and bradford run the lines", "Bradford > | Leeds > | Manchester >"],
    ["county lines run from london to norwich", "London > Norwich"],
    ["dealers come up from southend-on-sea", "Southend-on-Sea >"],
  ],
  "small letters that are no place": [
    ["they learn about county lines from reading leaflets", ""],
    ["county lines kids get a bath from staff", ""],
    ["a speaker from leeds gave the training", ""],
    ["the london train was late so the gang talk was put off", ""],
    ["there is cuckooing and london is far away", ""],
  ],
};

function edges(sentence: string): string {
  const { lines: found, mentions } = codeAll(sentence);
  const told = found.map(({ exporter, importer, mention }) => {
    const { assertion, temporality } = mentions[mention]!.facets;
    const mark = assertion !== "present" ? assertion : temporality !== "current" ? temporality : "";
    return `${exporter} > ${importer} ${mark}`.replace(/\s+/g, " ").trim();
  });
  return [...new Set(told)].sort().join(" | ");
}

describe("edges of a sentence", () => {
  for (const [phenomenon, cases] of Object.entries(EDGES)) {
    for (const [sentence, expected] of cases)
      it(`${phenomenon}: ${sentence}`, () => expect(edges(sentence)).toBe(expected));
  }
});

describe("edges of the map", () => {
  /** Sightings of one sentence in one session of a review of Saltmouth. */
  const map = (sentence: string, evidence = true): string[] => {
    const { lines: found, mentions } = codeAll(sentence);
    const sightings = found.map((line) => {
      const { assertion, temporality } = mentions[line.mention]!.facets;
      const mention = { review: "r", session: "s", id: `m${line.mention}`, assertion, temporality, evidence };
      return sighting({ area: "Saltmouth" }, line, mention as Mention);
    });
    return lines(sightings).map(({ exporter, importer }) => `${exporter} > ${importer}`);
  };

  it("counts what is said to be so now, and reads the area for an importer left out", () => {
    expect(map("There is a line coming in from London.")).toEqual(["London > Saltmouth"]);
    expect(map("County lines run from London to Norwich.")).toEqual(["London > Norwich"]);
  });
  it("leaves out what is denied, supposed, unknown or past", () => {
    for (const sentence of [
      "There are no county lines from London.",
      "If a line came from Leeds we would not know.",
      "There may be a county line from Liverpool.",
      "There used to be a line from Manchester.",
      "Nobody knew whether the line was from Birmingham.",
    ]) {
      expect(codeAll(sentence).lines, sentence).not.toEqual([]);
      expect(map(sentence), sentence).toEqual([]);
    }
  });
  it("leaves out what is no evidence", () => {
    expect(map("There is a line coming in from London.", false)).toEqual([]);
  });
  it("has no edge from a place to itself", () => {
    expect(map("A line runs from Saltmouth to the villages.")).toEqual([]);
  });
});
