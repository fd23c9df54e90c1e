import { appendFile, chmod, link, mkdir, open, rename, rm, symlink, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** How far a stage has come. Never carries text or names of a transcript. */
export interface Progress {
  stage: string;
  done: number;
  total: number;
}

/** Text or bytes in the order in which they are written. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** All that a run does to the world. Tests pass a recorder, or one that fails at the n-th deed. */
export interface Effects {
  now(): Date;
  /** Makes a folder and its missing parents, readable by their owner alone (0700). */
  makeFolder(path: string): Promise<void>;
  /** Writes a whole new file (0600) with its missing folders, and has it on the disk before it returns. Replaces what stood there. */
  writeFile(path: string, chunks: Chunks): Promise<void>;
  /** Adds text at the end of a file (0600), and has it on the disk before it returns. */
  append(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** A second name for the same file; rejects where the file system cannot, or where `path` exists. */
  link(existing: string, path: string): Promise<void>;
  symlink(target: string, path: string): Promise<void>;
  /** Removes a file or a whole folder; nothing there is no error. */
  remove(path: string): Promise<void>;
  /** Has a file or folder written by others on the disk, readable by its owner alone. */
  settle(path: string): Promise<void>;
  /** Replaces a file outside `out/` in one step, readable by everybody: for another program that looks on. */
  show(path: string, text: string): Promise<void>;
  progress(progress: Progress): void;
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The real world, silent about progress. */
export const realEffects: Effects = {
  now: () => new Date(),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  writeFile: async (path, chunks) => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const handle = await open(path, "w", 0o600);
    try {
      for await (const chunk of chunks) await handle.appendFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  append: async (path, text) => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await appendFile(path, text, { mode: 0o600, flush: true });
  },
  rename,
  link,
  symlink,
  remove: (path) => rm(path, { recursive: true, force: true }),
  settle: async (path) => {
    const handle = await open(path, "r");
    try {
      const folder = (await handle.stat()).isDirectory();
      await chmod(path, folder ? 0o700 : 0o600);
    } finally {
      await handle.close();
    }
    await syncPath(path);
  },
  show: async (path, text) => {
    const next = `${path}.${process.pid}`;
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(next, text);
      await chmod(next, 0o644);
      await rename(next, path);
    } finally {
      await rm(next, { force: true });
    }
  },
  progress: () => {},
};
