import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProgram } from "../../../src/cli/program.js";
import { EXCHANGE_FORMATS } from "../../../src/lexicon/index.js";
import { realEffects } from "../../../src/store/index.js";
import { PIPELINE } from "../../run/example-archive.js";

let desk: string;
beforeAll(async () => {
  desk = await mkdtemp(join(tmpdir(), "triangulum-exchange-"));
});
afterAll(() => rm(desk, { recursive: true, force: true }));

async function call(...args: string[]): Promise<{ code: number; out: string }> {
  let out = "";
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: () => {},
    terminal: false,
    effects: realEffects,
  };
  return { code: await buildProgram(io)(["lexicon", ...args, "--pipeline", PIPELINE]), out };
}

describe("lexicon export and import as they are typed", () => {
  it.each(EXCHANGE_FORMATS)("carry a lexicon to %s and back without a new term", async (format) => {
    const file = join(desk, `out.${format}`);
    const exported = await call("export", "--to", file, "--format", format, "--json");
    expect(exported.code).toBe(0);
    expect(JSON.parse(exported.out)).toMatchObject({ format, codes: 8 });
    const imported = await call("import", file, "--to", join(desk, format), "--format", format, "--json");
    expect([imported.code, JSON.parse(imported.out)]).toMatchObject([0, { codes: 8, newCodes: 0, terms: 0 }]);
    expect(existsSync(join(desk, format, "lexicon.yaml"))).toBe(true);
  });

  it("write CSV that no spreadsheet runs", async () => {
    const file = join(desk, "guarded.csv");
    await call("export", "--to", file);
    const lines = (await readFile(file, "utf8")).split("\n");
    expect(lines[0]).toMatch(/^code,label,theme,term,/);
    for (const line of lines) expect(line).not.toMatch(/(^|,|")[=@+]/);
  });

  it("draft what is new, tell lint's opinion and leave a folder alone that holds something", async () => {
    const file = join(desk, "new.yml");
    await writeFile(file, "Vape shops:\n  - vape shop\n  - one two three four five six seven eight\n");
    const { code, out } = await call("import", file, "--to", join(desk, "new"), "--theme", "drugs");
    expect(code).toBe(0);
    expect(out).toContain("1 code (1 new) with 2 new terms");
    expect(out).toContain("8 words in a row");
    expect(await readFile(join(desk, "new", "codes", "drugs.yaml"), "utf8")).toContain("id: 'vape-shops'");
    await expect(call("import", file, "--to", join(desk, "new"))).rejects.toThrow("not empty");
  });

  it("stop with a way out where nothing can be read", async () => {
    const file = join(desk, "broken.dic");
    await writeFile(file, "no percent signs\n");
    await expect(call("import", file, "--to", join(desk, "x"))).rejects.toThrow("nothing was written");
    await expect(call("import", join(desk, "none.dic"), "--to", join(desk, "x"))).rejects.toThrow("no such file");
    await expect(call("import", file, "--to", join(desk, "x"), "--format", "spss")).rejects.toThrow("skos-turtle");
    await expect(call("export", "--to", join(desk, "a.doc"))).rejects.toThrow("Give --format");
    await expect(call("import", file, "--to", join(desk, "x"), "--theme", "cars")).rejects.toThrow("no theme cars");
    expect(existsSync(join(desk, "x"))).toBe(false);
  });

  it("name every format in their help", async () => {
    let help = "";
    const io = {
      out: (text: string) => {
        help += text;
      },
      err: () => {},
      terminal: false,
      effects: realEffects,
    };
    await expect(buildProgram(io)(["lexicon", "export", "--help"])).rejects.toThrow();
    for (const format of EXCHANGE_FORMATS) expect(help).toContain(format);
  });
});
