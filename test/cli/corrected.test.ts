import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Correction } from "../../src/model/index.js";
import {
  appendCorrection,
  findRun,
  readAgreement,
  readCorrections,
  readRun,
  realEffects,
} from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";
import { callProgram, type Said } from "./call-program.js";

let place: Place;
let desk: string;

async function call(...args: string[]): Promise<Said> {
  return callProgram([...args, "--pipeline", PIPELINE, "--out", place.out]);
}

/** A local lexicon on the desk: the terms that a code drops and those that it adds. */
async function overlay(name: string, drop: string[], terms: string[]): Promise<string> {
  const folder = join(desk, name);
  await mkdir(join(folder, "codes"), { recursive: true });
  const concept = { id: "gangs", prefLabel: "Gangs", definition: "Gangs", drop, terms };
  await writeFile(join(folder, "codes/actors.yaml"), JSON.stringify({ theme: "actors", concepts: [concept] }));
  return folder;
}

beforeAll(async () => {
  place = await makePlace();
  desk = await mkdtemp(join(tmpdir(), "triangulum-corrected-"));
  await call("run", "--archive", place.archive, "--workers", "0");
  const { reviews } = await readRun(await findRun(place.out));
  const york = reviews.find(({ meta }) => meta.id === "york-2019")!;
  const gang = reviews.flatMap(({ mentions }) => mentions).find(({ code, evidence }) => code === "gangs" && evidence)!;
  const stored = york.texts.find(({ document }) => document === "housing.txt")!;
  const start = stored.text.indexOf("lads");
  const about = { by: "A", at: "2026-01-01T00:00:00.000Z", note: "" };
  const { id, review, document, session, code, term, text, quote } = gang;
  const wrong = { ...{ review, document, session, code, term, text, quote }, start: gang.start, end: gang.end };
  const missing = {
    review: "york-2019",
    document: "housing.txt",
    session: "housing",
    code: "gangs",
    term: "",
    text: "lads",
  };
  const sentence = stored.sentences.find((one) => one.start <= start && start < one.end)!;
  const corrections: Correction[] = [
    { kind: "wrong", ...about, ...wrong, mention: id },
    {
      ...{ kind: "missing" as const, ...about, ...missing, mention: "", start, end: start + 4 },
      quote: stored.text.slice(sentence.start, sentence.end),
    },
  ];
  for (const correction of corrections) await appendCorrection(place.out, correction, realEffects);
});
afterAll(async () => {
  await place.remove();
  await rm(desk, { recursive: true, force: true });
});

describe("lexicon preview", () => {
  it("tells by review what an overlay gains and loses, with examples, and what of the corrections it answers", async () => {
    const { out } = await call("lexicon", "preview", "--overlay", await overlay("lads", ["gang"], ["lad"]));
    expect(out).toMatch(/^1 mention gained, 2 lost, 0 read differently, in 3 of 5 documents\.$/m);
    expect(out).toMatch(/^york-2019 +Gangs +0 +1 +0 +0 +1 +not raised -> silence$/m);
    expect(out).toMatch(/^hull-2020 +Gangs +1 +0 +1 +0 +0 +silence -> not raised$/m);
    expect(out).toContain("by [lads] from Leeds.");
    expect(out).toMatch(/wrong mentions that go +1 of 1/);
    expect(out).toMatch(/missing mentions that are found +1 of 1/);
  });

  it("says that nothing changes where nothing does", async () => {
    const { out } = await call("lexicon", "preview", "--overlay", await overlay("nothing", [], ["zeppelin"]));
    expect(out).toContain("The edit changes nothing in this run.");
  });

  it("says which drops of an overlay drop nothing", async () => {
    const { err } = await call("lexicon", "preview", "--overlay", await overlay("idle", ["gangs"], ["lad"]));
    expect(err).toContain('An overlay drops "gangs", which is no term of that code.');
  });

  it("gives all of it as JSON", async () => {
    const { out } = await call("lexicon", "preview", "--json", "--overlay", await overlay("json", [], ["lad"]));
    expect(JSON.parse(out)).toMatchObject({ gained: [{ code: "gangs", term: "lad", review: "york-2019" }], lost: [] });
  });

  it("asks what was edited, and refuses what cannot be read", async () => {
    await expect(call("lexicon", "preview")).rejects.toThrow(/--lexicon DIR .* or --overlay DIR/);
    const broken = await overlay("broken", [], ["(lad"]);
    await expect(call("lexicon", "preview", "--overlay", broken)).rejects.toThrow(/cannot be used/);
  });
});

describe("corrections export", () => {
  it("is a coding sheet that agree reads, against which the machine has what the analyst said", async () => {
    const { out } = await call("corrections", "export");
    const sheet = join(desk, "sheet.csv");
    await writeFile(sheet, out);
    const { out: told } = await call("agree", "--human", sheet, "--keep", "--json");
    const gangs = (JSON.parse(told) as { codes: { code: string }[] }).codes.find(({ code }) => code === "gangs");
    expect(gangs).toMatchObject({ human: 1, machine: 1, shared: 0, precision: { value: 0 }, recall: { value: 0 } });
    const kept = await readAgreement(place.out);
    expect(kept?.codes.find(({ code }) => code === "gangs")).toMatchObject({ human: 1, machine: 1, precision: 0 });
  });
});

describe("corrections import", () => {
  it("takes what was corrected in a file once, and says which lines it cannot take and why", async () => {
    const { reviews } = await readRun(await findRun(place.out));
    const mention = reviews.flatMap(({ mentions }) => mentions).find(({ code }) => code === "cuckooing");
    const line = { kind: "right", mention: mention!.id, note: "Looked at.", by: "Bo" };
    const file = join(desk, "corrections.jsonl");
    await writeFile(
      file,
      [line, { ...line, mention: "none" }, { ...line, by: " " }, { kind: "right" }]
        .map((one) => JSON.stringify(one))
        .join("\n") + "\n{\n",
    );
    const first = await call("corrections", "import", file);
    expect(first.out).toBe("Added 1 correction; 0 known already, 4 refused.\n");
    expect(first.err).toMatch(/line 2: The run holds no mention of that id/);
    const { corrections } = await readCorrections(place.out);
    expect(corrections.at(-1)).toMatchObject({
      kind: "right",
      by: "Bo",
      note: "Looked at.",
      code: mention!.code,
      quote: mention!.quote,
    });
    await writeFile(file, JSON.stringify(line));
    expect((await call("corrections", "import", file)).out).toBe("Added 0 corrections; 1 known already, 0 refused.\n");
  });
});
