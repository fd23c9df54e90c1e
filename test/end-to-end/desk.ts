import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder that all test files of one vitest run share, empty at its start and gone at its end. */
    desk: string;
  }
}

/** Gives the desk; what lies on it is made by the first test that needs it (see `once`). */
export default async function layDesk(project: TestProject): Promise<() => Promise<void>> {
  const desk = await mkdtemp(join(tmpdir(), "triangulum-desk-"));
  project.provide("desk", desk);
  return () => rm(desk, { recursive: true, force: true });
}
