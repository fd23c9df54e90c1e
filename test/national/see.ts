import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildProgram } from "../../src/cli/program.js";
import type { NationalSummary } from "../../src/model/index.js";
import { loadPipeline, run } from "../../src/run/index.js";
import { realEffects } from "../../src/store/index.js";
import "../run/example-archive.js";

export const NATIONAL = fileURLToPath(new URL("../../pipelines/national-summary.yaml", import.meta.url));

/** A run of the national pipeline over files, with what it published under national/. */
export interface Told {
  readonly summary: NationalSummary;
  readonly folder: string;
  /** Makes reports of the run again, with what the command line may say, and reads one of them. */
  again(options: readonly string[], path: string): Promise<string>;
  read(path: string): Promise<string>;
  remove(): Promise<void>;
}

/** Writes an archive, runs the shipped national pipeline over it, and reads what it published. */
export async function tell(files: Readonly<Record<string, string>>, keep?: string): Promise<Told> {
  const root = keep ?? (await mkdtemp(join(tmpdir(), "triangulum-national-")));
  const folders = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, "archive", path);
    if (!folders.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    folders.add(dirname(file));
    await writeFile(file, text);
  }
  const overrides = { archive: join(root, "archive"), out: join(root, "out"), workers: 0 };
  const { folder } = await run({ pipeline: await loadPipeline(NATIONAL, overrides) });
  const read = (path: string) => readFile(join(folder, "national", path), "utf8");
  const again = async (options: readonly string[], path: string): Promise<string> => {
    const to = join(root, "again");
    const io = { out: () => {}, err: () => {}, terminal: false, effects: realEffects };
    const common = ["--pipeline", NATIONAL, "--out", overrides.out, "--to", to];
    await buildProgram(io)(["report", folder, ...common, ...options]);
    return readFile(join(to, path), "utf8");
  };
  return {
    ...{ folder, again, read },
    summary: JSON.parse(await read("summary.json")) as NationalSummary,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
