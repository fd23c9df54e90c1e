import { workerData } from "node:worker_threads";
import { PatternError } from "../lexicon/index.js";
import { type DocumentJob, documentReader, type ReaderSettings, type ReadHalves } from "./document.js";

/** A thread that turns documents into results; all it knows is in `document.ts`. Started by `pool.ts`. */
// Anything a library prints could be text of a transcript.
process.stdout.write = () => true;
process.stderr.write = () => true;

/** A lexicon that cannot be compiled, and why: told at the first job, since a worker that dies at its start looks like a broken document. */
export interface Refused {
  refused: string;
}

const read = openReader();

function openReader(): (job: DocumentJob) => Promise<ReadHalves | Refused> {
  try {
    return documentReader(workerData as ReaderSettings);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { message } = error;
    return async () => ({ refused: message });
  }
}

export default (job: DocumentJob) => read(job);
