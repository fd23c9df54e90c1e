import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type SownArchive, sowArchive } from "./archive.js";
import { bounds, claimOf, expected, strangers } from "./expect.js";
import { PLANTED } from "./sayings.js";
import { type Told, tell } from "./see.js";

const LONG = process.env.TRIANGULUM_LONG !== undefined;
/** Enough for every region and quarter when long; else as many as a daily test can read. */
const SIZE = LONG ? 64 : 16;
const NOTHING = LONG ? 10 : 1;

let sown: SownArchive;
let told: Told;
beforeAll(async () => {
  sown = sowArchive(1, SIZE);
  told = await tell(sown.files);
}, 600_000);
afterAll(() => told?.remove());

describe(`${SIZE} reviews read from their files`, () => {
  // In a few reviews no region or quarter holds enough to be compared, and a share that rests on few sessions is held back.
  const everywhere = ["reach", "barrier", "need", "rising", "unaware", "dissonance"];
  it.each(
    PLANTED.filter(({ said, kind }) => said === "term" && (LONG || everywhere.includes(kind))).map(
      (one) => [one.name, one] as const,
    ),
  )("claims that %s", (_name, planted) => {
    const one = sown.sown.find((each) => each.planted === planted);
    const claim = one && claimOf(told.summary, one, sown);
    if (one === undefined || claim === undefined) throw new Error(`no claim of ${planted.kind} on ${planted.code}`);
    const { numerator, denominator, notKnown, areas } = expected(sown, one, claim);
    const { most } = bounds(sown, one, claim);
    expect(claim.areas).toEqual(expect.arrayContaining(areas));
    expect(most).toEqual(expect.arrayContaining(claim.areas));
    expect(claim.reach).toMatchObject({ denominator, notKnown });
    // Where another sentence may be read as saying it too, the areas above are the bounds.
    if (most.length === areas.length) expect(claim.reach.numerator).toBe(numerator);
  });

  it("names no area for a paraphrase that did not say it, and finds most paraphrases", () => {
    let found = 0;
    const strays: string[] = [];
    for (const one of sown.sown.filter(({ planted }) => planted.said === "paraphrase")) {
      const claim = claimOf(told.summary, one, sown);
      if (claim === undefined || claim.reach.numerator === null) continue;
      found++;
      const { most } = bounds(sown, one, claim);
      strays.push(...claim.areas.filter((area) => !most.includes(area)).map((area) => `${claim.title}: ${area}`));
    }
    expect(strays).toEqual([]);
    expect(found).toBeGreaterThanOrEqual(LONG ? 9 : 5);
  });

  it("claims nothing at strength 40 or more that was not planted", () => {
    expect(strangers(told.summary, sown)).toEqual([]);
  });

  it("fits its schema and names no session, mention or file", async () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../pipelines/schemas/national.schema.json", import.meta.url), "utf8"),
    );
    expect(z.fromJSONSchema(schema).safeParse(told.summary).error?.issues ?? []).toEqual([]);
    const trace = (await told.read("trace.csv")).split("\n").slice(1).filter(Boolean);
    const ids = new Set(trace.flatMap((line) => [line.split(",")[3], line.split(",")[1]] as string[]));
    const out = [
      await told.read("summary.json"),
      await told.read("summary.html"),
      await told.read("practice.csv"),
    ].join("\n");
    expect([...ids].filter((id) => out.includes(id))).toEqual([]);
    expect(out).not.toMatch(/\.txt\b/);
  });

  it("publishes the promised tables, a page that asks for nothing, and Office files that open", async () => {
    expect((await told.read("practice.csv")).split("\n")[0]).toMatch(/^heading,place,practice,status,claim\b/);
    expect((await told.read("trace.csv")).split("\n")[0]).toMatch(/^claim,review,session,mention\b/);
    const page = await told.read("summary.html");
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)/);
    for (const { id } of told.summary.claims.filter(
      ({ strength, kind }) => strength >= told.summary.claimed && kind !== "level",
    ))
      expect(page).toContain(id);
    const entry = (name: string, part: string) =>
      new TextDecoder().decode(unzipSync(readFileSync(`${told.folder}/national/${name}`))[part]);
    const document = entry("summary.docx", "word/document.xml");
    for (const { statement, strength, kind } of told.summary.claims)
      if (strength >= told.summary.claimed && kind === "reach")
        expect(document).toContain(statement.replaceAll("&", "&amp;").slice(0, 60));
    expect(entry("matrix.xlsx", "xl/workbook.xml")).toContain('name="Matrix"');
  });
});

describe("a summary made again from the saved run", () => {
  const json = ["--format", "national-json"];
  const path = "national/summary.json";
  it("is the same", async () => {
    expect(await told.again(json, path)).toBe(await told.read("summary.json"));
  });
  it("takes in the regions and dates that the command line names, and compares itself with an earlier one", async () => {
    const earlier = `${told.folder}/national/summary.json`;
    const options = ["--region", "South West", "Wales", "--since", "2018-06", "--compare", earlier];
    const summary = JSON.parse(await told.again([...json, ...options], path)) as Told["summary"];
    expect(summary.reviews.map(({ region }) => region).every((region) => /South West|Wales/.test(region))).toBe(true);
    expect(summary.reviews.every(({ date }) => date >= "2018-06")).toBe(true);
    expect(summary.filter).toEqual({ regions: ["South West", "Wales"], since: "2018-06", until: "" });
    expect(summary.comparison?.reviews).toBe(told.summary.reviews.length);
  });
  it("refuses a date that is none", async () => {
    await expect(told.again([...json, "--since", "spring"], path)).rejects.toThrow(/--since spring: no date/);
  });
});

describe("archives in which nothing is planted, read from their files", () => {
  it.each(Array.from({ length: NOTHING }, (_, i) => i + 1))(
    "claim nothing (seed %i)",
    async (seed) => {
      const nothing = await tell(sowArchive(seed, SIZE, []).files);
      try {
        expect(strangers(nothing.summary, sowArchive(seed, SIZE, []))).toEqual([]);
      } finally {
        await nothing.remove();
      }
    },
    600_000,
  );
});
