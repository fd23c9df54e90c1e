import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildProgram } from "../../src/cli/program.js";
import { realEffects } from "../../src/store/index.js";
import { ROOT } from "../run/example-archive.js";

const SERVICE = readFileSync(join(ROOT, "pipelines/systemd/triangulum.service"), "utf8");
const TIMER = readFileSync(join(ROOT, "pipelines/systemd/triangulum.timer"), "utf8");
const CRONTAB = readFileSync(join(ROOT, "pipelines/crontab.example"), "utf8");

const tool = spawnSync("systemd-analyze", ["--version"]);
const missing = tool.status !== 0;
if (missing) console.error("systemd-analyze is missing here: the example units are read, but not verified.");

/** Command lines of the program in a file, each as its arguments. */
function commandsIn(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .flatMap((line) => /dist\/cli\/main\.js ((?:[^>|]|$)+)/.exec(line)?.[1] ?? [])
    .map((args) => args.trim().split(/\s+/));
}

describe("the example units", () => {
  it("are what systemd understands", () => {
    if (missing) {
      expect(process.env.CI, "CI must have systemd-analyze").toBeUndefined();
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), "triangulum-units-"));
    try {
      // The programs and the accounts of another machine are not here.
      const here = SERVICE.replace("/usr/bin/node", process.execPath).replace(/^(?:User|Group)=.*\n/gm, "");
      writeFileSync(join(folder, "triangulum.service"), here);
      cpSync(join(ROOT, "pipelines/systemd/triangulum.timer"), join(folder, "triangulum.timer"));
      const units = ["triangulum.service", "triangulum.timer"].map((name) => join(folder, name));
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", ...units], { encoding: "utf8" });
      expect([status, stderr.split("\n").filter((line) => line.includes("triangulum"))]).toEqual([0, []]);
      const [line] = TIMER.match(/(?<=^OnCalendar=).*/m) ?? [];
      expect(execFileSync("systemd-analyze", ["calendar", line ?? ""], { encoding: "utf8" })).toContain("Next elapse");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([
    "PrivateNetwork=yes",
    "PrivateTmp=yes",
    "ProtectSystem=strict",
    "ReadOnlyPaths=/srv/reviews",
    "NoNewPrivileges=yes",
    "UMask=0077",
  ])("shut the night in: %s", (line) => {
    expect(SERVICE.split("\n")).toContain(line);
  });
});

describe("the command lines of the examples", () => {
  it.each([
    ["triangulum.service", SERVICE, 1],
    ["crontab.example", CRONTAB, 2],
  ])("of %s are understood", async (_name, text, number) => {
    const commands = commandsIn(text);
    expect(commands).toHaveLength(number);
    for (const args of commands) {
      let said = "";
      const io = {
        out: () => {},
        err: (more: string) => {
          said += more;
        },
        terminal: false,
        effects: realEffects,
      };
      // The definition of another machine is not here: that far the options were understood.
      const at = args.map((arg) => arg.replace("/opt/triangulum/", join("/nowhere", "triangulum/")));
      const refused = await buildProgram(io)(at).catch((error: Error) => error.message);
      expect([refused, said]).toEqual([expect.stringContaining("this pipeline definition cannot be read"), ""]);
    }
  });
});
