import { afterEach, describe, expect, it } from "vitest";
import { loadLexicon } from "../../src/lexicon/index.js";
import { Pipeline } from "../../src/model/index.js";
import type { DocumentJob } from "../../src/run/document.js";
import { Parsers } from "../../src/run/parsers.js";
import { openPool, type Pool } from "../../src/run/pool.js";
import { readerSettings } from "../../src/run/reader-settings.js";
import { ROOT } from "./example-archive.js";

const limits = Pipeline.shape.limits.parse(undefined);
const privacy = { mask: [], keep: [], groups: [], published_groups: [] };
const settings = await readerSettings({ limits, privacy }, loadLexicon(`${ROOT}/test/run/lexicon`));
const job = (text: string): DocumentJob => ({
  format: "txt",
  path: "a.txt",
  rows: [],
  source: { bytes: new TextEncoder().encode(text) },
});
/** A job that no reader expects: it ends in an exception inside the worker. */
const broken = { format: "txt", path: "a.txt", rows: [], source: {} } as unknown as DocumentJob;

let pool: Pool | undefined;
afterEach(async () => {
  await pool?.close();
  pool = undefined;
});

describe.each([0, 2])("a pool of %i workers", (workers) => {
  it("gives back what each document holds", async () => {
    pool = openPool(workers, settings);
    const made = await Promise.all(["Cuckooing is here.", "No knife crime."].map((text) => pool!.run(job(text))));
    expect(made.map((one) => ("lost" in one ? one.lost : one.coded.mentions.map(({ code }) => code)))).toEqual([
      ["cuckooing"],
      ["knife-crime"],
    ]);
  });

  it("goes on after a document that breaks its reader", async () => {
    pool = openPool(workers, settings);
    expect(await pool.run(broken)).toEqual({ lost: "crash" });
    expect("lost" in (await pool.run(job("Cuckooing is here.")))).toBe(false);
  });

  it("stops the run where the lexicon cannot be compiled", async () => {
    const [first, ...rest] = settings.lexicon.concepts;
    const concepts = [{ ...first!, terms: ["a <> ) b"] }, ...rest];
    pool = openPool(workers, { ...settings, lexicon: { ...settings.lexicon, concepts } });
    await expect(pool.run(job("Cuckooing."))).rejects.toMatchObject({ exitCode: 2 });
  });
});

describe("a worker that hangs", () => {
  it("is given up at the time limit, and the next document has another", async () => {
    // A limit that has passed before any work can be done; what GRACE adds is taken off.
    pool = openPool(1, { ...settings, limits: { ...limits, seconds: -4.999 } });
    for (let document = 0; document < 2; document++)
      expect(await pool.run(job("Cuckooing is here."))).toEqual({ lost: "time" });
  });
});

describe("a parsing process", () => {
  const cut = Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]);

  it("answers what it cannot read with a problem, and is used again", async () => {
    const parsers = new Parsers();
    try {
      for (let round = 0; round < 2; round++) {
        const parsed = await parsers.parse("docx", cut, limits);
        expect("problems" in parsed && parsed.problems.length).toBe(1);
      }
    } finally {
      parsers.close();
    }
  });

  it("is killed at the time limit and replaced", async () => {
    const parsers = new Parsers();
    try {
      expect(await parsers.parse("pdf", new TextEncoder().encode("%PDF-1.7"), { ...limits, seconds: 0.001 })).toEqual({
        lost: "time",
      });
      expect("problems" in (await parsers.parse("docx", cut, limits))).toBe(true);
    } finally {
      parsers.close();
    }
  });

  it("is mourned and replaced when it dies", async () => {
    const parsers = new Parsers();
    try {
      // Bytes that are no bytes end the process before any reader can refuse them.
      const poison = {
        get length(): number {
          return 1;
        },
      } as unknown as Uint8Array;
      const dead = await parsers.parse("docx", poison, null as never).catch(() => ({ lost: "crash" }));
      expect("lost" in dead || "problems" in dead).toBe(true);
      expect("problems" in (await parsers.parse("docx", cut, limits))).toBe(true);
    } finally {
      parsers.close();
    }
  });
});
