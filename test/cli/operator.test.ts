import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { type Effects, listRuns, realEffects } from "../../src/store/index.js";
import { makePlace, type Place, ROOT } from "../run/example-archive.js";
import { listen } from "./call-program.js";

let place: Place;
let root: string;
beforeEach(async () => {
  place = await makePlace();
  root = join(place.archive, "..");
});
afterEach(() => place.remove());

/** Writes a definition with what is given and runs a command under it; what was said and the exit code come back. */
async function go(definition: string, args: string[], effects: Effects = realEffects) {
  const file = join(root, "pipeline.yaml");
  const lexicon = join(ROOT, "test/run/lexicon");
  const rules = join(ROOT, "pipelines/finding-rules.yaml");
  const text = `name: t\nlexicon: ${lexicon}\nrules: ${rules}\narchive: archive\nout: out\nworkers: 0\n${definition}`;
  await writeFile(file, text);
  const { io, said } = listen(effects);
  const code = await buildProgram(io)([...args, "--pipeline", file]).catch((error) => error.exitCode ?? 4);
  return { code, ...said };
}

const night = (day: number): Effects => ({ ...realEffects, now: () => new Date(Date.UTC(2026, 0, day, 1, 30)) });

describe("the metrics file", () => {
  const METRICS = "operator: { metrics: textfile/t.prom }\n";
  const read = (): Promise<string> => readFile(join(root, "textfile/t.prom"), "utf8");
  const value = (text: string, sample: string): number | undefined => {
    const line = text.split("\n").find((one) => one.startsWith(`triangulum_${sample}`));
    return line === undefined ? undefined : Number(line.split(" ").at(-1));
  };

  it("tells of documents, mentions, findings, stages and the last success, in Prometheus' text format", async () => {
    await go(METRICS, ["run"], night(1));
    await place.write({
      "hull-2020/police.txt": "Inspector: We have seen a rise in knife crime.\n",
      "hull-2020/no.pdf": "x",
    });
    const { out } = await go(METRICS, ["run", "--json"], night(2));
    const { counts } = JSON.parse(out);
    const text = await read();
    expect(value(text, 'documents{pipeline="t",status="coded"}')).toBe(1);
    expect(value(text, 'documents{pipeline="t",status="reused"}')).toBe(4);
    expect(value(text, 'documents{pipeline="t",status="problem"}')).toBe(1);
    expect(value(text, 'reviews{pipeline="t",status="reused"}')).toBe(1);
    expect(value(text, "mentions")).toBe(counts.mentions);
    expect(value(text, "findings")).toBe(counts.findings);
    expect(value(text, 'stage_seconds{pipeline="t",stage="triangulate"}')).toBeGreaterThanOrEqual(0);
    expect(value(text, "last_success_timestamp_seconds")).toBe(Date.UTC(2026, 0, 2, 1, 30) / 1000);
    expect(value(text, "last_attempt_exit_code")).toBe(0);
    // Every line is a comment or a sample, and each metric is announced before its samples.
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) triangulum_\w+ .+|triangulum_\w+\{\w+="[^"]*"(?:,\w+="[^"]*")*\} -?\d+(?:\.\d+)?)$/,
      );
    const { mode } = await stat(join(root, "textfile/t.prom"));
    expect(mode & 0o777).toBe(0o644);
    expect(await readdir(join(root, "textfile"))).toEqual(["t.prom"]);
  });

  it("keeps the last success when a night fails", async () => {
    await go(METRICS, ["run"], night(1));
    await place.drop("york-2019");
    expect((await go(METRICS, ["run"], night(2))).code).toBe(4);
    const text = await read();
    expect(value(text, "last_attempt_exit_code")).toBe(4);
    expect(value(text, "last_attempt_timestamp_seconds")).toBe(Date.UTC(2026, 0, 2, 1, 30) / 1000);
    expect(value(text, "last_success_timestamp_seconds")).toBe(Date.UTC(2026, 0, 1, 1, 30) / 1000);
  });

  it("that cannot be written does not spoil a good night, and is said", async () => {
    await writeFile(join(root, "textfile"), "a file where a folder should be");
    const { code, err } = await go(METRICS, ["run"]);
    expect(code).toBe(0);
    expect(err).toContain("The metrics file");
  });
});

describe("the command on_failure", () => {
  const hook = (script: string): string => `operator: { on_failure: [sh, -c, ${JSON.stringify(script)}] }\n`;
  const tell = hook(`env > ${"$0"}.env`).replace("]", ", ROOT/hook]");

  it("is told the exit code and nothing of the archive", async () => {
    const definition = tell.replace("ROOT", root);
    expect((await go(definition, ["run"], night(1))).code).toBe(0);
    await expect(stat(join(root, "hook.env"))).rejects.toMatchObject({ code: "ENOENT" });
    await place.drop("york-2019");
    expect((await go(definition, ["run"], night(2))).code).toBe(4);
    const environment = await readFile(join(root, "hook.env"), "utf8");
    expect(environment).toContain("TRIANGULUM_EXIT_CODE=4\n");
    expect(environment).toContain("TRIANGULUM_PIPELINE=t\n");
    expect(environment).toContain("TRIANGULUM_TIME=2026-01-02T01:30:00.000Z\n");
    const known = /^(?:TRIANGULUM_(?:EXIT_CODE|PIPELINE|TIME)|PATH|HOME|LANG|PWD|OLDPWD|SHLVL|_)=/;
    expect(
      environment
        .trimEnd()
        .split("\n")
        .filter((line) => !known.test(line)),
    ).toEqual([]);
  });

  it("that fails itself changes no exit code", async () => {
    await place.drop("york-2019");
    await place.drop("hull-2020");
    const { code, err } = await go(hook("exit 9"), ["run"]);
    expect(code).toBe(4);
    expect(err).toContain("on_failure failed");
  });
});

describe("old runs", () => {
  it("go after a night when they are past their retention", async () => {
    await go("", ["run"], night(1));
    await go("", ["run"], night(8));
    await go("retention: { days: 5 }\n", ["run"], night(10));
    expect((await listRuns(place.out)).map((run) => run.slice(0, 10))).toEqual(["2026-01-08", "2026-01-10"]);
  });

  it("are pruned by number and by age; a rule is needed", async () => {
    for (const day of [1, 2, 8, 10]) await go("", ["run"], night(day));
    expect((await go("", ["runs", "prune"], night(10))).code).toBe(2);
    const { out } = await go("", ["runs", "prune", "--keep-days", "3", "--json"], night(10));
    expect(JSON.parse(out).removed.map((run: string) => run.slice(0, 10))).toEqual(["2026-01-01", "2026-01-02"]);
    await go("", ["runs", "prune", "--keep", "1"], night(10));
    expect(await listRuns(place.out)).toHaveLength(1);
  });
});
