import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Correction } from "../../src/model/index.js";
import { appendCorrection, keepAgreement, readAgreement, readCorrections, realEffects } from "../../src/store/index.js";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "triangulum-corrections-"));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const correction: Correction = {
  ...{ kind: "wrong", by: "A", at: "2026-01-01T00:00:00.000Z", note: "", review: "york", document: "a.txt" },
  ...{
    session: "s",
    code: "cuckooing",
    mention: "m1",
    term: "cuckoo",
    start: 0,
    end: 8,
    text: "Cuckooed",
    quote: "Cuckooed.",
  },
};

describe("the log of corrections", () => {
  it("only grows, and a line that a kill cut off stays a line of its own", async () => {
    await appendCorrection(out, correction, realEffects);
    await appendFile(join(out, "corrections.jsonl"), '{"kind":"wro');
    await appendCorrection(out, { ...correction, kind: "right" }, realEffects);
    const { corrections, problems } = await readCorrections(out);
    expect(corrections.map(({ kind }) => kind)).toEqual(["wrong", "right"]);
    expect(problems.map(({ place }) => place)).toEqual(["corrections.jsonl line 2"]);
  });
});

describe("kept figures of agreement", () => {
  const figures = { at: "2026-01-01T00:00:00.000Z", codes: [{ code: "gangs", human: 4, machine: 5, precision: 0.4 }] };

  it("replace those that were kept before", async () => {
    expect(await readAgreement(out)).toBeUndefined();
    await keepAgreement(out, { ...figures, codes: [] }, realEffects);
    await keepAgreement(out, figures, realEffects);
    expect(await readAgreement(out)).toEqual(figures);
  });

  it("that somebody edited out of their form are none", async () => {
    await writeFile(join(out, "agreement.json"), '{"at": 3}');
    expect(await readAgreement(out)).toBeUndefined();
  });
});
