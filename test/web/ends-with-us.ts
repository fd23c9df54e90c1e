import type { SpawnOptions } from "node:child_process";

/**
 * For a server that a test starts: it ends when whoever started it is gone, however that came, and it holds nothing of the test's own output.
 * A server that outlives a test that was given up would keep the whole run of tests from ending.
 */
export const ENDS_WITH_US = {
  args: ["--import", "data:text/javascript,process.stdin.on('end',()=>process.exit(9)).resume().unref()"],
  stdio: ["pipe", "pipe", "pipe"] satisfies SpawnOptions["stdio"],
} as const;
