import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { DEFAULT_FACETS, type Mention, type ReviewResult } from "../../src/model/index.js";
import { matrixXlsx } from "../../src/reporting/office/xlsx.js";
import { draftResult, draftRun } from "../reporting/run.js";

/*
 * What does matrix.xlsx cost in memory with 20,000 and with 200,000 rows of evidence? Each is written in a process of its own: `rows held` is the peak
 * resident set once the mentions are there, `written` the peak at the end, both in MB; what writing adds is their difference.
 * Run with `npx tsx test/bench/workbook.ts`.
 */

const SIZES = [20_000, 200_000];

/** A review of that many mentions, each with a quote of its own. */
function review(rows: number): ReviewResult {
  const codes = draftRun().concepts.map(({ id }) => id);
  const base = draftResult({ sessions: { s1: "police", s2: "housing" }, says: [] });
  const mentions = Array.from({ length: rows }, (_, i): Mention => {
    const quote = `They said on page ${i} that the flat was taken over again and that nobody had been told about it, ${i % 97} weeks on.`;
    return {
      ...{
        id: `m${String(i).padStart(8, "0")}`,
        review: base.meta.id,
        session: i % 2 ? "s1" : "s2",
        document: "a.txt",
      },
      ...{ turn: i, speaker: "", role: "participant", sentence: i, start: i * 200, end: i * 200 + 4 },
      ...{ text: "flat", term: "flat", code: codes[i % codes.length] ?? "", theme: "exploitation" },
      ...DEFAULT_FACETS,
      ...{ evidence: true, excluded: "", prompted: "", quote, time: "", cues: [], near: [] },
    };
  });
  return { ...base, mentions };
}

/** Highest resident set so far, in MB. */
const peak = (): number => process.resourceUsage().maxRSS / 1024;

async function write(rows: number): Promise<void> {
  const run = draftRun({ reviews: [review(rows)] });
  const held = peak();
  let bytes = 0;
  for (const { chunks } of matrixXlsx(run)) for await (const chunk of chunks) bytes += chunk.length;
  const line = [rows, held, peak(), peak() - held, bytes / 1024 / 1024].map((figure) => figure.toFixed(0).padStart(12));
  process.stdout.write(`${line.join("")}\n`);
}

const [size] = process.argv.slice(2);
if (size !== undefined) await write(Number(size));
else {
  process.stdout.write(
    `${["rows", "rows held", "written", "added", "file"].map((head) => head.padStart(12)).join("")}\n`,
  );
  for (const rows of SIZES)
    spawnSync(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url), String(rows)], {
      stdio: "inherit",
    });
}
