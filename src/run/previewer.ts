import { type ChildProcess, fork } from "node:child_process";
import type { Preview } from "../model/index.js";
import { builtFile } from "./built-file.js";
import { PageRefusal } from "./page-refusal.js";
import type { Definition } from "./pipeline.js";
import type { TriedTerms } from "./preview-terms.js";

/** What terms are tried out on: the folder of a run, and the lexicon with what lies over it. */
export interface PreviewerSettings extends Pick<Definition, "lexicon" | "overlays"> {
  readonly folder: string;
}

/** What the process says: once that it has read the run, or why it cannot; then of each wish. */
export type PreviewerAnswer = { ready: true } | { preview: Preview } | { stop: string } | { failed: string };

/** Heap of the process, in MiB: the texts of a nation and their index. */
const HEAP = 4096;
/** Milliseconds for one preview, and for the reading of the run before the first. */
const [LONGEST, READING] = [60_000, 10 * 60_000];
/** Milliseconds without a wish after which the process ends and gives its memory back. */
const IDLE = 15 * 60_000;
/** Wishes that may wait for the one under way. */
const MOST = 8;

/** Tries terms out in a process of its own: a slow wish slows nobody but those who wait for one too, and one that never ends is given up. */
export class Previewer {
  private child: ChildProcess | undefined;
  /** What the process says of the run once it has read it. */
  private read: Promise<PreviewerAnswer> | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private idle: NodeJS.Timeout | undefined;
  private readonly end = (): void => {
    this.child?.kill("SIGKILL");
  };

  constructor(private readonly settings: PreviewerSettings) {
    process.on("exit", this.end);
  }

  /** Has the run read, for somebody who is about to try terms out. */
  warm(): void {
    if (this.waiting === 0) this.rest();
    this.child ??= this.start();
  }

  /**
   * What other terms would gain and lose.
   *
   * @throws PageRefusal where too many wait, the wish takes too long, or the run or lexicon cannot be read.
   */
  async preview(wish: TriedTerms): Promise<Preview> {
    if (this.waiting > MOST)
      throw new PageRefusal("too-many", "Several others are trying terms out.", "Wait a few seconds and try again.");
    this.waiting++;
    clearTimeout(this.idle);
    const asked = this.turn.then(() => this.ask(wish));
    this.turn = asked.catch(() => {});
    try {
      const answer = await asked;
      if ("preview" in answer) return answer.preview;
      if ("stop" in answer)
        throw new PageRefusal("failed", answer.stop, "Mend what it names, and start `triangulum serve` again.");
      const why = "failed" in answer ? answer.failed : "no answer";
      throw new PageRefusal("failed", `These terms could not be tried out (${why}).`, "Try fewer or simpler terms.");
    } finally {
      this.waiting--;
      if (this.waiting === 0) this.rest();
    }
  }

  close(): void {
    process.removeListener("exit", this.end);
    clearTimeout(this.idle);
    this.end();
    this.child = undefined;
  }

  private async ask(wish: TriedTerms): Promise<PreviewerAnswer> {
    this.child ??= this.start();
    const child = this.child;
    const read = await this.read!;
    if (!("ready" in read)) {
      // What could not be read may be there the next time.
      child.kill("SIGKILL");
      return read;
    }
    const answer = answerOf(child, LONGEST);
    child.send(wish);
    return answer;
  }

  private start(): ChildProcess {
    const child = fork(builtFile("preview-process.js"), {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${HEAP}`],
      // What it prints could be text of a transcript.
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    // A process that could not be started or told ends, and whoever waits for it is told that.
    child.on("error", () => child.kill("SIGKILL"));
    child.once("exit", () => {
      if (this.child === child) this.child = undefined;
    });
    this.read = answerOf(child, READING);
    child.send(this.settings);
    return child;
  }

  /** Ends the process after a time in which nobody wishes anything. */
  private rest(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(this.end, IDLE);
    this.idle.unref();
  }
}

/** What a process says next; that it ended, or had to be ended after `longest` milliseconds, where it says nothing. */
function answerOf(child: ChildProcess, longest: number): Promise<PreviewerAnswer> {
  return new Promise((resolve) => {
    let why = "ended before it was done";
    const clock = setTimeout(() => {
      why = `not done after ${longest / 1000} seconds`;
      child.kill("SIGKILL");
    }, longest);
    const done = (answer: PreviewerAnswer): void => {
      clearTimeout(clock);
      child.removeListener("message", told);
      child.removeListener("exit", gone);
      resolve(answer);
    };
    const told = (answer: unknown): void => done(answer as PreviewerAnswer);
    const gone = (): void => done({ failed: why });
    child.once("message", told);
    child.once("exit", gone);
  });
}
