import { Decision, type Problem } from "../model/index.js";
import type { Effects } from "./effects.js";
import { addToLog, type LogKind, parseLog, readLog } from "./log.js";

/** The log of analysts' decisions as it stood when it was read. */
export interface DecisionLog {
  decisions: Decision[];
  /** sha256 of the bytes of the log; that of nothing where there is none. */
  hash: string;
  problems: Problem[];
}

const DECISIONS: LogKind<Decision> = {
  file: "decisions.jsonl",
  line: Decision,
  called: "decision",
  fields: "finding, status, by, at and evidenceHash",
  rule: "decisions/unreadable-line",
  wayOut: "Decide the finding again; the log itself is only ever added to.",
};

/** Reads `out/decisions.jsonl`. A line that is no decision (cut off by a kill, or edited by hand) is a problem, and the rest counts. */
export async function readDecisions(out: string): Promise<DecisionLog> {
  const { lines, hash, problems } = await readLog(out, DECISIONS);
  return { decisions: lines, hash, problems };
}

/** Reads decisions from lines of JSON. `name` is the file they come from, for the problems. */
export function parseDecisions(text: string, name: string): { decisions: Decision[]; problems: Problem[] } {
  const { lines, problems } = parseLog(text, name, DECISIONS);
  return { decisions: lines, problems };
}

/** Adds decisions at the end of the log; they are on the disk when this returns. A line that a kill cut off stays a line of its own. */
export async function appendDecisions(out: string, decisions: readonly Decision[], effects: Effects): Promise<void> {
  if (decisions.length > 0) await addToLog(out, DECISIONS, () => decisions, effects);
}

/**
 * Adds a decision unless somebody decided on the finding since its analyst looked.
 *
 * @param seen how many decisions on the finding the analyst had seen.
 * @returns whether it was taken. Where not, nothing was written.
 */
export async function takeDecision(out: string, decision: Decision, seen: number, effects: Effects): Promise<boolean> {
  const added = await addToLog(
    out,
    DECISIONS,
    (known) => (known.filter(({ finding }) => finding === decision.finding).length === seen ? [decision] : []),
    effects,
  );
  return added.length > 0;
}
