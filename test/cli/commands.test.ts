import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listRuns, realEffects } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place, ROOT } from "../run/example-archive.js";
import { callProgram } from "./call-program.js";

let place: Place;
let desk: string;

const call = (...args: string[]): ReturnType<typeof callProgram> => callProgram(args);

const saved = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  call(...args, "--pipeline", PIPELINE, "--out", place.out);
const runNow = (...args: string[]): ReturnType<typeof call> =>
  saved("run", "--archive", place.archive, "--workers", "0", ...args);
const rows = async (file: string): Promise<string[]> =>
  (await readFile(join(place.out, "latest", file), "utf8")).trim().split("\n");
const firstId = async (file: string, like: RegExp): Promise<string> =>
  (await rows(file)).find((row) => like.test(row))?.split(",")[0] ?? "";

beforeAll(async () => {
  place = await makePlace();
  desk = await mkdtemp(join(tmpdir(), "triangulum-desk-"));
  await runNow();
});
afterAll(async () => {
  await place.remove();
  await rm(desk, { recursive: true, force: true });
});

describe("run", () => {
  it("ends by saying where the matrix, the findings and the page are, with the top of both", async () => {
    const { code, out, err } = await runNow();
    expect(code).toBe(0);
    for (const file of ["themes-matrix.csv", "findings.csv", "report.html", "problems.csv"])
      expect(out).toContain(join("latest", file));
    expect(out).toMatch(/^ {2}cuckooing +\d+ {2}in \d review/m);
    expect(out).toMatch(/^ +\d+ {2}York {2}\S/m);
    expect(out).toContain("5 documents (5 as before, 0 not read) in 2 reviews");
    for (const line of err.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("msg");
  });

  it("says no word of a transcript, and no name, in its log", async () => {
    const { err } = await runNow("--full");
    for (const word of ["Jane", "Smith", "cuckooing", "housing.txt"]) expect(err).not.toContain(word);
  });

  it("prints one JSON object when asked", async () => {
    const { out } = await runNow("--json");
    expect(JSON.parse(out)).toMatchObject({
      counts: { reviews: 2, documents: 5 },
      files: { matrix: join(place.out, "latest", "themes-matrix.csv") },
    });
  });

  it("ends with 1 where a document had an error and --strict was given, else with 0", async () => {
    const other = await makePlace();
    try {
      await other.write({ "hull-2020/empty.txt": "" });
      const args = ["run", "--pipeline", PIPELINE, "--archive", other.archive, "--out", other.out, "--workers", "0"];
      expect((await call(...args)).code).toBe(0);
      expect((await call(...args, "--strict")).code).toBe(1);
    } finally {
      await other.remove();
    }
  });
});

describe("commands on a saved run", () => {
  it("explain a mention: its sentence, term, cues and what decided", async () => {
    const { out } = await saved("explain", await firstId("mentions.csv", /no knife crime on our estates/));
    expect(out).toContain("[knife crime]");
    expect(out).toMatch(/assertion += absent|assertion = absent/);
    expect(out).toContain('"no"');
  });
  it("explain a finding: sessions, verdict and evidence", async () => {
    const { out } = await saved("explain", await firstId("findings.csv", /york-2019/));
    for (const part of ["Strength", "For", "Verdicts", "Evidence"]) expect(out).toContain(part);
  });
  it("explain nothing that is not there", async () => {
    await expect(saved("explain", "zzz")).rejects.toMatchObject({ exitCode: 2 });
  });

  it("make the same reports again, into another folder", async () => {
    const to = join(desk, "again");
    expect((await saved("report", "--to", to)).code).toBe(0);
    for (const file of await readdir(to, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const path = join(file.parentPath, file.name).slice(to.length);
      expect([path, await readFile(join(to, path), "utf8")]).toEqual([
        path,
        await readFile(join(place.out, "latest", path), "utf8"),
      ]);
    }
  });
  it("make one format alone, and never write into a run", async () => {
    const to = join(desk, "one");
    await saved("report", "latest", "--to", to, "--format", "lines");
    expect(await readdir(to)).toEqual(["lines.csv"]);
    await expect(saved("report", "--to", join(place.out, "latest"))).rejects.toThrow("never changed");
    await expect(saved("report", "--to", join(place.out, "runs", "mine"))).rejects.toThrow("never changed");
    await expect(saved("report", "--to", to, "--format", "xls")).rejects.toThrow("no format xls");
  });

  it("say which rules a report cannot read, and where they are named", async () => {
    const moved = join(desk, "moved.yaml");
    await writeFile(moved, (await readFile(PIPELINE, "utf8")).replace(/^rules:.*$/m, "rules: gone.yaml"));
    const asked = call(
      "report",
      "--pipeline",
      moved,
      "--out",
      place.out,
      "--to",
      join(desk, "n"),
      "--format",
      "national-json",
    );
    await expect(asked).rejects.toThrow(
      /gone\.yaml: the finding rules cannot be read \(ENOENT\)\. Correct `rules:` in .*moved\.yaml/,
    );
  });

  it("lay later decisions over a report, and leave the run alone", async () => {
    const id = await firstId("findings.csv", /york-2019/);
    const file = join(desk, "decisions.jsonl");
    const decision = {
      finding: id,
      status: "rejected",
      by: "A",
      at: "2026-01-01T00:00:00.000Z",
      note: "seen",
      evidenceHash: "x",
    };
    await writeFile(file, `${JSON.stringify(decision)}\n`);
    expect((await saved("decisions", "import", file)).out).toContain("Added 1 decision");
    expect((await saved("decisions", "import", file)).out).toContain("1 known already");
    expect((await saved("decisions", "export")).out.trim()).toBe(JSON.stringify(decision));
    const to = join(desk, "decided");
    await saved("report", "--to", to, "--format", "findings-csv");
    expect(await readFile(join(to, "findings.csv"), "utf8")).toContain("rejected");
    expect((await rows("findings.csv")).join("\n")).not.toContain("rejected");
    await runNow();
    expect((await rows("findings.csv")).join("\n")).toContain("rejected");
  });
  it("refuse decisions that cannot be read, and add none of the file", async () => {
    const file = join(desk, "torn.jsonl");
    await writeFile(file, '{"finding":\n');
    await expect(saved("decisions", "import", file)).rejects.toThrow("line 1");
  });

  it("answer SQL", async () => {
    const { out } = await saved(
      "query",
      "SELECT count(DISTINCT session) AS sessions FROM mentions WHERE evidence",
      "--json",
    );
    expect(JSON.parse(out)).toEqual([{ sessions: "3" }]);
    expect((await saved("query", "SELECT 'a' AS x, 1 AS y")).out).toBe("x  y\na  1\n");
  });

  it("tell what changed between two runs, and because of what", async () => {
    await place.write({ "hull-2020/council.txt": "The council said that county lines is a concern.\n" });
    await runNow();
    const [before] = (await listRuns(place.out)).slice(-2);
    const { out } = await saved("diff", before!);
    expect(out).toContain("Causes: transcripts");
    expect(out).toMatch(/new +hull-2020 +council.txt/);
    expect((await saved("diff", "latest", "latest")).out).toContain("No cause");
  });

  it("list runs and prune them", async () => {
    const runs = await listRuns(place.out);
    expect((await saved("runs", "list")).out.trim().split("\n")).toHaveLength(runs.length + 1);
    expect((await saved("runs", "prune", "--keep", "1")).out).toContain(`Removed ${runs.length - 1} runs`);
    expect(await listRuns(place.out)).toEqual(runs.slice(-1));
  });

  it("hold the machine's coding against a person's, from a run or from one document", async () => {
    const human = join(desk, "human.csv");
    const sheet = "session,line,sentence,code,trigger,assertion,trend,appraisal,locus,support\n";
    await writeFile(
      human,
      `${sheet}schools,1,The group said that knife crime is rising.,knife-crime,knife crime,present,rising,none,local,unstated\n`,
    );
    const args = ["--human", human, "--json"];
    for (const source of [
      ["latest", "--document", "york-2019/schools.txt"],
      [join(place.archive, "york-2019/schools.txt")],
    ]) {
      const { out } = await saved("agree", ...source, ...args);
      expect(JSON.parse(out)).toMatchObject({ sentences: 1, overall: { human: 1, machine: 1, shared: 1 } });
    }
    expect((await saved("agree", join(place.archive, "york-2019/schools.txt"), "--human", human)).out).toMatch(
      /knife-crime +1 +1 +1 +1\.00/,
    );
  });
});

describe("commands before a run", () => {
  it("check pipeline, lexicon, rules and archive", async () => {
    const { code, out } = await saved("check", "--archive", place.archive);
    expect(out).toMatch(/2 reviews with \d documents, 8 codes/);
    expect(code).toBe(0);
    await place.write({ "hull-2020/sessions.csv": "file,session,sectors\nnowhere.txt,a,housing\n" });
    const wrong = await saved("check", "--archive", place.archive, "--json");
    await place.drop("hull-2020/sessions.csv");
    expect([wrong.code, wrong.out]).toEqual([2, expect.stringContaining("archive/missing-file")]);
  });

  it("draft metadata that reads back, and leave alone what is there", async () => {
    const { out } = await call("init", "--pipeline", PIPELINE, "--archive", place.archive);
    expect(out).toContain("left alone");
    const drafted = await readFile(join(place.archive, "hull-2020/sessions.csv"), "utf8");
    expect(drafted).toContain("police.txt");
    expect(drafted).toContain("Facilitator");
    const { out: again } = await call(
      "init",
      "--pipeline",
      PIPELINE,
      "--archive",
      place.archive,
      "--review",
      "hull-2020",
    );
    expect(again.match(/left alone/g)).toHaveLength(2);
  });

  it("lint and count the lexicon", async () => {
    expect((await call("lexicon", "lint", "--pipeline", PIPELINE)).out).toMatch(/problems? in the lexicon/);
    expect(JSON.parse((await call("lexicon", "stats", "--pipeline", PIPELINE, "--json")).out)).toMatchObject({
      codes: 8,
    });
  });
});

describe("the program itself", () => {
  const main = (...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args]).then(
      (done) => ({ code: 0, ...done }),
      (error) => error as { code: number; stdout: string; stderr: string },
    );

  const exits: [string, string[], number, RegExp][] = [
    ["shows its help", ["--help"], 0, /run \[options\]/],
    ["refuses an unknown command", ["fly"], 2, /unknown command/],
    ["refuses an unknown option", ["run", "--fast"], 2, /unknown option/],
    ["refuses a bad number", ["run", "--workers", "-1"], 2, /whole number/],
    ["refuses a definition that is not there", ["run", "--pipeline", "/nowhere.yaml"], 2, /cannot be read/],
    [
      "refuses an archive that is not there",
      ["run", "--archive", "/nowhere", "--out", join(tmpdir(), "triangulum-none")],
      2,
      /cannot be listed/,
    ],
  ];
  it.each(exits)("%s", async (_name, args, code, said) => {
    const done = await main(...args);
    expect(done.stdout + done.stderr).toMatch(said);
    expect(done.code).toBe(code);
    expect(done.stderr).not.toContain("    at ");
  });

  it("ends with 3 while another run holds the lock", async () => {
    const { takeLock } = await import("../../src/store/index.js");
    const release = await takeLock(place.out, realEffects);
    const done = await main("run", "--pipeline", PIPELINE, "--archive", place.archive, "--out", place.out);
    await release();
    expect([done.code, done.stderr]).toEqual([3, expect.stringContaining("Another run holds")]);
  });
});
