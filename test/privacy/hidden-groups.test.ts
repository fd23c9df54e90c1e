import { describe, expect, it } from "vitest";
import { hideGroups } from "../../src/privacy/index.js";
import { mention, review } from "../store/example-run.js";

const { text, review: hidden, language } = hideGroups(["Longmoor Boys", "Longmoor", "O.B.M. (north)"]);

describe("names of groups that the pipeline hides in what is published", () => {
  const cases: [string, string, string][] = [
    ["as written", "The Longmoor Boys run it.", "The [GROUP] run it."],
    ["in another case and spacing", "the LONGMOOR  boys", "the [GROUP]"],
    ["the shorter of two that begin alike", "Longmoor's lads", "[GROUP]'s lads"],
    ["with marks that mean something in a pattern", "It is O.B.M. (north).", "It is [GROUP]."],
    ["not inside a longer word", "Longmoors and oLongmoor", "Longmoors and oLongmoor"],
    ["nothing else", "Boys from the moor", "Boys from the moor"],
  ];
  it.each(cases)("%s", (_name, raw, published) => {
    expect(text(raw)).toBe(published);
  });

  it("go from everything that a review says, and from the words of sectors, and its counts stay", () => {
    const said = review();
    said.mentions = [mention({ quote: "The Longmoor Boys cuckooed him.", text: "cuckooed" })];
    said.findings[0]!.evidence[0]!.quote = "The Longmoor Boys cuckooed him.";
    said.findings[0]!.statement = "Housing names Longmoor.";
    said.names = [{ review: "york-2019", kind: "project", name: "Project Longmoor", mentions: 1 }];
    const { texts: _texts, ...published } = hidden(said);
    expect(JSON.stringify(published).toLowerCase()).not.toContain("longmoor");
    expect(published.mentions).toHaveLength(1);
    const use = { code: "gangs", sector: "police" as const, count: 5, g2: 12, divergence: "" };
    expect(
      language([
        { ...use, term: "longmoor" },
        { ...use, term: "boys" },
      ]).map(({ term }) => term),
    ).toEqual(["boys"]);
  });

  it("nothing changes where none is named", () => {
    const said = review();
    expect(hideGroups([]).review(said)).toBe(said);
    expect(hideGroups(["", " "]).text("Longmoor")).toBe("Longmoor");
  });
});
