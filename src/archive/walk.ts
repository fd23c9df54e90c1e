import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { isPassedOver } from "./files.js";
import { unreadable } from "./read-file.js";
import type { Report } from "./report.js";

/** A regular file below a folder. */
export interface FoundFile {
  /** Name on its own, as on disk. */
  name: string;
  /** Path under the folder with forward slashes, composed (NFC) so that a Mac and a server write it alike. */
  path: string;
  absolutePath: string;
}

/** Deepest nesting of folders that is followed. */
const DEEPEST = 32;

/** By UTF-16 code units: the same order on every machine and in every locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What a directory entry is once links are followed. A link is followed only where it stays in the archive: a transcript from
 * elsewhere would be hashed tonight and gone tomorrow, and nobody agreed that it may be read.
 */
export async function kindOfEntry(
  entry: Dirent,
  absolutePath: string,
  path: string,
  archiveRoot: string,
  report: Report,
): Promise<"file" | "folder" | "none"> {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) {
    report({
      rule: "archive/special-file",
      severity: "warning",
      document: path,
      message: "This is a pipe, socket or device and no file; it was not opened.",
      wayOut: "Move it out of the archive.",
    });
    return "none";
  }
  try {
    const target = await realpath(absolutePath);
    if (target === archiveRoot || target.startsWith(archiveRoot + sep)) {
      const at = await stat(target);
      return at.isFile() ? "file" : at.isDirectory() ? "folder" : "none";
    }
    report({
      rule: "archive/link-outside",
      severity: "warning",
      document: path,
      message: "This link leaves the archive and was not followed.",
      wayOut: "Put a copy of its target into the review folder.",
    });
  } catch {
    report({
      rule: "archive/broken-link",
      severity: "warning",
      document: path,
      message: "This link leads nowhere, or round in a circle.",
      wayOut: "Delete it, or put a copy of what it stood for in its place.",
    });
  }
  return "none";
}

/**
 * All regular files below a folder, sorted by path. Hidden and system folders are passed over; folders that cannot be listed, links that lead out or
 * back into a folder above them, and nesting beyond 32 folders are reported. `depth` 0 lists the folder itself alone.
 */
export async function walk(folder: string, archiveRoot: string, report: Report, depth = DEEPEST): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  await descend(folder, "", []);
  return found.sort((a, b) => byCodeUnits(a.path, b.path));

  async function descend(absolute: string, prefix: string, above: readonly string[]): Promise<void> {
    let entries: Dirent[];
    let real: string;
    try {
      real = await realpath(absolute);
      entries = await readdir(absolute, { withFileTypes: true });
    } catch (error) {
      report({ ...unreadable(error, "folder"), document: prefix.slice(0, -1) });
      return;
    }
    if (above.includes(real)) {
      report({
        rule: "archive/link-loop",
        severity: "warning",
        document: prefix.slice(0, -1),
        message: "This link leads back into a folder above it and was not followed.",
        wayOut: "Delete the link.",
      });
      return;
    }
    for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
      const path = prefix + entry.name.normalize("NFC");
      const absolutePath = join(absolute, entry.name);
      if (entry.isDirectory() && (depth === 0 || isPassedOver(entry.name))) continue;
      const kind = await kindOfEntry(entry, absolutePath, path, archiveRoot, report);
      if (kind === "file") found.push({ name: entry.name, path, absolutePath });
      if (kind !== "folder" || depth === 0 || isPassedOver(entry.name)) continue;
      if (above.length + 1 >= depth)
        report({
          rule: "archive/too-deep",
          severity: "warning",
          document: path,
          message: `Folders are nested more than ${depth} deep here; what lies below was not looked at.`,
          wayOut: "Move the transcripts further up.",
        });
      else await descend(absolutePath, `${path}/`, [...above, real]);
    }
  }
}
