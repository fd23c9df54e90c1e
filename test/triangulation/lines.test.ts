import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LineSighting } from "../../src/model/index.js";
import { lines, sighting } from "../../src/triangulation/index.js";
import { aMention, facets } from "./talk.js";

describe("a sighting", () => {
  const seen = (words: string, more = {}) =>
    sighting(
      { area: "York" },
      { exporter: "Leeds", importer: "" },
      aMention("police", "county-lines", { ...facets(words), ...more }),
    );

  test("leads to the review's area unless the sentence names another", () => {
    const mention = aMention("police", "county-lines");
    expect(seen("present")).toMatchObject({ exporter: "Leeds", importer: "York", session: "police" });
    expect(sighting({ area: "York" }, { exporter: "Leeds", importer: "Hull" }, mention)).toMatchObject({
      importer: "Hull",
      mention: mention.id,
    });
  });

  test.each([
    ["present", true],
    ["present elsewhere", true],
    ["absent", false],
    ["hypothetical", false],
    ["possible", false],
    ["present past", false],
    ["absent future", false],
  ])("%s: counted %s, with its mark", (words, counted) => {
    expect(seen(words)).toMatchObject({ counted, assertion: words.split(" ")[0] });
  });

  test("what is no evidence is not counted", () => {
    expect(seen("present", { evidence: false }).counted).toBe(false);
  });
});

/** `Leeds>York northshire/police m1`, with `?` where it is not counted. */
function sightings(...pictures: string[]): LineSighting[] {
  return pictures.map((picture) => {
    const [edge, place, mention] = picture.replace("?", "").split(" ");
    const [exporter, importer] = edge!.split(">");
    const [review, session] = place!.split("/");
    const counted = !picture.includes("?");
    return {
      review: review!,
      session: session!,
      mention: mention!,
      exporter: exporter!,
      importer: importer!,
      counted,
      assertion: counted ? "present" : "absent",
      temporality: "current",
    };
  });
}

const map = (list: LineSighting[]) =>
  lines(list).map(
    (line) => `${line.exporter}>${line.importer} ${line.reviews.join(";")} ${line.sessions} ${line.mentions}`,
  );

describe("the map of lines", () => {
  test.each([
    [
      "sorted by exporter, then importer",
      ["London>York r/s m1", "Hull>York r/s m2", "London>Hull r/s m3"],
      ["Hull>York r 1 1", "London>Hull r 1 1", "London>York r 1 1"],
    ],
    ["direction matters", ["York>Hull r/s m1", "Hull>York r/s m2"], ["Hull>York r 1 1", "York>Hull r 1 1"]],
    [
      "by session and by review",
      ["Hull>York a/s m1", "Hull>York a/s m2", "Hull>York b/s m3", "Hull>York b/t m4"],
      ["Hull>York a;b 3 4"],
    ],
    ["a mention counts once", ["Hull>York r/s m1", "Hull>York r/s m1"], ["Hull>York r 1 1"]],
    ["uncounted sightings make no edge", ["Hull>York r/s m1 ?", "Leeds>York r/s m2"], ["Leeds>York r 1 1"]],
    ["a place is no exporter to itself", ["York>York r/s m1"], []],
    ["none", [], []],
  ])("%s", (_, pictures, expected) => {
    expect(map(sightings(...pictures))).toEqual(expected);
  });

  test("the order of sightings never matters", () => {
    const all = sightings(
      "Hull>York b/s m1",
      "Hull>York a/s m2",
      "Leeds>York a/t m3",
      "Hull>York a/s m4 ?",
      "Hull>Leeds c/s m5",
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(lines(shuffled)).toEqual(lines(all));
      }),
    );
  });
});
