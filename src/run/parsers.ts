import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Parsed } from "../ingest/index.js";
import type { Format, Limits } from "../model/index.js";
import { builtFile } from "./built-file.js";

/** Formats whose libraries unpack or interpret what they read; the rest is text and is parsed where it is coded. */
const HEAVY: ReadonlySet<Format> = new Set(["docx", "pdf", "odt", "rtf", "qdpx"]);

export function isHeavy(format: Format): boolean {
  return HEAVY.has(format);
}

/** Heap of a parsing process, in MiB. */
const HEAP = 1024;
/** Resident memory at which a parsing process is killed, in MiB: buffers stand outside the heap. */
const RESIDENT = 2048;
/** Milliseconds between two looks at its memory. */
const LOOK = 200;

/** What became of a document in a parsing process: read, or the process had to be given up. */
export type Outcome = Parsed | { lost: "time" | "memory" | "crash" };

/** Processes that parse heavy formats. Each has one document at a time; one that dies, hangs or swells is replaced. */
export class Parsers {
  private readonly idle: ChildProcess[] = [];
  private readonly all = new Set<ChildProcess>();
  private readonly killAll = (): void => {
    for (const child of this.all) child.kill("SIGKILL");
  };

  constructor() {
    process.once("exit", this.killAll);
  }

  /** Parses one document. Never rejects. The caller bounds how many run at once. */
  parse(format: Format, bytes: Uint8Array, limits: Limits): Promise<Outcome> {
    const child = this.idle.pop() ?? this.start();
    return new Promise((resolve) => {
      let lost: "time" | "memory" | "crash" = "crash";
      const giveUp = (why: "time" | "memory"): void => {
        lost = why;
        child.kill("SIGKILL");
      };
      const clock = setTimeout(() => giveUp("time"), limits.seconds * 1000);
      const scales = setInterval(() => {
        if (residentMiB(child.pid) > RESIDENT) giveUp("memory");
      }, LOOK);
      const end = (outcome: Outcome): void => {
        clearTimeout(clock);
        clearInterval(scales);
        child.removeAllListeners();
        if ("lost" in outcome) this.all.delete(child);
        else this.idle.push(child);
        resolve(outcome);
      };
      child.once("message", (parsed) => end(parsed as Parsed));
      child.once("error", () => child.kill("SIGKILL"));
      child.once("exit", () => end({ lost }));
      child.send({ format, bytes, limits });
    });
  }

  close(): void {
    process.removeListener("exit", this.killAll);
    this.killAll();
    this.all.clear();
    this.idle.length = 0;
  }

  private start(): ChildProcess {
    const child = fork(builtFile("parser.js"), {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${HEAP}`],
      // What a parser prints could be text of a transcript.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    this.all.add(child);
    return child;
  }
}

/** Resident memory of a process; 0 where the system does not tell (then only the heap is bounded). */
function residentMiB(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}
