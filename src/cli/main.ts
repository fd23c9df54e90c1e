#!/usr/bin/env node
import { CommanderError } from "commander";
import { Stop } from "../model/index.js";
import { realEffects } from "../store/index.js";
import type { Io } from "./io.js";
import { buildProgram } from "./program.js";
import { systemError } from "./system-error.js";

// Whatever a library writes on its own: for its owner's eyes.
process.umask(0o077);
// Exiting runs the handlers that end child processes; the lock of a dead run is taken over by the next.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(4));
// `triangulum … | head`: the reader has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 4));

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  effects: realEffects,
};

try {
  process.exitCode = await buildProgram(io)(process.argv.slice(2));
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong and gives the exit code: a message meant for a person as it is, anything else as a bug of ours. */
function report(error: unknown): number {
  if (error instanceof Stop) {
    io.err(`${error.message}\n`);
    return error.exitCode;
  }
  // Commander has said what was wrong; help and version end with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const refused = systemError(error);
  if (refused !== undefined) {
    io.err(`${refused}\n`);
    return 4;
  }
  io.err(
    `Unexpected error, nothing was published. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 4;
}
