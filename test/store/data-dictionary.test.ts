import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginRun, findRun, query, realEffects } from "../../src/store/index.js";
import { record, review } from "./example-run.js";

let out: string;
let folder: string;
let dictionary: string;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "triangulum-dictionary-"));
  const draft = await beginRun(out, undefined, realEffects);
  await draft.writeTables([review()], [], { concepts: [], frames: [], places: [] });
  await draft.publish(record(draft.run));
  folder = await findRun(out);
  dictionary = await readFile(join(folder, "data/README.md"), "utf8");
});
afterAll(() => rm(out, { recursive: true, force: true }));

/** Tables of the dictionary with their columns and types, in order. */
function described(): Map<string, [string, string][]> {
  return new Map(
    dictionary
      .split("\n## ")
      .slice(1)
      .map((section) => [
        section.split("\n")[0]!,
        [...section.matchAll(/^\| `(\w+)` \| ([A-Z[\]]+)(?: \(JSON\))? \| \S.* \|$/gm)].map(
          ([, name, type]): [string, string] => [name!, type!],
        ),
      ]),
  );
}

describe("data/README.md of a run", () => {
  it("holds every table and column that the database reads, in order and with its type", async () => {
    const tables = await query(folder, "SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name");
    const names = tables.rows.map(({ view_name }) => String(view_name));
    expect([...described().keys()].sort()).toEqual(names);
    for (const name of names) {
      const { rows } = await query(folder, `DESCRIBE ${name}`);
      expect([name, described().get(name)]).toEqual([name, rows.map((row) => [row.column_name, row.column_type])]);
    }
  });

  it("says of every column what it means, in a sentence that breaks no table", () => {
    for (const line of dictionary.split("\n").filter((one) => one.startsWith("| `")))
      expect(line).toMatch(/^\| `\w+` \| [^|]+ \| [A-Z0-9`][^|]+\. \|$/);
  });
});
