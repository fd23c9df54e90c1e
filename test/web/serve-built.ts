import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../run/example-archive.js";
import { ENDS_WITH_US } from "./ends-with-us.js";

/** The built program's server, with the addresses that it printed. */
export interface Built {
  readonly child: ChildProcess;
  /** By the names that were given, then the readers'. */
  readonly entrances: readonly string[];
  /** Ends it as a person would, and gives its exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** Starts `triangulum serve` over an output folder. */
export async function serveBuilt(
  out: string,
  { pipeline, names = ["Alex Reed"] }: { pipeline?: string; names?: readonly string[] } = {},
): Promise<Built> {
  const args = ["serve", "--out", out, "--port", "0", ...names.flatMap((name) => ["--name", name])];
  const child = spawn(
    process.execPath,
    [
      ...ENDS_WITH_US.args,
      join(ROOT, "dist/cli/main.js"),
      ...args,
      ...(pipeline === undefined ? [] : ["--pipeline", pipeline]),
    ],
    { cwd: ROOT, stdio: [...ENDS_WITH_US.stdio] },
  );
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.stderr!.on("data", (text: Buffer) => process.stderr.write(text));
  const entrances = await new Promise<string[]>((done, fail) => {
    const found: string[] = [];
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const [address] = /http:\S+token=\S+/.exec(line) ?? [];
      if (address !== undefined && found.push(address) === names.length + 1) done(found);
    });
    child.once("exit", (code) => fail(new Error(`serve ended with ${code}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return {
    child,
    entrances,
    stop: async () => {
      await end("SIGINT");
      return child.exitCode;
    },
    kill: () => end("SIGKILL"),
  };
}
