import { describe, expect, it } from "vitest";
import { york } from "./tree.js";

const YEARS = Array.from({ length: 8 }, (_, n) => `${2011 + n}-${12 + n}`);

describe("indicators.csv", () => {
  it("reads a series; an empty area is the review's, an empty direction is more", async () => {
    const { review, problems } = await york({
      "a.txt": "x",
      "review.yaml": "area: City of York",
      "indicators.csv": `measure,codes,area,period,value,unit,source,direction\n${YEARS.map((y, n) => `Missing episodes,missing; County lines,${n % 2 ? "" : "city of york"},${y},"1,0${n}0",episodes,police,`).join("\n")}\n`,
    });
    expect(problems).toEqual([]);
    expect(review.indicators[0]).toEqual({
      measure: "Missing episodes",
      codes: ["missing", "county-lines"],
      area: "City of York",
      period: "2011/12",
      value: 1000,
      unit: "episodes",
      source: "police",
      direction: "more",
    });
    expect(new Set(review.indicators.map((row) => row.area))).toEqual(new Set(["City of York"]));
    expect(review.indicators.map((row) => row.period)).toEqual(YEARS.map((y) => y.replace("-", "/")));
  });

  const rows: [phenomenon: string, row: string, problem: string | undefined][] = [
    ["no measure", ",missing,York,2019,1,,,", "warning bad-value @york:indicators.csv (line 2, measure)"],
    ["no code of the lexicon", "m,,York,2019,1,,,", "warning bad-value @york:indicators.csv (line 2, codes)"],
    ["no period", "m,missing,York,soon,1,,,", "warning bad-value @york:indicators.csv (line 2, period)"],
    ["no number", "m,missing,York,2019,many,,,", "warning bad-value @york:indicators.csv (line 2, value)"],
    ["a suppressed figure", "m,missing,York,2019,*,,,", "info no-figure @york:indicators.csv (line 2)"],
  ];
  it.each(rows)("leaves out a line with %s", async (_, row, problem) => {
    const { review, problems } = await york({
      "a.txt": "x",
      "indicators.csv": `measure,codes,area,period,value,unit,source,direction\n${row}\n`,
    });
    expect(review.indicators).toEqual([]);
    expect(problems).toEqual([problem]);
  });

  it.each([
    ["less", "less", []],
    ["Higher is less", "less", []],
    ["up", "more", []],
    ["sideways", "more", ["warning bad-value @york:indicators.csv (line 2, direction)"]],
  ])("direction %s", async (written, direction, expected) => {
    const { review, problems } = await york({
      "a.txt": "x",
      "indicators.csv": `measure,codes,period,value,direction\nm,missing,2019,1,${written}\n`,
    });
    expect(review.indicators[0]!.direction).toBe(direction);
    expect(problems).toEqual(expected);
  });
});

describe("recommendations.csv and survey.csv", () => {
  it("reads recommendations and how far they were implemented", async () => {
    const { review, problems } = await york({
      "review.yaml": "cohort: 2012",
      "recommendations.csv":
        "id,recommendation,codes,implemented,reason\nR1,Map it,gangs,Fully implemented,\nR2,Share it,,in part,slow\nR3,Fund it,,maybe,\n",
    });
    expect(review.recommendations).toEqual([
      { cohort: "2012", area: "York", id: "R1", text: "Map it", codes: ["gangs"], status: "fully", reason: "" },
      { cohort: "2012", area: "York", id: "R2", text: "Share it", codes: [], status: "partially", reason: "slow" },
    ]);
    expect(problems).toEqual(["warning bad-value @york:recommendations.csv (line 4, status)"]);
  });

  it("reads survey counts with and without a total", async () => {
    const { review, problems } = await york({
      "survey.csv":
        "cohort,topic,partner_or_item,measure,wave,count,out_of,line\n2012,links,police,strong,2015,20,24,35\n2012,links,health,strong,2015,7,,36\n2012,links,fire,strong,2015,some,24,37\n2012,links,vcs,strong,2015,30,24,38\n",
    });
    expect(review.survey.map((row) => [row.item, row.count, row.outOf])).toEqual([
      ["police", 20, 24],
      ["health", 7, undefined],
      ["vcs", 30, 24],
    ]);
    expect(problems).toEqual([
      "warning bad-value @york:survey.csv (line 4, count)",
      "warning count-over-total @york:survey.csv (row 3)",
    ]);
  });
});

describe("metadataHash", () => {
  it("changes with any metadata file and the folder's name, not with a transcript", async () => {
    const base = { "a.txt": "x", "review.yaml": "area: York", "sessions.csv": "file,session\na.txt,s\n" };
    const hash = async (tree: Record<string, string>) => (await york(tree)).review.metadataHash;
    const first = await hash(base);
    expect(await hash({ ...base, "a.txt": "y" })).toBe(first);
    expect(await hash({ ...base, "review.yaml": "area: Hull" })).not.toBe(first);
    expect(await hash({ ...base, "sessions.csv": "file,session\na.txt,t\n" })).not.toBe(first);
    expect(await hash({ ...base, "survey.csv": "measure,count\n" })).not.toBe(first);
  });
});
