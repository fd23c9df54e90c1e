import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Writes texts as an archive of reviews, so many documents each; every line is a turn, an interviewer's and participants' in turn. */
export async function writeArchive(archive: string, texts: readonly string[], perReview: number): Promise<string[]> {
  const paths: string[] = [];
  for (const [t, text] of texts.entries()) {
    const folder = join(archive, `area ${String(Math.floor(t / perReview)).padStart(4, "0")} 2019`);
    await mkdir(folder, { recursive: true });
    const path = join(folder, `Focus group ${t % perReview}.txt`);
    await writeFile(path, spoken(text));
    paths.push(path);
  }
  return paths;
}

/** A text with speakers' labels. */
export function spoken(text: string): string {
  return text
    .split("\n")
    .map((line, i) => `${i % 5 === 0 ? "Interviewer" : `Speaker ${(i % 4) + 1}`}: ${line}`)
    .join("\n\n");
}

/** What a run cost. */
export interface RunCost {
  /** Seconds by the clock, of the whole process and of each stage; `code/…` are summed over workers. */
  readonly seconds: number;
  readonly stages: Readonly<Record<string, number>>;
  /** Seconds of the processor, of the process and its threads. */
  readonly cpu: number;
  /** Most memory in use at once, in MB. */
  readonly memory: number;
}

/** Tells what the process took when it ends. */
const TELL = `data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nBENCH "+JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,memory:u.maxRSS/1024})+"\\n")})`;

/** Runs the built program over an archive in a process of its own. Throws with what it said where it fails. */
export async function runArchive(archive: string, out: string, workers: number, more: string[] = []): Promise<RunCost> {
  const start = performance.now();
  const args = [
    "--import",
    TELL,
    "dist/cli/main.js",
    "run",
    "--archive",
    archive,
    "--out",
    out,
    "--workers",
    String(workers),
  ];
  const child = spawn(process.execPath, [...args, ...more], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const seconds = (performance.now() - start) / 1000;
  const told = /BENCH (\{.*\})/.exec(said);
  if (code !== 0 || !told) throw new Error(`the run ended with ${code}: ${said.slice(-2000)}`);
  const record = JSON.parse(await readFile(join(out, "latest", "run.json"), "utf8")) as {
    stages: { stage: string; seconds: number }[];
  };
  return {
    seconds,
    stages: Object.fromEntries(record.stages.map(({ stage, seconds: took }) => [stage, took])),
    ...(JSON.parse(told[1]!) as { cpu: number; memory: number }),
  };
}
