import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { findRun, query, realEffects } from "../../src/store/index.js";
import { makePlace, PIPELINE, type Place, ROOT } from "../run/example-archive.js";

/** The examples of pipelines/README.md in one language. */
function examples(language: string): string[] {
  const text = readFileSync(`${ROOT}pipelines/README.md`, "utf8");
  return [...text.matchAll(/^```(\w+)\n([^`]*)^```$/gm)].flatMap(([, name, code]) =>
    name === language ? [code!] : [],
  );
}

let place: Place;
let folder: string;
beforeAll(async () => {
  place = await makePlace();
  const io = { out: () => {}, err: () => {}, terminal: false, effects: realEffects };
  const args = ["--pipeline", PIPELINE, "--archive", place.archive, "--out", place.out, "--workers", "0"];
  await buildProgram(io)(["run", ...args]);
  folder = await findRun(place.out);
});
afterAll(() => place.remove());

describe("an example query in SQL", () => {
  it.each(examples("sql").map((sql) => [sql.split("\n").slice(0, 2).join(" "), sql]))(
    "answers: %s",
    async (_head, sql) => {
      const { columns, rows } = await query(folder, sql);
      expect(columns.length).toBeGreaterThan(1);
      expect(rows.length).toBeGreaterThan(0);
    },
  );
});

/** Whether a program is there, with the packages that the example loads. */
const runs = (command: string, args: string[]): boolean => spawnSync(command, args, { stdio: "ignore" }).status === 0;

describe("an example in another language", () => {
  const cases: [string, string, string[], string[]][] = [
    ["python", "python3", ["-c"], ["-c", "import duckdb, pandas, pyarrow"]],
    ["r", "Rscript", ["-e"], ["-e", "library(arrow); library(dplyr)"]],
  ];
  for (const [language, command, prefix, probe] of cases) {
    const there = runs(command, probe);
    if (!there)
      console.warn(`${command} with the packages of the example is not at hand: the ${language} example was not run.`);
    it.skipIf(!there).each(examples(language))(`runs in ${language}`, (code) => {
      const said = spawnSync(command, [...prefix, code.replaceAll("out/latest", folder)], { encoding: "utf8" });
      expect([said.status, said.stderr]).toEqual([0, expect.anything()]);
    });
  }

  it.skipIf(!runs("python3", ["--version"])).each(examples("python"))("is Python", (code) => {
    const parsed = spawnSync("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"], {
      input: code,
      encoding: "utf8",
    });
    expect([parsed.status, parsed.stderr]).toEqual([0, ""]);
  });
});
