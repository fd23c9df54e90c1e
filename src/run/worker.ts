import { workerData } from "node:worker_threads";
import { type DocumentJob, documentReader, type ReaderSettings } from "./document.js";

/** A thread that turns documents into results; all it knows is in `document.ts`. Started by `pool.ts`. */
// Anything a library prints could be text of a transcript.
process.stdout.write = () => true;
process.stderr.write = () => true;

const read = documentReader(workerData as ReaderSettings);

export default (job: DocumentJob) => read(job);
