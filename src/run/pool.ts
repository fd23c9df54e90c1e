import pLimit from "p-limit";
import { Piscina } from "piscina";
import { PatternError } from "../lexicon/index.js";
import { Stop } from "../model/index.js";
import { builtFile } from "./built-file.js";
import { type DocumentJob, documentReader, type ReaderSettings, type ReadHalves } from "./document.js";
import type { Refused } from "./worker.js";

/** What became of a document in a worker: read and coded, or the worker had to be given up. */
export type Outcome = ReadHalves | { lost: "time" | "memory" | "crash" };

/** Where documents are read and coded, several at once. */
export interface Pool {
  /** Rejects with Stop when the lexicon cannot be compiled, and for no document. */
  run(job: DocumentJob): Promise<Outcome>;
  close(): Promise<void>;
}

/** Heap of a worker thread, in MiB, and what of it is for the objects of the document in hand: few outlive it, so few need be moved. */
const HEAP = 2048;
const YOUNG = 96;
/** Seconds beyond the time limit, so that a parser that hangs is named before the worker that waits for it. */
const GRACE = 5;

/**
 * Opens a pool of worker threads. A worker that dies or runs over the time limit is replaced, and its document is lost.
 *
 * @param workers how many threads; 0 does the work in this one, where nothing can be stopped.
 */
export function openPool(workers: number, settings: ReaderSettings): Pool {
  if (workers === 0) {
    let read: ReturnType<typeof documentReader> | undefined;
    return {
      run: async (job) => {
        read ??= refusing(() => documentReader(settings));
        return read(job).catch(() => ({ lost: "crash" as const }));
      },
      close: async () => {},
    };
  }
  // Opened for the first job: a night on which nothing changed compiles no lexicon.
  let threads: Piscina | undefined;
  const open = (): Piscina => {
    const opened = new Piscina({
      filename: builtFile("worker.js"),
      workerData: settings,
      minThreads: workers,
      maxThreads: workers,
      resourceLimits: { maxOldGenerationSizeMb: HEAP, maxYoungGenerationSizeMb: YOUNG },
    });
    // Without a listener a worker that dies takes the process with it.
    opened.on("error", () => {});
    threads = opened;
    return opened;
  };
  // No more jobs than threads: the time limit must not run while a job waits.
  const slot = pLimit(workers);
  return {
    run: (job) =>
      slot(async () => {
        const running = threads ?? open();
        const limit = AbortSignal.timeout(Math.ceil((settings.limits.seconds + GRACE) * 1000));
        let made: ReadHalves | Refused;
        try {
          made = (await running.run(job, { signal: limit })) as ReadHalves | Refused;
        } catch (error) {
          if (limit.aborted) return { lost: "time" };
          return { lost: (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash" };
        }
        if ("refused" in made) throw notCompiled(made.refused);
        return made;
      }),
    close: async () => threads?.destroy(),
  };
}

function refusing<T>(compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw notCompiled(error.message);
  }
}

function notCompiled(message: string): Stop {
  return new Stop(`The lexicon cannot be compiled: ${message}. See all of it with: triangulum lexicon lint`);
}
