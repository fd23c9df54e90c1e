import { Presets, SingleBar } from "cli-progress";
import { pino } from "pino";
import type { Effects, Progress } from "../store/index.js";
import type { Io } from "./io.js";

/** Tells how far a run is, and what it ends with. Never given text or names of a transcript. */
export interface Teller {
  progress: Effects["progress"];
  log(event: string, fields: Readonly<Record<string, unknown>>): void;
  end(): void;
}

/** A bar on stderr where somebody watches, else JSON lines there, at most ten a stage. */
export function tellProgress(io: Io): Teller {
  return io.terminal ? drawBar() : writeLines(io);
}

function drawBar(): Teller {
  const bar = new SingleBar(
    { format: "{stage} [{bar}] {value}/{total}", hideCursor: true, clearOnComplete: true },
    Presets.rect,
  );
  let running = false;
  return {
    progress: ({ stage, done, total }: Progress) => {
      if (total === 0) return;
      if (!running || done <= 1) bar.start(total, done, { stage: stage.padEnd(11) });
      else bar.update(done, { stage: stage.padEnd(11) });
      running = true;
    },
    log: () => {},
    end: () => bar.stop(),
  };
}

function writeLines(io: Io): Teller {
  const log = pino(
    { base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => io.err(line) },
  );
  let said = "";
  return {
    progress: ({ stage, done, total }: Progress) => {
      const tenth = `${stage} ${total === 0 ? 0 : Math.floor((10 * done) / total)}`;
      if (tenth === said) return;
      said = tenth;
      log.info({ stage, done, total }, total === 0 ? "begun" : "under way");
    },
    log: (event, fields) => log.info(fields, event),
    end: () => {},
  };
}
