import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Decision } from "../../src/model/index.js";
import { appendDecisions, readDecisions, realEffects } from "../../src/store/index.js";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "triangulum-decisions-"));
});
afterEach(() => rm(out, { recursive: true, force: true }));

const decision = (finding: string): Decision => ({
  finding,
  status: "accepted",
  by: "A",
  at: "2026-01-01T00:00:00.000Z",
  note: "",
  evidenceHash: "e",
});

describe("the log of decisions", () => {
  it("is empty where there is none, with a hash all the same", async () => {
    expect(await readDecisions(out)).toMatchObject({ decisions: [], problems: [] });
    expect((await readDecisions(out)).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("only grows, in the order in which was decided", async () => {
    await appendDecisions(out, [decision("a"), decision("b")], realEffects);
    const before = await readFile(join(out, "decisions.jsonl"), "utf8");
    await appendDecisions(out, [decision("c")], realEffects);
    expect((await readFile(join(out, "decisions.jsonl"), "utf8")).startsWith(before)).toBe(true);
    expect((await readDecisions(out)).decisions.map(({ finding }) => finding)).toEqual(["a", "b", "c"]);
  });

  it("survives a line that a kill cut off: it is named, and the next decision stands on a line of its own", async () => {
    await appendDecisions(out, [decision("a")], realEffects);
    await appendFile(join(out, "decisions.jsonl"), '{"finding":"b","sta');
    await appendDecisions(out, [decision("c")], realEffects);
    const { decisions, problems } = await readDecisions(out);
    expect(decisions.map(({ finding }) => finding)).toEqual(["a", "c"]);
    expect(problems.map(({ place }) => place)).toEqual(["decisions.jsonl line 2"]);
  });
});
