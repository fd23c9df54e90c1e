import { afterAll, beforeAll, expect, it } from "vitest";
import { loadDefinition, loadPipeline, run } from "../../src/run/index.js";
import { Previewer } from "../../src/run/previewer.js";
import { findRun } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place } from "./example-archive.js";

let place: Place;
let folder: string;
beforeAll(async () => {
  place = await makePlace();
  await run({ pipeline: await loadPipeline(PIPELINE, { archive: place.archive, out: place.out, workers: 0 }) });
  folder = await findRun(place.out);
});
afterAll(() => place.remove());

const WISH = { code: "gangs", terms: ["lad"], corrections: [] };

it("says what other terms gain, one wish after the other", async () => {
  const previewer = new Previewer({ folder, ...(await loadDefinition(PIPELINE)) });
  const [first, second] = await Promise.all([
    previewer.preview(WISH),
    previewer.preview({ ...WISH, terms: ["gang", "("] }),
  ]);
  expect(first.gained.map(({ quote, at }) => quote.slice(...at))).toEqual(["lads"]);
  expect(first.lost.length).toBeGreaterThan(0);
  expect([second.gained, second.lost, second.problems.length]).toEqual([[], [], 1]);
  previewer.close();
});

it("says in words that the run is not there, and that its process ended, and tries again with a new one", async () => {
  const definition = await loadDefinition(PIPELINE);
  const nowhere = new Previewer({ folder: `${folder}-none`, ...definition });
  await expect(nowhere.preview(WISH)).rejects.toMatchObject({ kind: "failed", wayOut: expect.stringContaining("") });
  nowhere.close();
  const previewer = new Previewer({ folder, ...definition });
  const given = previewer.preview(WISH);
  // The turn of a wish comes after this one.
  setTimeout(() => previewer.close(), 0);
  await expect(given).rejects.toThrow(/ended before it was done/);
  expect((await previewer.preview(WISH)).code).toBe("gangs");
  previewer.close();
});
