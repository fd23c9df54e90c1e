/** What the system refused, in words, by its code; the way out stands with it. */
const REFUSED: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full. Make room (`triangulum runs prune`) and start again.",
  EDQUOT: "The quota of this account is used up. Make room (`triangulum runs prune`) and start again.",
  EROFS: "The folder lies on a file system that can only be read. Mount it for writing, or give another --out.",
  EACCES: "Permission is denied. Give this account the right to write there, or give another --out.",
  EPERM: "Permission is denied. Give this account the right to write there, or give another --out.",
  EIO: "The disk reports an error. Check it before anything else is written to it.",
  ENOTCONN: "The drive is no longer connected. Connect it and start again.",
  ESTALE: "The network drive lost its connection. Connect it again and start anew.",
  EMFILE: "Too many files are open. Raise the limit of open files (ulimit -n).",
  ENOTDIR: "A file stands where a folder should be.",
};

/** A sentence for an error of the system that a person can do something about; undefined for any other, which is a fault of ours. */
export function systemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = "", path } = error as NodeJS.ErrnoException;
  // The database does not pass the code on.
  const known = REFUSED[code] ?? (/No space left on device/i.test(error.message) ? REFUSED.ENOSPC : undefined);
  if (known === undefined) return undefined;
  return `${path === undefined ? "" : `${path}: `}${known} Nothing was published; the last good run stands.`;
}
