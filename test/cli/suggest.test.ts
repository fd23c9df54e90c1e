import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Stop } from "../../src/model/index.js";

import { makePlace, PIPELINE, type Place } from "../run/example-archive.js";
import { callProgram } from "./call-program.js";

let place: Place;
beforeAll(async () => {
  place = await makePlace({
    "hull-2020/one.txt":
      "Nurse: There is cuckooing in a trap house. Call Jane Smith on 07700 900123.\n\nInterviewer: And?\n\nNurse: The buses are late.\n",
    "hull-2020/two.txt":
      "Nurse: There is cuckooing in a trap house. Some call it cuckoing.\n\nInterviewer: And?\n\nNurse: The parks are dark.\n",
  });
  const { code } = await call("run", "--archive", place.archive, "--workers", "0");
  expect(code).toBe(0);
});
afterAll(() => place.remove());

function call(...args: string[]) {
  return callProgram([...args, "--pipeline", PIPELINE, "--out", place.out]);
}

describe("lexicon suggest", () => {
  it("prints CSV, masked, with lines that lead back to documents", async () => {
    const { code, out, err } = await call("lexicon", "suggest");
    expect([code, err]).toEqual([0, ""]);
    const [head, ...rows] = out.trimEnd().split("\n");
    expect(head).toMatch(/^code,kind,words,nearly,terms,/);
    expect(rows.some((row) => /^cuckooing,beside,trap house,.*hull-2020\/one\.txt: .*trap house/.test(row))).toBe(true);
    expect(rows.some((row) => row.startsWith("cuckooing,near-miss,cuckoing,cuckooing,cuckoo,no,"))).toBe(true);
    expect(out).not.toMatch(/Jane|Smith|07700/);
  });

  it("prints one JSON object of one code", async () => {
    const told = JSON.parse((await call("lexicon", "suggest", "--code", "cuckooing", "--top", "1", "--json")).out);
    expect(told.beside).toHaveLength(1);
    expect(told.nearMisses).toMatchObject([{ form: "cuckoing", documents: 1, beside: 1 }]);
    const none = JSON.parse((await call("lexicon", "suggest", "--code", "gangs", "--json")).out);
    expect(none).toMatchObject({ beside: [], nearMisses: [] });
  });

  it("refuses a code that there is not, and names those that there are", async () => {
    const refused = call("lexicon", "suggest", "--code", "gang");
    await expect(refused).rejects.toThrow(Stop);
    await expect(refused).rejects.toThrow(/no code gang .*gangs/s);
  });
});

describe("lexicon stats --run", () => {
  it("tells how the terms did", async () => {
    const { out } = await call("lexicon", "stats", "--run", "latest");
    expect(out).toMatch(/8 terms without a mention in the run\n {2}county-lines\s+county line\n/);
    expect(out).toMatch(/1 code carried by one term.*\n {2}cuckooing {2}cuckoo {2}2 of 2\n/);
    const told = JSON.parse((await call("lexicon", "stats", "--run", "latest", "--json")).out);
    expect(told.carriedByOne).toMatchObject([{ code: "cuckooing", share: 1 }]);
    expect(JSON.parse((await call("lexicon", "stats", "--json")).out)).not.toHaveProperty("neverMatched");
  });
});
