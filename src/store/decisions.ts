import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Decision, type Problem } from "../model/index.js";
import type { Effects } from "./effects.js";

/** The log of analysts' decisions as it stood when it was read. */
export interface DecisionLog {
  decisions: Decision[];
  /** sha256 of the bytes of the log; that of nothing where there is none. */
  hash: string;
  problems: Problem[];
}

/** Reads `out/decisions.jsonl`. A line that is no decision (cut off by a kill, or edited by hand) is a problem, and the rest counts. */
export async function readDecisions(out: string): Promise<DecisionLog> {
  const text = await readFile(join(out, "decisions.jsonl"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return { ...parseDecisions(text, "decisions.jsonl"), hash: createHash("sha256").update(text).digest("hex") };
}

/** Reads decisions from lines of JSON. `name` is the file they come from, for the problems. */
export function parseDecisions(text: string, name: string): { decisions: Decision[]; problems: Problem[] } {
  const decisions: Decision[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const decision = parseLine(line);
    if (decision) decisions.push(decision);
    else
      problems.push({
        rule: "decisions/unreadable-line",
        review: "",
        document: "",
        place: `${name} line ${index + 1}`,
        severity: "warning",
        message: "This line is no decision: expected a JSON object with finding, status, by, at and evidenceHash.",
        wayOut: "Decide the finding again; the log itself is only ever added to.",
      });
  }
  return { decisions, problems };
}

function parseLine(line: string): Decision | undefined {
  try {
    return Decision.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Adds decisions at the end of the log; they are on the disk when this returns. A line that a kill cut off stays a line of its own. */
export async function appendDecisions(out: string, decisions: readonly Decision[], effects: Effects): Promise<void> {
  if (decisions.length === 0) return;
  const path = join(out, "decisions.jsonl");
  const before = await readFile(path, "utf8").catch(() => "");
  const mend = before === "" || before.endsWith("\n") ? "" : "\n";
  await effects.append(path, mend + decisions.map((decision) => `${JSON.stringify(decision)}\n`).join(""));
}
