import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Correction, KeptAgreement, type Problem } from "../model/index.js";
import type { Effects } from "./effects.js";
import { addToLog, type LogKind, readLog } from "./log.js";

const CORRECTIONS: LogKind<Correction> = {
  file: "corrections.jsonl",
  line: Correction,
  called: "correction",
  fields: "kind, by, at, review, document, code, start, end, text and quote",
  rule: "corrections/unreadable-line",
  wayOut: "Mark the mention again; the log itself is only ever added to.",
};

/** Reads `out/corrections.jsonl`, oldest first, with the hash of its bytes. A line that cannot be read is a problem, and the rest counts. */
export async function readCorrections(
  out: string,
): Promise<{ corrections: Correction[]; hash: string; problems: Problem[] }> {
  const { lines, hash, problems } = await readLog(out, CORRECTIONS);
  return { corrections: lines, hash, problems };
}

/** Adds a correction at the end of the log; it is on the disk when this returns. */
export async function appendCorrection(out: string, correction: Correction, effects: Effects): Promise<void> {
  await addToLog(out, CORRECTIONS, () => [correction], effects);
}

/** Path of the kept figures of agreement under the output folder. */
export const AGREEMENT = "agreement.json";
/** Folder of proposed overlays of the lexicon under the output folder. */
export const PROPOSALS = "proposals";

/** Keeps the figures of an agreement with hand coding beside the runs, in place of earlier ones. */
export async function keepAgreement(out: string, agreement: KeptAgreement, effects: Effects): Promise<void> {
  const next = join(out, `.${AGREEMENT}.next`);
  await effects.writeFile(next, [`${JSON.stringify(agreement, null, 2)}\n`]);
  await effects.rename(next, join(out, AGREEMENT));
}

/** The figures that were kept last; undefined where none were, or the file was edited out of its form. */
export async function readAgreement(out: string): Promise<KeptAgreement | undefined> {
  const text = await readFile(join(out, AGREEMENT), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return KeptAgreement.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Writes a proposed overlay of the lexicon under the output folder, where no run reads it. Returns its path. */
export async function saveProposal(
  out: string,
  name: string,
  files: Readonly<Record<string, string>>,
  effects: Effects,
): Promise<string> {
  const folder = join(out, PROPOSALS, name);
  for (const [path, text] of Object.entries(files)) await effects.writeFile(join(folder, path), [text]);
  return folder;
}
