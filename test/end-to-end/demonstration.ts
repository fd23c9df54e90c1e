import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { ARCHIVE, once, triangulum } from "./triangulum.js";

/** A run of the fixtures: where it lies and what the program said. */
export interface Demonstration {
  /** The output folder. */
  out: string;
  /** The folder of the run. */
  run: string;
  said: string;
}

/** Where the demonstration is run: far east, by one worker, in no language. */
const PLACE = { TZ: "Asia/Tokyo", LANG: "C" };

/** The fixtures' archive, run once for all tests. Nobody changes the run; others may be added beside it. */
export function demonstration(): Promise<Demonstration> {
  return once("demonstration", async (out) => {
    const { code, ...said } = await triangulum(["run", "--archive", ARCHIVE, "--out", out, "--workers", "1"], PLACE);
    if (code !== 0) throw new Error(`The demonstration ended with ${code}: ${said.err}`);
    return { out, run: await realpath(join(out, "latest")), said: said.out + said.err };
  });
}
