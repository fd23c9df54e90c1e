import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Report } from "./report.js";

/** Where bytes come from. A test passes one that fails, or that changes the file under the reader's hands. */
export type OpenBytes = (path: string) => AsyncIterable<Buffer>;

/** Reads from disk, a chunk at a time. */
export const openOnDisk: OpenBytes = (path) => createReadStream(path);

export interface FileRead {
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
  /** The bytes themselves, only when `keep` was asked for. */
  content: Buffer;
}

/** How a change shows: another size, another time of writing, or another file under the same name. */
async function state(path: string): Promise<{ size: bigint; stamp: string }> {
  const { ino, size, mtimeNs } = await stat(path, { bigint: true });
  return { size, stamp: `${ino} ${size} ${mtimeNs}` };
}

/**
 * Streams a file once and gives its size and hash; with `keep` its bytes too. Undefined, with a problem, when it cannot be read or when it
 * changed meanwhile: a file that is still being copied in has no content that could be called its own.
 */
export async function readFile(
  path: string,
  report: Report,
  open: OpenBytes = openOnDisk,
  keep = false,
): Promise<FileRead | undefined> {
  const hash = createHash("sha256");
  const kept: Buffer[] = [];
  let bytes = 0;
  let before: Awaited<ReturnType<typeof state>>;
  let after: typeof before;
  try {
    before = await state(path);
    for await (const chunk of open(path)) {
      hash.update(chunk);
      bytes += chunk.length;
      if (keep) kept.push(chunk);
    }
    after = await state(path);
  } catch (error) {
    report(unreadable(error));
    return undefined;
  }
  if (before.stamp !== after.stamp || before.size !== BigInt(bytes)) {
    report({
      rule: "archive/changed-while-read",
      severity: "error",
      message: "The file changed while it was read; it is left out of this run.",
      wayOut: "Wait until the copy or the save is finished and run again.",
    });
    return undefined;
  }
  return { bytes, sha256: hash.digest("hex"), content: Buffer.concat(kept) };
}

const REASONS: Readonly<Record<string, [found: string, wayOut: string]>> = {
  EACCES: ["permission is denied", "Give the account that runs this program the right to read it."],
  EPERM: ["permission is denied", "Give the account that runs this program the right to read it."],
  ENOENT: [
    "it is listed but cannot be opened; it is gone, or its name is not valid UTF-8",
    "Rename it with plain letters.",
  ],
  EISDIR: ["it is a folder", "Move it out of the archive."],
  ELOOP: ["its links go round in a circle", "Replace the link by a copy."],
  ENAMETOOLONG: ["its path is too long", "Shorten the names of its folders."],
};

/** The problem for a file or folder that the system does not let us read. */
export function unreadable(error: unknown, what = "file"): Parameters<Report>[0] {
  const code = (error as NodeJS.ErrnoException)?.code ?? "unknown error";
  const [found, wayOut] = REASONS[code] ?? ["the system refused", "Check the disk or the network drive and run again."];
  return {
    rule: "archive/unreadable",
    severity: "error",
    message: `The ${what} cannot be read: ${found} (${code}).`,
    wayOut,
  };
}
