import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { realEffects } from "../../src/store/index.js";
import { demonstration } from "./demonstration.js";
import { PATIENCE, ROOT } from "./triangulum.js";

const README = readFileSync(join(ROOT, "README.md"), "utf8");
/** The rows of the table of commands: name, what stands for its arguments, and flags. */
const COMMANDS = [...README.matchAll(/^\| `([a-z][^`]*)` \| .* \| (.*) \|$/gmu)].map(([, call = "", flags = ""]) => ({
  call: call.split(" ").filter((word) => /^[a-z]+$/u.test(word)),
  flags: [...flags.matchAll(/--[a-z-]+/gu)].map(([flag]) => flag).sort(),
}));

/** What a command's `--help` prints. */
async function help(call: readonly string[]): Promise<string> {
  let said = "";
  const hear = (text: string): void => {
    said += text;
  };
  await buildProgram({ out: hear, err: hear, terminal: false, effects: realEffects })([...call, "--help"]).catch(
    () => {},
  );
  return said;
}

const listed = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = ""]) => name);

/** Commands by the words that call them, as the program's own help lists them. */
async function commandsOf(call: readonly string[]): Promise<string[]> {
  const commands = listed((await help(call)).split("Commands:")[1] ?? "", /^ {2}([a-z]+)/gmu).filter(
    (name) => name !== "help",
  );
  if (commands.length === 0) return [call.join(" ")];
  return (await Promise.all(commands.map((name) => commandsOf([...call, name])))).flat();
}

describe("README.md", () => {
  it("opens with a line of a transcript and the row that it becomes", { timeout: PATIENCE }, async () => {
    const line = /^> (.+)$/mu.exec(README)?.[1] ?? "none";
    const row = /^cuckooing,.*$/mu.exec(README)?.[0] ?? "none";
    const transcript = await readFile(join(ROOT, "fixtures/archive/thripwell/Focus group 3 - Housing.md"), "utf8");
    expect(transcript).toContain(line);
    const { run } = await demonstration();
    expect(await readFile(join(run, "mentions.csv"), "utf8")).toContain(line);
    const published = await readFile(join(run, "reviews/thripwell-2019/convergence.csv"), "utf8");
    expect(
      published
        .split("\n")
        .find((one) => one.startsWith("cuckooing,"))
        ?.startsWith(`${row},`),
      published,
    ).toBe(true);
  });

  it("names every command and no other", async () => {
    expect(COMMANDS.map(({ call }) => call.join(" ")).sort()).toEqual((await commandsOf([])).sort());
  });

  it.each(COMMANDS)("names the flags of $call", async ({ call, flags }) => {
    const known = listed(await help(call), /^ {2}(?:-[a-zA-Z], )?(--[a-z-]+)/gmu);
    expect(flags).toEqual(known.filter((flag) => flag !== "--help" && flag !== "--pipeline").sort());
  });

  it("is short, and links to what is there", () => {
    expect(README.split("\n").length).toBeLessThan(240);
    for (const file of ["README.md", "src/reporting/README.md", "pipelines/README.md", "lexicons/README.md"]) {
      const text = readFileSync(join(ROOT, file), "utf8");
      for (const [, link = ""] of text.matchAll(/\]\(([^)#:]+)\)/gu))
        expect(existsSync(join(ROOT, dirname(file), link)), link).toBe(true);
    }
  });
});
