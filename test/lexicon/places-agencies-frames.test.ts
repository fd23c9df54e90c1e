import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { Agency, Frame, Pipeline, Place, SECTORS } from "../../src/model/index.js";

const read = (path: string): unknown => parse(readFileSync(path, "utf8"));
const { places } = z.strictObject({ places: z.array(Place) }).parse(read("lexicons/places.yaml"));
const { agencies } = z.strictObject({ agencies: z.array(Agency) }).parse(read("lexicons/agencies.yaml"));
const frames = readdirSync("lexicons/frames").map((file) => ({
  file,
  frame: Frame.parse(read(`lexicons/frames/${file}`)),
}));
const codes = readdirSync("lexicons/codes").flatMap((file) =>
  (read(`lexicons/codes/${file}`) as { concepts: { id: string }[] }).concepts.map(({ id }) => id),
);

/** Names as the term language reads them: case, hyphens and & make no difference. */
const plain = (name: string) => name.toLowerCase().replaceAll("-", " ").replaceAll("&", "and");
const twice = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);

describe("places.yaml", () => {
  it("gives each name, and each other spelling, to one place", () => {
    expect(twice(places.flatMap(({ name, also }) => [name, ...also].map(plain)))).toEqual([]);
  });

  it("leads from every place up to a country, without going round", () => {
    const of = new Map(places.map((place) => [place.name, place]));
    const astray = places.filter((place) => {
      let at: Place | undefined = place;
      for (let steps = 0; at && at.kind !== "country" && steps < 10; steps++) at = of.get(at.within ?? "");
      return at?.kind !== "country";
    });
    expect(astray).toEqual([]);
  });

  it("holds the thirty-two boroughs and the City", () => {
    expect(places.filter(({ kind }) => kind === "borough")).toHaveLength(33);
  });

  it.each([
    "Reading",
    "Bury",
    "Barking",
    "Rugby",
    "Sale",
    "Deal",
    "March",
    "Ware",
    "Lincoln",
    "Chester",
    "Bath",
    "Poole",
  ])("knows that %s is also a word or a name", (name) =>
    expect(places.find((place) => place.name === name)?.ambiguous).toBe(true),
  );

  it.each(["Hull", "Wigan", "Merseyside", "London", "Liverpool", "Humberside"])(
    "takes %s for a place anywhere",
    (name) => expect(places.find((place) => place.name === name)?.ambiguous).toBe(false),
  );
});

describe("agencies.yaml", () => {
  it("gives each name to one agency", () => {
    // Abbreviations match case, so DCS and Dcs would be two names; all others are one in any case.
    const names = agencies.flatMap(({ name, also }) => [name, ...also]);
    expect(twice(names.map((name) => (/^[A-Z&]{2,}s?$/u.test(name) ? name : plain(name))))).toEqual([]);
  });

  it("speaks for every sector, at length", () => {
    expect(new Set(agencies.map(({ sector }) => sector))).toEqual(new Set(SECTORS));
    expect(agencies.length).toBeGreaterThanOrEqual(250);
  });

  it.each([
    ["school nurse", "health"],
    ["Safer schools officer", "police"],
    ["YOT", "youth justice"],
    ["PRU", "education"],
    ["CRC", "probation and justice"],
    ["RSL", "housing"],
    ["MASH", "children's social care"],
    ["AMHP", "adult social care"],
    ["Cllr", "local authority"],
    ["VCS", "voluntary and community"],
    ["FRS", "fire"],
    ["social worker", "unknown"],
    ["DWP", "unknown"],
  ])("%s is %s", (name, sector) => {
    const found = agencies.filter((agency) => [agency.name, ...agency.also].some((n) => plain(n) === plain(name)));
    expect(found.map((agency) => agency.sector)).toEqual([sector]);
  });
});

describe("frames", () => {
  it.each(frames)("$file places every code once, under a heading or under none", ({ frame }) => {
    const placed = [...frame.headings.flatMap((heading) => heading.codes), ...frame.none];
    expect([...placed].sort()).toEqual([...codes].sort());
  });

  it("are the four of the method, with their headings", () => {
    expect(frames.map(({ frame }) => `${frame.id} ${frame.headings.length}`)).toEqual([
      "egyv-principles 7",
      "eight-questions 8",
      "national-findings 8",
      "strategic-framework 5",
    ]);
  });
});

describe("pipelines", () => {
  it.each(["locality-review", "nightly"])("%s.yaml conforms to the schema", (name) => {
    expect(Pipeline.parse(read(`pipelines/${name}.yaml`)).name).toBe(name);
  });

  it("locality-review.yaml shows the defaults", () => {
    const written = Pipeline.parse(read("pipelines/locality-review.yaml"));
    const { limits, reports, max_loss, lexicon, rules } = Pipeline.parse({ name: "bare" });
    expect(written).toMatchObject({ limits, reports, max_loss, lexicon, rules });
  });
});
