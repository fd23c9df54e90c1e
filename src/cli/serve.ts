import { userInfo } from "node:os";
import { type Definition, loadDefinition, outFolder } from "../run/index.js";
import { servePages } from "../web/index.js";
import { columns, type Io } from "./io.js";
import type { SavedOptions } from "./saved.js";

export interface ServeCommandOptions extends SavedOptions {
  run: string;
  host?: string;
  port?: number;
  tlsCert?: string;
  tlsKey?: string;
  behindProxy?: boolean;
  address?: string;
  name?: string[];
}

/**
 * `triangulum serve`: the analyst's pages over a saved run, until the program is interrupted.
 *
 * @param until ends it; when not given, SIGINT, SIGTERM and SIGHUP do.
 */
export async function serveCommand(options: ServeCommandOptions, io: Io, until = interrupted()): Promise<number> {
  const definition: Definition = await loadDefinition(options.pipeline);
  const out = await outFolder(options.pipeline, options.out);
  const names = [...new Set(options.name ?? [userName()])].map((name) => name.trim()).filter((name) => name !== "");
  io.err("Reading the run …\n");
  const served = await servePages({ ...options, out, definition, names }, (where) => io.err(`${where}\n`), io.effects);
  const rows = served.entrances.map(({ viewer, url }) => [
    viewer.role === "decider" ? `${viewer.who} decides at` : "Readers look at",
    url,
  ]);
  io.out(
    `Run ${served.run}, served at ${served.listening}\n${columns(rows)}Each address lets in whoever has it: hand it to that person alone. Ctrl+C ends it.\n`,
  );
  await until;
  await served.close();
  return 0;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the machine's list of users.
    return "analyst";
  }
}

/** Settles when somebody interrupts the program, which then ends as it should, in place of the exit that a run makes. */
function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => done());
    }
  });
}
