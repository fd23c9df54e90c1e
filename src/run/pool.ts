import pLimit from "p-limit";
import { Piscina } from "piscina";
import { builtFile } from "./built-file.js";
import { type DocumentJob, documentReader, type ReaderSettings, type ReadHalves } from "./document.js";

/** What became of a document in a worker: read and coded, or the worker had to be given up. */
export type Outcome = ReadHalves | { lost: "time" | "memory" | "crash" };

/** Where documents are read and coded, several at once. */
export interface Pool {
  /** Never rejects. */
  run(job: DocumentJob): Promise<Outcome>;
  close(): Promise<void>;
}

/** Heap of a worker thread, in MiB. */
const HEAP = 2048;
/** Seconds beyond the time limit, so that a parser that hangs is named before the worker that waits for it. */
const GRACE = 5;

/**
 * Opens a pool of worker threads. A worker that dies or runs over the time limit is replaced, and its document is lost.
 *
 * @param workers how many threads; 0 does the work in this one, where nothing can be stopped.
 */
export function openPool(workers: number, settings: ReaderSettings): Pool {
  if (workers === 0) {
    const read = documentReader(settings);
    return { run: async (job) => read(job).catch(() => ({ lost: "crash" as const })), close: async () => {} };
  }
  const threads = new Piscina({
    filename: builtFile("worker.js"),
    workerData: settings,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });
  // Without a listener a worker that dies takes the process with it.
  threads.on("error", () => {});
  // No more jobs than threads: the time limit must not run while a job waits.
  const slot = pLimit(workers);
  return {
    run: (job) =>
      slot(async () => {
        const limit = AbortSignal.timeout((settings.limits.seconds + GRACE) * 1000);
        try {
          return (await threads.run(job, { signal: limit })) as ReadHalves;
        } catch (error) {
          if (limit.aborted) return { lost: "time" };
          return { lost: (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "crash" };
        }
      }),
    close: () => threads.destroy(),
  };
}
