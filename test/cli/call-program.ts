import { buildProgram } from "../../src/cli/program.js";
import { type Effects, realEffects } from "../../src/store/index.js";

/** What a command said, as it stands at any time. */
export interface Said {
  out: string;
  err: string;
}

/** A terminal that only listens, and what it has heard. */
export function listen(effects: Effects = realEffects) {
  const said: Said = { out: "", err: "" };
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    terminal: false,
    effects,
  };
  return { io, said };
}

/** Does a command as the command line would: what it said and its exit code. Throws what the command throws. */
export async function callProgram(args: readonly string[]): Promise<Said & { code: number }> {
  const { io, said } = listen();
  const code = await buildProgram(io)([...args]);
  return { code, ...said };
}
